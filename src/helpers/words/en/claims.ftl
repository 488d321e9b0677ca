# Words of the ledger of claims: statuses, reasons, and for each claim a label and its safest wording.

status-confirmed = confirmed
status-confirmed-with-a-difference = confirmed with a difference
status-supported-only-under-narrow-definitions = supported only under narrow definitions
status-not-reproducible-from-public-data = not reproducible from public data
status-contradicted = contradicted
status-unverifiable-closed-source = unverifiable (closed source)
status-superseded = superseded
status-not-testable-with-the-tables = not testable with the tables
status-short-confirmed = Confirmed
status-short-confirmed-with-a-difference = With a difference
status-short-supported-only-under-narrow-definitions = Only read narrowly
status-short-not-reproducible-from-public-data = Not reproducible
status-short-contradicted = Contradicted
status-short-unverifiable-closed-source = Closed source
status-short-superseded = Superseded
status-short-not-testable-with-the-tables = Not testable

why-closed = The source is not public.
why-judgment = A judgment, not a figure.
why-law = The text of a law or rule decides, not a table.
why-no-table = No table of the project holds it.
why-page-image = Only the page of the original decides.
why-letter-only = The only source found is the letter itself.
why-nothing-found = The tables hold nothing to compute it from.

difference-possession-not-use = possession is documented, use is not
difference-notice-not-issue = the day is that of the notice, not of the issue
difference-wider-end-users = the notice also lists police and a ministry
difference-no-license-read = no license text was read
difference-fewer-states = fewer states than the claim names
difference-same-state-only = at the closest tiers it holds for one of the two only

letter-house-2019-03-07 = House, 2019
letter-senate-2021-09-14 = Senate, 2021

