"""The time charts: lanes of dated marks on one axis, hand-overs against implications, and the matrices of order.

A solid mark is a day. A hatched bar is a date known only as a month, a year or a term; an arrow is a side that is open.
"""

from __future__ import annotations

from helpers.charts.style import COLORS, HATCH, MARKERS, tint

ORDER_COLORS = {"after": COLORS.highlight, "possibly after": COLORS.main, "before": COLORS.context, "no date": COLORS.context}
LABEL_KINDS = {"license": "money", "notice": "money"}
MONTH = 30.5  # days


def timeline(frame, page, lang, first=2005.5, last=2026.0, lanes=None, events=6, name_all=False):
    """Lanes of marks on one axis of time, from the frame of `lanes.axis`.

    `first` and `last` are the years at the ends of the axis. `events` is how many events are named (those with the most implications in
    view come first); `name_all` names every one of them.
    """
    if not len(frame):
        return page.empty()
    ax = page.axes()
    shown = [lane for lane in (lanes or _lanes(frame)) if lane == "policy" or (frame["lane"] == lane).any()]
    places, height = {}, 0.0
    for lane in reversed(shown):
        tall = _height(frame, lane) + (1.8 if lane == "event" and name_all else 0)
        places[lane] = (height, tall)
        height += tall + 0.3
    left, right = _number(first), _number(last)
    ax.set_xlim(left, right)
    ax.set_ylim(-0.15, height - 0.1)
    for lane, (low, tall) in places.items():
        rows = frame[frame["lane"] == lane]
        _LANES[lane](ax, page, rows, low, tall, left, right, *([True] if lane == "hand_over" and name_all else []))
        if low:
            ax.axhline(low - 0.15, color=tint(COLORS.context, 0.45), linewidth=0.5, zorder=0)
    ax.set_yticks([low + tall / 2 for low, tall in places.values()],
                  labels=["\n".join(page.wrap(page.say(f"lane-{lane.replace('_', '-')}"), page.type["axis"], width=1.45)) for lane in places])
    ax.tick_params(axis="y", length=0)
    ax.grid(visible=False, axis="y")
    ax.grid(visible=True, axis="x")
    _years(ax, page, first, last)
    if "event" in places and (events or name_all):
        low, tall = places["event"]
        _name_events(ax, page, frame[frame["lane"] == "event"], low, tall, len(frame) if name_all else events)


def _lanes(frame):
    return ("license", "notice", "shipment", "hand_over", "other_origin", "origin_not_stated", "policy", "event", "implication")


def _height(frame, lane):
    """Height of a lane in lines of axis type: a line a track where tracks carry labels, less where they do not."""
    rows = frame[frame["lane"] == lane]
    if lane in ("other_origin", "origin_not_stated"):
        rows = _grouped(rows)
        return max(1.0, 0.62 * (1 + max(_tracks(rows, 380), default=0)))
    if lane in ("hand_over", "shipment"):
        return 1.0 + max(_tracks(rows, _SLACK[lane]), default=0)
    return {"license": 1.05, "notice": 2.0, "policy": 0.8, "event": 3.1, "implication": 0.95}[lane]


_SLACK = {"hand_over": 750, "shipment": 2200}  # days a label takes on the national axis


def _grouped(rows):
    """One row for each stretch of time, with how many hand-overs it stands for."""
    return rows.assign(n=1).groupby(["start", "end"], dropna=False, as_index=False).agg(
        n=("n", "sum"), id=("id", "first"), state=("state", "first"), country=("country", "first"))


def _tracks(rows, slack=200):
    """A track for each row so that spans on one track do not touch; open sides reach only a little way."""
    ends, tracks = [], []
    for start, end in zip(*_ends(rows), strict=True):
        for track, taken in enumerate(ends):
            if start > taken + slack:
                ends[track] = end
                tracks.append(track)
                break
        else:
            ends.append(end)
            tracks.append(len(ends) - 1)
    return tracks


def _ends(rows, reach=150):
    starts = [_day(s) if s == s else _day(e) - reach for s, e in zip(rows["start"], rows["end"], strict=True)]
    ends = [_day(e) if e == e else _day(s) + reach for s, e in zip(rows["start"], rows["end"], strict=True)]
    return starts, ends


def _day(stamp):
    from matplotlib.dates import date2num

    return float(date2num(stamp))


def _number(year):
    import datetime as dt

    return _day(dt.datetime(int(year), 1, 1)) + (year - int(year)) * 365.25


def _years(ax, page, first, last):
    from matplotlib.dates import DateFormatter, YearLocator

    ax.xaxis_date()
    ax.xaxis.set_major_locator(YearLocator(2 if last - first > 9 else 1))
    ax.xaxis.set_major_formatter(DateFormatter("%Y"))


