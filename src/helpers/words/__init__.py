"""Every sentence a reader sees, in English and Mexican Spanish, from one Fluent catalog.

The catalog is ``words/<language>/<room>.ftl``; numbers and dates inside it are set by the
functions of `helpers.words.numbers`.
"""

from helpers.words.catalog import (
    LANGUAGES,
    FigureText,
    MissingWords,
    figure,
    finding_id,
    has,
    say,
)

__all__ = ["LANGUAGES", "FigureText", "MissingWords", "figure", "finding_id", "has", "say"]
