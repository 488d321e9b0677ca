"""One printable page for each state, from one template: the picture, what was handed over in which order, and the events.

Names of persons are never printed: an event is named by its place, and the ledger's own titles stay in the ledger.
"""

from __future__ import annotations

import base64
from pathlib import Path

import pandas as pd

from helpers import forces, paths, words

TEMPLATE = Path(__file__).parent / "templates" / "state.html"


def state(state_name: str, lang: str, picture: Path, matrix: pd.DataFrame, hand_overs: pd.DataFrame, events: pd.DataFrame, implications: pd.DataFrame,
          source: str) -> str:
    """The page of one state as HTML, complete in itself.

    Parameters
    ----------
    state_name, lang : str
        The state as in the tables; "en" or "es".
    picture : Path
        The PNG of the state's figure in this language.
    matrix : DataFrame
        From `timeline.strongest`, this state only: transfer_id, order, closest_tier, one row a hand-over.
    hand_overs, events, implications : DataFrame
        From `timeline`, this state only. Hand-overs of every origin are listed, each with its origin.
    source : str
        The source line.

    Returns
    -------
    str
        HTML. Text comes from the catalog; what a source printed (a receiver, a date) is shown as it is.
    """
    from jinja2 import Environment, FileSystemLoader, select_autoescape

    from helpers.charts import timeline as chart

    def say(key, **args):
        return words.say(key, lang, **args)

    by = matrix.set_index("transfer_id")
    arms = [[chart.transfer_name(h["transfer_id"], lang) if chart.transfer_name(h["transfer_id"], lang) != h["transfer_id"] else h["receiver"],
             when(h["start"], h["end"], lang), say("origin-" + h["origin"].replace(" ", "-")),
             say("order-" + (by.loc[h["transfer_id"], "order"] if h["transfer_id"] in by.index else "no date").replace(" ", "-")),
             say("tier-" + by.loc[h["transfer_id"], "closest_tier"].replace(" ", "-")) if h["transfer_id"] in by.index and by.loc[h["transfer_id"], "closest_tier"] else ""]
            for h in hand_overs.sort_values(["end", "transfer_id"]).to_dict("records")]
    first = dict(zip(implications["atrocity_id"], implications["start"], strict=True))
    acts = {i["atrocity_id"]: "cndh-grave" if i["grave"] == "yes" else i["level"] for i in implications.to_dict("records")}
    rows = [[chart.event_name(e["atrocity_id"], lang), when(e["start"], e["end"], lang), say("force-" + e["force_type"].replace("_", "-")),
             say("role-" + e["state_role"].replace("_", "-")),
             f"{first[e['atrocity_id']]:%Y-%m-%d} ({say('level-' + acts[e['atrocity_id']].replace('_', '-'))})" if e["atrocity_id"] in first
             else say("sheet-no-date")]
            for e in events.sort_values(["start", "atrocity_id"]).to_dict("records")]
    environment = Environment(loader=FileSystemLoader(TEMPLATE.parent), autoescape=select_autoescape(["html"]), trim_blocks=True, lstrip_blocks=True)
    name = chart.state_name(state_name, lang)
    return environment.get_template(TEMPLATE.name).render(
        lang="es-MX" if lang == "es" else "en-US", title=say("sheet-title", state=name), alt=say("sheet-alt", state=name, arms=len(arms), events=len(rows)),
        picture=base64.b64encode(Path(picture).read_bytes()).decode("ascii"),
        parts=[{"heading": say("sheet-arms"), "none": say("sheet-arms-none"), "rows": arms,
                "columns": [say(f"sheet-column-{c}") for c in ("receiver", "when", "origin", "order", "tier")]},
               {"heading": say("sheet-events"), "none": say("sheet-events-none"), "rows": rows,
                "columns": [say(f"sheet-column-{c}") for c in ("place", "when", "force", "role", "first")]}],
        foot=[say("source-line", text=source), say("note-line", text=say("order-not-cause")), say("sheet-absence")])


def write(folder: Path, state_name: str, lang: str, html: str) -> Path:
    """Write the page to `folder/sheets/<state>.<lang>.html`; returns the path."""
    return paths.write_text(Path(folder) / "sheets" / f"{forces.plain(state_name).replace(' ', '-')}.{lang}.html", html)


def when(start, end, lang: str) -> str:
    """A span in digits, short enough for a table: a year, a month, a day, a range, or one side.

    >>> when(pd.NaT, pd.Timestamp("2021-01-31"), "en"), when(pd.Timestamp("2015-01-01"), pd.Timestamp("2015-12-31"), "en")
    ('by 2021-01-31', '2015')
    >>> when(pd.Timestamp("2015-04-01"), pd.Timestamp("2015-04-30"), "es")
    '2015-04'
    """
    if start != start or end != end:
        key, day = ("span-by", end) if end == end else ("span-since", start)
        return words.say(key, lang, day=f"{day:%Y-%m-%d}")
    if start == end:
        return f"{start:%Y-%m-%d}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start:%Y}" if start.year == end.year else f"{start:%Y}\N{EN DASH}{end:%Y}"
    if (start.year, start.month) == (end.year, end.month) and start.day == 1 and end == end + pd.offsets.MonthEnd(0):
        return f"{start:%Y-%m}"
    return f"{start:%Y-%m-%d} \N{EN DASH} {end:%Y-%m-%d}"
