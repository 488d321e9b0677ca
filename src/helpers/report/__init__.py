"""The web report of a run: one self-contained page in both languages, and the executed notebooks as pages."""

from helpers.report.page import write

__all__ = ["write"]
