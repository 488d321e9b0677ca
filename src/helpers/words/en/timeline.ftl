# Words of the time charts: lanes, orders, tiers, events (places, never persons), policies.

lane-license = Licenses
lane-notice = Notices to Congress
lane-shipment = Imports, any force
lane-hand-over = U.S. arms to police
lane-other-origin = Other origin
lane-origin-not-stated = Origin not stated
lane-policy = Policy dates
lane-event = Atrocities
lane-implication = First official acts
label-ceiling = { $id }: { MONEY($usd, is: $usd_is) }
label-amount = { MONEY($usd, is: $usd_is) }
label-firearms = { COUNT($n) } firearms

order-after = after
order-possibly-after = possibly after
order-before = before
order-no-date = no date to compare
tier-same-unit = same unit
tier-successor-unit = successor unit
tier-parent-or-child-command = parent or child command
tier-same-corps-and-state = same corps and state
tier-same-state-only = same state only

date-kind-event = Event
date-kind-first-finding = First dated official act
date-kind-finding = Highest finding
date-kind-us-agency = U.S. agency told

level-court = court
level-cndh = CNDH
level-cndh-grave = CNDH, grave violations
level-prosecutor = prosecutor
level-un-or-ngo = UN or NGO
level-press = press
level-any = any level
role-direct = direct
role-collusion-alleged = alleged collusion
role-acquiescence = acquiescence

state-short-guerrero = Gro.
state-short-tamaulipas = Tamps.
state-short-chihuahua = Chih.
state-short-michoacan = Mich.
state-short-veracruz = Ver.
state-name-mexico = State of México
state-name-ciudad-de-mexico = Mexico City
country-belgium = Belgium
country-germany = Germany
transfer-TRF-003 = State police, 2007
transfer-TRF-021 = On loan, 2016–2021 term
transfer-TRF-024 = State police, 2015
transfer-TRF-026 = State police, 2019
transfer-TRF-027 = GOPES, by Jan. 2021
transfer-TRF-028 = Iguala police, by Sept. 2014

event-ATR-001 = Atenco
event-ATR-002 = La Joya
event-ATR-003 = Juárez 2008
event-ATR-004 = Buenaventura
event-ATR-005 = Monterrey
event-ATR-006 = Mier 2010
event-ATR-007 = San Fernando 2010
event-ATR-008 = Acapulco road
event-ATR-009 = Monterrey–Laredo road
event-ATR-010 = San Fernando 2011
event-ATR-011 = Allende
event-ATR-012 = Juárez 2011
event-ATR-013 = Nuevo Laredo 2011
event-ATR-014 = Navy, 2011–2014
event-ATR-015 = Chilpancingo 2011
event-ATR-016 = El Guayabo
event-ATR-017 = Coahuila, GATE
event-ATR-018 = Xalapa area
event-ATR-019 = Nuevo Laredo 2013
event-ATR-020 = Anáhuac
event-ATR-021 = Luvianos
event-ATR-022 = Tlatlaya
event-ATR-023 = Chalchihuapan
event-ATR-024 = Iguala (Ayotzinapa)
event-ATR-025 = Matamoros
event-ATR-026 = Apatzingán
event-ATR-027 = Chilapa
event-ATR-028 = Tanhuato
event-ATR-029 = Tlapa
event-ATR-030 = Ostula
event-ATR-031 = Coatzacoalcos
event-ATR-032 = Tierra Blanca
event-ATR-033 = Tezonapa
event-ATR-034 = Papantla
event-ATR-035 = Nochixtlán
event-ATR-036 = Camargo 2016
event-ATR-037 = Arantepacua
event-ATR-038 = Tepic
event-ATR-039 = La Concepción
event-ATR-040 = Nuevo Laredo 2018
event-ATR-041 = Nuevo Laredo, March 2018
event-ATR-042 = Valles de Anáhuac
event-ATR-043 = Río Bravo
event-ATR-044 = Nuevo Laredo 2020
event-ATR-045 = Mier 2021
event-ATR-046 = Camargo 2021
event-ATR-047 = Tulum
event-ATR-048 = Motozintla
event-ATR-049 = Nuevo Laredo 2021
event-ATR-050 = Pueblo Viejo
event-ATR-051 = El Copal
event-ATR-052 = Nuevo Laredo, Feb. 2023
event-ATR-053 = Naranjal
event-ATR-054 = Nuevo Laredo, May 2023
event-ATR-055 = Guasave
event-ATR-056 = Ahome
event-ATR-057 = Chilpancingo 2024

