"""Communities of a weighted graph: the Louvain method, in a fixed order, so that the same graph gives the same ones.

V. D. Blondel et al., "Fast unfolding of communities in large networks", Journal of Statistical Mechanics P10008, 2008. Only
those nodes are looked at again of which a neighbour has moved (N. Ozaki et al., "A simple acceleration method for the Louvain
algorithm", International Journal of Computer and Electrical Engineering 8(3), 2016), and at the end whoever would still gain.
"""

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wektor.analysis.columns.numbering import Whole, are_first, order_by, sum_by

Amounts = NDArray[np.float64]
_GAIN = 1e-12  # less is rounding


class _Weighted(NamedTuple):
    """The edges between different nodes, each from both of its ends, by their first end; ``degree`` of each node counts its loops twice."""

    ends: Whole
    others: Whole
    amounts: Amounts
    degree: Amounts


def communities(number: int, givers: Whole, takers: Whole, amounts: Amounts) -> list[int]:
    """The community of each node, numbered by size, then by their first node."""
    ends, others, twice = np.concatenate([givers, takers]), np.concatenate([takers, givers]), np.tile(amounts, 2)
    graph, member = _joined(ends, others, twice, sum_by(ends, twice, number)), np.arange(number)
    while True:
        names, moved = np.unique(_settled(graph), return_inverse=True)
        if len(names) == len(moved):
            return _numbered(member.tolist())
        member = moved[member]
        graph = _joined(moved[graph.ends], moved[graph.others], graph.amounts, sum_by(moved, graph.degree, len(names)))


def _joined(ends: Whole, others: Whole, amounts: Amounts, degree: Amounts) -> _Weighted:
    """The graph of some edges, of which those between the same two nodes are one, and loops are left to the degree."""
    apart = np.flatnonzero(ends != others)
    order = apart[order_by(ends[apart], others[apart])]
    first = are_first(ends[order], others[order])
    return _Weighted(ends[order][first], others[order][first], sum_by(np.cumsum(first) - 1, amounts[order], int(first.sum())), degree)


def _settled(graph: _Weighted) -> Whole:
    """The community of each node, when none gains modularity any more by moving to that of a neighbour."""
    mover = _Mover(graph)
    home = restless = np.arange(len(graph.degree))
    while len(restless):
        before, home = home, np.array(mover.move(restless.tolist()), dtype=np.int64)
        if np.array_equal(before, home):  # who would gain by rounding alone does not move
            break
        restless = _restless(graph, home)
    return home


class _Mover:
    """Nodes that move, one after the other, to the neighbouring community where they gain most."""

    def __init__(self, graph: _Weighted) -> None:
        self._degree, self._held = graph.degree.tolist(), graph.degree.tolist()
        self._total, self._home = sum(self._degree) or 1.0, list(range(len(self._degree)))
        stops = np.cumsum(np.bincount(graph.ends, minlength=len(self._degree))).tolist()
        bounds, others, amounts = list(zip([0, *stops], stops, strict=False)), graph.others.tolist(), graph.amounts.tolist()
        self._near, self._heavy = [others[a:b] for a, b in bounds], [amounts[a:b] for a, b in bounds]

    def move(self, nodes: Iterable[int]) -> list[int]:
        """Move some nodes, and again and again the neighbours of what has moved; the community of each."""
        home, near, queue = self._home, self._near, deque(nodes)
        waiting = [False] * len(home)
        for node in queue:
            waiting[node] = True
        while queue:
            node = queue.popleft()
            waiting[node] = False
            there = self._best(node)
            if there != home[node]:
                home[node] = there
                again = [n for n in near[node] if home[n] != there and not waiting[n]]
                queue.extend(again)
                for other in again:
                    waiting[other] = True
        return home

    def _best(self, node: int) -> int:
        """The community where a node gains most, of equal ones the first; it counts the node from now on."""
        own, degree, held = self._home[node], self._degree[node], self._held
        held[own] -= degree
        part, ties = degree / self._total, self._ties(node)
        best, most = own, ties.pop(own, 0.0) - held[own] * part + _GAIN
        for there, amount in ties.items():
            found = amount - held[there] * part
            if found > most or (found == most and there < best != own):
                best, most = there, found
        held[best] += degree
        return best

    def _ties(self, node: int) -> dict[int, float]:
        """The communities that a node has neighbours in, and how much ties it to each."""
        near, heavy, home = self._near[node], self._heavy[node], self._home
        if len(near) == 1:
            return {home[near[0]]: heavy[0]}
        ties: dict[int, float] = {}
        for there, amount in zip(map(home.__getitem__, near), heavy, strict=True):
            ties[there] = ties.get(there, 0.0) + amount
        return ties


def _restless(graph: _Weighted, home: Whole) -> Whole:
    """The nodes that would gain by moving, in order: all looked at once."""
    part = graph.degree / (graph.degree.sum() or 1.0)
    there = home[graph.others]
    order = order_by(graph.ends, there)
    ends, there = graph.ends[order], there[order]
    first = are_first(ends, there)
    nodes, there = ends[first], there[first]
    tied, held = sum_by(np.cumsum(first) - 1, graph.amounts[order], len(nodes)), sum_by(home, graph.degree, len(home))
    stay, own = -(held[home] - graph.degree) * part, np.flatnonzero(there == home[nodes])
    stay[nodes[own]] += tied[own]
    return np.unique(nodes[tied - held[there] * part[nodes] > stay[nodes] + _GAIN])  # to stay gains no more than that


def _numbered(member: list[int]) -> list[int]:
    sizes: dict[int, int] = {}
    for m in member:
        sizes[m] = sizes.get(m, 0) + 1
    order = {m: i + 1 for i, m in enumerate(sorted(sizes, key=lambda m: -sizes[m]))}  # stable: equal ones by their first node
    return [order[m] for m in member]
