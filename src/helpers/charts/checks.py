"""The house style's "What a test can check", measured on a figure as it is drawn.

`problems` returns sentences; an empty list means the figure passes. The texts and their places
are those that the renderer really drew, not those the code meant to draw.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from helpers.charts.page import SIZES
from helpers.charts.style import COLORS, DPI, GRID, SMALLEST

WORDS = {"title": 2, "subtitle": 3, "source": None, "note": None, "data": None}
SLACK = 1.5  # pixels at 300 dpi: line boxes are a little larger than the ink


def drawn_texts(figure) -> list[tuple]:
    """Draw ``figure`` once and return ``(Text, Bbox in pixels)`` for every text that was drawn."""
    from matplotlib.text import Text

    canvas = figure.canvas
    renderer = canvas.get_renderer()
    seen: dict[int, object] = {}
    plain = renderer.draw_text

    def watching(gc, x, y, s, prop, angle, ismath=False, mtext=None):
        if mtext is not None and s.strip():
            seen[id(mtext)] = mtext
        return plain(gc, x, y, s, prop, angle, ismath=ismath, mtext=mtext)

    renderer.draw_text = watching
    try:
        canvas.draw()
    finally:
        del renderer.draw_text
    for text in figure.findobj(Text):  # text with an outline is drawn as a path and not seen above
        if text.get_path_effects() and text.get_visible() and text.get_text().strip():
            seen[id(text)] = text
    return [(text, Text.get_window_extent(text, renderer)) for text in seen.values()]


def problems(figure, texts: list[tuple] | None = None) -> list[str]:
    """Every way in which ``figure`` (on its Agg canvas) departs from the house style, as sentences.

    ``texts`` is what `drawn_texts` returned, when it was drawn already.

    >>> from matplotlib.figure import Figure
    >>> from matplotlib.backends.backend_agg import FigureCanvasAgg
    >>> small = Figure(figsize=(6.5, 3.6), dpi=100); _ = FigureCanvasAgg(small)
    >>> problems(small)[0]
    'It is 100 dpi; expected 300.'
    """
    texts = drawn_texts(figure) if texts is None else texts
    return [*_canvas(figure), *_words(texts), *_type(figure, texts), *_overlaps(texts), *_axes(figure),
            *_colors(figure, texts)]


def _name(text) -> str:
    return repr(re.sub(r"\s+", " ", text.get_text()).strip()[:50])


def _canvas(figure) -> Iterator[str]:
    if round(figure.dpi) != DPI:
        yield f"It is {figure.dpi:g} dpi; expected {DPI}."
    width = figure.get_size_inches()[0]
    if not any(abs(width - allowed) < 1e-6 for allowed, _ in SIZES.values()):
        yield f"It is {width:g} in wide; expected 6.5 or 3.15."


def _words(texts) -> Iterator[str]:
    by_part: dict[str, list] = {}
    for text, _ in texts:
        if text.get_gid() in WORDS:
            by_part.setdefault(text.get_gid(), []).append(text.get_text())
    for part, most in WORDS.items():
        lines = by_part.get(part, [])
        if not lines:
            yield f"It has no {part} line."
        elif most and len(lines) > most:
            yield f"Its {part} takes {len(lines)} lines; expected at most {most}."
    subtitle = " ".join(by_part.get("subtitle", []))
    if subtitle and not re.search(r"\b(18|19|20)\d\d\b", subtitle):
        yield f"Its subtitle names no year: {subtitle!r}."
    if by_part.get("data") and not re.search(r"[0-9a-f]{8}", " ".join(by_part["data"])):
        yield "Its data line shows no hash."


def _type(figure, texts) -> Iterator[str]:
    width, height = figure.canvas.get_width_height()
    for text, box in texts:
        if text.get_fontsize() < SMALLEST - 1e-6:
            yield f"{_name(text)} is set in {text.get_fontsize():g} points; expected {SMALLEST:g} or more."
        if text.get_rotation() % 360:
            yield f"{_name(text)} is not horizontal."
        if box.x0 < -SLACK or box.y0 < -SLACK or box.x1 > width + SLACK or box.y1 > height + SLACK:
            yield f"{_name(text)} leaves the canvas."


def _overlaps(texts) -> Iterator[str]:
    for (one, a), (other, b) in combinations(texts, 2):
        if one.get_gid() in WORDS and other.get_gid() in WORDS:
            continue  # lines of the page's own paragraphs are set by measured leading
        if (min(a.x1, b.x1) - max(a.x0, b.x0) > 2 * SLACK) and (min(a.y1, b.y1) - max(a.y0, b.y0) > 2 * SLACK):
            yield f"{_name(one)} overlaps {_name(other)}."


def _axes(figure) -> Iterator[str]:
    from matplotlib.container import BarContainer
    from matplotlib.patches import Wedge

    for number, ax in enumerate(figure.axes, start=1):
        where = f"Axes {number}" if len(figure.axes) > 1 else "The axes"
        if len(ax._twinned_axes.get_siblings(ax)) > 1 or any(type(c).__name__ == "SecondaryAxis" for c in ax.child_axes):
            yield f"{where} has a twin; expected one scale for each direction."
        if ax.name != "rectilinear" or ax.findobj(Wedge):
            yield f"{where} is a pie, polar or 3-D form."
        legend = ax.get_legend()
        if legend is not None and len(legend.get_texts()) <= 4:
            yield f"{where} has a legend of {len(legend.get_texts())}; label the series directly."
        for bars in (c for c in ax.containers if isinstance(c, BarContainer)):
            yield from _baseline(ax, bars, where)
        for area in ax.collections:
            if type(area).__name__ == "FillBetweenPolyCollection" and area.get_gid() != "band":
                if min(ax.get_ylim()) > 0:
                    yield f"{where} has an area that does not start at zero (give a band of uncertainty gid='band')."
    for legend in figure.legends:
        if len(legend.get_texts()) <= 4:
            yield f"The figure has a legend of {len(legend.get_texts())}; label the series directly."


def _baseline(ax, bars, where: str) -> Iterator[str]:
    from matplotlib.dates import DateConverter, _SwitchableDateConverter

    along = "x" if bars.orientation == "horizontal" else "y"
    axis = getattr(ax, f"{along}axis")
    spans = any(str(bar.get_gid() or "").startswith("span") for bar in bars.patches)
    if spans or isinstance(axis.get_converter(), (DateConverter, _SwitchableDateConverter)):
        return  # a stretch of time, not a quantity
    low, high = sorted(getattr(ax, f"get_{along}lim")())
    if axis.get_scale() != "linear":
        yield f"{where} has bars on a {axis.get_scale()} scale."
    elif low > 0 or high < 0:
        yield f"{where} has bars but its scale runs from {low:g} to {high:g}, without zero."
    elif low < 0 and all(bar.get_height() >= 0 and bar.get_width() >= 0 for bar in bars.patches):
        yield f"{where} has bars but its scale starts below zero, at {low:g}."


# Color -----------------------------------------------------------------------------------------


def luminance(rgb) -> float:
    """Relative luminance of an sRGB color with channels 0 to 1 (WCAG 2.2).

    >>> round(luminance((1, 1, 1)), 3)
    1.0
    """
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other) -> float:
    """Contrast ratio of two sRGB colors (WCAG 2.2), 1 to 21.

    >>> round(contrast((0, 0, 0), (1, 1, 1)))
    21
    """
    a, b = sorted((luminance(one), luminance(other)))
    return (b + 0.05) / (a + 0.05)


def lightness(color) -> float:
    """CIE L* of a color, 0 (black) to 100 (white).

    >>> round(lightness("#124A7D"))
    31
    """
    from matplotlib.colors import to_rgb

    y = luminance(to_rgb(color))
    return 116 * y ** (1 / 3) - 16 if y > 216 / 24389 else y * 24389 / 27


def in_palette(color) -> bool:
    """Whether ``color`` is white, the grid, or one of the four roles, full or mixed with white.

    >>> in_palette("#124A7D"), in_palette("red")
    (True, False)
    """
    import numpy as np
    from matplotlib.colors import to_rgb

    away = 1 - np.array(to_rgb(color))
    if away.max() < 0.012:
        return True
    for role in (*COLORS, GRID):
        full = 1 - np.array(to_rgb(role))
        share = float(away @ full / (full @ full))
        if share <= 1.01 and np.abs(away - share * full).max() < 0.012:
            return True
    return False


def _used(figure) -> Iterator[tuple[str, object]]:
    from matplotlib.collections import Collection
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    for artist in figure.findobj(lambda a: isinstance(a, (Line2D, Patch, Collection)) and a.get_visible()):
        if isinstance(artist, Line2D):
            if artist.get_linestyle() not in ("None", "", " ") and artist.get_linewidth():
                yield "line", artist.get_color()
            if artist.get_marker() not in ("None", "", " ", None):
                yield "marker", artist.get_markerfacecolor()
        elif isinstance(artist, Patch):
            yield "patch", artist.get_facecolor()
            if artist.get_linewidth():
                yield "edge", artist.get_edgecolor()
        elif artist.get_array() is None:
            yield from (("marks", color) for color in artist.get_facecolor())
            yield from (("marks", color) for color in artist.get_edgecolor())


def _colors(figure, texts) -> Iterator[str]:
    from matplotlib.colors import to_hex, to_rgba

    strange = set()
    for kind, color in _used(figure):
        if isinstance(color, str) and color.lower() == "none":
            continue
        rgba = to_rgba(color)
        if rgba[3] > 0 and not in_palette(rgba[:3]):
            strange.add(f"A {kind} is drawn in {to_hex(rgba)}, which is not in the palette.")
    yield from sorted(strange)
    for text, _ in texts:
        if not in_palette(text.get_color()):
            yield f"{_name(text)} is drawn in {to_hex(text.get_color())}, which is not in the palette."
    yield from _legible(figure, texts)


def _legible(figure, texts) -> Iterator[str]:
    """Contrast of each text with what is really behind it, in color and in gray (WCAG 2.2 AA: 4.5, 3 when large)."""
    import numpy as np
    from matplotlib.colors import to_rgb

    # A view: a whole canvas at 300 dpi turned into numbers would take a hundred megabytes.
    pixels = np.asarray(figure.canvas.buffer_rgba())[::-1, :, :3]
    for text, box in texts:
        ink = to_rgb(text.get_color())
        needed = 3.0 if text.get_fontsize() >= 14 else 4.5
        # The gray proof keeps luminance, so its contrast is the same; one number serves both.
        found = min((contrast(ink, ground) for ground in _grounds(pixels, box, ink)), default=21)
        if found < needed:
            yield f"{_name(text)} has a contrast of {found:.1f} with what is behind it; expected {needed} or more."


def _grounds(pixels, box, ink) -> Iterator[tuple]:
    """The commonest color but the text's own, in pieces of ``box``: a label may run over the end of its bar."""
    import numpy as np

    own = int(np.array([int(255 * channel) >> 3 for channel in ink]) @ (1024, 32, 1))
    x0, x1, y0, y1 = max(int(box.x0), 0), int(box.x1) + 1, max(int(box.y0) + 4, 0), max(int(box.y1) - 3, 1)
    pieces = max(1, (x1 - x0) // 30)
    for left, right in zip(np.linspace(x0, x1, pieces + 1)[:-1], np.linspace(x0, x1, pieces + 1)[1:]):
        patch = ((pixels[y0:y1, int(left):int(right)] >> 3).astype(np.int32) @ (1024, 32, 1)).ravel()
        if not len(patch):
            continue
        others = patch[patch != own]
        ground = own if len(others) < 0.3 * len(patch) else int(np.bincount(others).argmax())
        yield tuple((8 * ((ground >> shift) & 31) + 7) / 255 for shift in (10, 5, 0))
