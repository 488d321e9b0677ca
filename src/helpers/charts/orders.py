"""Matrices of order, life spans of licenses, the swings of policy, and the same lanes state by state."""

from __future__ import annotations

from helpers.charts import timeline as lanes
from helpers.charts.style import COLORS, MARKERS, tint

AFTER_FILL, POSSIBLY_FILL = tint(COLORS.highlight, 0.55), tint(COLORS.highlight, 0.16)


def lag_grid(frame, page, lang):
    """How many hand-overs lie after, for each implication date (rows) and lag in days (columns); from `timeline.lag_grid`."""
    import seaborn as sns
    from matplotlib.colors import LinearSegmentedColormap

    ax = page.axes()
    dates = list(dict.fromkeys(frame["implication_date"]))
    lags = list(dict.fromkeys(frame["lag_days"]))
    after = frame.pivot(index="implication_date", columns="lag_days", values="after").loc[dates, lags].astype(float)
    most = max(after.to_numpy().max(), 1)
    shades = LinearSegmentedColormap.from_list("after", ["#FFFFFF", tint(COLORS.highlight, 0.6)])
    sns.heatmap(after, ax=ax, cmap=shades, vmin=0, vmax=most, cbar=False, linewidths=1.2, linecolor="white")
    cells = frame.set_index(["implication_date", "lag_days"])
    for y, date in enumerate(dates):
        for x, lag in enumerate(lags):
            row = cells.loc[(date, lag)]
            known = row["after"] + row["possibly_after"] + row["before"] > 0
            ax.text(x + 0.5, y + 0.34, f"{row['after']}" if known else "\N{EN DASH}", ha="center", va="center", size=page.type["title"], weight="bold")
            ax.text(x + 0.5, y + 0.75, page.say("grid-possibly", n=int(row["possibly_after"])), ha="center", va="center", size=page.type["foot"])
    ax.set_yticks([y + 0.5 for y in range(len(dates))], labels=[page.say(f"date-kind-{d.replace('_', '-')}") for d in dates], rotation=0)
    ax.set_xticks([x + 0.5 for x in range(len(lags))], labels=[page.say("grid-days", n=int(lag)) for lag in lags])
    _frame(ax, len(lags), len(dates))


def order_matrix(frame, page, lang):
    """Order of each hand-over (rows) under each implication date (columns): transfer_id, state, implication_date, order, tier."""
    from matplotlib.patches import Rectangle

    if not len(frame):
        return page.empty()
    ax = page.axes()
    dates = list(dict.fromkeys(frame["implication_date"]))
    transfers = list(dict.fromkeys(frame["transfer_id"]))
    states = dict(zip(frame["transfer_id"], frame["state"], strict=True))
    for row in frame.to_dict("records"):
        x, y = dates.index(row["implication_date"]), transfers.index(row["transfer_id"])
        order = row["order"]
        face = AFTER_FILL if order == "after" else POSSIBLY_FILL if order == "possibly after" else "white"
        ax.add_patch(Rectangle((x, y), 1, 1, facecolor=face, edgecolor=tint(COLORS.context, 0.6), linewidth=0.8))
        bold = "bold" if order == "after" else "normal"
        tier = page.say("tier-" + row["tier"].replace(" ", "-")) if row["tier"] else ""
        said = page.wrap(page.say("order-" + order.replace(" ", "-")), page.type["axis"], bold, width=1.15)
        near = page.wrap(tier, page.type["foot"], width=1.0) if tier else []
        # One text of two sizes is not to be had: the order stands in the upper part of the cell, its tier in the lower,
        # parted so that both together sit in the middle.
        split = 0.5 + 0.11 * (len(said) - len(near))
        said = "\n".join(said)
        ax.text(x + 0.5, y + (split - 0.03 if tier else 0.5), said, ha="center", va="bottom" if tier else "center", size=page.type["axis"], weight=bold)
        if tier:
            ax.text(x + 0.5, y + split + 0.03, "\n".join(near), ha="center", va="top", size=page.type["foot"])
    labels = ["\n".join([*page.wrap(lanes.transfer_name(t, lang), page.type["axis"], width=1.4), lanes.state_name(states[t], lang)])
              for t in transfers]
    ax.set_yticks([y + 0.5 for y in range(len(transfers))], labels=labels)
    ax.set_xticks([x + 0.5 for x in range(len(dates))],
                  labels=["\n".join(page.wrap(page.say(f"date-kind-{d.replace('_', '-')}"), page.type["axis"], width=1.05)) for d in dates])
    ax.xaxis.tick_top()
    _frame(ax, len(dates), len(transfers))