claim-label-H19-01 = Date of the 2019 letter
claim-wording-H19-01 = On March 7, 2019, members of the House wrote to the Secretary of State.
claim-label-H19-02 = Tracking of end users
claim-wording-H19-02 = The State Department checks some end uses through Blue Lantern; we ask for a system that follows firearms to the unit that receives them.
claim-label-H19-03 = Exports 2015–2017
claim-wording-H19-03 = U.S. exports of arms and ammunition (HS 93) to Mexico in 2015–2017 came to { MONEY($value, is: $value_is) } in current dollars.
claim-label-H19-04 = Growth since 2002–2004
claim-wording-H19-04 = Surface exports of arms and ammunition (HS 93) to Mexico in 2015–2017 were { RATIO($like) } those of 2002–2004; for all modes the ratio is { RATIO($value, is: $value_is) }, since the earlier figure counts surface modes only.
claim-label-H19-05 = U.S. arms at atrocities
claim-wording-H19-05 = Police later arrested over the Iguala disappearances had Colt rifles among their weapons; the sources read do not show that those rifles were fired.
claim-label-H19-06 = Ayotzinapa students disappeared
claim-wording-H19-06 = In September 2014, { COUNT($value) } students of Ayotzinapa were disappeared after an attack by police in Iguala, Guerrero.
claim-label-H19-07 = Model of the Iguala rifles
claim-wording-H19-07 = Two Colt rifles, a model printed as AR65430 in the case file, were among the first 40 weapons seized from the Iguala and Cocula police.
claim-label-H19-08 = Maker of the Iguala rifles
claim-wording-H19-08 = The rifles were made by Colt.
claim-label-H19-09 = Police firearms reported missing
claim-wording-H19-09 = In one answer, the Army reported { COUNT($value) } firearms of police lost or stolen between August 2006 and August 2017; some other answers give lower totals.
claim-label-H19-10 = Year of the Sig Sauer license
claim-wording-H19-10 = Congress was notified of the Sig Sauer agreement on { DAY($day) }.
claim-label-H19-11 = Ceiling of the Sig Sauer license
claim-wording-H19-11 = The agreement allows { MONEY($value, is: $value_is) } in all, services and technical data included.
claim-label-H19-12 = Buyers under the Sig Sauer license
claim-wording-H19-12 = The notice lists as end users the Mexican Navy, the ministries of Defense and Interior, and federal and state police.
claim-label-H19-13 = Military role in law enforcement
claim-wording-H19-13 = A 2017 law and a constitutional change of 2019 widened the part of the armed forces in public security in Mexico.
claim-label-H19-14 = Abuses by police and military
claim-wording-H19-14 = By March 2019, { COUNT($value) } documented events in the ledger had a court judgment or a CNDH recommendation against police or military forces as their highest finding.
claim-label-H19-15 = The INVEST database
claim-wording-H19-15 = INVEST is the State Department's internal database for vetting units and persons nominated for training or assistance.
claim-label-H19-16 = Licenses that name no unit
claim-wording-H19-16 = None of the licenses and notices in the sources read is known to name a unit; { COUNT($value) } name a force, a class of users or the central distributor only.
claim-label-H19-17 = Who granted licenses
claim-wording-H19-17 = Until March 9, 2020, the State Department licensed the export of all firearms on the Munitions List.
claim-label-H19-18 = Effect of the move to Commerce
claim-wording-H19-18 = Since March 9, 2020, Commerce has licensed most firearms; in 2025 the GAO found gaps in its licensing and end-use monitoring.
claim-label-H19-19 = Five states with U.S. arms
claim-wording-H19-19 = U.S. firearms in the hands of police are documented in { COUNT($value, is: $value_is) } of the five states: Guerrero, Tamaulipas and Chihuahua in public sources.
claim-label-H19-20 = Footnote mark
claim-wording-H19-20 = Quote the sentence without the mark after 2006: it stands for footnote 3.
claim-label-H19-21 = Slips in the text
claim-wording-H19-21 = If quoted, keep the letter's wording as printed.
claim-label-S21-01 = Signers of the 2021 letter
claim-wording-S21-01 = { COUNT($value) } senators, Leahy, Booker, Merkley and Durbin, signed the letter of September 14, 2021.
claim-label-S21-02 = First letter of 2021
claim-wording-S21-02 = Senators first wrote on { DAY($day) }.
claim-label-S21-03 = Date of the State reply
claim-wording-S21-03 = According to the senators' letter, the State Department replied on { DAY($day) }; the reply is not public.
claim-label-S21-04 = Embassy not consulted
claim-wording-S21-04 = According to the senators' letter, the State Department said the Embassy was not consulted on police end users.
claim-label-S21-05 = Proposed Navy license
claim-wording-S21-05 = Congress was told in July 2021 of a proposed license for { MONEY($value, is: $value_is) } of Sig Sauer automatic rifles for the Mexican Navy.
claim-label-S21-06 = Navy and disappearances
claim-wording-S21-06 = In { COUNT($value) } documented events before September 2021 a court or the CNDH laid disappearances or torture to the Navy.
claim-label-S21-07 = Infiltration of police
claim-wording-S21-07 = The CNDH, on Ayotzinapa, speaks of institutions penetrated by crime; Human Rights Watch found evidence of state involvement in 149 of 249 disappearances.
claim-label-S21-08 = Police and military in atrocities
claim-wording-S21-08 = Before September 2021, { COUNT($value) } documented events had a court judgment or a CNDH recommendation against police or military forces as their highest finding.
claim-label-S21-09 = Guerrero state police, 2015
claim-wording-S21-09 = According to the senators' letter, U.S. firearms went to the Guerrero state police in 2015; no receipt was found in public sources.
claim-label-S21-10 = Tamaulipas state police, 2019
claim-wording-S21-10 = According to the senators' letter, U.S. firearms went to the Tamaulipas state police in 2019; no receipt was found in public sources.
claim-label-S21-11 = Implicated before the transfers
claim-wording-S21-11 = Both hand-overs, as dated by the letter, lie after the first dated official act on a force of the same state; only in Tamaulipas was it a unit of the same police.
claim-label-S21-12 = What the reply left open
claim-wording-S21-12 = According to the senators' letter, the reply did not say whether the licenses named the police of the two states.
claim-label-S21-13 = State told in 2017
claim-wording-S21-13 = According to the senators' letter, the Bureau of Political-Military Affairs was told in { YEAR($year) }; no record of it was found.
claim-label-S21-14 = No notice of a violation
claim-wording-S21-14 = No notice to Congress of a potential end-use violation was found in the sources searched.
claim-label-S21-15 = Waiver under AECA section 3
claim-wording-S21-15 = Section 3 of the Arms Export Control Act requires a report when a substantial violation may have occurred; it does not by itself end eligibility.
claim-label-S21-16 = Watch List shared
claim-wording-S21-16 = The GAO recommended in March 2019 that State share its watch list with Commerce; later reports say that it does.
claim-label-S21-17 = Contents of the Watch List
claim-wording-S21-17 = We understand that the Watch List holds private parties; its contents are not public.
claim-label-S21-18 = Torture in Navy custody
claim-wording-S21-18 = Cite the share only with its table; the 65 percent was not found on the pages read of the study.
claim-label-S21-19 = Year of the study
claim-wording-S21-19 = The study appeared in 2020 and uses a survey of 2016.
claim-label-S21-20 = Methods of torture
claim-wording-S21-20 = The survey of 2016 asks prisoners about choking, electric shocks, burns and sexual violence.
claim-label-S21-21 = Citation of the study
claim-wording-S21-21 = Cite the title with justicia, not justiciar.
claim-label-S21-22 = Forced disappearances by the Navy, 2018
claim-wording-S21-22 = The CNDH found the Navy responsible for { COUNT($value) } forced disappearances in Nuevo Laredo in 2018.
claim-label-S21-23 = No notice of shipments
claim-wording-S21-23 = According to the senators' letter, State is not told of shipments after it approves a license.
claim-label-S21-24 = Stopping a shipment
claim-wording-S21-24 = State can revoke or suspend a license before it is used up.
claim-label-S21-25 = Rule of December 2020
claim-wording-S21-25 = Commerce added Mexico to Country Group A:6 by a rule of { DAY($day) }.
claim-label-S21-26 = No public comment
claim-wording-S21-26 = The rule was issued as a final rule.
claim-label-S21-27 = License Exception STA
claim-wording-S21-27 = The rule opens part of License Exception STA to Mexico; how far that reaches firearms depends on the text of 15 CFR 740.20.
claim-label-S21-28 = Naming consignees
claim-wording-S21-28 = The exception calls for a consignee statement; whether Mexico was exempt was not found.
claim-label-S21-29 = Blue Lantern after the move
claim-wording-S21-29 = Firearms that moved to Commerce on March 9, 2020, left the scope of Blue Lantern.
claim-label-S21-30 = Checks that ended
claim-wording-S21-30 = State no longer checks semi-automatic and non-automatic firearms; Commerce runs checks of its own.
claim-label-S21-31 = Number of the Navy notice
claim-wording-S21-31 = Congress was notified on { DAY($day) }.
claim-label-S21-32 = Rifle kits of December 2020
claim-wording-S21-32 = According to the senators' letter, a license for { MONEY($value, is: $value_is) } of rifle kits was notified in December 2020; no other source was found.
claim-label-S21-33 = Crime control items
claim-wording-S21-33 = In 2021 rifles and pistols on the Commerce list carried no crime-control reason; shotguns did.
claim-label-S21-34 = Intent of section 502B
claim-wording-S21-34 = We hold that this conflicts with the intent of section 502B.
claim-label-S21-35 = No duty to report
claim-wording-S21-35 = Section 3 of the Arms Export Control Act covers defense articles; firearms under Commerce are not among them.
claim-label-S21-36 = Consultation of other offices
claim-wording-S21-36 = We ask which offices were consulted; the State reply is not public.
claim-label-S21-37 = Policy of naming police
claim-wording-S21-37 = We ask when the policy of naming police began; no public text of it was found.
claim-label-S21-38 = Marks in the copy
claim-wording-S21-38 = Quote without the marks that come from copying.

