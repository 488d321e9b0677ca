"""Open whatever a journalist drops in, safely, and say what kind of thing it is. Content decides, never the name."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from helpers.readers import grids, limits
from helpers.readers.decoding import decode
from helpers.readers.layout import Document
from helpers.readers.refusals import refuse, shown

# First bytes of things people bring that hold no table we can read, and what to do with them.
_FOREIGN = (
    (b"%PDF", "a PDF", "ask the publisher for the spreadsheet, or copy the table into an xlsx and keep the PDF beside it"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old .xls workbook or one locked with a password",
     "open it in a spreadsheet program and save it as xlsx without a password"),
    (b"\x1f\x8b", "a gzip file", "unpack it and bring what is inside"),
    (b"Rar!", "a rar archive", "unpack it and bring what is inside, or a zip of it"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it and bring what is inside, or a zip of it"),
    (b"PAR1", "a Parquet file", "export it as csv"),
    (b"SQLite format 3", "a database file", "export the table as csv"),
    (b"\x89PNG", "a picture", "bring the data behind it"),
    (b"\xff\xd8\xff", "a picture", "bring the data behind it"),
    (b"RDX", "an R data file", "export the table as csv"),
    (b"{\\rtf", "a rich text document", "save the table as xlsx or csv"),
)


def open_document(path: str | Path) -> Document:
    """Open a file or a folder and say what it is; raises ``InputProblems`` with one sentence when it is nothing we read.

    >>> import tempfile; p = Path(tempfile.mkdtemp()) / "a.csv"; _ = p.write_text("a,b\\n1,2\\n")
    >>> open_document(p).kind, open_document(p).grids[0].rows[1]
    ('delimited', ['1', '2'])
    """
    path = Path(path)
    name = path.name or str(path)
    if path.is_dir():
        return _folder(path, name)
    if not path.exists():
        refuse(name, found="no file of that name", expected="a file", fix=f"check the spelling of {shown(path)}")
    if not path.is_file():
        refuse(name, found="something that is not a file", expected="a file or a folder of files", fix="bring an ordinary file")
    size = path.stat().st_size
    if size == 0:
        refuse(name, found="an empty file (0 bytes)", expected="data", fix="download it again; the server sent nothing")
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        refuse(name, found=f"a file that cannot be read ({error.strerror})", expected="a readable file", fix="check its permissions")
    for mark, what, fix in _FOREIGN:
        if head.startswith(mark):
            refuse(name, found=what, expected="csv, xlsx, JSON, a zip of csv files, or text", fix=fix)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(path, name, size)
    if size > limits.HEAD_ONLY_FROM and not head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"[", b"<")):
        return _big_text(path, name, size)
    if size > limits.TEXT_BYTES:
        refuse(name, found=f"a file of {size:,} bytes", expected=f"at most {limits.TEXT_BYTES:,} bytes", fix="ask for fewer years or countries at once")
    data = path.read_bytes()
    return text_document(path, name, data)


def text_document(path: Path, name: str, data: bytes) -> Document:
    """A document from the bytes of a text file: JSON, a web page, a delimited table, or plain text."""
    sha256 = hashlib.sha256(data).hexdigest()
    decoded = decode(data, name)
    said = {"encoding": decoded.encoding, "line_ends": decoded.line_ends}
    text = decoded.text
    start = text.lstrip()[:400]
    document = Document(path, name, "text", sha256, len(data), text=text, said=said, notes=list(decoded.notes))
    if not start:
        refuse(name, found="only blanks", expected="data", fix="download it again; the server sent nothing")
    if start[0] in "[{":
        try:
            document.data = json.loads(text, parse_constant=_no_constant)
            document.kind = "json"
            return document
        except RecursionError:
            refuse(name, found="JSON nested too deep", expected="an answer of a statistics server", fix="download it again")
        except ValueError as error:
            if start[0] == "{" or re.match(r"\[\s*[\[{]", start):
                line = getattr(error, "lineno", None)
                refuse(name, row=line, found="JSON that breaks off or is misspelled here", expected="a whole JSON answer",
                       fix="the download was cut; download it again")
    if re.match(r"<(!doctype|html|head|\?xml|rss|body|div|p\b|h[1-6])", start, re.IGNORECASE):
        document.kind = "page"
        document.text = readable(text)
        title = re.search(r"<title[^>]*>(.{0,200}?)</title>", text, re.IGNORECASE | re.DOTALL)
        if title:
            document.said["page_title"] = " ".join(title.group(1).split())
        return document
    grid = grids.delimited(text, name)
    wide = sum(1 for row in grid.rows[:200] if len(row) >= 2)
    document.grids = [grid]
    document.notes += list(grid.notes)
    document.kind = "delimited" if wide >= 2 or (wide and len(grid.rows) <= 3) else "text"
    return document


def readable(page: str) -> str:
    """The words of a web page: tags, scripts and styles taken away, one line per block.

    >>> readable("<p>a &amp; b</p><script>x</script><p>c</p>").split()
    ['a', '&', 'b', 'c']
    """
    from html.parser import HTMLParser

    class Words(HTMLParser):
        def __init__(self):
            super().__init__(convert_charrefs=True)
            self.out: list[str] = []
            self.hidden = 0

        def handle_starttag(self, tag, attrs):
            if tag in ("script", "style"):
                self.hidden += 1
            elif tag in ("p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "title", "item", "description", "pubdate"):
                self.out.append("\n")

        def handle_endtag(self, tag):
            if tag in ("script", "style"):
                self.hidden = max(self.hidden - 1, 0)
            elif tag in ("p", "div", "li", "tr", "h1", "h2", "h3", "h4", "title", "item", "description", "pubdate"):
                self.out.append("\n")

        def handle_data(self, data):
            if not self.hidden:
                self.out.append(data)

    words = Words()
    words.feed(page)
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.out).split("\n"))
    return "\n".join(line for line in lines if line)


def _no_constant(text: str):
    raise ValueError(f"{text} is not JSON")


def _zip(path: Path, name: str, size: int) -> Document:
    from helpers.readers.archives import members

    sha256 = _digest(path)
    parts = members(path, name)
    inside = {part.filename for part in parts}
    document = Document(path, name, "archive", sha256, size)
    if "[Content_Types].xml" in inside and any(part.endswith("workbook.xml") for part in inside):
        document.kind = "workbook"
        document.grids, document.said = grids.workbook(path, name)
        return document
    if "[Content_Types].xml" in inside and any(part.startswith(("word/", "ppt/")) for part in inside):
        refuse(name, found="a Word or PowerPoint file", expected="csv, xlsx, JSON or a zip of csv files",
               fix="copy its table into a spreadsheet, save that as xlsx, and keep this file beside it")
    if any(part.endswith("workbook.bin") for part in inside):
        refuse(name, found="a binary workbook (.xlsb)", expected="an xlsx workbook", fix="save it as xlsx")
    if "mimetype" in inside and "content.xml" in inside:
        refuse(name, found="an OpenDocument file", expected="an xlsx workbook", fix="save it as xlsx")
    if not parts:
        refuse(name, found="an empty zip file", expected="csv files in it", fix="download it again")
    document.data = [part.filename for part in parts]
    return _alone(document, parts) or document


def _alone(document: Document, parts) -> Document | None:
    """The one file of a zip that holds just one (UCDP hands its csv out this way); ``None`` for collections.

    Monthly TransBorder files stay in their zip, since they are summed where they lie.
    """
    import zipfile

    from helpers.readers.transborder_files import header, is_part

    real = [part for part in parts if not part.filename.startswith("__MACOSX/") and not part.filename.rsplit("/", 1)[-1].startswith(".")]
    if len(real) != 1 or real[0].file_size > limits.TEXT_BYTES or real[0].filename.casefold().endswith(".zip"):
        return None
    try:
        with zipfile.ZipFile(document.path) as box, box.open(real[0]) as file:
            head = file.read(4096)
            if is_part(header(head)) or head.startswith(b"PK"):
                return None
            data = head + file.read()
    except Exception as error:  # zipfile raises BadZipFile, zlib.error, RuntimeError, NotImplementedError ... on damaged members
        if hasattr(error, "problems"):
            raise
        refuse(document.name, found=f"{shown(real[0].filename)} that cannot be unpacked", expected="a whole zip file", fix="download it again")
    for mark, what, fix in _FOREIGN:
        if head.startswith(mark):
            refuse(document.name, found=f"{what} inside", expected="csv, JSON or text", fix=fix)
    if not data.strip():
        refuse(document.name, found="an empty file inside", expected="data", fix="download it again")
    inner = text_document(document.path, document.name, data)
    inner.sha256, inner.size = document.sha256, document.size
    inner.said["inside"] = real[0].filename[:120]
    return inner


def _folder(path: Path, name: str) -> Document:
    files = sorted(file for file in path.rglob("*") if file.is_file() and not file.is_symlink()
                   and not any(part.startswith((".", "__MACOSX")) for part in file.relative_to(path).parts))
    if not files:
        refuse(name, found="a folder without files", expected="a folder of monthly csv files", fix="check the folder")
    if len(files) > limits.ARCHIVE_MEMBERS:
        refuse(name, found=f"{len(files):,} files in the folder", expected=f"at most {limits.ARCHIVE_MEMBERS:,}",
               fix="bring one folder a year")
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.relative_to(path).as_posix().encode() + b"\0" + _digest(file).encode() + b"\n")
    document = Document(path, name, "folder", whole.hexdigest(), sum(file.stat().st_size for file in files))
    document.data = [file.relative_to(path).as_posix() for file in files]
    return document


def _big_text(path: Path, name: str, size: int) -> Document:
    with path.open("rb") as file:
        head = file.read(1 << 20)
    cut = head.rfind(b"\n")
    document = text_document(path, name, head[:cut + 1] if cut > 0 else head)
    document.sha256, document.size, document.big = _digest(path), size, True
    document.notes = [note for note in document.notes if "may be cut" not in note]
    return document


def _digest(path: Path) -> str:
    whole = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            whole.update(piece)
    return whole.hexdigest()