def _frame(ax, columns, rows):
    ax.set_xlim(0, columns)
    ax.set_ylim(rows, 0)
    ax.set_xlabel("")
    ax.set_ylabel("")
    ax.grid(visible=False)
    ax.tick_params(length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)


def license_life(frame, page, lang, shipments=None, last=2026.0):
    """Life spans of licenses with their ceilings, and below each bar what was reported imported; from `lanes.licenses`.

    Amounts stand beside the bars as words: a ceiling in dollars and a number of firearms share no scale.
    """
    ax = page.axes()
    rows = frame[frame["lane"].isin(["license", "notice"])].sort_values("start", ascending=False).to_dict("records")
    for y, row in enumerate(rows):
        color = COLORS.main if row["level"] == "firearms" else COLORS.context
        start = lanes._day(row["start"])
        if row["end"] == row["end"]:
            end = lanes._day(row["end"])
            lanes._span(ax, start, end, y, color, 0.62, solid=True)
            ax.text((start + end) / 2, y, page.say("label-amount", usd=row["ceiling_usd"], usd_is=row["ceiling_is"]), ha="center", va="center",
                    size=page.type["axis"], color="white" if row["level"] == "firearms" else COLORS.ink, zorder=5)
            continue
        where = start + 420
        ax.annotate("", xy=(where, y), xytext=(start, y), arrowprops={
            "arrowstyle": "->", "color": color, "linewidth": 1.2, "linestyle": (0, (3, 2)), "shrinkA": 0, "shrinkB": 0})
        ax.plot([start], [y], MARKERS["notice"], markersize=5, color=color, linestyle="none", zorder=4)
        label = page.say("label-amount", usd=row["ceiling_usd"], usd_is=row["ceiling_is"])
        right = where + 2000 > lanes._number(last)
        ax.annotate(label, (start if right else where, y), xytext=(-6 if right else 5, 0), textcoords="offset points",
                    ha="right" if right else "left", va="center", size=page.type["axis"])
    for row in frame[frame["lane"] == "shipment"].to_dict("records"):
        middle = (lanes._day(row["start"]) + lanes._day(row["end"])) / 2
        y = next(i for i, r in enumerate(rows) if r["end"] == r["end"]) if any(r["end"] == r["end"] for r in rows) else 0
        ax.plot([middle], [y + 0.5], MARKERS["shipment"], markersize=5, color=COLORS.ink, linestyle="none", zorder=6)
    ax.set_yticks(range(len(rows)), labels=[lanes.license_name(r["id"], lang) for r in rows])
    ax.set_ylim(-0.6, len(rows) - 0.4)
    first = min((r["start"].year for r in rows), default=2012) - 1
    ax.set_xlim(lanes._number(first), lanes._number(last))
    ax.grid(visible=False, axis="y")
    ax.grid(visible=True, axis="x")
    lanes._years(ax, page, first, last)


