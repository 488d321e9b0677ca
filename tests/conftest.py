"""What several folders of tests share: a small run made by the recorder itself, and the ledgers as text."""

import sys
from pathlib import Path

import pandas as pd
import pytest

from helpers import forces, paths

sys.path.insert(0, str(Path(__file__).parent))  # so that `import sample` works from every folder of tests


@pytest.fixture(scope="session")
def sample_run(tmp_path_factory):
    """A finished run of two figures (the second a timeline) and three findings; copy it before changing it."""
    import sample

    return sample.build(tmp_path_factory.mktemp("runs") / "sample")


def ledger(name):
    """A ledger of the project as text, wherever under data/raw its topic puts it."""
    raw = paths.root(__file__) / "data" / "raw"
    found = sorted(raw.rglob(f"{name}.csv"))
    assert len(found) == 1, f"{name}.csv should stand once under data/raw, found {found}"
    return pd.read_csv(found[0], dtype=str, keep_default_na=False)


@pytest.fixture(scope="session")
def atrocities():
    return ledger("atrocities")


@pytest.fixture(scope="session")
def transfers():
    return ledger("transfers")


@pytest.fixture(scope="session")
def bibliography():
    return ledger("sources")


@pytest.fixture(scope="session")
def told():
    return ledger("us_agency_told")


@pytest.fixture(scope="session")
def policies():
    return ledger("policy_events")


@pytest.fixture(scope="session")
def forces_frame():
    return ledger("forces")


@pytest.fixture(scope="session")
def table(forces_frame):
    return forces.Table(forces_frame)
