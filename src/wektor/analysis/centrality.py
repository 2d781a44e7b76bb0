"""Centrality and bridges of a graph, by ``rustworkx``: the one module that knows it."""

from collections.abc import Sequence

import rustworkx as rx

Pairs = Sequence[tuple[int, int]]


def betweenness(number: int, pairs: Pairs) -> list[float]:
    """Of each node the share of shortest ways between two others of its part of the graph that lead over it (L. C. Freeman,
    Sociometry 40, 1977); other parts change nothing."""
    graph = rx.PyDiGraph()
    graph.add_nodes_from(range(number))
    graph.add_edges_from_no_data(list(pairs))
    found = rx.digraph_betweenness_centrality(graph, normalized=False)
    size = {node: len(part) for part in rx.weakly_connected_components(graph) for node in part}
    return [float(found[i]) / max(1, (size[i] - 1) * (size[i] - 2)) for i in range(number)]


def bridges(number: int, pairs: Pairs) -> tuple[set[frozenset[int]], set[int]]:
    """The edges and the nodes without which the undirected graph falls into more parts."""
    graph = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(number))
    graph.add_edges_from_no_data(sorted({(min(p), max(p)) for p in pairs}))
    return {frozenset(edge) for edge in rx.bridges(graph)}, set(rx.articulation_points(graph))
