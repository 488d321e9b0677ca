"""The only way out of a notebook: figure bundles, findings, the run's manifest, and what changed since.

A notebook calls ``start`` once, then ``figure`` and ``finding`` on what it returns, then ``finish``.
The runner calls ``merge`` when all notebooks are through, and ``compare`` with the last good run.
"""

from helpers.record.bundle import LANGUAGES
from helpers.record.comparison import Comparison, compare
from helpers.record.folder import load, merge, parameters
from helpers.record.run import Run, start

__all__ = ["LANGUAGES", "Comparison", "Run", "compare", "load", "merge", "parameters", "start"]
