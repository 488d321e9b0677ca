"""Colors, type and line weights of every figure, from the house style's measured table."""

from __future__ import annotations

import unicodedata
from contextlib import contextmanager
from typing import NamedTuple

DPI = 300
SMALLEST = 8.0  # points; nothing in a figure is set smaller
HATCH = "////"
GRID = "#D9D9D9"


class Colors(NamedTuple):
    """The four roles; each pair is 14 L* or more apart, so they survive a photocopier."""

    ink: str = "#141414"
    main: str = "#124A7D"
    highlight: str = "#BC4A08"
    context: str = "#939393"


COLORS = Colors()

# One mark per kind of event on every timeline.
MARKERS = {"shipment": "o", "hand_over": "^", "implication": "D", "notice": "s", "policy": "|"}

# Points per role; a half column is too narrow for a 12 point title.
TYPE = {"title": 12.0, "subtitle": 9.5, "label": 9.0, "axis": 8.5, "foot": 8.0}
TYPE_HALF = {**TYPE, "title": 10.0, "subtitle": 8.5, "label": 8.5}


def tint(color: str, share: float) -> str:
    """``color`` mixed with white: ``share`` 1 is the color itself, 0 is white.

    >>> tint("#000000", 0.5)
    '#808080'
    """
    channels = (int(color[i:i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - share * (255 - channel)):02X}" for channel in channels)


TINT = tint(COLORS.context, 0.22)  # shading behind a window of years


def bound_look(color: str = COLORS.main) -> dict:
    """How a bar or patch looks when it is a bound, an estimate or an uncertain date: hatched, not filled.

    >>> bound_look()["hatch"]
    '////'
    """
    return {"facecolor": "white", "edgecolor": color, "hatch": HATCH, "linewidth": 0.9}


def clean(text: object) -> str:
    """``text`` without control and direction marks, which a chart font draws as boxes or reorders.

    >>> clean("Tlax\\u202ecala\\n")
    'Tlaxcala'
    """
    kept = (" " if char in "\t\n" else char for char in str(text))
    return " ".join("".join(c for c in kept if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co")).split())


def rc(figure_id: str = "") -> dict:
    """matplotlib settings of the theme; ``figure_id`` salts the ids inside its SVG.

    >>> rc()["pdf.fonttype"]
    42
    """
    from matplotlib import cycler

    return {
        "font.family": "DejaVu Sans", "font.size": TYPE["axis"],
        "figure.dpi": DPI, "savefig.dpi": DPI, "savefig.bbox": None, "savefig.facecolor": "white",
        "figure.facecolor": "white", "axes.facecolor": "white",
        "text.color": COLORS.ink, "axes.labelcolor": COLORS.ink, "axes.edgecolor": COLORS.ink,
        "xtick.color": COLORS.ink, "ytick.color": COLORS.ink,
        "axes.titlesize": TYPE["label"], "axes.titleweight": "bold", "axes.titlelocation": "left",
        "axes.labelsize": TYPE["axis"], "xtick.labelsize": TYPE["axis"], "ytick.labelsize": TYPE["axis"],
        "legend.fontsize": TYPE["axis"], "legend.frameon": False,
        "axes.spines.top": False, "axes.spines.right": False, "axes.spines.left": False, "axes.linewidth": 0.8,
        "axes.grid": True, "axes.grid.axis": "y", "grid.color": GRID, "grid.linewidth": 0.5, "axes.axisbelow": True,
        "xtick.major.size": 3, "xtick.major.width": 0.8, "ytick.major.size": 0, "ytick.minor.size": 0,
        "lines.linewidth": 1.75, "lines.markersize": 5, "hatch.linewidth": 0.7, "patch.linewidth": 0.8,
        "axes.prop_cycle": cycler(color=[COLORS.main, COLORS.highlight, COLORS.ink, COLORS.context]),
        "axes.unicode_minus": True,
        # Unhinted text is as wide in pixels as in PDF and SVG, so what fits here fits there.
        "text.hinting": "none",
        # A dollar sign is money here, never mathematics.
        "text.parse_math": False,
        "svg.fonttype": "path", "svg.hashsalt": f"arms-trail-{figure_id}", "pdf.fonttype": 42,
    }


@contextmanager
def style(figure_id: str = ""):
    """Draw with the theme inside ``with style():``; the settings before it come back afterwards.

    >>> with style("exports-series"):
    ...     import matplotlib
    ...     matplotlib.rcParams["savefig.dpi"]
    300.0
    """
    import matplotlib

    with matplotlib.rc_context(rc(figure_id)):
        yield
