"""Graphs of what flows: the actors of a window of years, and of each two what flows between them."""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from wektor.analysis.columns.flows import Flows
from wektor.analysis.columns.numbering import Whole, are_first, order_by, sum_by
from wektor.model.columns import Columns
from wektor.model.outlines import Ids


class Graph(msgspec.Struct, frozen=True):
    """The flows of a window by edge: who gives and who takes, as numbers of ``names``, which are in order, as edges are by both;
    how much, from which date to which, and in which deals. ``behind`` are the deals of each actor."""

    names: list[str]
    givers: Whole
    takers: Whole
    amounts: NDArray[np.float64]
    firsts: list[str | None]
    lasts: list[str | None]
    deals: list[Ids]
    behind: list[Ids]


class Grapher:
    """Makes graphs of flows."""

    def __init__(self, found: Flows, columns: Columns) -> None:
        self._flows, self._ids = found, np.array(columns.ids, dtype=object)
        firsts, lasts = columns["first"], columns["last"]
        self._dates = sorted({d for d in (*firsts.values, *lasts.values) if d})
        early, late = self._ranks(firsts.values)[firsts.codes], self._ranks(lasts.values)[lasts.codes]
        none = len(self._dates)
        self._early = np.where(early == none, late, early)
        self._late = np.where(late == none, early, late)

    def _ranks(self, values: Sequence[str | None]) -> Whole:
        ranks = {date: n for n, date in enumerate(self._dates)}
        return np.array([ranks.get(v or "", len(ranks)) for v in values], dtype=np.int64)

    def graph(self, rows: NDArray[np.bool_]) -> Graph:
        """The graph of some flows."""
        f = self._flows
        names, givers, takers = _numbered(f.names, f.givers[rows], f.takers[rows])
        order = order_by(givers, takers)
        deals, givers, takers = f.deals[rows][order], givers[order], takers[order]
        first = are_first(givers, takers)
        begun = np.flatnonzero(first)
        ids = self._ids[deals].tolist()
        late, dates = self._late[deals], [*self._dates, None]
        late[late == len(self._dates)] = -1
        firsts, lasts = (np.minimum.reduceat(self._early[deals], begun), np.maximum.reduceat(late, begun)) if len(deals) else (begun, begun)
        return Graph(names, givers[begun], takers[begun], sum_by(np.cumsum(first) - 1, f.amounts[rows][order], len(begun)),
                     [dates[n] for n in firsts.tolist()], [dates[n] for n in lasts.tolist()],
                     [tuple(ids[a:b]) for a, b in zip(begun.tolist(), [*begun[1:].tolist(), len(ids)], strict=True)], _behind(len(names), ids, givers, takers))  # fmt: skip


def _behind(number: int, ids: list[str], givers: Whole, takers: Whole) -> list[Ids]:
    """The deals of each actor, first those in which it gives; flows lie by giver."""
    order = order_by(takers)
    taken, out, into = np.array(ids, dtype=object)[order].tolist(), _bounds(givers, number), _bounds(takers[order], number)
    return [tuple(dict.fromkeys(ids[a:b] + taken[c:d])) for (a, b), (c, d) in zip(out, into, strict=True)]


def _bounds(numbers: Whole, many: int) -> list[tuple[int, int]]:
    """Where in a sorted column each number begins and ends."""
    ends = np.cumsum(np.bincount(numbers, minlength=many)).tolist()
    return list(zip([0, *ends], ends, strict=False))


def _numbered(names: Sequence[str], givers: Whole, takers: Whole) -> tuple[list[str], Whole, Whole]:
    """The names that are met, in order, and both sides as numbers of these."""
    met = np.unique(np.concatenate([givers, takers])).tolist()
    ordered = sorted(met, key=names.__getitem__)
    numbers = np.zeros(len(names), dtype=np.int64)
    numbers[ordered] = np.arange(len(ordered))
    return [names[n] for n in ordered], numbers[givers], numbers[takers]
