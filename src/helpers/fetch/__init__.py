"""Fetch the sources that have an open endpoint: Census API (with a key), UN Comtrade preview, Federal Register.

Each source module has ``fetch(client, ...) -> bytes`` (JSON in the layout its reader knows). Addresses can be
replaced, so that tests answer from a local server. Without a network every one of them ends in one sentence and a
pointer to the recipe.
"""

from __future__ import annotations

SOURCES = ("census", "comtrade", "federal-register")
