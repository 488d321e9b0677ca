"""What several folders of tests share: a small run made by the recorder itself."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # so that `import sample` works from every folder of tests


@pytest.fixture(scope="session")
def sample_run(tmp_path_factory):
    """A finished run of two figures (the second a timeline) and three findings; copy it before changing it."""
    import sample

    return sample.build(tmp_path_factory.mktemp("runs") / "sample")
