"""What several folders of tests share: a small run made by the recorder itself."""

import pytest


@pytest.fixture(scope="session")
def sample_run(tmp_path_factory):
    """A finished run of two figures (the second a timeline) and three findings; copy it before changing it."""
    import sample

    return sample.build(tmp_path_factory.mktemp("runs") / "sample")
