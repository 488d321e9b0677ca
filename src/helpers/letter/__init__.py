"""The Word kit of a run: an appendix, a one-page insert per figure, and files ready to paste."""

from helpers.letter.kit import write

__all__ = ["write"]
