# Notebook 01: how far exports grew.

exports-dollars = { $dollars ->
    [real] { YEAR($price_year) } dollars (CPI-U)
   *[nominal] current dollars
}
exports-label-bound = { $why ->
    [surface] surface modes only: a lower bound
   *[part] only part is counted: a lower bound
}
exports-label-air = by air or vessel
exports-label-surface = by land (surface modes)
exports-label-whole = all modes, split not published
exports-label-nominal = current dollars
exports-label-real = constant dollars
exports-label-lower-bound = { $why ->
    [surface] surface modes only
   *[part] lower bounds
}
exports-label-all-modes = all modes
exports-label-sum = { MONEY($usd, is: $kind) }
exports-label-claim = the letter: { RATIO($claim) }
exports-label-rank = { $rank }. { COUNTRY($country) }
exports-label-other-states = Other states
exports-label-state-of-mexico = State of México
exports-label-share = { PCT($share) }
exports-label-re-exports = re-exports
exports-label-domestic = domestic goods
exports-window-label = { $window }
exports-heading-all = All modes{ $base_is ->
    [at_least] {" "}(base: { $why ->
        [surface] surface only
       *[part] lower bound
    })
   *[other] {""}
}: { RATIO($ratio, is: $ratio_is) }
exports-heading-surface = Surface modes in both windows: { RATIO($ratio, is: $ratio_is) }

exports-option-bts-all-modes = BTS, all modes
exports-option-comtrade-us = UN Comtrade, all modes
exports-option-census-api = Census, all modes
exports-option-surface-by-state = BTS by state, surface
exports-option-comtrade-old = UN Comtrade before 2023
exports-option-comtrade-plus = UN Comtrade (brought in)
exports-option-usitc-dataweb = USITC DataWeb
exports-option-census-usa-trade = USA Trade Online
exports-option-bts-transborder = BTS raw files
exports-option-nominal = current dollars
exports-option-real = constant dollars
exports-option-shift-none = windows as given
exports-option-shift-earlier = windows { $n ->
    [one] 1 year
   *[other] { $n } years
} earlier
exports-option-shift-later = windows { $n ->
    [one] 1 year
   *[other] { $n } years
} later
exports-option-length = windows of { $n } years

exports-heading-9301 = 9301 Military
exports-heading-9302 = 9302 Handguns
exports-heading-9303 = 9303 Sporting
exports-heading-9304 = 9304 Other arms
exports-heading-9305 = 9305 Parts
exports-heading-9306 = 9306 Ammunition
exports-heading-9307 = 9307 Blades
exports-kind-military-weapons = Military weapons
exports-kind-civilian-firearms = Civilian firearms
exports-kind-small-arms-ammunition = Ammunition

exports-series =
    .title = Exports in { $comparison_window } were { RATIO($ratio, is: $ratio_is) } as much as in { $base_window }
    .subtitle = U.S. exports of arms and ammunition (HS 93) to Mexico, millions of { exports-dollars }, { $first }–{ $last }
    .note = Free alongside ship.{ $bounded ->
        [no] {""}
       *[yes] {" "}Hatched with an arrow: { $bound_first }–{ $bound_last } counts { $bounded ->
            [surface] surface modes only
           *[part] surface modes only or some codes of the chapter
        }, a lower bound{ $ratio_is ->
            [at_most] , so the ratio is an upper bound
           *[other] {""}
        }.
    }{ $unrevised ->
        [none] {""}
       *[other] {" "}{ $unrevised } is not yet revised.
    }
    .alt = Bar chart of U.S. arms exports to Mexico, { $first } to { $last }: { MONEY($base, is: $base_is) } in { $base_window }, { MONEY($comparison, is: $comparison_is) } in { $comparison_window }, { RATIO($ratio, is: $ratio_is) } as much.
    .long-description = One bar a year.{ $bounded ->
        [no] {""}
       *[yes] {" "}Until { $bound_last } the figures are lower bounds.
    } Exports add up to { MONEY($base, is: $base_is) } in { $base_window } and to { MONEY($comparison, is: $comparison_is) } in { $comparison_window }. The largest year is { $peak_year } with { MONEY($peak) }. The sum of the later window is { RATIO($ratio, is: $ratio_is) } that of the earlier one{ $ratio_is ->
        [at_most] , since the earlier one is a lower bound
       *[other] {""}
    }.

exports-windows =
    .title = Exports were { RATIO($ratio, is: $ratio_is) } as much by all modes, { RATIO($surface_ratio) } as much like for like
    .subtitle = U.S. exports of arms and ammunition (HS 93) to Mexico, millions of { exports-dollars }, sums of { $base_window } and { $comparison_window }
    .note = { $base_is ->
        [at_least] Hatched: lower bound, since { $why ->
            [surface] only surface modes are published
           *[part] only part is counted
        } for the whole of { $base_window }.{" "}
       *[other] {""}
    }Like for like takes both windows from one table by destination state. The letter states { RATIO($claim) }.
    .alt = Paired bars. All modes: { MONEY($base, is: $base_is) } in { $base_window } and { MONEY($comparison) } in { $comparison_window }. Surface only: { MONEY($surface_base) } and { MONEY($surface_comparison) }, { RATIO($surface_ratio) } as much.
    .long-description = Two pairs of bars. The upper pair compares { MONEY($base, is: $base_is) } by surface modes in { $base_window } with { MONEY($comparison) } by all modes in { $comparison_window }: { RATIO($ratio, is: $ratio_is) } as much. The lower pair compares surface modes in both windows: { MONEY($surface_base) } and { MONEY($surface_comparison) }, { RATIO($surface_ratio) } as much.

