"""The tidy tables: their columns, types, units and allowed values, and the sentences when something is wrong.

``TABLES`` declares them all; ``read_text`` and ``check`` turn a raw file into a typed frame;
``dictionary`` and ``datapackage`` describe the same declarations for people and for programs.
"""

from helpers.tables.check import LINE, check, fold, read_text, typed
from helpers.tables.describe import datapackage, dictionary
from helpers.tables.model import KINDS, Column, RowRule, Table
from helpers.tables.schemas import TABLES

__all__ = ["KINDS", "LINE", "TABLES", "Column", "RowRule", "Table", "check", "datapackage", "dictionary", "fold", "read_text", "typed"]
