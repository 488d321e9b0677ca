"""The ledger of claims at a glance, one card for each numeric claim, and the safest wording of each in words."""

from __future__ import annotations

import datetime as dt
import re

from helpers import words
from helpers.charts.style import COLORS, tint

FILLS = {"confirmed": (COLORS.main, "white"), "confirmed with a difference": (tint(COLORS.main, 0.35), COLORS.ink),
         "supported only under narrow definitions": (tint(COLORS.highlight, 0.35), COLORS.ink), "contradicted": (COLORS.highlight, "white")}


def slug(text) -> str:
    """A status or reason as the tail of a message id.

    >>> slug("unverifiable (closed source)")
    'unverifiable-closed-source'
    """
    return re.sub(r"[^a-z]+", "-", str(text).lower()).strip("-")


def glance(frame, page, lang):
    """Each claim a numbered square in the row of its status, one column of rows for each letter: claim_id, letter, status."""
    from matplotlib.patches import Rectangle

    from helpers.claims import STATUSES

    ax = page.axes()
    ax.set_axis_off()
    letters = sorted(frame["letter"].unique())
    shown = [s for s in STATUSES if (frame["status"] == s).any() or s in ("contradicted",)]
    widths = [max(3, frame[frame["letter"] == letter].groupby("status").size().max()) for letter in letters]
    starts = [sum(widths[:i]) + i * 1.2 for i in range(len(letters))]
    for row, status in enumerate(shown):
        face, ink = FILLS.get(status, ("white", COLORS.ink))
        for start, letter in zip(starts, letters, strict=True):
            for place, claim in enumerate(frame[(frame["letter"] == letter) & (frame["status"] == status)]["claim_id"]):
                ax.add_patch(Rectangle((start + place, row), 0.86, 0.8, facecolor=face, edgecolor=tint(COLORS.ink, 0.6), linewidth=0.7))
                ax.text(start + place + 0.43, row + 0.42, claim.rpartition("-")[2], ha="center", va="center", size=page.type["foot"], color=ink)
        ax.text(-0.35, row + 0.42, page.say(f"status-short-{slug(status)}"), ha="right", va="center", size=page.type["axis"])
    for start, letter in zip(starts, letters, strict=True):
        key = f"letter-{letter}"
        name = words.say(key, lang) if words.has(key, lang) else letter
        ax.text(start, -0.45, name, ha="left", va="center", size=page.type["axis"], weight="bold")
    longest = max(page.width_of(page.say(f"status-short-{slug(s)}"), page.type["axis"]) for s in shown)
    across = starts[-1] + widths[-1]
    left = -(0.6 + longest / (page.size[0] - longest - 0.4) * across)
    ax.set_xlim(left, across + 0.2)
    ax.set_ylim(len(shown) + 0.1, -0.95)


def card(frame, page, lang):
    """One numeric claim: a line for the stated value, a dot for the computed one, a bar for the range: one row of `claims.check`."""
    ax = page.axes()
    row = frame.iloc[0]
    stated, value = float(row["stated"]), float(row["computed"])
    unit = row["unit"]
    low, high = row["low"], row["high"]
    ends = [0.0, stated, value]
    if low == low and low is not None and high is not None:
        ends += [float(low), float(high)]
        ax.barh([0], [float(high) - float(low)], left=[float(low)], height=0.34, color=tint(COLORS.main, 0.3), zorder=2)
    ax.plot([stated, stated], [-0.42, 0.42], color=COLORS.ink, linewidth=1.75, zorder=3)
    ax.plot([value], [0], "o", markersize=7, color=COLORS.main, zorder=4)
    page.bound_arrow(ax, value, 0, row["value_is"], axis="x")
    said = page.say("card-stated", amount=page.say("claim-amount", x=stated, x_is="exact", unit=unit))
    found = page.say("card-computed", amount=page.say("claim-amount", x=value, x_is=row["value_is"], unit=unit))
    most = max(ends) * 1.12
    for x, y, text, color in ((stated, 0.62, said, COLORS.ink), (value, -0.62, found, COLORS.main)):
        ax.text(x, y, text, ha="left" if x < most * 0.25 else "right" if x > most * 0.7 else "center", va="center", size=page.type["label"], color=color)
    ax.set_xlim(0, most)
    ax.set_ylim(-0.95, 0.95)
    ax.set_yticks([])
    ax.grid(visible=False, axis="y")
    ax.grid(visible=True, axis="x")
    page.numbers(ax.xaxis, divide=1e6 if unit == "USD" else 1, digits=1 if unit == "USD" and most < 10e6 else 0)


def card_values(row) -> dict:
    """The values that a card's words need, from one row of `claims.check`."""
    has_choices = row["choices"] is not None and row["choices"] == row["choices"]
    has_range = row["low"] is not None and row["low"] == row["low"]
    unit = row["unit"] if row["unit"] in ("USD", "ratio") else "other"
    return {"id": row["claim_id"], "stated": float(row["stated"]), "value": float(row["computed"]), "value_is": row["value_is"] or "exact", "unit": unit,
            "unit_words": unit, "status": slug(row["status"]), "has_choices": "yes" if has_choices else "no", "has_range": "yes" if has_range else "no",
            "holds": int(row["holds"]) if has_choices else 0, "choices": int(row["choices"]) if has_choices else 0, "of_cell": row["cell"]}


def years(period: str, letter: str) -> str:
    """The years a period speaks of, "2002–2017"; without any, the year of the letter (in its id).

    >>> years("2015-2017 vs 2002-2004", "x"), years("", "house-2019-03-07")
    ('2002–2017', '2019')
    """
    found = sorted(re.findall(r"\b(?:19|20)\d\d\b", period)) or re.findall(r"\b(?:19|20)\d\d\b", letter)[:1]
    return found[0] if found and found[0] == found[-1] else f"{found[0]}\N{EN DASH}{found[-1]}" if found else ""


def label(claim_id: str, lang: str) -> str:
    """The short name of a claim in `lang`; a claim of a user's draft is named by its id.

    >>> label("H19-06", "en")
    'Ayotzinapa students disappeared'
    """
    key = f"claim-label-{claim_id}"
    return words.say(key, lang) if words.has(key, lang) else claim_id


def wording(row, lang: str) -> str:
    """The safest wording of a claim in `lang`, with the computed values set; for an unknown or uncomputed claim, what to do instead.

    `row` is a row of `claims.check` as a mapping.
    """
    key, value = f"claim-wording-{row['claim_id']}", row["computed"]
    values = {}
    for part in filter(None, str(row["also"] or "").split(";")):
        name, _, number = part.partition("=")
        values[name] = float(number)
    if isinstance(value, dt.date):
        values |= {"day": value, "year": value.year}
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        values |= {"value": value, "value_is": row["value_is"] or "exact", "year": int(value) if 1900 < value < 2100 else 0}
    if words.has(key, lang):
        try:
            return words.say(key, lang, **values)
        except words.MissingWords:
            pass  # the sentence needs a number that was not computed
    return words.say("claim-not-computed", lang, why=words.say(f"why-{(row['why'] or 'nothing_found').replace('_', '-')}", lang))
