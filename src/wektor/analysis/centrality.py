"""Centrality and bridges of a graph, by ``rustworkx``: the one module that knows it."""

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

from wektor.analysis.columns.numbering import Whole


def betweenness(number: int, givers: Whole, takers: Whole, most: int | None = None) -> list[float | None]:
    """Of each node the share of shortest ways between two others of its part of the graph that lead over it (L. C. Freeman,
    Sociometry 40, 1977); other parts change nothing.

    Of a graph of more than ``most`` nodes the busiest of those that both give and take are a graph by themselves, and told
    of exactly; over who only gives or only takes no way leads; of all others nothing is told.
    """
    if most is None or number <= most:
        return list(_shares(number, givers, takers))
    core = busiest(number, givers, takers, most)
    numbers, within = np.full(number, -1), np.zeros(number, dtype=np.bool_)
    numbers[core], within[core] = np.arange(len(core)), True
    kept = within[givers] & within[takers]
    found = dict(zip(core.tolist(), _shares(len(core), numbers[givers[kept]], numbers[takers[kept]]), strict=True))
    passed = _passed(number, givers, takers).tolist()
    return [found.get(node) if passed[node] else 0.0 for node in range(number)]


def busiest(number: int, givers: Whole, takers: Whole, most: int) -> Whole:
    """So many nodes that both give and take, those with the most partners, in order; of equal ones the first."""
    partners = np.bincount(givers, minlength=number) + np.bincount(takers, minlength=number)
    nodes = np.flatnonzero(_passed(number, givers, takers))
    return np.sort(nodes[np.argsort(-partners[nodes], kind="stable")[:most]])


def bridges(number: int, givers: Whole, takers: Whole) -> tuple[NDArray[np.bool_], list[bool]]:
    """Without which edges, and without which nodes, the undirected graph falls into more parts."""
    keys = np.minimum(givers, takers) * number + np.maximum(givers, takers)
    graph = rx.PyGraph(node_count_hint=number)
    graph.add_nodes_from(range(number))
    graph.add_edges_from_no_data(_pairs(*np.divmod(np.unique(keys), max(1, number))))
    broken = np.array([min(edge) * number + max(edge) for edge in rx.bridges(graph)], dtype=np.int64)
    cut = set(rx.articulation_points(graph))
    return np.isin(keys, broken), [node in cut for node in range(number)]


def _passed(number: int, givers: Whole, takers: Whole) -> NDArray[np.bool_]:
    """Which nodes both give and take: over others no way leads."""
    return (np.bincount(givers, minlength=number) > 0) & (np.bincount(takers, minlength=number) > 0)


def _shares(number: int, givers: Whole, takers: Whole) -> list[float]:
    """Betweenness of a whole graph, rounded: the library adds up in parallel, each time in another order."""
    graph = rx.PyDiGraph(node_count_hint=number)
    graph.add_nodes_from(range(number))
    graph.add_edges_from_no_data(_pairs(givers, takers))
    found = rx.digraph_betweenness_centrality(graph, normalized=False)
    size = {node: len(part) for part in rx.weakly_connected_components(graph) for node in part}
    return [float(f"{found[i] / max(1, (size[i] - 1) * (size[i] - 2)):.12g}") for i in range(number)]


def _pairs(left: Whole, right: Whole) -> list[tuple[int, int]]:
    return list(zip(left.tolist(), right.tolist(), strict=True))