license-DCS-SIG-2015-266M = Sig Sauer 2015
license-DDTC-20-072 = Sig Sauer, Navy 2021
license-DCS-MX-2020-12-KITS = Rifle kits 2020
license-DSCA-MX-C130J-2012 = C-130J aircraft 2012
license-DSCA-MX-UH60M-2014A = 18 UH-60M 2014
license-DSCA-14-17 = HMMWV 2014
license-DSCA-MX-UH60M-2014B = 5 UH-60M 2014
license-DSCA-MX-MISSILES-2018 = Navy missiles 2018
license-DSCA-MX-MH60R-2018 = 8 MH-60R 2018
license-DSP5-050016624 = Bushmaster 2006
license-COLT-IGUALA-2014 = Colt, Iguala
license-SIG-SEDENA-2008 = Sig Sauer 2008
license-NAMMO-TALLEY-2016 = Nammo Talley 2016

policy-POL-024 = move to Commerce proposed
policy-POL-026 = Congress notified of the move
policy-POL-029 = exit from Arms Trade Treaty announced
policy-POL-030 = rules to move firearms published
policy-POL-031 = court enjoins 3D-gun part
policy-POL-032 = firearms move to Commerce
policy-POL-034 = STA exception opened to Mexico
policy-POL-045 = notices to Congress adopted
policy-POL-050 = 90-day pause; Mexico exempt
policy-POL-055 = end users must be named
policy-POL-056 = 2024 rule takes effect
policy-POL-058 = hold on new applications
policy-POL-062 = 2024 rule rescinded
policy-when-day = { DAY($date) }
policy-when-month = { MONTH($date) }
pendulum-eases = Eased controls
pendulum-tightens = Tightened controls

grid-possibly = +{ COUNT($n) } possibly
grid-days = { $n ->
    [0] no lag
   *[other] { COUNT($n) } days
}
lane-other = Other or not stated
placebo-share = { PCT($share) }
placebo-observed = { COUNT($n) } (observed)

span-by = by { $day }
span-since = since { $day }
origin-known = United States
origin-partly = partly United States
origin-not = other country
origin-not-stated = not stated
force-army = army
force-navy = navy
force-federal-police = federal police
force-state-police = state police
force-municipal-police = municipal police
force-mixed = several forces
sheet-title = { $state }: arms for police and atrocities, by date
sheet-alt = Timeline for { $state } with { COUNT($arms) } dated hand-overs to police and { COUNT($events) } atrocities; the two tables below list them.
sheet-arms = Hand-overs of arms to police, against the earliest implication of a force in the state
sheet-arms-none = No dated hand-over to police of this state was found in the sources searched. That is not proof that there was none.
sheet-events = Documented atrocities and the first dated official act on each
sheet-events-none = No documented atrocity is in the ledger for this state.
sheet-column-receiver = Received by
sheet-column-when = When
sheet-column-origin = Origin
sheet-column-order = Order
sheet-column-tier = Closest tier
sheet-column-place = Place
sheet-column-force = Force
sheet-column-role = Role
sheet-column-first = First dated official act
sheet-no-date = no dated act read
sheet-absence = Not found in the sources searched does not mean that it did not happen. An allegation is attributed in the ledger to whoever made it.
arms-of = { $origin ->
    [known] U.S. arms
    [not] non-U.S. arms
    [partly] partly U.S. arms
    [not-stated] arms of unstated origin
   *[any] arms
}

