"""A register as a graph in GraphML: parties, equipment, deals and events are nodes; who gives, takes and meets are edges."""

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree import ElementTree as ET

import msgspec

from wektor.model.register import Deal, Entity, Event, View

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_KEYS = {"node": {"what": "string", "name": "string", "kind": "string", "state": "string", "class": "string", "status": "string", "date": "string",
                  "sources": "int", "confidence": "double"}, "edge": {"role": "string", "sources": "int"}}  # fmt: skip
_BAD = {i: None for i in range(32) if i not in (9, 10, 13)} | {0xFFFE: None, 0xFFFF: None} | dict.fromkeys(range(55296, 57344))
Value = str | int | float | None


class Node(msgspec.Struct, frozen=True):
    """A node: its id and what is known of it."""

    id: str
    data: dict[str, Value]


class Edge(msgspec.Struct, frozen=True):
    """An edge from one node to another, in a role, on so many independent sources."""

    source: str
    target: str
    role: str
    sources: int


def nodes(view: View) -> Iterator[Node]:
    """Parties and equipment, also such as are only named by a deal; deals; events."""
    named = {e.target for e in edges(view)} | {e.source for e in edges(view)}
    for ident in sorted(named | view.entities.keys()):
        if ident not in view.deals and ident not in view.events:
            yield _entity(view.entities.get(ident) or Entity(id=ident, kind="other", name=ident))
    yield from (_deal(d) for d in view.deals.values())
    yield from (_event(e) for e in view.events.values())


def edges(view: View) -> Iterator[Edge]:
    """Giver → deal → taker, deal → item, party → event → deal that it serves, variant → family."""
    for deal in view.deals.values():
        for cell in deal.givers or ():
            yield Edge(str(cell.value), deal.id, "gives", cell.independent)
        for code in () if deal.givers else deal.giver_states:
            yield Edge(f"state:{code}", deal.id, "gives", deal.independent)
        for cell in deal.takers or ():
            yield Edge(deal.id, str(cell.value), "takes", cell.independent)
        for code in () if deal.takers else deal.taker_states:
            yield Edge(deal.id, f"state:{code}", "takes", deal.independent)
        for cell in deal.items:
            yield Edge(deal.id, str(cell.value), "item", cell.independent)
    for event in view.events.values():
        yield from (Edge(party, event.id, "party", event.independent) for party in event.parties)
        if event.deal:
            yield Edge(event.id, event.deal, "serves", event.independent)
    for entity in view.entities.values():
        if entity.family:
            yield Edge(entity.id, entity.family, "variant of", 0)


def write_graphml(view: View, out: BinaryIO) -> None:
    """Write the graph; characters that XML cannot hold are left out."""
    ET.register_namespace("", _NAMESPACE)
    root = ET.Element(f"{{{_NAMESPACE}}}graphml")
    for owner, keys in _KEYS.items():
        for name, kind in keys.items():
            ET.SubElement(root, f"{{{_NAMESPACE}}}key", {"id": f"{owner}-{name}", "for": owner, "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, f"{{{_NAMESPACE}}}graph", {"id": "register", "edgedefault": "directed"})
    for node in nodes(view):
        _data(ET.SubElement(graph, f"{{{_NAMESPACE}}}node", {"id": _clean(node.id)}), "node", node.data)
    for number, edge in enumerate(edges(view)):
        ends = {"id": f"edge{number}", "source": _clean(edge.source), "target": _clean(edge.target)}
        _data(ET.SubElement(graph, f"{{{_NAMESPACE}}}edge", ends), "edge", {"role": edge.role, "sources": edge.sources})
    ET.ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)


def _data(element: ET.Element, owner: str, data: dict[str, Value]) -> None:
    for name, value in data.items():
        if value is not None:
            ET.SubElement(element, f"{{{_NAMESPACE}}}data", {"key": f"{owner}-{name}"}).text = _clean(str(value))


def _clean(text: str) -> str:
    return text.translate(_BAD)


def _entity(entity: Entity) -> Node:
    return Node(entity.id, {"what": "entity", "name": entity.name, "kind": entity.kind, "state": entity.state, "class": entity.cls})


def _deal(deal: Deal) -> Node:
    return Node(deal.id, {"what": "deal", "name": deal.item, "kind": deal.kind, "status": deal.status, "class": deal.cls, "date": deal.first,
                          "sources": deal.independent, "confidence": deal.confidence})  # fmt: skip


def _event(event: Event) -> Node:
    return Node(event.id, {"what": "event", "name": event.name, "kind": event.kind, "status": event.status, "date": event.date, "sources": event.independent})
