"""Charts of end users: what licenses name, the five-state request, central bodies in training records, and the quality of matching."""

from __future__ import annotations

from helpers.charts.style import COLORS, HATCH, tint
from helpers.charts.timeline import state_name


def named(frame, page, lang):
    """How many licenses and notices name a unit, a force, a class, the distributor, or nothing: names, licenses."""
    ax = page.axes()
    rows = frame.iloc[::-1]
    values = rows["licenses"].astype(int).tolist()
    colors = [COLORS.main if n in ("unit", "force") else COLORS.context for n in rows["names"]]
    ax.barh(range(len(rows)), values, color=colors, height=0.62)
    for y, value in enumerate(values):
        ax.annotate(page.say("count-plain", n=value), (value, y), xytext=(4, 0), textcoords="offset points", va="center", size=page.type["label"])
    ax.set_yticks(range(len(rows)), labels=[page.say("names-" + n.replace(" ", "-")) for n in rows["names"]])
    page.horizontal_bars(ax)
    page.zero(ax, "x", room=0.12)
    page.numbers(ax.xaxis)


def central_share(frame, page, lang):
    """Share of training records that name only a central body, by report year: report_fy, year, records, share."""
    ax = page.axes()
    known = frame[frame["share"].notna()]
    shares = known["share"].astype(float)
    ax.bar(known["year"].astype(int), shares * 100, color=COLORS.main, width=0.7)
    for year in frame.loc[frame["share"].isna(), "year"].astype(int):
        ax.bar([year], [100], width=0.7, facecolor="white", edgecolor=COLORS.context, hatch=HATCH, linewidth=0.7)
    years = frame["year"].astype(int).tolist()
    ax.set_xticks([y for i, y in enumerate(years) if i % 3 == 0], labels=[f for i, f in enumerate(frame["report_fy"]) if i % 3 == 0])
    ax.set_ylim(0, 105)
    page.numbers(ax.yaxis)
    peak = known.loc[shares.idxmax()]
    low = known.loc[shares.idxmin()]
    for row in (peak, low):
        ax.annotate(page.say("share-of-records", share=float(row["share"])), (int(row["year"]), float(row["share"]) * 100), xytext=(0, 3), textcoords="offset points",
                    ha="center", va="bottom", size=page.type["axis"])


def request(frame, page, lang):
    """The five-state request as a table: state, held, quantity, license, settled_by."""
    ax = page.axes()
    ax.set_axis_off()
    columns = ("state", "held", "license", "document")
    widths = (0.95, 1.6, 1.65, 2.15)
    edges = [sum(widths[:i]) for i in range(len(widths))]
    total = sum(widths)
    ax.set_xlim(0, total)
    ax.set_ylim(len(frame) - 0.4, -1.05)
    for x, column in zip(edges, columns, strict=True):
        ax.text(x, -0.78, page.say(f"request-{column}"), size=page.type["axis"], weight="bold", ha="left", va="center")
    for y, row in enumerate(frame.to_dict("records")):
        held = row["held"]
        if held == "yes":
            quantity = row["documented"]
            said = page.say("request-held-count", n=int(quantity)) if quantity is not None and quantity == quantity else page.say("request-held-yes")
        else:
            said = page.say("request-held-not-found")
        cells = (state_name(row["state"], lang), said, page.say("request-license-" + row["license"].replace(" ", "-")),
                 page.say("settle-" + row["settled_by"].replace(" ", "-and-")))
        for x, width, text in zip(edges, widths, cells, strict=True):
            lines = page.wrap(text, page.type["axis"], width=(width - 0.12) / total * (page.size[0] - 0.12))
            ax.text(x, y + 0.05, "\n".join(lines), size=page.type["axis"], ha="left", va="center", linespacing=1.15)
        ax.axhline(y - 0.45, color=tint(COLORS.context, 0.5), linewidth=0.6)


def quality(frame, page, lang):
    """Precision and recall of matching at every threshold: threshold, match_precision, match_recall; the one in use is marked."""
    ax = page.axes()
    xs = frame["threshold"].astype(int).tolist()
    labels = []
    for column, color, marker in (("precision", COLORS.main, "o"), ("recall", COLORS.highlight, "s")):
        ys = (frame[f"match_{column}"].astype(float) * 100).tolist()
        ax.plot(xs, ys, color=color, marker=marker, markersize=4)
        labels.append((xs[-1], ys[-1], page.say(f"quality-{column}"), color))
    page.labels(ax, labels)
    used = frame[frame["used"] == "yes"].iloc[0]
    ax.axvline(int(used["threshold"]), color=COLORS.ink, linewidth=0.8)
    ax.text(int(used["threshold"]), 1.0, page.say("quality-used", n=int(used["threshold"])), transform=ax.get_xaxis_transform(), ha="center", va="bottom",
            size=page.type["axis"])
    ax.set_ylim(0, 103)
    page.numbers(ax.yaxis)
    page.numbers(ax.xaxis)
