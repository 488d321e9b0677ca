"""A figure's page: measured title and foot, a frozen layout for the axes between them, and small helpers.

matplotlib neither wraps nor warns when text leaves the canvas, so every line here is broken by
the width the renderer measures.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from helpers.charts.style import COLORS, DPI, GRID, TINT, TYPE, TYPE_HALF, clean
from helpers.problems import InputProblems, Problem

SIZES = {"full": (6.50, 3.60), "timeline": (6.50, 4.50), "half": (3.15, 2.60)}
MARGIN = 0.06  # inches kept free on every side
LEADING = 1.22
LEAST_AXES = 0.9  # inches of height below which a chart is no chart


class PageText(NamedTuple):
    """The words around a chart: finding, measure, and the three lines at its foot."""

    title: str
    subtitle: str
    source: str
    note: str
    data_line: str


class Page:
    """A matplotlib ``figure`` with its words set; ``axes`` and ``subplots`` fill the room between.

    ``page.lang`` is the language, ``page.size`` the width and height in inches. ``settle()`` runs
    the layout once, freezes it and then places what was promised with ``after_layout``.
    """

    def __init__(self, text: PageText, size="full", lang: str = "en"):
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.text = PageText(*(clean(part) for part in text))
        self.size = SIZES[size] if isinstance(size, str) else tuple(size)
        self.lang = lang
        self.type = TYPE if self.size[0] > 4 else TYPE_HALF
        self.figure = Figure(figsize=self.size, dpi=DPI)
        self.renderer = FigureCanvasAgg(self.figure).get_renderer()
        self._promised: list[Callable[[], None]] = []
        self._settled = False
        self._set_words()

    # Words ---------------------------------------------------------------------------------

    def width_of(self, text: str, size: float, weight: str = "normal") -> float:
        """Printed width of ``text`` in inches, as the renderer measures it."""
        from matplotlib.font_manager import FontProperties

        font = FontProperties(family="DejaVu Sans", size=size, weight=weight)
        return self.renderer.get_text_width_height_descent(text, font, False)[0] / DPI

    def wrap(self, text: str, size: float, weight: str = "normal", width: float | None = None,
             balance: bool = False) -> list[str]:
        """``text`` broken into lines no wider than ``width`` inches (the text width of the page).

        ``balance`` evens the lines out, so that no single word is left alone on the last one.
        """
        # Vector files set the same text up to 1.5 % wider than the pixels measured here.
        width = width or 0.99 * (self.size[0] - 2 * MARGIN)
        words = [(word, self.width_of(word, size, weight)) for word in clean(text).split(" ") if word]
        space = self.width_of("n n", size, weight) - self.width_of("nn", size, weight)
        lines = _fill(words, width, space)
        if len(lines) > 1 and not balance and _length(lines[-1], space) < 0.12 * width:
            # Bring a word or two down to the last line, rather than narrowing them all.
            closer = (_fill(words, width * share, space) for share in (0.98, 0.96, 0.94, 0.92, 0.9, 0.88, 0.85))
            lines = next((tried for tried in closer if len(tried) == len(lines)
                          and _length(tried[-1], space) >= 0.12 * width), lines)
        if len(lines) > 1 and balance:
            low, high = max(w for _, w in words), width
            for _ in range(12):
                middle = (low + high) / 2
                low, high = (low, middle) if len(_fill(words, middle, space)) == len(lines) else (middle, high)
            lines = _fill(words, high, space)
        return [" ".join(word for word, _ in line) for line in lines]

    def _set_words(self) -> None:
        width, height = self.size
        top = height - MARGIN
        title = self.wrap(self.text.title, self.type["title"], "bold", balance=True)
        subtitle = self.wrap(self.text.subtitle, self.type["subtitle"])
        for part, lines, most in (("title", title, 2), ("subtitle", subtitle, 3 if width < 4 else 2)):
            if len(lines) > most or any(self.width_of(line, self.type[part], "bold" if part == "title" else "normal")
                                        > width - 2 * MARGIN + 0.01 for line in lines):
                raise InputProblems([Problem(
                    f"words/{self.lang}", None, None, f"a {part} of {len(lines)} lines: {self.text[part == 'subtitle']!r}",
                    f"{most} lines at {self.type[part]:g} points in {width:g} inches", f"shorten the {part}")])
        for part, lines, weight in (("title", title, "bold"), ("subtitle", subtitle, "normal")):
            top = self._lines(lines, top, self.type[part], part, weight) - (0.025 if part == "title" else 0.05)
        foot = [(part, self._foot_lines(part)) for part in ("source", "note", "data_line")]
        leading = self.type["foot"] * LEADING / 72
        bottom = MARGIN
        for part, lines in reversed(foot):
            if lines:
                self._lines(lines, bottom + leading * len(lines), self.type["foot"], part.removesuffix("_line"))
                bottom += leading * len(lines)
        bottom += 0.05
        if top - bottom < LEAST_AXES:
            raise InputProblems([Problem(
                f"words/{self.lang}", None, None, f"words that leave {max(top - bottom, 0):.1f} in of height for the chart",
                f"{LEAST_AXES} in or more", "shorten the note or the source line")])
        from matplotlib.lines import Line2D

        self.figure.add_artist(Line2D([MARGIN / width, 1 - MARGIN / width], [bottom / height] * 2,
                                      color=GRID, linewidth=0.5))
        self.room = (MARGIN / width, (bottom + 0.02) / height, 1 - 2 * MARGIN / width, (top - bottom - 0.02) / height)
        self.figure.set_layout_engine("constrained", rect=self.room)

    def _foot_lines(self, part: str) -> list[str]:
        """The lines of one part of the foot; a list of sources is cut to whole sources, and says so."""
        text = getattr(self.text, part)
        lines = self.wrap(text, self.type["foot"]) if text else []
        pieces = text.split("; ")
        most = 3 if self.size[0] > 4 else 4
        if part != "source" or len(lines) <= most or len(pieces) < 2:
            return lines
        from helpers.words import say

        for kept in range(len(pieces) - 1, 0, -1):
            more = say("source-more", self.lang, n=len(pieces) - kept)
            lines = self.wrap("; ".join(pieces[:kept]) + "; " + more, self.type["foot"])
            if len(lines) <= most:
                break
        return lines

    def _lines(self, lines: Sequence[str], top: float, size: float, gid: str, weight: str = "normal") -> float:
        """Set ``lines`` from ``top`` (inches above the foot of the page) downward; return where they end."""
        step = size * LEADING / 72
        for number, line in enumerate(lines):
            self.figure.text(MARGIN / self.size[0], (top - number * step - 0.8 * step) / self.size[1], line,
                             size=size, weight=weight, color=COLORS.ink, ha="left", va="baseline", gid=gid)
        return top - step * len(lines)

    def say(self, message_id: str, **args) -> str:
        """A message of the catalog in the page's language, safe to draw."""
        from helpers.words import say

        return clean(say(message_id, self.lang, **args))

    # Axes ----------------------------------------------------------------------------------

    def axes(self, **options):
        """The one axes of the page."""
        return self.figure.add_subplot(**options)

    def subplots(self, nrows: int = 1, ncols: int = 1, **options):
        """A grid of axes, as ``matplotlib.figure.Figure.subplots``."""
        return self.figure.subplots(nrows, ncols, **options)

    def empty(self) -> None:
        """Say that no rows are left, instead of drawing an empty frame."""
        ax = self.axes()
        ax.set_axis_off()
        ax.text(0.5, 0.5, self.say("nothing-to-show"), ha="center", va="center", size=self.type["label"],
                transform=ax.transAxes)

    def after_layout(self, place: Callable[[], None]) -> None:
        """Call ``place`` once positions are final; for marks that depend on measured distances."""
        self._promised.append(place)

    def settle(self):
        """Lay out once, freeze the layout, place what was promised; returns the figure."""
        if not self._settled:
            self.figure.draw_without_rendering()
            self.figure.set_layout_engine("none")
            for place in self._promised:
                place()
            self._settled = True
        return self.figure

    # Helpers for chart forms ---------------------------------------------------------------

    def zero(self, ax, axis: str = "y", room: float = 0.08) -> None:
        """Start the value axis at zero and leave ``room`` (share of the height) for labels at its end."""
        low, high = getattr(ax, f"get_{axis}lim")()
        getattr(ax, f"set_{axis}lim")(0, max(high, low, 1e-9) * (1 + room))

    def numbers(self, axis, divide: float = 1, digits: int | None = None) -> None:
        """Tick labels of ``axis`` as numbers with thousands comma, divided by ``divide`` (say so in the subtitle).

        All get as many decimals as the finest of them needs, and at least ``digits``.
        """
        from matplotlib.ticker import Formatter, MaxNLocator

        class Numbers(Formatter):
            ticks: Sequence[float] = ()

            def set_locs(self, locs):
                self.ticks = locs

            def __call__(self, value, pos=None):  # noqa: ARG002 - the signature is matplotlib's
                values = [v / divide for v in (*self.ticks, value)]
                # Never fewer decimals than the ticks need: a tick at 0.25 must not be labeled 0.2.
                places = next((n for n in range(digits or 0, 7)
                               if all(abs(v - round(v, n)) < 1e-9 * max(1, abs(v)) for v in values)), 7)
                return f"{value / divide:,.{places}f}".replace("-", "\N{MINUS SIGN}")

        axis.set_major_locator(MaxNLocator(nbins=5, steps=[1, 2, 2.5, 5, 10], integer=divide == 1 and not digits))
        axis.set_major_formatter(Numbers())

    def years(self, axis, step: int | None = None) -> None:
        """Tick labels of ``axis`` as whole years."""
        from matplotlib.ticker import FuncFormatter, MaxNLocator, MultipleLocator

        axis.set_major_locator(MultipleLocator(step) if step else MaxNLocator(nbins=9, integer=True))
        axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:.0f}"))

    def dates(self, axis, step: int = 1) -> None:
        """Tick labels of a date ``axis`` as years, one every ``step``."""
        from matplotlib.dates import DateFormatter, YearLocator

        axis.set_major_locator(YearLocator(step))
        axis.set_major_formatter(DateFormatter("%Y"))

    def horizontal_bars(self, ax) -> None:
        """Dress ``ax`` for horizontal bars: lines across the values, none along the names."""
        ax.grid(visible=False, axis="y")
        ax.grid(visible=True, axis="x")
        ax.spines["left"].set_visible(True)
        ax.spines["bottom"].set_visible(False)
        ax.tick_params(axis="x", length=0)

    def shade(self, ax, start, end, label: str = "") -> None:
        """Shade a window of years behind the data and name it at the top."""
        ax.axvspan(start, end, color=TINT, linewidth=0, zorder=0)
        if label:
            middle = start + (end - start) / 2
            ax.text(middle, 1.0, clean(label), ha="center", va="bottom", size=self.type["axis"],
                    transform=ax.get_xaxis_transform())

    def labels(self, ax, points: Sequence[tuple], side: str = "right", gap: float = 4, size: float | None = None):
        """Direct labels ``(x, y, text, color)`` beside their points, moved apart where they would overlap.

        ``side`` is "right" or "left". Returns the annotations.
        """
        made = [ax.annotate(clean(text), (x, y), xytext=(gap if side == "right" else -gap, 0),
                            textcoords="offset points", ha="left" if side == "right" else "right", va="center",
                            size=size or self.type["label"], color=color, annotation_clip=False)
                for x, y, text, color in points]
        self.after_layout(lambda: self._spread(ax, made))
        return made

    def _spread(self, ax, notes) -> None:
        boxes = [note.get_window_extent(self.renderer) for note in notes]
        order = sorted(range(len(notes)), key=lambda i: boxes[i].y0 + boxes[i].y1)
        wanted = [(boxes[i].y0 + boxes[i].y1) / 2 for i in order]
        heights = [boxes[i].height + 4 for i in order]
        frame = ax.get_window_extent(self.renderer)
        centers = apart(wanted, heights, frame.y0 - heights[0] / 2, frame.y1 + heights[-1] / 2) if notes else []
        for i, center in zip(order, centers):
            moved = center - (boxes[i].y0 + boxes[i].y1) / 2
            x, y = notes[i].xyann
            notes[i].xyann = (x, y + moved * 72 / DPI)

    def bound_arrow(self, ax, x, y, value_is: str, axis: str = "y", color: str = COLORS.main, length: float = 14):
        """An arrow from a value that is only a bound toward where the true value may lie."""
        if value_is not in ("at_least", "at_most"):
            return None
        reach = length if value_is == "at_least" else -length
        # The patch of an annotation runs from its text to its point, so the head sits at the text's end.
        return ax.annotate("", xy=(x, y), xytext=(reach, 0) if axis == "x" else (0, reach), textcoords="offset points",
                           arrowprops={"arrowstyle": "<|-", "color": color, "linewidth": 1.25, "shrinkA": 0,
                                       "shrinkB": 0, "mutation_scale": 8}, annotation_clip=False)


