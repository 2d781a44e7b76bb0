"""Communities of a weighted graph: the Louvain method, in a fixed order, so that the same graph gives the same ones.

V. D. Blondel et al., "Fast unfolding of communities in large networks", Journal of Statistical Mechanics P10008, 2008. Only
those nodes are looked at again of which a neighbour has moved (N. Ozaki et al., "A simple acceleration method for the Louvain
algorithm", International Journal of Computer and Electrical Engineering 8(3), 2016), and at the end whoever would still gain.
"""

from collections import defaultdict, deque
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wektor.analysis.columns.numbering import Whole, sum_by

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
    apart, number = ends != others, max(1, len(degree))
    found, numbers = np.unique(ends[apart] * number + others[apart], return_inverse=True)
    return _Weighted(found // number, found % number, sum_by(numbers, amounts[apart], len(found)), degree)


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
        home, queue = self._home, deque(nodes)
        waiting = [False] * len(home)
        for node in queue:
            waiting[node] = True
        while queue:
            node = queue.popleft()
            waiting[node] = False
            if self._moves(node):
                again = [n for n in self._near[node] if not waiting[n] and home[n] != home[node]]
                queue.extend(again)
                for other in again:
                    waiting[other] = True
        return home

    def _moves(self, node: int) -> bool:
        """Whether a node moved; of communities where it gains as much to the first."""
        home, held, own, gain = self._home, self._held, self._home[node], defaultdict[int, float](float)
        for there, amount in zip(map(home.__getitem__, self._near[node]), self._heavy[node], strict=True):
            gain[there] += amount
        held[own] -= self._degree[node]
        part = self._degree[node] / self._total
        best, most = own, gain.pop(own, 0.0) - held[own] * part + _GAIN
        for there, amount in gain.items():
            found = amount - held[there] * part
            if found > most or (found == most and there < best != own):
                best, most = there, found
        held[best] += self._degree[node]
        home[node] = best
        return best != own


def _restless(graph: _Weighted, home: Whole) -> Whole:
    """The nodes that would gain by moving, in order: all looked at once."""
    number, part = max(1, len(home)), graph.degree / (graph.degree.sum() or 1.0)
    found, numbers = np.unique(graph.ends * number + home[graph.others], return_inverse=True)
    nodes, there = found // number, found % number
    held = sum_by(home, graph.degree, len(home))
    own = there == home[nodes]
    gain = sum_by(numbers, graph.amounts, len(found)) - (held[there] - np.where(own, graph.degree[nodes], 0.0)) * part[nodes]
    stay = -(held[home] - graph.degree) * part
    stay[nodes[own]] = gain[own]
    return np.unique(nodes[gain > stay[nodes] + _GAIN])


def _numbered(member: list[int]) -> list[int]:
    sizes: dict[int, int] = {}
    for m in member:
        sizes[m] = sizes.get(m, 0) + 1
    order = {m: i + 1 for i, m in enumerate(sorted(sizes, key=lambda m: -sizes[m]))}  # stable: equal ones by their first node
    return [order[m] for m in member]
