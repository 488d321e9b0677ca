"""Zip files from strangers: their names, their size when unpacked, and nothing written where they say."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from pathlib import Path

from helpers.readers import limits
from helpers.readers.refusals import Refusals, refuse, shown


def members(source: Path | io.BytesIO, name: str, *, most_bytes: int = limits.ARCHIVE_BYTES,
            ratio: int = limits.ARCHIVE_RATIO) -> list[zipfile.ZipInfo]:
    """The files in a zip, after refusing what no honest archive holds.

    Refused: names that climb out (``../x``, ``/x``, ``C:x``, backslashes), links, encrypted members,
    more than 6,000 members, two members of one name, and members that unpack to far more than they
    take (a zip bomb). Nothing is unpacked here.

    >>> import io, zipfile
    >>> box = io.BytesIO(); z = zipfile.ZipFile(box, "w"); z.writestr("../up.csv", "a"); z.close()
    >>> members(box, "m.zip")
    Traceback (most recent call last):
    helpers.problems.InputProblems: m.zip: found a member named '../up.csv' that would be written outside the archive; expected plain names inside the archive. To fix it: do not open this archive; download the files from the publisher again.
    """
    try:
        with zipfile.ZipFile(source) as box:
            infos = [info for info in box.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError):
        refuse(name, found="a damaged or cut zip file", expected="a whole zip file", fix="download it again")
    wrong = Refusals(name)
    if len(infos) > limits.ARCHIVE_MEMBERS:
        wrong.add(found=f"{len(infos):,} files in the archive", expected=f"at most {limits.ARCHIVE_MEMBERS:,}",
                  fix="split the archive by year")
        wrong.stop()
    seen: set[str] = set()
    total = 0
    for info in infos:
        # A name is quoted in sentences, so it must not break a line.
        plain = info.filename
        name_shown = shown(plain, 80)
        climbs = plain.startswith(("/", "\\")) or "\\" in plain or re.match(r"[A-Za-z]:", plain) or "\x00" in plain
        if climbs or ".." in posixpath.normpath(plain).split("/") or ".." in plain.split("/"):
            wrong.add(found=f"a member named {name_shown} that would be written outside the archive",
                      expected="plain names inside the archive",
                      fix="do not open this archive; download the files from the publisher again")
        elif (info.external_attr >> 16) & 0o170000 == 0o120000:
            wrong.add(found=f"a link named {name_shown}", expected="files only",
                      fix="make the archive again from the files themselves")
        elif plain.casefold() in seen:
            wrong.add(found=f"two members named {name_shown}", expected="each name once",
                      fix="make the archive again from the files themselves")
        elif info.flag_bits & 0x1:
            wrong.add(found=f"{name_shown} locked with a password", expected="an open archive",
                      fix="unpack it with its password and bring the files")
        seen.add(plain.casefold())
        total += info.file_size
        if info.file_size > limits.RATIO_MATTERS_FROM and info.file_size > ratio * max(info.compress_size, 1):
            wrong.add(found=f"{name_shown} that unpacks from {info.compress_size:,} to {info.file_size:,} bytes",
                      expected=f"at most {ratio} times its packed size",
                      fix="do not open this archive; download the files from the publisher again")
    if total > most_bytes:
        wrong.add(found=f"{total:,} bytes when unpacked", expected=f"at most {most_bytes:,}",
                  fix="split the archive by year")
    wrong.stop()
    return infos


def copy_out(box: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path, name: str) -> Path:
    """Unpack one member to ``target`` (a name of our own), stopping when it grows past what it declared."""
    written = 0
    try:
        with box.open(info) as packed, target.open("wb") as out:
            while piece := packed.read(1 << 20):
                written += len(piece)
                if written > info.file_size:
                    refuse(name, found=f"{shown(info.filename, 80)} that unpacks to more than it declares",
                           expected="an honest zip file", fix="download it again from the publisher")
                out.write(piece)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        if isinstance(error, ValueError) and hasattr(error, "problems"):
            raise
        refuse(name, found=f"{shown(info.filename, 80)} that cannot be unpacked", expected="a whole zip file",
               fix="download it again")
    return target


def open_nested(box: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> io.BytesIO:
    """A zip inside a zip (a year of monthly zips), in memory."""
    if info.file_size > limits.TEXT_BYTES:
        refuse(name, found=f"{shown(info.filename, 80)} of {info.file_size:,} bytes inside the archive",
               expected=f"at most {limits.TEXT_BYTES:,}", fix="bring the inner zip files one by one")
    try:
        return io.BytesIO(box.read(info))
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError):
        refuse(name, found=f"{shown(info.filename, 80)} that cannot be unpacked", expected="a whole zip file",
               fix="download it again")
        raise AssertionError  # refuse never returns
