"""Write environment.yml from requirements.lock: the same pins, for people who use conda. `make lock` calls it.

conda hands the lines under `pip:` to pip in one file. pip refuses an editable project in a file that has
hashes, so the pins stand there without them; markers are settled for conda's Python, platforms stay.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from packaging.markers import Marker

PYTHON = "3.11"
HEAD = f"""\
# Made from requirements.lock by `make lock`; tests/test_environment.py proves that the two agree.
# With conda, from the project's folder: conda env create -f environment.yml
name: armstrail
channels:
  - conda-forge
  - nodefaults
dependencies:
  - python={PYTHON}
  - pip
  - pip:
      - -e .
"""


def pins(lock: str) -> list[tuple[str, str, str]]:
    """Name, version and marker ("" when none) of each pin in the text of a lock."""
    lines = re.findall(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^ ;\\]+)(?: ; ([^\\\n]+?))? *\\?$", lock, re.MULTILINE)
    return [(name, version, marker.strip()) for name, version, marker in lines]


def for_conda(found: list[tuple[str, str, str]]) -> list[str]:
    """The pins as conda's pip lines, without those that its Python never needs."""
    lines = []
    for name, version, marker in found:
        if "python" in marker:
            if " and " in marker or " or " in marker:
                raise SystemExit(f"The marker of {name} names Python beside something else: {marker}. Teach .ci/environment.py to read it.")
            # conda-forge's 3.11 is far past 3.11.5, where the last of these markers turns.
            if not Marker(marker).evaluate({"python_version": PYTHON, "python_full_version": f"{PYTHON}.12"}):
                continue
            marker = ""
        lines.append(f"{name}=={version}" + (f" ; {marker}" if marker else ""))
    return lines


if __name__ == "__main__":
    project = Path(__file__).resolve().parent.parent
    lines_ = for_conda(pins((project / "requirements.lock").read_text(encoding="utf-8")))
    text = HEAD + "".join(f"      - {line}\n" for line in lines_)
    if "--print" in sys.argv:
        print(text, end="")
    else:
        (project / "environment.yml").write_text(text, encoding="utf-8", newline="\n")
