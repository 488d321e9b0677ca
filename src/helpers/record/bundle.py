"""The files of one figure: both languages as PNG, SVG and PDF, a grayscale proof, the numbers, the words.

Each language is drawn once; every file comes from that one drawing. The same data gives the same bytes.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from helpers import paths
from helpers.words import LANGUAGES

ALT_AIM, ALT_LIMIT, LONG_LIMIT = 160, 250, 120
PACKAGES = ("pandas", "numpy", "matplotlib", "seaborn", "pillow", "fluent.runtime", "babel")


def to_csv(frame) -> bytes:
    """The plotted numbers as bytes: UTF-8, LF, blanks empty, days as YYYY-MM-DD, full precision.

    >>> import pandas as pd
    >>> to_csv(pd.DataFrame({"year": [2015], "value_usd": [1.5]}))
    b'year,value_usd\\n2015,1.5\\n'
    """
    return frame.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d").encode("utf-8")


@lru_cache(maxsize=1)
def versions() -> dict[str, str]:
    """The versions that decide what a figure looks like and holds.

    >>> sorted(versions())[:2]
    ['babel', 'fluent.runtime']
    """
    import platform
    from importlib.metadata import version

    return {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}}


def drawn(figure_id: str, frame, draw: Callable, text, size, lang: str):
    """Draw ``frame`` on a fresh page in ``lang``; returns the page, its texts measured on the canvas drawn."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    from helpers import charts
    from helpers.charts import checks

    with charts.style(figure_id):
        page = charts.page(text, size=size, lang=lang)
        if len(frame):
            draw(page, lang)
        else:
            page.empty()
        FigureCanvasAgg(page.figure)
        page.settle()
        texts = checks.drawn_texts(page.figure)
    return page, texts


def files(figure_id: str, page, lang: str, about: Mapping[str, str], digest: str, gray: bool) -> dict[str, bytes]:
    """The files of one drawing by name; ``about`` has title, alt and source."""
    from PIL import PngImagePlugin

    from helpers import charts
    from helpers.charts.style import DPI

    stem = f"{figure_id}.{lang}"
    words = {"Title": about["title"], "Description": about["alt"], "Source": about["source"], "Data-SHA256": digest}
    chunks = PngImagePlugin.PngInfo()
    for key, value in words.items():
        chunks.add_itxt(key, value, lang=lang)
    canvas = canvas_image(page.figure.canvas.buffer_rgba())
    out = {f"{stem}.png": _png(canvas, chunks, DPI)}
    if gray:
        out[f"{figure_id}.gray.png"] = _png(canvas.convert("L"), chunks, DPI)
    with charts.style(figure_id + lang):
        for kind, metadata in (
            ("svg", {"Title": about["title"], "Description": about["alt"], "Source": about["source"],
                     "Identifier": f"sha256:{digest}", "Language": lang, "Date": None, "Creator": "Arms Trail"}),
            ("pdf", {"Title": about["title"], "Subject": about["alt"], "Keywords": f"{about['source']} sha256:{digest}",
                     "Creator": "Arms Trail", "Producer": None, "CreationDate": None}),
        ):
            out[f"{stem}.{kind}"] = _vector(page.figure, kind, metadata)
    return out


def _vector(figure, kind: str, metadata: Mapping) -> bytes:
    """The settled figure as SVG or PDF.

    ``savefig`` would draw it twice, once for a layout that is frozen already, so the canvas is asked directly.
    """
    from matplotlib.backends.backend_pdf import FigureCanvasPdf
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    raster, dpi, buffer = figure.canvas, figure.dpi, io.BytesIO()
    try:
        if kind == "svg":
            FigureCanvasSVG(figure).print_svg(buffer, metadata=metadata)
        else:
            with _small_fonts():
                FigureCanvasPdf(figure).print_pdf(buffer, metadata=metadata)
    finally:
        figure.dpi = dpi
        figure.set_canvas(raster)
    return buffer.getvalue()


@contextmanager
def _small_fonts():
    """Embed fonts in a PDF from a small copy made once a process; parsing the whole font for every figure costs most.

    Text that needs a glyph outside the small copy gets the whole font.
    """
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from matplotlib.backends import _backend_pdf_ps

    usual = _backend_pdf_ps.get_glyphs_subset

    def quick(fontfile, glyphs):
        data, kept = _small_font(str(fontfile), getattr(fontfile, "face_index", 0))
        if not set(glyphs) <= kept:
            return usual(fontfile, glyphs)
        load, subset.load_font = subset.load_font, lambda *_args, **_options: TTFont(io.BytesIO(data), lazy=True, recalcTimestamp=False)
        try:
            return usual(fontfile, glyphs)
        finally:
            subset.load_font = load

    _backend_pdf_ps.get_glyphs_subset = quick
    try:
        yield
    finally:
        _backend_pdf_ps.get_glyphs_subset = usual