def _span(ax, start, end, y, color, tall=0.2, solid=False, zorder=2):
    """A bar for a stretch of time; hatched when it stands for one date known only roughly."""
    from matplotlib.patches import Rectangle

    look = {"facecolor": color, "edgecolor": color} if solid else {"facecolor": "white", "edgecolor": color, "hatch": HATCH * 2}
    ax.add_patch(Rectangle((start, y - tall / 2), max(end - start, 6), tall, linewidth=0.7, zorder=zorder, gid="span", **look))


def _mark(ax, row, y, marker, color, size=6, fill=True, tall=0.2, reach=200):
    """One dated thing: its marker on the day, or a hatched bar with the marker in the middle, or an arrow on the open side."""
    start, end = row["start"], row["end"]
    face = color if fill else "white"
    if start == start and end == end:
        low, high = _day(start), _day(end)
        if high - low > 20:
            _span(ax, low, high, y, color, tall)
        ax.plot([(low + high) / 2], [y], marker, markersize=size, color=color, markerfacecolor=face, markeredgewidth=1.1, zorder=4, linestyle="none")
        return (low + high) / 2
    known, way = (_day(end), -1) if end == end else (_day(start), 1)
    ax.annotate("", xy=(known + way * reach * 2.2, y), xytext=(known, y), annotation_clip=True,
                arrowprops={"arrowstyle": "->", "color": color, "linewidth": 1.1, "linestyle": (0, (3, 2)), "shrinkA": 0, "shrinkB": 0})
    ax.plot([known], [y], marker, markersize=size, color=color, markerfacecolor=face, markeredgewidth=1.1, zorder=4, linestyle="none")
    return known


def _license_lane(ax, page, rows, low, tall, left, right):
    for row in rows.to_dict("records"):
        start, end = _day(row["start"]), _day(row["end"])
        _span(ax, start, end, low + tall / 2, COLORS.main, tall, solid=True)
        name = ax.text((start + end) / 2, low + tall / 2, page.say("label-ceiling", usd=row["ceiling_usd"], usd_is=row["ceiling_is"], id=license_name(row["id"], page.lang)),
                       color="white", ha="center", va="center", size=page.type["axis"], zorder=5)
        page.after_layout(lambda name=name, row=row, start=start, end=end: _parted_when_too_long(ax, page, name, row, start, end))


def _parted_when_too_long(ax, page, label, row, start, end):
    """A label longer than its bar keeps only the ceiling on the bar; the license is then named to the left of it."""
    bar = ax.transData.transform([(start, 0), (end, 0)])[:, 0]
    if label.get_window_extent(page.renderer).width > bar[1] - bar[0] - 8:
        label.set_text(page.say("label-amount", usd=row["ceiling_usd"], usd_is=row["ceiling_is"]))
        ax.text(start - 40, label.get_position()[1], license_name(row["id"], page.lang), color=COLORS.main,
                ha="right", va="center", size=page.type["axis"], zorder=5)


def _notice_lane(ax, page, rows, low, tall, left, right):
    """Notices without an expiry: firearms labeled, the last one on a row of its own so that its label has room to the left."""
    arms = rows[rows["level"] == "firearms"].sort_values("start").to_dict("records")
    for row in rows[rows["level"] != "firearms"].to_dict("records"):
        ax.plot([_day(row["start"])], [low + tall * 0.25], MARKERS["notice"], markersize=5, color=COLORS.context, linestyle="none", zorder=3)
    for place, row in enumerate(arms):
        last = place == len(arms) - 1
        x, y = _day(row["start"]), low + tall * (0.75 if last else 0.25)
        ax.plot([x], [y], MARKERS["notice"], markersize=5, color=COLORS.main, linestyle="none", zorder=4)
        if place >= len(arms) - 2:
            ax.annotate(page.say("label-amount", usd=row["ceiling_usd"], usd_is=row["ceiling_is"]), (x, y), xytext=(-5 if last else 5, 0),
                        textcoords="offset points", ha="right" if last else "left", va="center", size=page.type["axis"], color=COLORS.main)


def _shipment_lane(ax, page, rows, low, tall, left, right):
    tracks = _tracks(rows, _SLACK["shipment"])
    step = tall / (max(tracks, default=0) + 1)
    for row, track in zip(rows.to_dict("records"), tracks, strict=True):
        y = low + step * (track + 0.5)
        _mark(ax, row, y, MARKERS["shipment"], COLORS.main, 5, tall=0.5)
        if row["firearms"] is not None and row["firearms"] == row["firearms"]:
            ax.annotate(page.say("label-firearms", n=row["firearms"]), (_ends(rows[rows["id"] == row["id"]])[1][0], y), xytext=(5, 0),
                        textcoords="offset points", ha="left", va="center", size=page.type["axis"])


