"""A graph of nodes and directed edges with data, written as GraphML."""

from collections.abc import Iterable, Mapping
from typing import BinaryIO
from xml.etree import ElementTree as ET

import msgspec

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_BAD = {i: None for i in range(32) if i not in (9, 10, 13)} | {0xFFFE: None, 0xFFFF: None} | dict.fromkeys(range(55296, 57344))
_TYPES = {str: "string", int: "int", float: "double", bool: "boolean"}
Value = str | int | float | bool | None
Keys = Mapping[str, type]


class Node(msgspec.Struct, frozen=True):
    """A node: its id and what is known of it."""

    id: str
    data: Mapping[str, Value]


class Edge(msgspec.Struct, frozen=True):
    """An edge from one node to another, with what is known of it."""

    source: str
    target: str
    data: Mapping[str, Value]


def write_graph(name: str, keys: Mapping[str, Keys], nodes: Iterable[Node], edges: Iterable[Edge], out: BinaryIO) -> None:
    """Write it; ``keys`` of "node" and "edge" give the data's types. Characters that XML cannot hold are left out."""
    ET.register_namespace("", _NAMESPACE)
    root = ET.Element(f"{{{_NAMESPACE}}}graphml")
    for owner, kinds in keys.items():
        for key, kind in kinds.items():
            ET.SubElement(root, f"{{{_NAMESPACE}}}key", {"id": f"{owner}-{key}", "for": owner, "attr.name": key, "attr.type": _TYPES[kind]})
    graph = ET.SubElement(root, f"{{{_NAMESPACE}}}graph", {"id": name, "edgedefault": "directed"})
    for node in nodes:
        _data(ET.SubElement(graph, f"{{{_NAMESPACE}}}node", {"id": _clean(node.id)}), "node", node.data)
    for number, edge in enumerate(edges):
        ends = {"id": f"edge{number}", "source": _clean(edge.source), "target": _clean(edge.target)}
        _data(ET.SubElement(graph, f"{{{_NAMESPACE}}}edge", ends), "edge", edge.data)
    ET.ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)


def _data(element: ET.Element, owner: str, data: Mapping[str, Value]) -> None:
    for name, value in data.items():
        if value is not None:
            told = str(value).lower() if isinstance(value, bool) else str(value)
            ET.SubElement(element, f"{{{_NAMESPACE}}}data", {"key": f"{owner}-{name}"}).text = _clean(told)


def _clean(text: str) -> str:
    return text.translate(_BAD)
