"""States, or states and firms, as a graph over time: flows, centrality, communities, bridges."""

from collections.abc import Iterator, Mapping
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from wektor.analysis.columns.flows import Flows, flows
from wektor.analysis.columns.graphs import Graph, Grapher
from wektor.analysis.columns.sifting import COVERING, Sift, columns_of
from wektor.analysis.communities import communities
from wektor.analysis.shares import measure_columns
from wektor.model.answers import ActorRow, Basis, FlowRow, Network
from wektor.model.columns import Columns
from wektor.model.outlines import Label, Survey
from wektor.model.register import View

Window = tuple[int, int]  # its first year and its last
COLUMNS = ("status", "giver_states", "taker_states", "givers", "takers", "first", "last", "units", "value", "currency", *COVERING)
_NOTES = ("a deal's amount is split evenly over its pairs of giver and taker; between equals half flows each way",
          "betweenness: the share of shortest ways between two others of its part that lead over an actor (Freeman 1977); directed, each flow a step",
          "communities: by the Louvain method, the largest first; a bridge is what, taken away, leaves two parts")  # fmt: skip


def network(view: View | Survey | Columns, firms: bool = False, years: int | None = None, basis: Basis = "deals", currency: str | None = None) -> Network:
    """The graph of all deals of a view, or of windows of so many years, counted from multiples of their length."""
    sift = Sift(columns_of(view))
    by = measure_columns(basis, sift.columns, currency)
    found = flows(by, firms, bool(years), sift)
    grapher = Grapher(found, sift.columns)
    actors: list[ActorRow] = []
    edges: list[FlowRow] = []
    for window, rows in _windows(found, years):
        told, lines = _window(sift.columns.entities, window, grapher.graph(rows))
        actors, edges = actors + told, edges + lines
    return Network(title="Network of states and firms" if firms else "Network of states", level="firms" if firms else "states", basis=basis, unit=by.unit,
                   communities=len({r.community for r in actors}), rows=tuple(actors), flows=tuple(edges), coverage=sift.coverage(), notes=_NOTES)  # fmt: skip


def _windows(found: Flows, years: int | None) -> Iterator[tuple[Window, NDArray[np.bool_]]]:
    """Each window of years with the flows in it; a single one reaches from the first year to the last."""
    starts = np.where(found.years > 0, found.years // years * years, 0) if years else np.zeros(len(found.years), dtype=np.int64)
    dated = found.years[found.years > 0]
    for start in np.unique(starts).tolist():
        window = (start, start + years - 1) if years else (int(dated.min()), int(dated.max())) if len(dated) else (0, 0)
        yield window, starts == start


def _window(entities: Mapping[str, Label], window: Window, graph: Graph) -> tuple[list[ActorRow], list[FlowRow]]:
    """The actors and flows of a window; the most central first, then who has the most partners."""
    from wektor.analysis.centrality import betweenness, bridges  # the graph library is large

    pairs, amounts = list(graph.edges), {pair: edge.amount for pair, edge in graph.edges.items()}
    central = betweenness(len(graph.names), pairs)
    broken, cut = bridges(len(graph.names), pairs)
    groups = communities(len(graph.names), amounts)
    rows = [_actor(entities, window, graph, i, central[i], groups[i], i in cut) for i in range(len(graph.names))]
    lines = [_flow(window, graph, pair, frozenset(pair) in broken) for pair in pairs]
    rows.sort(key=lambda r: (-r.betweenness, -(r.gives_to + r.takes_from), -(r.gives + r.takes), r.actor))
    return rows, sorted(lines, key=lambda f: (-f.amount, f.source, f.target))


def _actor(entities: Mapping[str, Label], window: Window, graph: Graph, i: int, central: float, group: int, bridge: bool) -> ActorRow:
    out, into = graph.out.get(i, []), graph.into.get(i, [])
    name = graph.names[i]
    entity = entities.get(name)
    return ActorRow(since=window[0], until=window[1], actor=name, kind="firm" if name.startswith("org:") else "state", state=entity.state if entity else name,
                    gives=sum([e.amount for e in out]), takes=sum([e.amount for e in into]), gives_to=len(out), takes_from=len(into), betweenness=central,
                    community=group, bridge=bridge, deals=tuple(dict.fromkeys(chain.from_iterable([e.ids for e in (*out, *into)]))))  # fmt: skip


def _flow(window: Window, graph: Graph, pair: tuple[int, int], bridge: bool) -> FlowRow:
    edge = graph.edges[pair]
    return FlowRow(since=window[0], until=window[1], source=graph.names[pair[0]], target=graph.names[pair[1]], amount=edge.amount, bridge=bridge,
                   first=edge.first, last=edge.last, deals=tuple(edge.ids))  # fmt: skip
