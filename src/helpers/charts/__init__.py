"""Publication figures: a fixed page with measured text, one theme, and checks of the house style.

``charts.page(...)`` lays out the words; a chart form draws a frame on the page; `helpers.record`
saves it. Chart forms live in one module per room (``charts/exports.py``, ``charts/timeline.py``).
"""

from helpers.charts.page import SIZES, Page, PageText, page
from helpers.charts.style import COLORS, GRID, HATCH, MARKERS, TINT, bound_look, clean, style, tint

__all__ = [
    "COLORS", "GRID", "HATCH", "MARKERS", "SIZES", "TINT", "Page", "PageText", "bound_look", "clean", "page", "style",
    "tint",
]
