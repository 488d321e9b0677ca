"""Numbers as they are printed: commas, spaces, dollar signs, spreadsheet formula text. Never a guess."""

from __future__ import annotations

import re
from decimal import Decimal

_PLAIN = re.compile(r"[-+−]?(?:[0-9]{1,30}|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+)(?:\.[0-9]{1,20})?")
_FORMULA_NUMBER = re.compile(r'="?(-?[0-9]+(?:\.[0-9]+)?)"?')
_JOINED = re.compile(r"=\s*CONCAT(?:ENAR|ENATE)?\(([^()]*)\)", re.IGNORECASE)


class NotANumber(ValueError):
    """The text is not one number beyond doubt; ``.why`` says what is odd about it."""

    def __init__(self, why: str):
        self.why = why
        super().__init__(why)


def number(text: object) -> Decimal:
    """The number a cell prints, exactly.

    Thousands may be parted by commas or spaces in full groups of three; a decimal point is a point;
    a dollar sign in front and parentheses for a negative are understood. ``1,42`` and ``1.234.567``
    are refused because they mean different numbers in different countries, ``9.3E+07`` because a
    spreadsheet has dropped its last digits.

    >>> number("$1,429,995.00"), number("12 878"), number("(5)")
    (Decimal('1429995.00'), Decimal('12878'), Decimal('-5'))
    >>> number("1,42")
    Traceback (most recent call last):
    helpers.readers.numbers.NotANumber: a comma that does not part thousands
    """
    raw = str(text).strip().strip("\u00a0\u202f")
    body = raw
    negative = False
    if body.startswith("(") and body.endswith(")"):
        body, negative = body[1:-1].strip(), True
    body = re.sub(r"^(?:US\$|\$)\s*", "", body)
    if re.fullmatch(r"-\s*\$.*", body):
        body = "-" + body.lstrip("- $")
    formula = _FORMULA_NUMBER.fullmatch(body)
    if formula:
        body = formula.group(1)
    if _PLAIN.fullmatch(body):
        value = Decimal(re.sub(r"[, \u00a0\u202f]", "", body).replace("−", "-"))
        return -value if negative else value
    if not raw:
        raise NotANumber("an empty cell")
    if body.startswith("="):
        raise NotANumber("a spreadsheet formula")
    if re.fullmatch(r"[-+]?[0-9.]+[eE][-+]?[0-9]+", body):
        raise NotANumber("a number a spreadsheet has shortened (E notation)")
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?", body) or re.fullmatch(r"[0-9.]+,[0-9]+", body):
        raise NotANumber("a comma that does not part thousands")
    if re.fullmatch(r"[-+]?[0-9][0-9,. ]*", body):
        raise NotANumber("digits grouped in no known way")
    raise NotANumber("not a number")


def whole(text: object) -> int:
    """The whole number a cell prints; ``12.0`` counts as 12, ``12.5`` does not.

    >>> whole("250.0")
    250
    """
    value = number(text)
    if value != value.to_integral_value():
        raise NotANumber("a number with a fraction where a whole one belongs")
    return int(value)


def code_text(text: object) -> str:
    """A code as text: spreadsheet wrappings taken off, zeros in front kept.

    INEGI prints state codes as ``=CONCATENAR(0,01) `` and municipal ones as `` 01 001 ``; Excel
    keeps a code as ``="93"`` or with an apostrophe in front.

    >>> code_text("=CONCATENAR(0,01) "), code_text('="0105"'), code_text(" 01 001 "), code_text("'93")
    ('01', '0105', '01 001', '93')
    """
    raw = str(text).strip()
    joined = _JOINED.fullmatch(raw)
    if joined:
        parts = [part.strip().strip('"') for part in joined.group(1).split(",")]
        # CONCATENAR(0,01): INEGI glues a zero before a code that already has it from 01 to 09.
        glued = "".join(parts)
        return glued[-2:] if len(parts) == 2 and parts[0] == "0" and glued.isdigit() else glued
    if raw.startswith('="') and raw.endswith('"'):
        return raw[2:-1]
    return raw.removeprefix("'").strip()


def as_printed(value: object) -> str:
    """A spreadsheet cell as text: whole floats without their ``.0``, dates in ISO form, nothing for an empty cell.

    >>> as_printed(57999869.0), as_printed(None), as_printed(True), as_printed(0.1)
    ('57999869', '', 'TRUE', '0.1')
    """
    import datetime

    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e17 else repr(value)
    if isinstance(value, datetime.datetime):
        midnight = (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0)
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return str(value)
