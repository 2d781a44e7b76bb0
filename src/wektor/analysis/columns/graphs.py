"""Graphs of what flows: the actors of a window of years, and of each two what flows between them."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from wektor.analysis.columns.flows import Flows
from wektor.analysis.columns.numbering import Whole, number_sorted
from wektor.model.columns import Columns


class Edge(msgspec.Struct, frozen=True):
    """What flows from one to another: how much, in which deals, from which date to which."""

    amount: float
    ids: list[str]
    first: str | None
    last: str | None


class Graph(msgspec.Struct, frozen=True):
    """The flows of a window: the actors by number, the flow between each two, and of each actor whom it gives to and takes from."""

    names: list[str]
    edges: dict[tuple[int, int], Edge]
    out: dict[int, list[Edge]]
    into: dict[int, list[Edge]]


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
        order = np.lexsort((takers, givers))
        pairs, begun = number_sorted(givers[order], takers[order])
        edges = {(a, b): edge for (a, b), edge in zip(pairs, self._edges(f.deals[rows][order], f.amounts[rows][order], begun), strict=True)}
        out: dict[int, list[Edge]] = defaultdict(list)
        into: dict[int, list[Edge]] = defaultdict(list)
        for (source, target), edge in edges.items():
            out[source].append(edge)
            into[target].append(edge)
        return Graph(names, edges, out, into)

    def _edges(self, deals: Whole, amounts: NDArray[np.float64], begun: Whole) -> list[Edge]:
        """The edges of flows that lie edge after edge, each from where it begins."""
        if not len(deals):
            return []
        ends = [*begun[1:].tolist(), len(deals)]
        numbers = np.repeat(np.arange(len(begun)), np.diff([*begun, len(deals)]))
        sums = np.bincount(numbers, weights=amounts).tolist()  # one after the other, as a sum in Python
        late = self._late[deals]
        late[late == len(self._dates)] = -1
        dates = [*self._dates, None]
        firsts, lasts = np.minimum.reduceat(self._early[deals], begun).tolist(), np.maximum.reduceat(late, begun).tolist()
        ids = self._ids[deals].tolist()
        return [Edge(amount, ids[a:b], dates[first], dates[last]) for amount, a, b, first, last in zip(sums, begun.tolist(), ends, firsts, lasts, strict=True)]


def _numbered(names: Sequence[str], givers: Whole, takers: Whole) -> tuple[list[str], Whole, Whole]:
    """The names that are met, in order, and both sides as numbers of these."""
    met = np.unique(np.concatenate([givers, takers])).tolist()
    ordered = sorted(met, key=names.__getitem__)
    numbers = np.zeros(len(names), dtype=np.int64)
    numbers[ordered] = np.arange(len(ordered))
    return [names[n] for n in ordered], numbers[givers], numbers[takers]
