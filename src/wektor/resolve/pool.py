"""Organisations that no pack knows: their names gathered into entities, whatever the order in which they come."""

from collections.abc import Iterable

import msgspec

from wektor.model.register import MergeExplanation
from wektor.resolve.comparison import compare_forms
from wektor.resolve.organisations import Organisations

Node = tuple[str, str]  # the name as spelled, state or ""


class Edge(msgspec.Struct, frozen=True):
    """Two names that are compared, and how."""

    left: Node
    right: Node
    told: MergeExplanation


class Pool:
    """New names by spelling and state. Only names that share a telling word are compared."""

    def __init__(self, organisations: Organisations) -> None:
        self._organisations = organisations
        self._first: dict[Node, str] = {}
        self._edges: dict[Node, dict[Node, Edge]] = {}
        self._index: dict[str, dict[str, list[Node]]] = {}
        self.entity: dict[Node, str] = {}
        self.members: dict[str, list[Node]] = {}

    def add(self, text: str, state: str | None, published: str | None) -> tuple[Node, set[Node]]:
        """Take in a name; the node it belongs to, and the nodes whose entity is different now."""
        node, day = (text, state or ""), published or "9999"
        if node in self._first and day >= self._first[node]:
            return node, set()
        if node not in self._first:
            self._edges[node] = {}
            self._connect(node)
        self._first[node] = day
        return node, self._settle(node)

    def _connect(self, node: Node) -> None:
        form = self._organisations.form(node[0])
        near: set[Node] = set()
        for word in {"=" + form.key, *(p.key[:5] for p in form.distinctive)}:
            held = self._index.setdefault(word, {})
            for state in {node[1], ""} if node[1] else set(held):
                near.update(held.get(state, ()))
            held.setdefault(node[1], []).append(node)
        for other in near:
            left, right = sorted((node, other))
            told = compare_forms(self._organisations.form(left[0]), self._organisations.form(right[0]), (left[1] or None, right[1] or None))
            if told.verdict != "different":
                self._edges[node][other] = self._edges[other][node] = Edge(left, right, told)

    def _settle(self, node: Node) -> set[Node]:
        """Make entities anew of all names that hang together with this one."""
        component = self._component(node)
        before = {n: self.entity.get(n) for n in component}
        for entity in {e for e in before.values() if e}:
            self.members.pop(entity, None)
        for cluster in self._cluster(component):
            founder = min(cluster, key=lambda n: (self._first[n], n))
            key = self._organisations.form(founder[0]).key or founder[0].lower()
            entity = "org:" + "-".join((*key.split(), *([founder[1].lower()] if founder[1] else [])))
            self.members[entity] = sorted(cluster)
            for member in cluster:
                self.entity[member] = entity
        return {n for n in component if self.entity[n] != before[n]}

    def _component(self, node: Node) -> list[Node]:
        found, queue = {node}, [node]
        while queue:
            for other, edge in self._edges[queue.pop()].items():
                if edge.told.verdict == "same" and other not in found:
                    found.add(other)
                    queue.append(other)
        return sorted(found)

    def _cluster(self, component: list[Node]) -> list[list[Node]]:
        """Best pairs first; a pair that would bring two states into one entity is left apart."""
        group = {n: [n] for n in component}
        edges = {(e.left, e.right): e for n in component for e in self._edges[n].values() if e.told.verdict == "same"}
        for edge in sorted(edges.values(), key=lambda e: (-e.told.score, e.left, e.right)):
            left, right = group[edge.left], group[edge.right]
            if left is not right and len({n[1] for n in left + right} - {""}) < 2:
                left += right
                for member in right:
                    group[member] = left
        return list({id(g): g for g in group.values()}.values())

    def explanations(self, entity: str) -> tuple[MergeExplanation, ...]:
        """Why the names of an entity are one."""
        members = set(self.members.get(entity, ()))
        edges = {(e.left, e.right): e.told for n in members for o, e in self._edges[n].items() if o in members and e.told.verdict == "same"}
        return tuple(edges[k] for k in sorted(edges))

    def unsure(self) -> Iterable[MergeExplanation]:
        """Pairs that may be one."""
        edges = {(e.left, e.right): e for n in self._edges for e in self._edges[n].values()}
        return (edges[k].told for k in sorted(edges) if self.entity[k[0]] != self.entity[k[1]])
