"""Word documents that python-docx alone does not make: real footnotes, numbered captions, alt text, marked headers.

Structure follows ECMA-376 (WordprocessingML): a footnotes part of its own, SEQ fields in captions,
``w:tblHeader`` on header rows, ``descr`` on ``wp:docPr``.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from helpers.charts.style import clean

LOCALES = {"en": "en-US", "es": "es-MX"}
WORD_FONT = "Times New Roman"
PICTURE_WIDTH = 6.5  # inches between 1 in margins on U.S. Letter
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_DECORATIVE = ("{C183D7F6-B498-43B3-948B-1728B52AA6E4}", "http://schemas.microsoft.com/office/drawing/2017/decorative")


class Sheet:
    """A Word document under way, in one language; ``bytes()`` gives the finished file, the same for the same input.

    U.S. Letter, 1 in margins, black Times New Roman headings and text, the page number at the foot.
    ``day`` (ISO) dates the file, so that it does not depend on when it was written.
    """

    def __init__(self, lang: str, title: str, author: str, day: str, labels: tuple[str, str]):
        from docx import Document
        from docx.shared import Inches

        self.lang = lang
        self.document = Document()
        self._notes: list[str] = []
        self._bookmarks = 0
        section = self.document.sections[0]
        section.page_width, section.page_height = Inches(8.5), Inches(11)
        for side in ("left", "right", "top", "bottom"):
            setattr(section, f"{side}_margin", Inches(1))
        section.footer_distance = section.header_distance = Inches(0.5)
        self._properties(title, author, day)
        self._styles()
        self._foot(labels)

    # The document as a whole ---------------------------------------------------------------

    def _properties(self, title: str, author: str, day: str) -> None:
        core = self.document.core_properties
        core.title, core.author, core.last_modified_by = clean(title), clean(author), clean(author)
        core.language = LOCALES[self.lang]
        core.comments, core.keywords, core.revision = "", "", 1
        core.created = core.modified = datetime.datetime.fromisoformat(day)

    def _styles(self) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        styles = self.document.styles
        for name, size, bold, before, after in (
            ("Normal", 11, False, 0, 6), ("Title", 17, True, 0, 4), ("Subtitle", 11, False, 0, 12),
            ("Heading 1", 14, True, 14, 6), ("Heading 2", 12, True, 12, 4), ("Caption", 11, True, 6, 4),
        ):
            style = styles[name]
            style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
            style.font.color.rgb = RGBColor(0x14, 0x14, 0x14)
            self._font(style)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
            style.paragraph_format.line_spacing = 1.0
        for spread in styles["Subtitle"].element.findall(f".//{qn('w:spacing')}"):
            if spread.getparent().tag == qn("w:rPr"):  # letters set apart
                spread.getparent().remove(spread)
        for border in styles["Title"].element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)
        for name in ("Heading 1", "Heading 2", "Caption"):
            styles[name].paragraph_format.keep_with_next = True
        for name, kind in (("footnote text", WD_STYLE_TYPE.PARAGRAPH), ("footnote reference", WD_STYLE_TYPE.CHARACTER),
                           ("Figure Note", WD_STYLE_TYPE.PARAGRAPH), ("Picture", WD_STYLE_TYPE.PARAGRAPH),
                           ("Table Text", WD_STYLE_TYPE.PARAGRAPH)):
            style = styles.add_style(name, kind)
            if kind == WD_STYLE_TYPE.PARAGRAPH:
                style.base_style = styles["Normal"]
                style.font.size = Pt(9)
                style.paragraph_format.space_after = Pt(0 if name in ("Table Text", "footnote text") else 3)
            else:
                style.font.superscript = True
        styles["Picture"].paragraph_format.keep_with_next = True
        defaults = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        language = defaults.find(qn("w:lang"))
        if language is None:
            language = _element("w:lang")
            defaults.append(language)
        language.set(qn("w:val"), LOCALES[self.lang])
        settings = self.document.settings.element
        theme = settings.find(qn("w:themeFontLang"))
        if theme is not None:
            theme.set(qn("w:val"), LOCALES[self.lang])

    @staticmethod
    def _font(style) -> None:
        from docx.oxml.ns import qn

        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in [name for name in fonts.attrib if "Theme" in name]:
            del fonts.attrib[attribute]
        for attribute in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(attribute), WORD_FONT)

    def _foot(self, labels: tuple[str, str]) -> None:
        paragraph = self.document.sections[0].footer.paragraphs[0]
        paragraph.alignment = 2  # right
        page, of = labels
        self._run(paragraph, f"{page} ", size=9)
        self._field(paragraph, "PAGE", "1", size=9)
        self._run(paragraph, f" {of} ", size=9)
        self._field(paragraph, "NUMPAGES", "1", size=9)

    # Pieces of text ------------------------------------------------------------------------

    @staticmethod
    def _run(paragraph, text: str, size: float | None = None, bold: bool | None = None):
        from docx.shared import Pt

        run = paragraph.add_run(clean(text) if text.strip() else text)
        if text.strip() and text != text.strip():  # blanks at the ends are meant here
            run.text = text[:len(text) - len(text.lstrip())] + clean(text) + text[len(text.rstrip()):]
        if size:
            run.font.size = Pt(size)
        run.bold = bold
        return run

    def _field(self, paragraph, instruction: str, shown: str, size: float | None = None, note: bool = False) -> None:
        """A field Word recomputes, such as a page number; ``shown`` stands until then."""
        from docx.oxml.ns import qn

        for kind in ("begin", instruction, "separate", None, "end"):
            run = self._run(paragraph, shown if kind is None else "", size)
            if note:
                run.style = self.document.styles["footnote reference"]
            if kind is None:
                continue
            if kind == instruction:
                code = _element("w:instrText")
                code.set(qn("xml:space"), "preserve")
                code.text = f" {instruction} "
                run._r.append(code)
            else:
                mark = _element("w:fldChar")
                mark.set(qn("w:fldCharType"), kind)
                run._r.append(mark)

    def heading(self, text: str, level: int = 1, new_page: bool = False):
        """A heading in Word's own style, so that it is in the navigation pane."""
        paragraph = self.document.add_heading(clean(text), level)
        paragraph.paragraph_format.page_break_before = new_page or None
        return paragraph

    def title(self, text: str, subtitle: str = "") -> None:
        """The document's title and, under it, one line of what it is."""
        self.document.add_paragraph(clean(text), style="Title")
        if subtitle:
            self.document.add_paragraph(clean(subtitle), style="Subtitle")

    def text(self, text: str, style: str = "Normal", notes: Sequence[str] = (), code: bool = False):
        """A paragraph, with a footnote for each of ``notes`` at its end."""
        paragraph = self.document.add_paragraph(style=style)
        run = self._run(paragraph, text)
        if code:
            run.font.name = "Courier New"
        for note in notes:
            self.footnote(paragraph, note)
        return paragraph

    def footnote(self, paragraph, text: str) -> int:
        """A numbered note in Word's own footnotes; returns its id (they count from 1).

        A note said before is not said again: its number is set by a NOTEREF field, so that it follows
        the first one when the letter's own notes come before it.
        """
        from docx.oxml.ns import qn

        text = clean(text)
        if text in self._notes:
            number = self._notes.index(text) + 1
            self._field(paragraph, f"NOTEREF _Note{number} \\f \\h", str(number), note=True)
            return number
        self._notes.append(text)
        number = len(self._notes)
        for name in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = _element(name)
            mark.set(qn("w:id"), str(number))
            if name == "w:bookmarkStart":
                mark.set(qn("w:name"), f"_Note{number}")
            paragraph._p.append(mark)
        run = paragraph.add_run()
        run.style = self.document.styles["footnote reference"]
        reference = _element("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        run._r.append(reference)
        paragraph._p.append(mark)  # the bookmark ends behind the number
        return number

    def caption(self, label: str, number: int, text: str, notes: Sequence[str] = ()):
        """``Figure 1. text`` in the Caption style; the number is a SEQ field, so Word renumbers it."""
        paragraph = self.document.add_paragraph(style="Caption")
        self._run(paragraph, f"{label} ")
        # The first caption of a document may be Figure 7 of the appendix; \r sets the count.
        self._field(paragraph, f"SEQ {label} \\* ARABIC" + (f" \\r {number}" if number != self._count(label) else ""),
                    str(number))
        self._run(paragraph, ". " + clean(text))
        for note in notes:
            self.footnote(paragraph, note)
        return paragraph

    def _count(self, label: str) -> int:
        counts = self.__dict__.setdefault("_captions", {})
        counts[label] = counts.get(label, 0) + 1
        return counts[label]

    # Pictures and tables -------------------------------------------------------------------

    def picture(self, png: bytes, alt: str, title: str, width: float = PICTURE_WIDTH, decorative: bool = False,
                keep: bool = True) -> None:
        """An inline picture ``width`` inches wide with its alt text, on the page of what follows when ``keep``.

        ``decorative`` marks a picture that repeats another one, so that a screen reader may pass over it.
        """
        from docx.shared import Inches

        paragraph = self.document.add_paragraph(style="Picture")
        paragraph.paragraph_format.keep_with_next = keep
        shape = paragraph.add_run().add_picture(io.BytesIO(png), width=Inches(width))
        for side in ("distT", "distB", "distL", "distR"):  # without them LibreOffice moves it beyond the margin
            shape._inline.set(side, "0")
        properties = shape._inline.docPr
        inner = shape._inline.graphic.graphicData.pic.nvPicPr.cNvPr
        for element in (properties, inner):
            element.set("descr", clean(alt))
            element.set("title", clean(title))
        if decorative:
            from docx.oxml import parse_xml

            uri, namespace = _DECORATIVE
            properties.append(parse_xml(
                '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
                f'<a:ext uri="{uri}"><adec:decorative xmlns:adec="{namespace}" val="1"/></a:ext></a:extLst>'))

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]], description: str,
              numeric: Sequence[bool] | None = None, widths: Sequence[float] | None = None) -> None:
        """A plain table whose header row is marked and repeats on each page; ``description`` is its alt text.

        ``widths`` in inches; ``numeric`` columns are set to the right.
        """
        from docx.oxml import parse_xml

        numeric = numeric or [False] * len(header)
        widths = [round(1440 * width) for width in widths or [PICTURE_WIDTH / len(header)] * len(header)]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        body = self._row(header, widths, [False] * len(header), header=True)
        body += "".join(self._row(row, widths, numeric) for row in rows)
        about = quoteattr(clean(description))
        # Written as XML: python-docx takes seconds for what has some hundred rows.
        self.document.element.body.insert_element_before(parse_xml(
            f'<w:tbl xmlns:w="{_W}"><w:tblPr><w:tblStyle w:val="{self._style_id("Table Grid")}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" '
            f'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val={about}/>'
            f"<w:tblDescription w:val={about}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"), "w:sectPr")
        self.document.add_paragraph(style="Figure Note")

    def _row(self, values: Sequence[str], widths: Sequence[int], numeric: Sequence[bool], header: bool = False) -> str:
        style = self._style_id("Table Text")
        cells = []
        for value, width, right in zip(values, widths, numeric):
            look = ('<w:jc w:val="right"/>' if right else "")
            text = escape(clean(value))
            cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>'
                         f'{look}</w:pPr><w:r>{"<w:rPr><w:b/></w:rPr>" if header else ""}'
                         f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:tc>')
        return (f'<w:tr><w:trPr><w:cantSplit/>{"<w:tblHeader/>" if header else ""}</w:trPr>{"".join(cells)}</w:tr>')

    # Finishing -----------------------------------------------------------------------------

    def _write_footnotes(self) -> None:
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml.ns import qn

        body = []
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            body.append(f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
                        f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>')
        reference, text = self._style_id("footnote reference"), self._style_id("footnote text")
        for number, note in enumerate(self._notes, start=1):
            body.append(f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{text}"/></w:pPr><w:r><w:rPr>'
                        f'<w:rStyle w:val="{reference}"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> '
                        f'{escape(note)}</w:t></w:r></w:p></w:footnote>')
        xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes xmlns:w="{_W}">{"".join(body)}</w:footnotes>'
        package = self.document.part.package
        part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, xml.encode("utf-8"), package)
        self.document.part.relate_to(part, _RELATION)
        settings = self.document.settings.element
        declared = _element("w:footnotePr")
        for number in (-1, 0):
            mark = _element("w:footnote")
            mark.set(qn("w:id"), str(number))
            declared.append(mark)
        # The schema fixes the order of settings: before w:compat.
        before = settings.find(qn("w:compat"))
        settings.append(declared) if before is None else before.addprevious(declared)

    def _style_id(self, name: str) -> str:
        return self.document.styles[name].style_id

    def bytes(self) -> bytes:
        """The document as a file; parts in one order with one date, so equal documents are equal bytes."""
        if self._notes:
            self._write_footnotes()
        raw = io.BytesIO()
        self.document.save(raw)
        out = io.BytesIO()
        with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                # A picture is compressed already.
                entry.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                new.writestr(entry, old.read(name))
        return out.getvalue()


def _element(name: str):
    from docx.oxml import OxmlElement

    return OxmlElement(name)