def _length(line, space: float) -> float:
    return sum(width for _, width in line) + space * (len(line) - 1)


def _fill(words, width: float, space: float) -> list[list]:
    """Greedy lines of ``(word, width)``; a word wider than the line stands alone."""
    lines: list[list] = []
    used = 0.0
    for word, length in words:
        if lines and used + space + length <= width:
            lines[-1].append((word, length))
            used += space + length
        else:
            lines.append([(word, length)])
            used = length
    return lines


def apart(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Centers near ``wanted`` (ascending) so that boxes of ``heights`` do not overlap, within ``low``..``high``.

    Least squares by pooling adjacent violators; when the boxes do not fit, they run over ``high``.

    >>> apart([10, 10], [4, 4], 0, 100)
    [8.0, 12.0]
    """
    pools: list[list] = []  # each: [sum of wanted lower edges, members]
    offset = 0.0
    offsets = []
    for center, height in zip(wanted, heights):
        offsets.append(offset + height / 2)
        pools.append([center - offset - height / 2, 1])
        offset += height
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, members = pools.pop()
            pools[-1][0] += total
            pools[-1][1] += members
    starts = [min(max(total / members, low), max(high - offset, low)) for total, members in pools for _ in range(members)]
    return [start + place for start, place in zip(starts, offsets)]


def page(text: PageText, size="full", lang: str = "en") -> Page:
    """A page for one figure in one language.

    ``size`` is "full" (6.50 x 3.60 in), "timeline" (6.50 x 4.50), "half" (3.15 x 2.60) or a pair of inches.
    Raises ``InputProblems`` when a title needs more than two lines or the words leave no room for a chart.

    >>> sheet = page(PageText("Two words", "Counts, Mexico, 2006-2017", "Source: x", "Note: y", "Data: 0"))
    >>> sheet.size, sheet.lang
    ((6.5, 3.6), 'en')
    """
    return Page(text, size, lang)