exports-real =
    .title = In { YEAR($price_year) } dollars, exports of { $comparison_window } were { RATIO($ratio_real, is: $ratio_real_is) } those of { $base_window }
    .subtitle = U.S. exports of arms and ammunition (HS 93) to Mexico, millions of current and of { YEAR($price_year) } dollars, { $first }–{ $last }
    .note = Constant dollars by CPI-U annual averages. { $bounded ->
        [no] Parts from different series are not joined.
       *[yes] Left of the dashed upright are lower bounds; parts from different series are not joined.
    }{ $unrevised ->
        [none] {""}
       *[other] {" "}{ $unrevised } is not yet revised.
    }
    .alt = Line chart of U.S. arms exports to Mexico in current and { YEAR($price_year) } dollars, { $first } to { $last }; from { $base_window } to { $comparison_window } they grew { RATIO($ratio_real, is: $ratio_real_is) } in constant dollars.
    .long-description = Two lines a part, one in current dollars, one in dollars of { YEAR($price_year) }. Prices rose between the windows, so the ratio of { RATIO($ratio, is: $ratio_is) } in current dollars is { RATIO($ratio_real, is: $ratio_real_is) } in constant dollars. The letter's own { RATIO($claim) } would be { RATIO($claim_real, is: "about") }.

exports-specifications =
    .title = The letter's { RATIO($claim) } is reached in { COUNT($held) } of { COUNT($computed) } equivalent specifications
    .subtitle = Ratio of U.S. exports (HS 93) to Mexico, { $comparison_window } to { $base_window }, and what each specification chooses
    .note = Open circles: upper bounds, since their base is a lower bound. Of { COUNT($listed) } combinations of choices listed beforehand, { COUNT($uncomputed) } cannot be computed from the data held. A curve shows choices; it is no estimate.
    .alt = Specification curve: ratios from { RATIO($lowest) } to { RATIO($highest) } over { COUNT($computed) } specifications; { COUNT($held) } reach the letter's { RATIO($claim) }, { COUNT($held_bounds) } of them upper bounds.
    .long-description = Dots ordered by ratio, { RATIO($lowest) } to { RATIO($highest) }. A dashed line marks the letter's { RATIO($claim) }; { COUNT($held) } of { COUNT($computed) } dots lie on or above it, and { COUNT($held_bounds) } of these are upper bounds. A grid below shows the source, dollars and windows each dot uses. Surface-only specifications, the ones that compare like with like, reach at most { RATIO($surface_highest) }.

exports-destinations =
    .title = Mexico ranks { $rank } among { COUNT($of) } destinations of U.S. arms exports
    .subtitle = U.S. exports of arms and ammunition (HS 93), millions of current dollars, sum of { $first }–{ $last }
    .note = Total exports, free alongside ship. The table holds { COUNT($of) } destinations (the Western Hemisphere and the 25 largest), so ranks are among those.
    .alt = Bar chart of U.S. arms exports by destination, { $first } to { $last }: { COUNTRY($leader) } leads with { MONEY($largest) }; Mexico is number { $rank } with { MONEY($mexico) }.
    .long-description = Horizontal bars, one a destination, the largest on top. { COUNTRY($leader) } received { MONEY($largest) } in { $first } to { $last }, Mexico { MONEY($mexico) }, which is number { $rank } of the { COUNT($of) } destinations in the table.

exports-destination-states =
    .title = { $leader_kind ->
        [mexico] The State of México
       *[other] { $leader }
    } was the stated destination of { PCT($share) } of surface exports in { $period }
    .subtitle = Percent of U.S. arms exports (HS 93) to Mexico by destination state, surface modes, periods of { $span } years, { $first }–{ $last }
    .note = Destination on paper: the army buys in the capital and hands on from there. Surface modes only. Single shipments can fill a cell.
    .alt = Heat map of destination states by period, { $first } to { $last }: { $leader_kind ->
        [mexico] the State of México
       *[other] { $leader }
    } is the stated destination of { PCT($share) } of surface exports in { $period }.
    .long-description = A grid of states by periods of { $span } years from { $first } to { $last }; each cell is the state's percentage of the period's surface exports. In { $period } { $leader_kind ->
        [mexico] the State of México
       *[other] { $leader }
    } stands for { PCT($share) }. The figures show where the papers send the goods, not where they end up.