@lru_cache(maxsize=8)
def _small_font(path: str, number: int) -> tuple[bytes, frozenset[int]]:
    """The font with Latin letters, punctuation, arrows and marks only, glyph numbers unchanged, and those numbers."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(path, fontNumber=number, lazy=True, recalcTimestamp=False)
    place = font.getReverseGlyphMap()
    # Positions are set already, so kerning and ligatures have nothing to do.
    options = subset.Options(retain_gids=True, glyph_names=True, notdef_outline=True, layout_features=[],
                             drop_tables=[*subset.Options().drop_tables, "GSUB", "GPOS", "GDEF", "kern", "FFTM"])
    made = subset.Subsetter(options)
    made.populate(unicodes=[*range(0x20, 0x180), *range(0x2000, 0x2070), *range(0x20A0, 0x20C0), *range(0x2190, 0x2200),
                            *range(0x2200, 0x2270), *range(0x25A0, 0x2600)])
    made.subset(font)
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=False)
    return buffer.getvalue(), frozenset(place[name] for name in made.glyphs_retained)


def canvas_image(pixels):
    """The drawn canvas (height, width, 4 bytes) as a picture with a palette: a quarter of the bytes of full color.

    A chart has few colors besides the shades at the edges of its letters and lines. Those are kept in
    16 steps a channel; a color that fills an area is kept exactly. A canvas with more than
    256 colors (a fine heat map) stays in full color.

    >>> import numpy as np
    >>> pixels = np.full((2, 3, 4), 255, dtype=np.uint8); pixels[1, :, :3] = (18, 74, 125)
    >>> picture = canvas_image(pixels); picture.mode, picture.convert("RGB").getpixel((1, 1))
    ('P', (18, 74, 125))
    """
    import numpy as np
    from PIL import Image

    from helpers.charts.style import COLORS, GRID, TINT

    pixels = np.ascontiguousarray(pixels, dtype=np.uint8)
    values = pixels.view("<u4")[..., 0]
    colored = values != 0xFFFFFFFF
    inked = values[colored]
    steps = ((inked >> 4) & 0xF) | ((inked >> 8) & 0xF0) | ((inked >> 12) & 0xF00)
    shades = np.zeros(1 << 12, dtype="<u4")
    shades[steps] = inked
    filled = np.zeros(values.shape, dtype=bool)
    filled[:, 1:-1] = (values[:, 1:-1] == values[:, :-2]) & (values[:, 1:-1] == values[:, 2:])
    areas = filled[colored]
    shades[steps[areas]] = inked[areas]
    for color in (*COLORS, GRID, TINT):  # thin lines fill no area, but their color is the house's too
        value = 0xFF000000 | int(color[5:7] + color[3:5] + color[1:3], 16)
        if (inked == value).any():
            step = ((value >> 4) & 0xF) | ((value >> 8) & 0xF0) | ((value >> 12) & 0xF00)
            shades[step] = value
    present = np.flatnonzero(shades)
    if len(present) > 255:
        return Image.fromarray(pixels).convert("RGB")
    places = np.zeros(1 << 12, dtype=np.uint8)
    places[present] = np.arange(1, len(present) + 1)
    index = np.zeros(values.shape, dtype=np.uint8)
    index[colored] = places[steps]
    picture = Image.frombytes("P", index.shape[::-1], index.tobytes())
    palette = np.concatenate([[0xFFFFFFFF], shades[present]]).astype("<u4").view(np.uint8).reshape(-1, 4)[:, :3]
    picture.putpalette(palette.tobytes())
    return picture


def _png(image, chunks, dpi: int) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", dpi=(dpi, dpi), pnginfo=chunks, compress_level=6)
    return buffer.getvalue()


def to_json(data) -> bytes:
    """``data`` as JSON a person can read: UTF-8, keys in the order given, one blank for indent.

    >>> to_json({"a": "ñ"})
    b'{\\n "a": "\\xc3\\xb1"\\n}\\n'
    """
    return (json.dumps(data, ensure_ascii=False, indent=1, default=_plain, allow_nan=False) + "\n").encode("utf-8")


def _plain(value):
    if hasattr(value, "item"):
        return value.item()
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    if isinstance(value, (set, frozenset, tuple)):
        return sorted(value) if isinstance(value, (set, frozenset)) else list(value)
    if isinstance(value, Path):
        return value.as_posix()
    raise TypeError(f"{value!r} cannot be recorded")


def write(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write the files of a bundle, each whole or not at all."""
    for name, data in contents.items():
        paths.write_bytes(folder / name, data)


__all__ = ["ALT_LIMIT", "LANGUAGES", "LONG_LIMIT", "drawn", "files", "to_csv", "to_json", "versions", "write"]
