"""States, or states and firms, as a graph over time: flows, centrality, communities, bridges."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

import msgspec

from wektor.analysis.communities import communities
from wektor.analysis.covering import Sieve
from wektor.analysis.flows import Flow, flows
from wektor.analysis.shares import measure
from wektor.model.answers import ActorRow, Basis, FlowRow, Network
from wektor.model.outlines import Outline, Survey
from wektor.model.register import View

_NOTES = ("a deal's amount is split evenly over its pairs of giver and taker; between equals half flows each way",
          "betweenness: the share of shortest ways between two others of its part that lead over an actor (Freeman 1977); directed, each flow a step",
          "communities: by the Louvain method, the largest first; a bridge is what, taken away, leaves two parts")  # fmt: skip


class _Edge(msgspec.Struct):
    """What flows from one to another: how much, in which deals, of which days."""

    amount: float = 0.0
    ids: list[str] = []
    firsts: set[str] = set()
    lasts: set[str] = set()

    def add(self, deal: Outline, amount: float) -> None:
        """Let a deal flow here too."""
        self.amount += amount
        self.ids.append(deal.id)
        if first := deal.first or deal.last:
            self.firsts.add(first)
            self.lasts.add(deal.last or first)


class _Graph(msgspec.Struct):
    """The flows of a window: the actors by number, the flow between each two, and of each actor whom it gives to and takes from."""

    names: list[str]
    edges: dict[tuple[int, int], _Edge]
    out: dict[int, list[_Edge]]
    into: dict[int, list[_Edge]]


def network(view: View | Survey, firms: bool = False, years: int | None = None, basis: Basis = "deals", currency: str | None = None) -> Network:
    """The graph of all deals of a view, or of windows of so many years, counted from multiples of their length."""
    sieve = Sieve(view)
    by = measure(basis, sieve.survey.deals.values(), currency)
    windows: dict[tuple[int, int], list[Flow]] = {}
    taken: list[str] = []
    for flow in flows(by, firms, sieve):
        if years and flow.year is None:
            sieve.leave(flow.deal.id, "no date")
            continue
        taken.append(flow.deal.id)
        start = flow.year // years * years if years and flow.year else 0
        windows.setdefault((start, start + (years or 0) - 1), []).append(flow)
    sieve.take(*taken)
    if not years:
        windows = {_span(found): found for found in windows.values()}
    actors: list[ActorRow] = []
    edges: list[FlowRow] = []
    for window in sorted(windows):
        rows, lines = _window(sieve.survey, window, windows[window])
        actors, edges = actors + rows, edges + lines
    return Network(title="Network of states and firms" if firms else "Network of states", level="firms" if firms else "states", basis=basis, unit=by.unit,
                   communities=len({r.community for r in actors}), rows=tuple(actors), flows=tuple(edges), coverage=sieve.coverage(), notes=_NOTES)  # fmt: skip


def _span(found: Sequence[Flow]) -> tuple[int, int]:
    years = [f.year for f in found if f.year]
    return (min(years), max(years)) if years else (0, 0)


def _graph(found: Iterable[Flow]) -> _Graph:
    pairs: dict[tuple[str, str], _Edge] = {}
    for flow in found:
        for pair in flow.pairs:
            edge = pairs.get(pair) or pairs.setdefault(pair, _Edge())
            edge.add(flow.deal, flow.amount)
    names = sorted({name for pair in pairs for name in pair})
    number = {name: i for i, name in enumerate(names)}
    edges = {(number[a], number[b]): pairs[(a, b)] for a, b in sorted(pairs)}
    out: dict[int, list[_Edge]] = defaultdict(list)
    into: dict[int, list[_Edge]] = defaultdict(list)
    for (source, target), edge in edges.items():
        out[source].append(edge)
        into[target].append(edge)
    return _Graph(names, edges, out, into)


def _window(survey: Survey, window: tuple[int, int], found: Sequence[Flow]) -> tuple[list[ActorRow], list[FlowRow]]:
    """The actors and flows of a window; the most central first, then who has the most partners."""
    from wektor.analysis.centrality import betweenness, bridges  # the graph library is large

    graph = _graph(found)
    pairs, amounts = list(graph.edges), {pair: edge.amount for pair, edge in graph.edges.items()}
    central = betweenness(len(graph.names), pairs)
    broken, cut = bridges(len(graph.names), pairs)
    groups = communities(len(graph.names), amounts)
    rows = [_actor(survey, window, graph, i, central[i], groups[i], i in cut) for i in range(len(graph.names))]
    lines = [_flow(window, graph, pair, frozenset(pair) in broken) for pair in pairs]
    rows.sort(key=lambda r: (-r.betweenness, -(r.gives_to + r.takes_from), -(r.gives + r.takes), r.actor))
    return rows, sorted(lines, key=lambda f: (-f.amount, f.source, f.target))


def _actor(survey: Survey, window: tuple[int, int], graph: _Graph, i: int, central: float, group: int, bridge: bool) -> ActorRow:
    out, into = graph.out.get(i, []), graph.into.get(i, [])
    name = graph.names[i]
    entity = survey.entities.get(name)
    return ActorRow(since=window[0], until=window[1], actor=name, kind="firm" if name.startswith("org:") else "state", state=entity.state if entity else name,
                    gives=sum(e.amount for e in out), takes=sum(e.amount for e in into), gives_to=len(out), takes_from=len(into), betweenness=central, community=group,
                    bridge=bridge, deals=tuple(dict.fromkeys(chain.from_iterable([e.ids for e in (*out, *into)]))))  # fmt: skip


def _flow(window: tuple[int, int], graph: _Graph, pair: tuple[int, int], bridge: bool) -> FlowRow:
    edge = graph.edges[pair]
    return FlowRow(since=window[0], until=window[1], source=graph.names[pair[0]], target=graph.names[pair[1]], amount=edge.amount, bridge=bridge,
                   first=min(edge.firsts, default=None), last=max(edge.lasts, default=None), deals=tuple(edge.ids))  # fmt: skip