def pendulum(frame, page, lang):
    """Rules in order of time, to the left when they eased controls and to the right when they tightened them; from `lanes.pendulum`."""
    ax = page.axes()
    rows = frame.to_dict("records")
    ys = [len(rows) - 1 - i for i in range(len(rows))]
    sides = [int(r["side"]) for r in rows]
    ax.plot(sides, ys, color=COLORS.context, linewidth=1.2, zorder=1)
    for row, y, side in zip(rows, ys, sides, strict=True):
        color = COLORS.highlight if side < 0 else COLORS.main
        ax.plot([side], [y], "o" if side < 0 else "s", markersize=6, color=color, linestyle="none", zorder=3)
        exact = row["precision"] == "day"
        when = page.say("policy-when-day" if exact else "policy-when-month", date=row["start"])
        text = f"{when}: {lanes.policy_name(row['id'], lang)}"
        ax.annotate(text, (side, y), xytext=(-8 if side < 0 else 8, 0), textcoords="offset points", ha="right" if side < 0 else "left", va="center",
                    size=page.type["foot"], annotation_clip=False)
    ax.set_ylim(-0.7, len(rows) + 0.1)
    ax.set_xlim(-10.5, 10.5)
    ax.set_axis_off()
    for side, key, ha in ((-1, "pendulum-eases", "right"), (1, "pendulum-tightens", "left")):
        ax.text(side, len(rows) - 0.2, page.say(key), ha=ha, va="bottom", size=page.type["label"], weight="bold",
                color=COLORS.highlight if side < 0 else COLORS.main)


def states(frame, page, lang, names, first=2005.5, last=2026.0):
    """Small multiples: for each state, arms by origin, events and their first dated official acts, on one axis of time.

    `frame` is that of `lanes.axis` with one row a state (an event in two states stands in both).
    """
    axes = page.subplots(len(names), 1, sharex=True)
    axes = [axes] if len(names) == 1 else list(axes)
    for ax, state in zip(axes, names, strict=True):
        rows = frame[frame["state"] == state]
        ax.set_title(lanes.state_name(state, lang), loc="left", size=page.type["label"], weight="bold", pad=2)
        ax.set_ylim(-0.5, 3.5)
        ax.set_xlim(lanes._number(first), lanes._number(last))
        for lane, y in (("hand_over", 3), ("other_origin", 2), ("origin_not_stated", 2)):
            for row in rows[rows["lane"] == lane].to_dict("records"):
                american = lane == "hand_over"
                lanes._mark(ax, row, y, MARKERS["hand_over"], COLORS.highlight if american else COLORS.ink, 6 if american else 4.5, fill=american, tall=0.5)
        lanes._event_lane(ax, page, rows[rows["lane"] == "event"], 0.55, 0.9, None, None)
        for row in rows[rows["lane"] == "implication"].to_dict("records"):
            lanes._mark(ax, row, 0, MARKERS["implication"], COLORS.highlight, 4.5, fill=False)
        ax.set_yticks([3, 2, 1, 0], labels=[page.say(key) for key in ("lane-hand-over", "lane-other", "lane-event", "lane-implication")])
        ax.grid(visible=False, axis="y")
        ax.grid(visible=True, axis="x")
    lanes._years(axes[-1], page, first, last)


def placebo(frame, page, lang, observed):
    """How often each count of hand-overs "after" arises when states are exchanged: frame has after and arrangements."""
    ax = page.axes()
    most = max([int(frame["after"].max()), observed, 1])
    share = dict(zip(frame["after"], frame["share"], strict=True))
    xs = list(range(most + 1))
    colors = [COLORS.highlight if x == observed else COLORS.context for x in xs]
    ax.bar(xs, [float(share.get(x, 0)) for x in xs], color=colors, width=0.7)
    for x in xs:
        ax.annotate(page.say("placebo-share", share=float(share.get(x, 0))), (x, float(share.get(x, 0))), xytext=(0, 3), textcoords="offset points",
                    ha="center", va="bottom", size=page.type["axis"])
    ax.set_xticks(xs, labels=[page.say("placebo-observed", n=x) if x == observed else str(x) for x in xs])
    ax.set_ylim(0, max(float(frame["share"].max()) * 1.18, 0.1))
    ax.set_yticks([])
    ax.grid(visible=False)