def _hand_over_lane(ax, page, rows, low, tall, left, right, full=False):
    tracks = _tracks(rows, _SLACK["hand_over"])
    step = tall / (max(tracks, default=0) + 1)
    for row, track in zip(rows.to_dict("records"), tracks, strict=True):
        y = low + step * (track + 0.5)
        _mark(ax, row, y, MARKERS["hand_over"], COLORS.highlight, 6.5, tall=0.5)
        end = _ends(rows[rows["id"] == row["id"]])[1][0]
        name = transfer_name(row["id"], page.lang) if full else state_name(row["state"], page.lang, short=True)
        ax.annotate(name, (end, y), xytext=(6, 0), textcoords="offset points", ha="left", va="center",
                    size=page.type["axis"], color=COLORS.highlight)


def _other_lane(ax, page, rows, low, tall, left, right):
    rows = _grouped(rows)
    tracks = _tracks(rows, 380)
    step = tall / (max(tracks, default=0) + 1)
    for row, track in zip(rows.to_dict("records"), tracks, strict=True):
        y = low + step * (track + 0.5)
        _mark(ax, row, y, MARKERS["hand_over"], COLORS.ink, 4.5, fill=False, tall=0.36)
        if row["n"] > 1:
            ax.annotate(f"\N{MULTIPLICATION SIGN}{row['n']}", (_day(row["end"]), y), xytext=(3, 0), textcoords="offset points", ha="left", va="center",
                        size=page.type["foot"])
        elif row["country"] and row["end"] == row["end"] and row["start"] == row["start"] and (row["end"] - row["start"]).days < 60:
            where = f"{country_name(row['country'], page.lang)}, {state_name(row['state'], page.lang, short=True)}"
            ax.annotate(where, (_day(row["end"]), y), xytext=(5, 0), textcoords="offset points", ha="left", va="center", size=page.type["foot"])


def _policy_lane(ax, page, rows, low, tall, left, right):
    for row in rows.to_dict("records"):
        day = _day(row["start"])
        if left <= day <= right:
            ax.plot([day, day], [low + 0.05, low + tall - 0.05], color=COLORS.ink, linewidth=0.9, solid_capstyle="butt", zorder=3)


def _event_lane(ax, page, rows, low, tall, left, right):
    for row in rows.to_dict("records"):
        start, end = _day(row["start"]), _day(row["end"])
        if end - start > 20:
            _span(ax, start, end, low + 0.45, COLORS.ink, 0.8, zorder=2)
        else:
            ax.plot([start, start], [low + 0.05, low + 0.85], color=COLORS.ink, linewidth=1.1, solid_capstyle="butt", zorder=3)


def _implication_lane(ax, page, rows, low, tall, left, right):
    for row in rows.to_dict("records"):
        _mark(ax, row, low + tall / 2, MARKERS["implication"], COLORS.highlight, 5, fill=False)


_LANES = {"license": _license_lane, "notice": _notice_lane, "shipment": _shipment_lane, "hand_over": _hand_over_lane, "other_origin": _other_lane,
          "origin_not_stated": _other_lane, "policy": _policy_lane, "event": _event_lane, "implication": _implication_lane}


def _name_events(ax, page, rows, low, tall, most):
    """Name events above their lines on rows, the best documented first, leaving out what would overlap."""
    rank = {"court": 0, "cndh": 1, "prosecutor": 2, "un_or_ngo": 3, "press": 4}
    rows = rows.assign(_rank=rows["level"].map(rank).fillna(5)).sort_values(["_rank", "start"])
    wanted = [(row["id"], (_day(row["start"]) + _day(row["end"])) / 2) for row in rows.to_dict("records")]
    preferred = [w for w in wanted if w[0] in _PREFERRED]
    wanted = preferred + [w for w in wanted if w[0] not in _PREFERRED]

    def place():
        taken = {row: [] for row in range(int((tall - 0.9) / 1.05))}
        to_inches = ax.get_window_extent(page.renderer).width / page.figure.dpi / (ax.get_xlim()[1] - ax.get_xlim()[0])
        names = 0
        for event, day in wanted:
            if names >= most:
                break
            text = event_name(event, page.lang)
            half = page.width_of(text, page.type["foot"]) / 2 / to_inches + 25
            low_x, high_x = ax.get_xlim()
            middle = min(max(day, low_x + half), high_x - half)
            for row in taken:
                y = low + 1.4 + row * 1.05
                if all(abs(middle - other) > half + width for other, width in taken[row]):
                    taken[row].append((middle, half))
                    ax.plot([day, day], [low + 0.85, y - 0.3], color=COLORS.ink, linewidth=0.4, zorder=1)
                    ax.text(middle, y, text, ha="center", va="center", size=page.type["foot"], zorder=6,
                            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.3})
                    names += 1
                    break

    page.after_layout(place)


