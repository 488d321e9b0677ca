"""The files of a TransBorder collection: what each one is, looked at in place, unpacked under names of our own."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from helpers.readers.layout import Document

COMMON = ("TRDTYPE", "DISAGMOT", "COUNTRY", "VALUE", "DF", "YEAR")


@dataclass(frozen=True)
class Part:
    """One csv of the collection: where it is, what it is called, its columns, and which table it is."""

    path: Path
    name: str
    columns: tuple[str, ...]

    @property
    def table(self) -> str:
        if "COMMODITY2" not in self.columns:
            return "dot1"
        return "dot3" if "DEPE" in self.columns else "dot2"


def header(first: bytes) -> tuple[str, ...]:
    """The column names in the first bytes of a csv.

    >>> header(b"TRDTYPE,Depe\\r\\n1,2301")
    ('TRDTYPE', 'DEPE')
    """
    line = first.split(b"\n", 1)[0].removeprefix(b"\xef\xbb\xbf").decode("latin-1").strip("\r\n ")
    return tuple(cell.strip().strip('"').upper() for cell in line.split(","))


def is_part(columns: tuple[str, ...]) -> bool:
    """Whether a file with these columns is one of BTS's tables."""
    return set(COMMON) <= set(columns) and ("COMMODITY2" in columns or "DEPE" in columns)


def peeked(document: Document) -> list[tuple[str, ...]]:
    """The headers of the files of a collection, looked at without unpacking it."""
    headers: list[tuple[str, ...]] = []
    if document.kind == "folder":
        for name in document.data[:400]:
            with (document.path / name).open("rb") as file:
                first = file.read(2048)
            if first.startswith(b"PK\x03\x04"):
                try:
                    with zipfile.ZipFile(document.path / name) as box:
                        headers += [_peek(box, info) for info in box.infolist()[:40] if not info.is_dir()]
                except (zipfile.BadZipFile, OSError):
                    continue
            else:
                headers.append(header(first))
    elif document.kind == "archive":
        from helpers.readers.archives import open_nested

        with zipfile.ZipFile(document.path) as box:
            for info in [info for info in box.infolist() if not info.is_dir()][:400]:
                if info.filename.casefold().endswith(".zip"):
                    try:
                        with zipfile.ZipFile(open_nested(box, info, document.name)) as inner:
                            headers += [_peek(inner, each) for each in inner.infolist()[:40] if not each.is_dir()]
                    except zipfile.BadZipFile:
                        continue
                else:
                    headers.append(_peek(box, info))
                if len(headers) > 60:
                    break
    return headers


def _peek(box: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[str, ...]:
    try:
        with box.open(info) as file:
            return header(file.read(2048))
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, zipfile.LargeZipFile, ValueError):
        return ()
    except Exception as error:  # zlib.error is not a subclass of anything above
        if type(error).__module__ == "zlib":
            return ()
        raise


def collect(document: Document, folder: Path, notes: list[str]) -> list[Part]:
    """The csv files of a collection as files on disk; members of archives go to ``folder`` under names of our own."""
    parts: list[Part] = []
    strangers = 0
    if document.kind == "delimited":
        with document.path.open("rb") as file:
            return [Part(document.path, document.name, header(file.read(4096)))]
    if document.kind == "folder":
        for name in document.data:
            path = document.path / name
            with path.open("rb") as file:
                first = file.read(4096)
            if first.startswith(b"PK\x03\x04"):
                more, strange = _unpack(path, name, folder, len(parts))
                parts += more
                strangers += strange
            elif is_part(header(first)):
                parts.append(Part(path, name, header(first)))
            else:
                strangers += 1
    else:
        parts, strangers = _unpack(document.path, document.name, folder, 0)
    if strangers:
        notes.append(f"{strangers} other files in the collection were left out")
    return parts


def _unpack(source, name: str, folder: Path, at: int, nested: bool = False) -> tuple[list[Part], int]:
    from helpers.readers.archives import copy_out, members, open_nested

    parts: list[Part] = []
    strangers = 0
    infos = members(source, name)
    with zipfile.ZipFile(source) as box:
        for info in infos:
            if info.filename.casefold().endswith(".zip") and not nested:
                more, strange = _unpack(open_nested(box, info, name), info.filename, folder, at + len(parts), True)
                parts += more
                strangers += strange
                continue
            columns = _peek(box, info)
            if not is_part(columns):
                strangers += 1
                continue
            target = folder / f"part-{at + len(parts):06d}.csv"
            copy_out(box, info, target, name)
            parts.append(Part(target, info.filename, columns))
    return parts, strangers