claim-not-computed = { $why } Say where the sentence comes from, or leave it out.
claim-amount = { $unit ->
    [USD] { MONEY($x, is: $x_is) }
    [ratio] { RATIO($x, is: $x_is) }
   *[other] { COUNT($x, is: $x_is) }
}
card-stated = stated: { $amount }
card-computed = computed: { $amount }
card-range = range of choices
card-title = the letter says { $unit ->
    [USD] { MONEY($stated) }
    [ratio] { RATIO($stated) }
   *[other] { COUNT($stated) }
}, the tables give { $unit ->
    [USD] { MONEY($value, is: $value_is) }
    [ratio] { RATIO($value, is: $value_is) }
   *[other] { COUNT($value, is: $value_is) }
}
card-status = { $status ->
    [confirmed] Confirmed
    [confirmed-with-a-difference] Confirmed with a difference
    [supported-only-under-narrow-definitions] Supported only under narrow definitions
    [not-reproducible-from-public-data] Not reproducible from public data: the only source found is the letter itself
    [contradicted] Contradicted
    [superseded] Superseded
   *[other] Not testable
}
card-subtitle = Claim { $id } against the tables, { $unit_words ->
    [USD] millions of current dollars
    [ratio] times
   *[other] number
}, { $period }
card-note = { card-status }. { $has_choices ->
    [yes] It holds in { COUNT($holds) } of { COUNT($choices) } equally defensible choices; the bar is their range.
   *[no] { $has_range ->
        [yes] The bar is the range of published vintages.
       *[no] One computation; no other choice is equally defensible.
    }
} Cell: { $of_cell }.
card-alt = Stated value beside computed value for claim { $id }: { card-title }. { card-status }.
card-long = One axis. A line marks what the letter says, a dot what the tables give, a bar the range over equally defensible choices where there is one. { card-title }. { card-note }