date-kind = { $kind ->
    [event] { date-kind-event }
    [finding] { date-kind-finding }
    [us_agency] { date-kind-us-agency }
   *[first_finding] { date-kind-first-finding }
}
date-words = { $kind ->
    [event] { date-words-event }
    [finding] { date-words-finding }
    [us_agency] { date-words-us-agency }
   *[first_finding] { date-words-first-finding }
}
leaked-left-out = { $leaked ->
    [0] No row is left out for resting on leaked documents.
    [one] 1 row known only from leaked documents is left out.
   *[other] { COUNT($leaked) } rows known only from leaked documents are left out.
}

timeline =
    .title = { COUNT($atrocities) } documented atrocities and { COUNT($american) } known hand-overs of U.S. arms to police of a Mexican state, { YEAR($first) }–{ YEAR($last) }
    .subtitle = Licenses, imports, hand-overs, policy dates and atrocities, by date, Mexico, { YEAR($first) }–{ YEAR($last) }
    .note = { order-not-cause } Hatched: a date known only as a month, a year or a term; arrow: that side is open. Amounts are ceilings, not deliveries. Gray squares: notices of other goods. { $undated } licenses have no date. { leaked-left-out }
    .alt = Timeline of licenses, hand-overs and { COUNT($atrocities) } atrocities in Mexico, { YEAR($first) } to { YEAR($last) }: { COUNT($american) } hand-overs of U.S. arms to state police, { COUNT($implications) } events with a dated official act.
    .long-description = One axis of time with nine lanes. The Sig Sauer license runs from { DAY($license_from) } to { MONTH($license_to) } with a ceiling of { MONEY($license_usd) }. { COUNT($american) } hand-overs of U.S. arms to police of a state have a date or a range; { COUNT($other) } are of other origin and { COUNT($unstated) } of origin not stated, drawn in lanes of their own. { COUNT($policies) } policy dates are ticks. { COUNT($atrocities) } atrocities are vertical lines or hatched spans; { COUNT($implications) } have a first dated official act, drawn as diamonds.
order-of-transfers =
    .title = { COUNT($after) } of { COUNT($n) } known hand-overs of { arms-of } came after a force in the state was first implicated; { COUNT($possibly) } possibly did
    .subtitle = Hand-overs to state police (triangles) and first dated official acts (diamonds), { YEAR($first) }–{ YEAR($last) }
    .note = { order-not-cause } Filled diamond: the same unit, its successor, its command or its corps; open diamond: another force of the state. Hatched: a date known only roughly; arrow: open side. { date-kind }; lag { $lag } days. The tier is the closest at which the order holds.
    .alt = Dated rows for { COUNT($n) } hand-overs of { arms-of }: { COUNT($after) } after, { COUNT($possibly) } possibly after and { COUNT($before) } before the first dated official act on a force of the state.
    .long-description = Each row is a hand-over of { arms-of } to police of a Mexican state, drawn at its date or range, under the diamonds of the dates on which forces of that state were implicated. After: { $after_ids }. Possibly after: { $possibly_ids }. Before: { $before_ids }. The lag is { $lag } days.

lag-grid =
    .title = Between { COUNT($least) } and { COUNT($most) } of { COUNT($n) } hand-overs of { arms-of } lie after, depending on the date of implication and the lag
    .subtitle = Hand-overs to state police that lie after the date (bold) and possibly after, { YEAR($first) }–{ YEAR($last) }
    .note = { order-not-cause } Tier: same state or closer. Rows: which date counts as implication. Columns: days that must lie between. A dash: no event in those states has such a date.
    .alt = Grid of 4 implication dates by 5 lags: between { COUNT($least) } and { COUNT($most) } of { COUNT($n) } hand-overs of { arms-of } lie after; { COUNT($positive) } of { COUNT($cells) } cells hold at least one.
    .long-description = Rows are the event, the first dated official act, the highest finding and the day a U.S. agency was told; columns are lags of 0, 30, 90, 180 and 365 days. Each cell counts the hand-overs of { arms-of } to police of a state that lie wholly after, and those that possibly do. At the default cell, first dated official act and no lag, { COUNT($default) } lie after.
