"""A copy of the project's raw data that a test may spoil."""

import csv
import shutil
from pathlib import Path

import pytest

from helpers import paths, sources

PROJECT = paths.root(Path(__file__).parent)


class Spoiled:
    """A project of its own in ``root``; its raw files can be changed with their records kept true."""

    def __init__(self, root: Path):
        self.root = root
        shutil.copytree(PROJECT / "data" / "raw", root / "data" / "raw")
        (root / "stories").mkdir()
        shutil.copy(PROJECT / "stories" / "default.yml", root / "stories")

    def path(self, name: str) -> Path:
        return self.root / "data" / "raw" / name

    def rewrite(self, name: str, change, keep_record: bool = True) -> None:
        """Replace the file's bytes by ``change(bytes)``; its record follows, so that only the content is at fault."""
        path = self.path(name)
        path.write_bytes(change(path.read_bytes()))
        if keep_record:
            records = self.path("records.csv")
            with records.open(encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
            for row in rows:
                if row["path"] == name:
                    row["sha256"] = paths.digest(path)
            with records.open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)

    def cell(self, name: str, row: int, column: str, value: str) -> None:
        """Set one cell; ``row`` is the line in the file as an editor counts it."""
        def change(data: bytes) -> bytes:
            lines = list(csv.reader(data.decode("utf-8").splitlines(keepends=True)))
            lines[row - 1][lines[0].index(column)] = value
            return as_csv(lines)

        self.rewrite(name, change)

    def written(self) -> list[Path]:
        return sorted((self.root / "data").glob("processed/*"))

    def refusal(self) -> str:
        """What building says; fails when it does not refuse or writes something."""
        with pytest.raises(sources.InputProblems) as caught:
            sources.write_processed(sources.build(self.root), self.root)
        assert self.written() == []
        return str(caught.value)


def as_csv(lines: list[list[str]]) -> bytes:
    import io

    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue().encode("utf-8")


@pytest.fixture
def spoiled(tmp_path) -> Spoiled:
    return Spoiled(tmp_path / "project")


@pytest.fixture(scope="session")
def evidence():
    return sources.build(PROJECT)