claims-at-a-glance =
    .title = Of { COUNT($n) } sentences in the two letters, { COUNT($computed) } can be computed; { COUNT($confirmed) } of them hold as they stand
    .subtitle = Claims of the letters of 2019 and 2021 by status computed from the tables; each square is a claim
    .note = A status follows by rule from the stated and the computed value. Not testable: no table holds it; the ledger names the document that would settle it. Numbers are those of the ledger of claims. { COUNT($disagree) } statuses differ from the researcher's reading.
    .alt = Grid of { COUNT($n) } claims of two letters by status: { COUNT($confirmed) } confirmed, { COUNT($difference) } with a difference, { COUNT($narrow) } only read narrowly, { COUNT($closed) } closed source, { COUNT($untested) } not testable.
    .long-description = Two columns, one a letter, and one row a status. Confirmed: { COUNT($confirmed) }. Confirmed with a difference: { COUNT($difference) }. Supported only under narrow definitions: { COUNT($narrow) }. Not reproducible from public data: { COUNT($letter_only) }. Contradicted: { COUNT($contradicted) }. Unverifiable, closed source: { COUNT($closed) }. Not testable with the tables: { COUNT($untested) }.

finding-claims-by-status = Of { COUNT($n) } claims in the two letters, { COUNT($confirmed) } are confirmed, { COUNT($difference) } confirmed with a difference, { COUNT($narrow) } supported only under narrow definitions, { COUNT($letter_only) } not reproducible from public data, { COUNT($contradicted) } contradicted, { COUNT($closed) } unverifiable for a closed source and { COUNT($untested) } not testable with the tables.
finding-claims-computed = { COUNT($value) } of { COUNT($n) } claims in the two letters can be computed from the tables.

column-stated = stated
column-computed = computed
column-low = lowest choice
column-high = highest choice
column-holds = choices in which it holds
column-choices = choices
column-research-status = researcher's reading
column-agrees = rule and researcher agree
value-confirmed = confirmed
value-confirmed-with-a-difference = confirmed with a difference
value-supported-only-under-narrow-definitions = supported only under narrow definitions
value-not-reproducible-from-public-data = not reproducible from public data
value-contradicted = contradicted
value-unverifiable-closed-source = unverifiable (closed source)
value-superseded = superseded
value-not-testable-with-the-tables = not testable with the tables
value-supported = supported
value-supported-with-difference = supported with a difference
value-unverifiable-publicly = unverifiable publicly
value-usd = dollars
value-persons = persons
value-ratio = times
value-signers = signers
value-states = states

claim-h19-03 =
    .title = { claim-label-H19-03 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-H19-03 }. { card-long }
claim-h19-04 =
    .title = { claim-label-H19-04 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-H19-04 }. { card-long }
claim-h19-06 =
    .title = { claim-label-H19-06 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-H19-06 }. { card-long }
claim-h19-09 =
    .title = { claim-label-H19-09 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-H19-09 }. { card-long }
claim-h19-11 =
    .title = { claim-label-H19-11 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-H19-11 }. { card-long }
claim-h19-19 =
    .title = { claim-label-H19-19 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-H19-19 }. { card-long }
claim-s21-01 =
    .title = { claim-label-S21-01 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-S21-01 }. { card-long }
claim-s21-05 =
    .title = { claim-label-S21-05 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-S21-05 }. { card-long }
claim-s21-22 =
    .title = { claim-label-S21-22 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-S21-22 }. { card-long }
claim-s21-32 =
    .title = { claim-label-S21-32 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-S21-32 }. { card-long }
