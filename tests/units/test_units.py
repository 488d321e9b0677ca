import pandas as pd
import pytest

from helpers import timeline, units


def ledger(name):
    from helpers import paths

    return pd.read_csv(next((paths.root(__file__) / "data" / "raw").rglob(f"{name}.csv")), dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def licenses():
    return ledger("licenses")


def test_no_license_is_known_to_name_a_unit(licenses):
    named = units.named(licenses).set_index("id")["names"]
    assert (named == "unit").sum() == 0
    assert named["DCS-SIG-2015-266M"] == "class" and named["DDTC-20-072"] == "force"
    assert named["DSP5-050016624"] == named["SIG-SEDENA-2008"] == "central distributor only"
    assert named["COLT-IGUALA-2014"] == named["DCS-MX-2020-12-KITS"] == "nothing known"
    assert set(named) <= set(units.NAMES) and len(named) == 13


def test_a_named_unit_would_count(licenses):
    changed = licenses.assign(unit_named=["yes", *licenses["unit_named"][1:]], end_users_as_printed=["Guerrero state police", *licenses["end_users_as_printed"][1:]])
    assert units.named(changed)["names"].iloc[0] == "unit"
    row = units.request(ledger("transfers"), changed).set_index("state")
    assert row.loc["Guerrero", "license"] == "yes" and row.loc["Tamaulipas", "license"] == "not known"


@pytest.mark.parametrize("by", ["year", "authority", "kind"])
def test_completeness_adds_up_to_every_license(licenses, by):
    table = units.completeness(units.named(licenses), by)
    assert table["total"].sum() == len(licenses)
    assert (table[list(units.NAMES)].sum(axis=1) == table["total"]).all()


def test_the_five_states_of_the_2019_request(licenses, bibliography):
    public = timeline.public(ledger("transfers"), bibliography)
    rows = units.request(public, licenses).set_index("state")
    assert list(rows.index) == ["Guerrero", "Veracruz", "Tamaulipas", "Chihuahua", "Michoacán"]
    assert (rows["license"] == "not known").all()
    assert rows.loc["Chihuahua", "documented"] == 486 and rows.loc["Veracruz", "held"] == "not found"
    assert rows.loc["Michoacán", "held"] == "not found"  # known only from leaked cables
    assert rows.loc["Guerrero", "settled_by"] == "receipts-2006-2018"
    with_leaks = units.request(ledger("transfers"), licenses).set_index("state")
    assert with_leaks.loc["Michoacán", "held"] == "yes" and with_leaks.loc["Michoacán", "documented"] == 121


def test_the_share_of_central_bodies_jumps_after_2006_07():
    share = units.central_share(ledger("training_units")).set_index("report_fy")
    early, late = share.loc["2001-2002":"2006-2007", "share"], share.loc["2007-2008":, "share"]
    assert len(share) == 22 and share["share"].isna().sum() == 2
    assert early.max() <= 0.30 and late.min() >= 0.5 and 0.94 <= late.max() <= 0.96
    assert share["records"].sum() == pd.to_numeric(ledger("training_units")["records"]).sum()


@pytest.mark.parametrize("unit, expected", [
    ("SEDENA", True), ("SEDENA 5833", True), ("SEDENA / SEMAR", True), ("SEMRA", True), ("Secretariat de Marina (SEMAR)", True), ("MX Navy, MX Army", True),
    ("SEDENA SOF", False), ("Federal Police", False), ("PGR", False), ("3rd Btn S.F., Iguala, Guerrero, MX", False), ("N/A", None), ("", None), ("UNK", None),
])
def test_what_counts_as_a_central_body(unit, expected):
    assert units.central_only(unit) is expected
