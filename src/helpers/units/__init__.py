"""Whom licenses name: classes of end users, completeness, the five-state request, and how often only a central body is printed.

Frames in, frames out. "Not known" is an answer here, and the most common one: absence from a list is never "clear".
"""

from __future__ import annotations

import re

import pandas as pd

from helpers import timeline
from helpers.forces import plain

NAMES = ("unit", "force", "class", "central distributor only", "nothing known")
FIVE_STATES = ("Guerrero", "Veracruz", "Tamaulipas", "Chihuahua", "Michoacán")

# One class that is one body; the others stand for many bodies at once (32 state forces, some 2,000 municipal ones).
SINGLE_FORCES = ("army", "navy", "federal_police")
NOT_PRINTED = r"^\s*$|^not printed|^license not identified"
DISTRIBUTOR = r"\b(sedena|dcam|secretaria de la defensa nacional)\b"


def named(licenses: pd.DataFrame) -> pd.DataFrame:
    """What each license or notice names: a unit, one force, a class, the central distributor only, or nothing known.

    Parameters
    ----------
    licenses : DataFrame
        The ledger: id, unit_named, end_users_as_printed, end_user_classes, consignee, and the dates.

    Returns
    -------
    DataFrame
        id, kind, authority, year (of the notice, else of the issue; NA without a date), names (of `NAMES`), decided_by, source_id. A unit counts
        only when the ledger says that the license named one; end users printed as "not printed" or of a license that was not identified
        count as nothing; a consignee that is presumed was not printed either.

    Examples
    --------
    >>> row = {"id": "L", "kind": "other", "authority": "a", "notified_from": "", "issued_from": "", "unit_named": "no", "source_id": "s",
    ...        "end_users_as_printed": "Mexican Navy", "end_user_classes": "navy", "consignee": ""}
    >>> named(pd.DataFrame([row]))[["names", "decided_by"]].values.tolist()
    [['force', 'navy']]
    """
    rows = []
    for row in licenses.to_dict("records"):
        users, consignee = _text(row["end_users_as_printed"]), _text(row["consignee"])
        classes = [c for c in _text(row["end_user_classes"]).split(";") if c]
        printed = not re.search(NOT_PRINTED, users)
        distributor = re.search(DISTRIBUTOR, plain(consignee)) and "presumed" not in consignee
        if _text(row["unit_named"]) == "yes":
            names, why = "unit", users
        elif distributor and not printed:
            names, why = "central distributor only", consignee
        elif len(classes) == 1 and classes[0] in SINGLE_FORCES:
            names, why = "force", classes[0]
        elif classes:
            names, why = "class", ";".join(classes)
        else:
            names, why = "nothing known", users or consignee or "blank"
        year = timeline.spans.day(row["notified_from"]) or timeline.spans.day(row["issued_from"])
        rows.append((row["id"], row["kind"], _authority(row["authority"]), year.year if year else pd.NA, names, why, row["source_id"]))
    frame = pd.DataFrame(rows, columns=["id", "kind", "authority", "year", "names", "decided_by", "source_id"])
    return frame.astype({"year": "Int64"})


def completeness(named_rows: pd.DataFrame, by: str) -> pd.DataFrame:
    """How many licenses name what, by "year", "authority" or "kind": one column for each of `NAMES`, and `total`.

    >>> rows = pd.DataFrame({"kind": ["FMS", "FMS"], "names": ["force", "class"]})
    >>> completeness(rows, "kind")[["kind", "unit", "force", "class", "total"]].values.tolist()
    [['FMS', 0, 1, 1, 2]]
    """
    key = named_rows[by].astype("object").where(named_rows[by].notna(), "no date" if by == "year" else "not stated").astype(str)
    table = pd.crosstab(key, named_rows["names"]).reindex(columns=list(NAMES), fill_value=0)
    table["total"] = table.sum(axis=1)
    return table.rename_axis(columns=None).rename_axis(by).reset_index()