# Named first when there is room: the events the two letters speak of, then the largest by any one count.
_PREFERRED = ("ATR-024", "ATR-046", "ATR-040", "ATR-042", "ATR-011", "ATR-028", "ATR-022")


def state_name(state, lang, short=False):
    """The name of a Mexican state in `lang`; `short` gives the abbreviation of the five states of the 2019 letter.

    >>> state_name("México", "en"), state_name("Guerrero", "es", short=True)
    ('State of México', 'Gro.')
    """
    from helpers import words
    from helpers.forces import plain

    for kind in (("short", "name") if short else ("name",)):
        key = f"state-{kind}-{plain(state).replace(' ', '-')}"
        if words.has(key, lang):
            return words.say(key, lang)
    return state


def license_name(license_id, lang):
    """The short name of a license or notice; unknown ids are shown as they are.

    >>> license_name("DCS-SIG-2015-266M", "en")
    'Sig Sauer 2015'
    """
    from helpers import words

    key = f"license-{license_id}"
    return words.say(key, lang) if words.has(key, lang) else license_id


def policy_name(policy_id, lang):
    """The short name of a rule or ruling; unknown ids are shown as they are.

    >>> policy_name("POL-032", "en")
    'firearms move to Commerce'
    """
    from helpers import words

    key = f"policy-{policy_id}"
    return words.say(key, lang) if words.has(key, lang) else policy_id


def country_name(country, lang):
    """A country's name in `lang`; names the catalog does not hold are shown as the ledger has them.

    >>> country_name("Belgium", "es")
    'Bélgica'
    """
    from helpers import words
    from helpers.forces import plain

    key = f"country-{plain(country).replace(' ', '-')}"
    return words.say(key, lang) if words.has(key, lang) else country


def event_name(atrocity_id, lang):
    """The neutral short name of an event: a place, never a person. Unknown ids are shown as they are.

    >>> event_name("ATR-024", "es")
    'Iguala (Ayotzinapa)'
    """
    from helpers import words

    key = f"event-{atrocity_id}"
    return words.say(key, lang) if words.has(key, lang) else atrocity_id


def transfer_name(transfer_id, lang):
    """The short name of who received the arms; unknown ids are shown as they are.

    >>> transfer_name("TRF-024", "en")
    'State police, 2015'
    """
    from helpers import words

    key = f"transfer-{transfer_id}"
    return words.say(key, lang) if words.has(key, lang) else transfer_id


def order_of_transfers(frame, page, lang):
    """Hand-overs of U.S. arms against the dated implications of forces in the same state, from `lanes.rows_of_orders`."""
    if not len(frame):
        return page.empty()
    ax = page.axes()
    transfers = frame[frame["mark"] == "hand-over"]
    labels, spots = [], []
    for place, row in enumerate(reversed(transfers.to_dict("records"))):
        y = float(place)
        for other in frame[(frame["transfer_id"] == row["transfer_id"]) & (frame["mark"] == "implication")].to_dict("records"):
            close = other["tier"] not in ("same state only", "")
            ax.plot([_day(other["start"])], [y + 0.2], MARKERS["implication"], markersize=5.5, color=COLORS.ink, linestyle="none", zorder=4,
                    markerfacecolor=COLORS.ink if close else "white", markeredgewidth=1)
        color = ORDER_COLORS[row["order"]]
        _mark(ax, row, y - 0.14, MARKERS["hand_over"], COLORS.highlight if color == COLORS.context else color, 7, fill=row["order"] == "after", tall=0.24)
        labels.append("\n".join([transfer_name(row["id"], page.lang), state_name(row["state"], page.lang)]))
        spots.append(y)
        tier = page.say("tier-" + row["tier"].replace(" ", "-")) if row["tier"] else ""
        order = page.say("order-" + row["order"].replace(" ", "-"))
        ax.text(1.015, y + 0.17, order, transform=ax.get_yaxis_transform(), ha="left", va="center", size=page.type["label"], weight="bold",
                color=COLORS.highlight if row["order"] == "after" else COLORS.ink, clip_on=False, in_layout=True)
        ax.text(1.015, y - 0.17, tier, transform=ax.get_yaxis_transform(), ha="left", va="center", size=page.type["foot"], in_layout=True)
    ax.set_yticks(spots, labels=labels)
    ax.set_ylim(-0.55, len(spots) - 0.45)
    years = [d.year for d in [*frame["start"].dropna(), *frame["end"].dropna()]]
    first, last = min(years, default=2006) - 1, max(years, default=2024) + 1
    ax.set_xlim(_number(first), _number(last))
    ax.grid(visible=False, axis="y")
    ax.grid(visible=True, axis="x")
    _years(ax, page, first, last)
    for y in spots[1:]:
        ax.axhline(y - 0.5, color=tint(COLORS.context, 0.45), linewidth=0.5, zorder=0)
