"""Bytes to text: which encoding, which line ends, and what had to be guessed."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.readers.refusals import refuse


@dataclass(frozen=True)
class Decoded:
    """Text with ``\\n`` line ends; ``encoding`` and ``line_ends`` as they were; ``notes`` say what was judged."""

    text: str
    encoding: str
    line_ends: str
    notes: tuple[str, ...] = ()


_DAMAGED = (b"\xc3\x83", b"\xc3\x82", b"\xef\xbf\xbd")


def decode(data: bytes, name: str) -> Decoded:
    """Decode a text file as publishers and spreadsheets write them.

    UTF-8 with or without mark, UTF-16 with mark, Windows-1252 / Latin-1, and files in which some
    lines are UTF-8 and others Windows-1252 (pasted together from two sources): each such line is
    decoded on its own and the number of them noted. Raises ``InputProblems`` for binary data.

    >>> decode("Año".encode("latin-1"), "a.csv").text, decode(b"a\\r\\nb", "a.csv").line_ends
    ('Año', 'CRLF')
    """
    notes: list[str] = []
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") and len(data) > 2:
        try:
            text, encoding = data.decode("utf-16"), "UTF-16"
        except UnicodeDecodeError:
            refuse(name, found="a UTF-16 mark and bytes that are not UTF-16", expected="a whole text file",
                   fix="the file is damaged or cut; download it again")
    elif b"\x00" in data[:100_000] or b"\x00" in data:
        refuse(name, found="zero bytes, so not a text file", expected="csv, xlsx, JSON, a zip of csv files, or text",
               fix="open it in the program it came from and save it as csv (UTF-8) or xlsx")
    else:
        body = data[3:] if data[:3] == b"\xef\xbb\xbf" else data
        try:
            text = body.decode("utf-8")
            encoding = "UTF-8 with mark" if body is not data else ("ASCII" if body.isascii() else "UTF-8")
        except UnicodeDecodeError:
            text, encoding, note = _line_by_line(body)
            notes += note
        if any(mark in data for mark in _DAMAGED):
            notes.append("some accents were damaged before the file came here (for example MICHOACÃN); "
                         "names are matched without them")
    ends = _line_ends(text)
    if ends == "mixed":
        notes.append("line ends are mixed (CR, LF, CRLF); read alike")
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding, ends, tuple(notes))


def _line_by_line(body: bytes) -> tuple[str, str, list[str]]:
    lines, utf8, other = [], 0, 0
    for line in body.split(b"\n"):
        if line.isascii():
            lines.append(line.decode("ascii"))
            continue
        try:
            lines.append(line.decode("utf-8"))
            utf8 += 1
        except UnicodeDecodeError:
            other += 1
            try:
                lines.append(line.decode("cp1252"))
            except UnicodeDecodeError:
                lines.append(line.decode("latin-1"))
    if not utf8:
        return "\n".join(lines), "Windows-1252 or Latin-1", []
    return "\n".join(lines), "mixed UTF-8 and Windows-1252", [
        f"{other} lines are Windows-1252 and {utf8} are UTF-8; each was read in its own way"]


def _line_ends(text: str) -> str:
    crlf = text.count("\r\n")
    cr, lf = text.count("\r") - crlf, text.count("\n") - crlf
    kinds = [name for name, count in (("CRLF", crlf), ("CR", cr), ("LF", lf)) if count]
    return kinds[0] if len(kinds) == 1 else ("mixed" if kinds else "none")
