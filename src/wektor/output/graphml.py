"""A register, and the network of its deals, as graphs in GraphML.

Of a register parties, equipment, deals and events are nodes; who gives, takes and meets are edges. Of a network states and
firms are nodes, with one set of figures for each window of years, and what flows between them in a window is an edge.
"""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from wektor.model.answers import Network
from wektor.model.register import Deal, Entity, Event, View
from wektor.output.graphs import Edge, Keys, Node, Value, write_graph

_KEYS: dict[str, Keys] = {"node": {"what": str, "name": str, "kind": str, "state": str, "class": str, "status": str, "date": str, "sources": int, "confidence": float},
                          "edge": {"role": str, "sources": int}}  # fmt: skip
_FLOW: Keys = {"since": int, "until": int, "amount": float, "unit": str, "bridge": bool, "first": str, "last": str, "deals": int}
_FIGURES: Keys = {"gives": float, "takes": float, "betweenness": float, "community": int, "bridge": bool}


def write_graphml(view: View, out: BinaryIO) -> None:
    """Write a register as a graph."""
    write_graph("register", _KEYS, nodes(view), edges(view), out)


def nodes(view: View) -> Iterator[Node]:
    """Parties and equipment, also such as are only named by a deal; deals; events."""
    named = {end for e in edges(view) for end in (e.source, e.target)}
    for ident in sorted(named | view.entities.keys()):
        if ident not in view.deals and ident not in view.events:
            yield _entity(view.entities.get(ident) or Entity(id=ident, kind="other", name=ident))
    yield from (_deal(d) for d in view.deals.values())
    yield from (_event(e) for e in view.events.values())


def edges(view: View) -> Iterator[Edge]:
    """Giver → deal → taker, deal → item, party → event → deal that it serves, variant → family."""
    for deal in view.deals.values():
        for cell in deal.givers or ():
            yield _edge(str(cell.value), deal.id, "gives", cell.independent)
        for code in () if deal.givers else deal.giver_states:
            yield _edge(f"state:{code}", deal.id, "gives", deal.independent)
        for cell in deal.takers or ():
            yield _edge(deal.id, str(cell.value), "takes", cell.independent)
        for code in () if deal.takers else deal.taker_states:
            yield _edge(deal.id, f"state:{code}", "takes", deal.independent)
        for cell in deal.items:
            yield _edge(deal.id, str(cell.value), "item", cell.independent)
    for event in view.events.values():
        yield from (_edge(party, event.id, "party", event.independent) for party in event.parties)
        if event.deal:
            yield _edge(event.id, event.deal, "serves", event.independent)
    for entity in view.entities.values():
        if entity.family:
            yield _edge(entity.id, entity.family, "variant of", 0)


def _edge(source: str, target: str, role: str, sources: int) -> Edge:
    return Edge(source, target, {"role": role, "sources": sources})


def _entity(entity: Entity) -> Node:
    return Node(entity.id, {"what": "entity", "name": entity.name, "kind": entity.kind, "state": entity.state, "class": entity.cls})


def _deal(deal: Deal) -> Node:
    return Node(deal.id, {"what": "deal", "name": deal.item, "kind": deal.kind, "status": deal.status, "class": deal.cls, "date": deal.first,
                          "sources": deal.independent, "confidence": deal.confidence})  # fmt: skip


def _event(event: Event) -> Node:
    return Node(event.id, {"what": "event", "name": event.name, "kind": event.kind, "status": event.status, "date": event.date, "sources": event.independent})


def write_network(answer: Network, names: Mapping[str, str], out: BinaryIO) -> None:
    """Write a network as a graph; where it has several windows, an actor's figures bear the window's years behind their names."""
    windows = sorted({(r.since, r.until) for r in answer.rows})
    labels = {w: f" {w[0]}-{w[1]}" if len(windows) > 1 else "" for w in windows}
    data: dict[str, dict[str, Value]] = {}
    for row in answer.rows:
        own = data.setdefault(row.actor, {"name": names.get(row.actor, row.actor), "kind": row.kind, "state": row.state})
        own |= {f"{name}{labels[(row.since, row.until)]}": getattr(row, name) for name in _FIGURES}
    figures = {f"{name}{label}": kind for label in labels.values() for name, kind in _FIGURES.items()}
    flows = (Edge(f.source, f.target, {name: answer.unit if name == "unit" else len(f.deals) if name == "deals" else getattr(f, name) for name in _FLOW})
             for f in answer.flows)  # fmt: skip
    write_graph("network", {"node": {"name": str, "kind": str, "state": str, **figures}, "edge": _FLOW}, (Node(k, data[k]) for k in sorted(data)), flows, out)