def request(transfers: pd.DataFrame, licenses: pd.DataFrame, states=FIVE_STATES) -> pd.DataFrame:
    """The 2019 request as a table: are U.S. arms with police of the state documented, and did a license name those police?

    Parameters
    ----------
    transfers, licenses : DataFrame
        The ledgers, leaked rows already taken out or let in.

    Returns
    -------
    DataFrame
        One row a state: state, held ("yes" or "not found"), evidence (ids of transfers), documented (sum of the quantities of rows that print one; the rows
        are different lots), license ("yes", "no" or "not known"), licenses_of_class (ids that name state or municipal police as a class only),
        settled_by ("receipts-2006-2018", "receipts-2018-2023" or both), sources.

    Notes
    -----
    "no" would need every license under which the arms came to be known and to name others: the ledger does not hold that for any
    state, so without a license that names the police the answer is "not known".

    >>> from helpers import sources
    >>> rows = request(sources.table("transfers"), sources.table("licenses"), ["Chihuahua"])
    >>> rows[["held", "documented", "license"]].values.tolist()
    [['yes', 486, 'not known']]
    """
    given = timeline.choose(timeline.hand_overs(transfers), origin="known")
    what = named(licenses).set_index("id")
    of_class = [i for i, c in zip(licenses["id"], licenses["end_user_classes"], strict=True) if re.search("state_police|municipal_police", _text(c))]
    rows = []
    for state in states:
        mine = given[given["state"] == state]
        named_here = [i for i in what.index[what["names"] == "unit"] if plain(state) in plain(what.loc[i, "decided_by"])]
        quantity = pd.to_numeric(mine["quantity"].replace("", None)).dropna()
        last = mine["end"].max() if len(mine) else pd.NaT
        first = mine["start"].min() if len(mine) else pd.NaT
        until_2018 = not len(mine) or mine["start"].isna().any() or first < pd.Timestamp("2018-12-01")
        after_2018 = not len(mine) or last >= pd.Timestamp("2018-12-01")
        settled = [name for name, wanted in (("receipts-2006-2018", until_2018), ("receipts-2018-2023", after_2018)) if wanted]
        rows.append((state, "yes" if len(mine) else "not found", " ".join(mine["transfer_id"]), int(quantity.sum()) if len(quantity) else pd.NA,
                     "yes" if named_here else "not known", " ".join(of_class), " ".join(settled),
                     ";".join(dict.fromkeys(mine["source_id"]))))
    frame = pd.DataFrame(rows, columns=["state", "held", "evidence", "documented", "license", "licenses_of_class", "settled_by", "sources"])
    return frame.astype({"documented": "Int64"})


# Names that stand for a whole ministry or service of defense, the bodies through which firearms are distributed, in the spellings of the
# training reports. A name made of nothing else, whatever its numbers and addresses, tells no unit. The Federal Police and the
# prosecutors are forces of their own and do not count.
CENTRAL = (
    r"secretar\w* (de )?(la )?(defensa|defence|defense) nacional|secretariat (of )?(the )?national defense|ministry of defen[sc]e|ministerio de defensa|"
    r"se+dena|sedana|seden a|sedema|sdn|mod|department of defense|"
    r"secretar\w* (de )?(la )?mari(a)?na|secretar\w* of the (navy|marines?)|ministry of the navy|armada de mexico|se+mar|sem|se ar|seamr|semra|mexmar|"
    r"navy|navair|marina|n avy|nay|army|ejercito|air fo(r)?ce|af|ar|fuerza aerea( mexicana)?|fam|military|armed forces"
)
FILLER = r"mexico|mexican|mx|of|the|and|de|del|la|s|d f|df|city|hqs?|headquarters|a|\d+"
UNKNOWN = r"(n a|unk|unknown|nda|gs|civilian|civil mexico|government agency|various mx units|different naval units|mexico|mx|internal security|civilian authority)?"


def central_only(unit) -> bool | None:
    """Whether a printed unit names nothing below a central body: True, False, or None when no unit is printed at all.

    >>> central_only("SEDENA 5833"), central_only("SEDENA / SEMAR"), central_only("3rd Btn S.F., Iguala, Guerrero, MX"), central_only("")
    (True, True, False, None)
    """
    text = plain(unit)
    if re.fullmatch(UNKNOWN, text):
        return None
    left = re.sub(rf"\b({CENTRAL})\d*\b", " ", text)
    left = re.sub(rf"\b({FILLER})\b", " ", left)
    return not left.strip()


def central_share(training: pd.DataFrame) -> pd.DataFrame:
    """Share of U.S. training records for Mexico that name only a central body, by report year.

    Parameters
    ----------
    training : DataFrame
        report_fy ("2006-2007"), unit_as_printed, records, source_id.

    Returns
    -------
    DataFrame
        report_fy, year (first of the two), records, printed (records with a unit), central (with only a central body), share (central of all
        records; NA where no unit is printed in the whole year).

    >>> rows = pd.DataFrame({"report_fy": "2007-2008", "unit_as_printed": ["SEDENA", "3rd Btn S.F., Iguala"], "records": [9, 1], "source_id": "s"})
    >>> central_share(rows)["share"].tolist()
    [0.9]
    """
    rows = training.assign(records=pd.to_numeric(training["records"]).astype(int), is_central=[central_only(u) for u in training["unit_as_printed"]])
    out = []
    for fy, part in rows.groupby("report_fy"):
        printed = part[part["is_central"].notna()]
        central = int(printed.loc[printed["is_central"].astype(bool), "records"].sum())
        total = int(printed["records"].sum())
        out.append((fy, int(fy[:4]), int(part["records"].sum()), total, central, central / int(part["records"].sum()) if total else None))
    frame = pd.DataFrame(out, columns=["report_fy", "year", "records", "printed", "central", "share"])
    return frame.astype({"year": "Int64", "share": "Float64"})


def _authority(text) -> str:
    """The agency behind a citation of law: "AECA 36(b); DSCA" is DSCA.

    >>> _authority("AECA 36(c)/38; State DDTC"), _authority("AECA 38 (presumed)")
    ('State DDTC', 'not stated')
    """
    parts = [p.strip() for p in _text(text).split(";")]
    agencies = [p for p in parts if p and not p.startswith("AECA") and p != "not identified"]
    return agencies[-1] if agencies else "not stated"


def _text(value) -> str:
    return "" if value is None or value is pd.NA or value != value else str(value)
