"""States, or states and firms, as a graph over time: flows, centrality, communities, bridges."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from wektor.analysis.columns.flows import Flows, flows
from wektor.analysis.columns.graphs import Graph, Grapher
from wektor.analysis.columns.numbering import Whole, sum_by
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
CORE = 1000  # actors of a window: of more, betweenness is told of the busiest
_CUT = ("betweenness of the {most:,} busiest of up to {widest:,} actors alone: by the ways between these that lead over these; nothing leads over who only gives "
        "or only takes, of others it is not told; --whole looks at all")  # fmt: skip


def network(view: View | Survey | Columns, firms: bool = False, years: int | None = None, basis: Basis = "deals", currency: str | None = None,
            whole: bool = False) -> Network:  # fmt: skip
    """The graph of all deals of a view, or of windows of so many years, counted from multiples of their length. Betweenness is
    told of the busiest actors where there are more than a thousand; of all if it must be ``whole``."""
    sift = Sift(columns_of(view))
    by = measure_columns(basis, sift.columns, currency)
    found = flows(by, firms, bool(years), sift)
    grapher, most = Grapher(found, sift.columns), None if whole else CORE
    actors: list[ActorRow] = []
    edges: list[FlowRow] = []
    widest = 0
    for window, rows in _windows(found, years):
        graph = grapher.graph(rows)
        told, lines = _window(sift.columns.entities, window, graph, most)
        actors, edges = actors + told, edges + lines
        widest = max(widest, len(graph.names))
    cut = most is not None and widest > most
    return Network(title="Network of states and firms" if firms else "Network of states", level="firms" if firms else "states", basis=basis, unit=by.unit,
                   communities=len({r.community for r in actors}), core=most if cut else None, rows=tuple(actors), flows=tuple(edges), coverage=sift.coverage(),
                   notes=(*_NOTES, _CUT.format(most=most, widest=widest)) if cut else _NOTES)  # fmt: skip


def _windows(found: Flows, years: int | None) -> Iterator[tuple[Window, NDArray[np.bool_]]]:
    """Each window of years with the flows in it; a single one reaches from the first year to the last."""
    starts = np.where(found.years > 0, found.years // years * years, 0) if years else np.zeros(len(found.years), dtype=np.int64)
    dated = found.years[found.years > 0]
    for start in np.unique(starts).tolist():
        window = (start, start + years - 1) if years else (int(dated.min()), int(dated.max())) if len(dated) else (0, 0)
        yield window, starts == start


def _window(entities: Mapping[str, Label], window: Window, graph: Graph, most: int | None) -> tuple[list[ActorRow], list[FlowRow]]:
    """The actors and flows of a window."""
    from wektor.analysis.centrality import betweenness, bridges  # the graph library is large

    sides = len(graph.names), graph.givers, graph.takers
    broken, cut = bridges(*sides)
    return _actors(entities, window, graph, betweenness(*sides, most), communities(*sides, graph.amounts), cut), _flows(window, graph, broken)


def _actors(entities: Mapping[str, Label], window: Window, graph: Graph, central: Sequence[float | None], groups: Sequence[int], cut: Sequence[bool]) -> list[ActorRow]:
    """The most central first, then who has the most partners."""
    (gives, gives_to), (takes, takes_from) = (_sums(side, graph) for side in (graph.givers, graph.takers))
    rows = [ActorRow(since=window[0], until=window[1], actor=name, kind="firm" if name.startswith("org:") else "state",
                     state=entities[name].state if name in entities else name, gives=gives[i], takes=takes[i], gives_to=gives_to[i], takes_from=takes_from[i],
                     betweenness=central[i], community=groups[i], bridge=cut[i], deals=graph.behind[i]) for i, name in enumerate(graph.names)]  # fmt: skip
    rows.sort(key=lambda r: (-(r.betweenness or 0.0), -(r.gives_to + r.takes_from), -(r.gives + r.takes), r.actor))
    return rows


def _sums(side: Whole, graph: Graph) -> tuple[list[float], list[int]]:
    """How much flows at each actor on one side, and in how many edges."""
    return sum_by(side, graph.amounts, len(graph.names)).tolist(), np.bincount(side, minlength=len(graph.names)).tolist()


def _flows(window: Window, graph: Graph, broken: NDArray[np.bool_]) -> list[FlowRow]:
    """The largest first."""
    givers, takers, amounts, bridges, names = graph.givers.tolist(), graph.takers.tolist(), graph.amounts.tolist(), broken.tolist(), graph.names
    return [FlowRow(since=window[0], until=window[1], source=names[givers[n]], target=names[takers[n]], amount=amounts[n], bridge=bridges[n],
                    first=graph.firsts[n], last=graph.lasts[n], deals=graph.deals[n])
            for n in np.argsort(-graph.amounts, kind="stable").tolist()]  # fmt: skip