order-matrix =
    .title = For { COUNT($changing) } of { COUNT($n) } hand-overs of { arms-of } the answer depends on which date counts as implication
    .subtitle = Order of each hand-over against the earliest date in its state, lag { COUNT($lag) } days, { YEAR($first) }–{ YEAR($last) }
    .note = { order-not-cause } Under each order: the closest tier at which it holds. For Iguala the dates are September 26, 2014 (event), September 28, 2014 (first arrests), 2017 (State said to have been told) and November 28, 2018 (CNDH).
    .alt = Matrix of { COUNT($n) } hand-overs by 4 implication dates; the order changes with the date for { COUNT($changing) } of them.
    .long-description = Rows are hand-overs of { arms-of } to police of Mexican states; columns are four dates of implication. Each cell says after, possibly after, before or no date to compare, and the closest identity tier at which that order holds. The order changes with the date for { COUNT($changing) } of { COUNT($n) } rows.
license-life =
    .title = { COUNT($expiring) } of { COUNT($dated) } dated licenses and notices has a published expiry; the largest for firearms allows { MONEY($usd, is: $usd_is) }
    .subtitle = Notice to expiry, with ceilings in current dollars, Mexico, { YEAR($first) }–{ YEAR($last) }
    .note = { order-not-cause } Blue: firearms; gray: other goods. Arrow: no expiry published. Black circles above the bar: imports of { COUNT($firearms) } Sig Sauer firearms reported for 2015–2017, part of them in 2015; a count, not set against the dollars. A notice is a ceiling, not a delivery.
    .alt = Bars from notice to expiry for { COUNT($dated) } licenses and notices; { COUNT($expiring) } has an expiry, the Sig Sauer license of { MONEY($usd, is: $usd_is) } to { MONTH($until) }.
    .long-description = One row a license or notice, from { YEAR($first) }. Only the Sig Sauer license of 2015 has a published expiry, { MONTH($until) }; its ceiling is { MONEY($usd, is: $usd_is) }. The others are shown as a square at the notice with an open arrow. Two black circles above the Sig Sauer bar are imports reported by Mexico, forces not split. { COUNT($undated) } licenses have no date at all.
policy-pendulum =
    .title = { COUNT($eases) } steps eased and { COUNT($tightens) } tightened U.S. control of firearms exports, { YEAR($first) }–{ YEAR($last) }
    .subtitle = Rules and rulings by date and direction, United States, { YEAR($first) }–{ YEAR($last) }
    .note = Left: eased; right: tightened. The direction is read from what each step changed and is listed with its reason in data/raw/reference/policy_directions.csv. Equal spacing: distances down the page are not time.
    .alt = Sequence of { COUNT($n) } dated rules swinging between eased (left, { COUNT($eases) }) and tightened (right, { COUNT($tightens) }) controls on firearms exports, { YEAR($first) } to { YEAR($last) }.
    .long-description = { COUNT($n) } dated steps from the top, oldest first. From 2018 to December 2020 most steps ease controls: firearms move from State to Commerce and an exception opens for Mexico. From 2022 to early 2025 steps tighten: notices to Congress, a pause, a rule that end users be named, a hold. On { DAY($last_day) } the last step rescinds that rule.
states-five =
    .title = In { COUNT($with_arms) } of the five states the 2019 letter names, a hand-over of U.S. arms to police is documented with a date
    .subtitle = Arms handed to police, atrocities and first dated official acts, { YEAR($first) }–{ YEAR($last) }
    .note = { order-not-cause } Filled triangle: U.S. arms; open: other or unstated origin. Hatched: a date known only roughly; arrow: open side. { leaked-left-out }
    .alt = Five small timelines, one a state: { COUNT($american) } dated hand-overs of U.S. arms and { COUNT($events) } atrocities in Guerrero, Veracruz, Tamaulipas, Chihuahua and Michoacán.
    .long-description = One panel a state with four lines: U.S. arms handed to police, arms of other or unstated origin, atrocities, and first dated official acts. { COUNT($american) } hand-overs of U.S. arms have a date or a range, in { COUNT($with_arms) } of the five states; { COUNT($events) } atrocities are shown. No such hand-over is dated for the other states, which is not proof that there was none.
