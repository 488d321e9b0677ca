"""Is the order more than chance? A permutation within kind of force and year, exact when small; off by default.

The statistic is fixed beforehand: the number of hand-overs of U.S. arms that lie after an implication of a force of their state. The null
in words: among hand-overs to one kind of force in one year, which state received U.S. arms has nothing to do with where forces had
been implicated. Under it the states of those hand-overs can be exchanged, and the statistic counted again (Fisher's exchange argument).
With a handful of hand-overs almost nothing can be exchanged, and the plain answer is that the data cannot carry the question.
"""

from __future__ import annotations

import itertools
import math
import random
from dataclasses import dataclass

import pandas as pd

from helpers import forces, spans, timeline

EXACT_UP_TO = 20_000  # arrangements that are counted one by one; beyond that a seeded sample of as many
ENOUGH = 20  # with fewer arrangements no share below one in twenty can arise


@dataclass(frozen=True)
class Placebo:
    """The outcome: `distribution` (after, share), `observed`, `share` of arrangements with as many or more, `arrangements`, `free`
    (hand-overs that can be exchanged at all), `n`, `exact`, and `carries`, whether the data can carry the question.
    """

    distribution: pd.DataFrame
    observed: int
    share: float
    arrangements: int
    free: int
    n: int
    exact: bool

    @property
    def carries(self) -> bool:
        """True when there are at least `ENOUGH` arrangements: fewer cannot tell a pattern from chance."""
        return self.arrangements >= ENOUGH


def strata(hand_overs: pd.DataFrame, table: forces.Table) -> pd.Series:
    """Kind of force and year of each hand-over, as text. A range of years is a stratum of its own range, never a single year.

    >>> rows = pd.DataFrame({"receiver": ["Guerrero state police"], "state": ["Guerrero"], "start": [pd.Timestamp("2015-01-01")],
    ...                      "end": [pd.Timestamp("2015-12-31")]})
    >>> strata(rows, forces.table()).tolist()
    ['state_police 2015']
    """
    out = []
    for row in hand_overs.to_dict("records"):
        corps = "+".join(sorted({f.corps for f in table.recognize(row["receiver"], row["state"])})) or "not named"
        ends = [spans.day(row["start"]), spans.day(row["end"])]
        years = "-".join(sorted({str(d.year) if d else "open" for d in ends}))
        out.append(f"{corps} {years}")
    return pd.Series(out, index=hand_overs.index, name="stratum", dtype="str")


def permute(hand_overs: pd.DataFrame, implications: pd.DataFrame, table: forces.Table, lag_days: int = 0, seed: int = 20190307) -> Placebo:
    """Exchange the states of all hand-overs within force and year, and count the American ones that lie after.

    Parameters
    ----------
    hand_overs : DataFrame
        All hand-overs of every origin: the other suppliers are what the American ones are exchanged with.
    implications : DataFrame
        From `timeline.implications`.

    Returns
    -------
    Placebo

    >>> from helpers import sources
    >>> given, known = timeline.hand_overs(sources.table("transfers")), timeline.implications(sources.table("atrocities"))
    >>> found = permute(given, known, forces.table())
    >>> found.observed, found.arrangements, found.carries
    (2, 1, False)
    """
    rows = hand_overs.reset_index(drop=True)
    earliest = {state: part for state, part in implications.groupby("state")}
    states = list(rows["state"])
    american = [i for i, origin in enumerate(rows["origin"]) if origin == "known"]
    given = [spans.read(r["start"], r["end"]) for r in rows.to_dict("records")]

    def after(i, state) -> bool:
        return state in earliest and any(spans.order(given[i], spans.read(s, e), lag_days) == spans.AFTER
                                         for s, e in zip(earliest[state]["start"], earliest[state]["end"], strict=True))

    groups = [list(g) for g in strata(rows, table).groupby(strata(rows, table)).groups.values()]
    groups = [g for g in groups if any(i in american for i in g)]
    here = [[states[i] for i in g] for g in groups]
    exact = math.prod(_ways(h) for h in here) <= EXACT_UP_TO
    if exact:
        arrangements = itertools.product(*[_arrangements(h) for h in here])
    else:
        draw = random.Random(seed)
        arrangements = (tuple(tuple(draw.sample(h, len(h))) for h in here) for _ in range(EXACT_UP_TO))
    tally: dict[int, int] = {}
    for arrangement in arrangements:
        n = sum(after(i, state) for group, chosen in zip(groups, arrangement, strict=True)
                for i, state in zip(group, chosen, strict=True) if i in american)
        tally[n] = tally.get(n, 0) + 1
    counted = sum(tally.values())
    observed = sum(after(i, states[i]) for i in american)
    distribution = pd.DataFrame({"after": sorted(tally), "share": [tally[k] / counted for k in sorted(tally)]})
    free = sum(1 for g, h in zip(groups, here, strict=True) if len(set(h)) > 1 for i in g if i in american)
    return Placebo(distribution, observed, sum(v for k, v in tally.items() if k >= observed) / counted, counted, free, len(american), exact)


def _ways(states: list[str]) -> int:
    """Distinct orders of a list with repeats (multinomial coefficient).

    >>> _ways(["a", "a", "b"])
    3
    """
    return math.factorial(len(states)) // math.prod(math.factorial(states.count(s)) for s in set(states))


def _arrangements(states: list[str]):
    """Every distinct order of a list, without making the repeated ones.

    >>> len(list(_arrangements(["a", "a", "b", "b"])))
    6
    """
    if not states:
        yield ()
        return
    for first in sorted(set(states)):
        rest = list(states)
        rest.remove(first)
        for tail in _arrangements(rest):
            yield (first, *tail)


def other_suppliers(hand_overs: pd.DataFrame, implications: pd.DataFrame, table: forces.Table, lag_days: int = 0) -> pd.DataFrame:
    """The same count for arms of other and of unstated origin: origin, n, after, possibly_after, before.

    >>> from helpers import sources
    >>> given, known = timeline.hand_overs(sources.table("transfers")), timeline.implications(sources.table("atrocities"))
    >>> other_suppliers(given, known, forces.table()).set_index("origin")["after"].to_dict()["known"]
    2
    """
    rows = []
    for origin in timeline.ORIGINS:
        chosen = timeline.choose(hand_overs, origin=origin)
        by = timeline.counts(timeline.orders(chosen, implications, lag_days, table))
        rows.append((origin, len(chosen), *(len(by[o]) for o in spans.ORDERS)))
    return pd.DataFrame(rows, columns=["origin", "n", "after", "possibly_after", "before"])


def shifted(hand_overs: pd.DataFrame, implications: pd.DataFrame, table: forces.Table, years=range(-5, 6), lag_days: int = 0) -> pd.DataFrame:
    """Placebo dates: every implication moved by whole years (0 is the truth): shift_years, after, possibly_after, before.

    >>> from helpers import sources
    >>> given = timeline.choose(timeline.hand_overs(sources.table("transfers")), origin="known")
    >>> shifted(given, timeline.implications(sources.table("atrocities")), forces.table(), years=[0])["after"].tolist()
    [2]
    """
    rows = []
    for shift in years:
        moved = implications.assign(**{c: implications[c] + pd.DateOffset(years=shift) for c in ("start", "end")})
        by = timeline.counts(timeline.orders(hand_overs, moved, lag_days, table))
        rows.append((shift, *(len(by[o]) for o in spans.ORDERS)))
    return pd.DataFrame(rows, columns=["shift_years", "after", "possibly_after", "before"])