exports-domestic =
    .title = Domestic goods were { PCT($low) } to { PCT($high) } of exports wherever the split is published
    .subtitle = U.S. exports of arms and ammunition (HS 93) to Mexico, millions of current dollars and domestic share, { $first }–{ $last }
    .note = Re-exports are published, or the total less domestic goods of the same series. No split is published for the years left empty. Leaving re-exports out does not explain the letter's sum.
    .alt = Stacked bars of domestic goods and re-exports, { $first } to { $last }: domestic goods are between { PCT($low) } and { PCT($high) } of the exports of each year.
    .long-description = One bar a year from { $first } to { $last }, domestic goods below and re-exports above, with the domestic percentage on top. The lowest share is { PCT($low) }, the highest { PCT($high) }. Years for which no source publishes the split are empty.

exports-composition =
    .title = Military weapons were { PCT($share) } of the small arms recorded for { $last }
    .subtitle = U.S. small arms and ammunition to Mexico by kind, NISAT definition, millions of current dollars, { $first }–{ $last }
    .note = NISAT counts small arms and ammunition by a definition of its own, narrower than HS 93; its figures never stand in one series with customs data. Empty years have no figure.
    .alt = Three small bar charts by kind, { $first } to { $last }: military weapons reach { MONEY($military) } in { $last }, civilian firearms { MONEY($civilian) }, ammunition { MONEY($ammunition) }.
    .long-description = Three panels on one scale, one bar a year. In { $last } military weapons stand at { MONEY($military) }, civilian firearms at { MONEY($civilian) } and ammunition at { MONEY($ammunition) }. The definition is that of the Norwegian Initiative on Small Arms Transfers.

exports-headings =
    .title = Heading { $leader } made up { PCT($share) } of arms exports to Mexico in { $last }
    .subtitle = U.S. exports to Mexico by four-digit HS heading of chapter 93, millions of current dollars, { $first }–{ $last }
    .note = Total exports, from a file that was brought in. Four digits are used because longer codes change with each edition of the Harmonized System. Empty years have no figure.
    .alt = Small bar charts by HS heading, { $first } to { $last }: heading { $leader } reaches { MONEY($value) } in { $last }, { PCT($share) } of the chapter's headings.
    .long-description = One panel a heading on one scale, one bar a year from { $first } to { $last }. In { $last } heading { $leader } leads with { MONEY($value) }, { PCT($share) } of all headings of the chapter in the file.

finding-exports-base-total = U.S. exports of arms and ammunition (HS 93) to Mexico in { $window } came to { MONEY($value, is: $value_is) } in { exports-dollars }, { $modes ->
    [surface] counted by surface modes only
    [all] all modes of transport
   *[mixed] by surface modes only in some of the years
}.
finding-exports-comparison-total = U.S. exports of arms and ammunition (HS 93) to Mexico in { $window } came to { MONEY($value, is: $value_is) } in { exports-dollars }, { $modes ->
    [surface] counted by surface modes only
    [all] all modes of transport
   *[mixed] by surface modes only in some of the years
}.
finding-exports-ratio = Exports of { $comparison_window } ({ MONEY($comparison) }) were { RATIO($value, is: $value_is) } those of { $base_window } ({ MONEY($base, is: $base_is) }), in { exports-dollars }.
finding-exports-ratio-like-for-like = By surface modes alone, in one table, exports of { $comparison_window } ({ MONEY($comparison) }) were { RATIO($value, is: $value_is) } those of { $base_window } ({ MONEY($base) }), in { exports-dollars }.
finding-exports-ratio-real = In constant dollars (CPI-U by calendar year), exports of { $comparison_window } ({ MONEY($comparison) } of { YEAR($price_year) }) were { RATIO($value, is: $value_is) } those of { $base_window } ({ MONEY($base, is: $base_is) }).
finding-exports-claim-real = The letter's own { RATIO($claim) } in current dollars would be { RATIO($value, is: $value_is) } in constant dollars.
finding-exports-difference = Exports of { $comparison_window } exceeded those of { $base_window } by { MONEY($value, is: $value_is) } in { exports-dollars }.
finding-exports-base-rank = The base window { $window } has the { $value ->
    [1] smallest
    [2] second smallest
    [3] third smallest
   *[other] number { $value }
} sum of the { COUNT($of) } windows of its length in its series{ $lowest ->
    [yes] , in the lowest fifth: a base picked at a trough makes growth look larger
   *[no] {""}
}.
finding-exports-fragility = If the base were { MONEY($off) } larger, the ratio would be { RATIO($value, is: $value_is) }.
finding-exports-specifications-total = { COUNT($value) } of { COUNT($listed) } combinations of choices listed beforehand can be computed from the data held.
finding-exports-specifications-at-or-above-claim = The letter's { RATIO($claim) } is reached in { COUNT($value) } of { COUNT($of) } specifications, and { COUNT($bounds) } of those are upper bounds.
finding-exports-vintages = Official pulls of { $window } differ: { MONEY($value) } in the lowest, { MONEY($highest) } in the highest.