n-atrocities = { $events ->
    [one] 1 documented atrocity
   *[other] { COUNT($events) } documented atrocities
}
n-events = { $events ->
    [one] 1 atrocity
   *[other] { COUNT($events) } atrocities
}
n-hand-overs = { $american ->
    [one] 1 dated hand-over of U.S. arms
   *[other] { COUNT($american) } dated hand-overs of U.S. arms
}
state-page =
    .title = { $state }: { n-atrocities }, { n-hand-overs } to police
    .subtitle = Arms handed to police, atrocities and first dated official acts, { $state }, { YEAR($first) }–{ YEAR($last) }
    .note = { order-not-cause } Hatched: a date known only roughly; arrow: open side. Hand-overs of other or unstated origin have lanes of their own. { leaked-left-out }
    .alt = Timeline for { $state }: { n-events }, { COUNT($implications) } with a dated official act, and { n-hand-overs } to police, { YEAR($first) } to { YEAR($last) }.
    .long-description = Lanes for { $state }: hand-overs of U.S. arms ({ COUNT($american) }), of other origin ({ COUNT($other) }) and of origin not stated ({ COUNT($unstated) }), atrocities ({ COUNT($events) }) as lines or hatched spans with their places, and first dated official acts ({ COUNT($implications) }) as diamonds.
placebo =
    .title = { $carries ->
        [yes] { COUNT($observed) } hand-overs lie after; exchanging states gives as many or more in { PCT($p) } of arrangements
       *[no] With { COUNT($n) } dated hand-overs the data cannot say whether the order is more than chance
    }
    .subtitle = Share of possible arrangements ({ COUNT($arrangements) }) by number of hand-overs after, { YEAR($first) }–{ YEAR($last) }
    .note = { order-not-cause } Null: within one kind of force and one year, which state received U.S. arms has nothing to do with where forces had been implicated. Statistic fixed beforehand: hand-overs of U.S. arms that lie after. All arrangements are counted when they are few. { $free } of { COUNT($n) } hand-overs can be exchanged at all.
    .alt = Histogram of the number of hand-overs after an implication over { COUNT($arrangements) } exchanges of states; observed { COUNT($observed) }, as many or more in { PCT($p) }.
    .long-description = Bars show the share of arrangements for each number of hand-overs that lie after. The observed number, { COUNT($observed) }, is marked. { COUNT($free) } of { COUNT($n) } hand-overs can be exchanged within force and year. { $carries ->
        [yes] The view informs about chance under this null only.
       *[no] With so few the data cannot carry the question.
    }

finding-timeline-atrocities = { COUNT($value) } documented atrocities by forces in Mexico, { YEAR($first) } to { YEAR($last) }, are in the ledger.
finding-timeline-transfers-after = { COUNT($value) } of { COUNT($n) } known hand-overs of { arms-of } to police of a Mexican state { $value ->
        [one] lies
       *[other] lie
    } wholly after the { date-words } on a force of that state, with a lag of { COUNT($lag) } days.
finding-timeline-transfers-possibly-after = { COUNT($value) } of { COUNT($n) } known hand-overs of { arms-of } to police of a Mexican state possibly { $value ->
        [one] lies
       *[other] lie
    } after the { date-words } on a force of that state: their dates overlap.
finding-timeline-lag-grid = In { COUNT($value) } of { COUNT($n) } combinations of implication date and lag, at least one known hand-over of { arms-of } to state police lies after the implication of a force of the state; at the { date-words } and { COUNT($lag) } days, { COUNT($here) } do.
finding-timeline-same-unit-after = { COUNT($value) } of { COUNT($n) } known hand-overs of { arms-of } { $value ->
        [one] lies
       *[other] lie
    } after the { date-words } on the same unit.
finding-timeline-same-corps-after = { COUNT($value) } of { COUNT($n) } known hand-overs of { arms-of } { $value ->
        [one] lies
       *[other] lie
    } after the { date-words } on the same corps of the state, its command or one of its units.
finding-timeline-same-state-after = { COUNT($value) } of { COUNT($n) } known hand-overs of { arms-of } { $value ->
        [one] lies
       *[other] lie
    } after the { date-words } on any force of the same state.
date-words-event = date of the event
date-words-first-finding = first dated official act
date-words-finding = highest finding
date-words-us-agency = date a U.S. agency was told
