"""Organisations that no pack knows: their names gathered into entities, whatever the order in which they come or go."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from wektor.model.register import MergeExplanation
from wektor.resolve.comparison import alikeness, compare_forms
from wektor.resolve.forms import NameForm, Part
from wektor.resolve.organisations import Organisations

Node = tuple[str, str]  # the name as spelled, state or ""
_UNDATED = "9999"
_OPENING = 5  # letters with which words must begin alike to be compared
_WITNESSES = 8  # names of either side that are heard before two groups become one


class Edge(msgspec.Struct, frozen=True):
    """Two names that are compared, and how."""

    left: Node
    right: Node
    told: MergeExplanation


class Group(msgspec.Struct, frozen=True):
    """An entity of names, and the state that they give, if any does."""

    entity: str
    state: str | None


class Index:
    """Names by plain form and by telling word: those that are worth a comparison."""

    def __init__(self) -> None:
        self._exact: dict[str, set[Node]] = {}
        self._nodes: dict[Part, set[Node]] = {}
        self._parts: dict[str, set[Part]] = {}

    def put(self, node: Node, form: NameForm) -> None:
        """Take a name in."""
        self._exact.setdefault(form.key, set()).add(node)
        for part in form.distinctive:
            self._nodes.setdefault(part, set()).add(node)
            self._parts.setdefault(part.key[:_OPENING], set()).add(part)

    def drop(self, node: Node, form: NameForm) -> None:
        """Take a name out."""
        self._exact[form.key].discard(node)
        for part in form.distinctive:
            self._nodes[part].discard(node)
            if not self._nodes[part]:
                self._parts[part.key[:_OPENING]].discard(part)

    def near(self, node: Node, form: NameForm) -> set[Node]:
        """Names of the same plain form, or with a telling word alike, of no other state."""
        found = set(self._exact.get(form.key, ()))
        for part in form.distinctive:
            for other in self._parts.get(part.key[:_OPENING], ()):
                if alikeness(part, other):
                    found |= self._nodes[other]
        return {n for n in found if n != node and (not n[1] or not node[1] or n[1] == node[1])}


class Strangers:
    """New names by spelling and state. Only names that share a telling word are compared.

    ``meet`` and ``part`` take a use of a name in or back; ``settle`` then makes the entities of all names that hang
    together with those. Entities depend on the names that are held and the days of their first use, on nothing else.
    """

    def __init__(self, organisations: Organisations) -> None:
        self._organisations = organisations
        self._days: dict[Node, Counter[str]] = {}
        self._first: dict[Node, str] = {}
        self._edges: dict[Node, dict[Node, Edge]] = {}
        self._index = Index()
        self._stirred: set[Node] = set()
        self.group: dict[Node, Group] = {}

    def meet(self, node: Node, published: str | None) -> None:
        """Take in a use of a name."""
        day = published or _UNDATED
        if node not in self._days:
            self._days[node], self._edges[node] = Counter(), {}
            self._connect(node)
        self._days[node][day] += 1
        if day < self._first.get(node, "~"):
            self._first[node] = day
            self._stirred.add(node)

    def part(self, node: Node, published: str | None) -> None:
        """Take a use back; a name without any is forgotten."""
        days, day = self._days[node], published or _UNDATED
        days[day] -= 1
        if days[day]:
            return
        del days[day]
        if not days:
            self._forget(node)
        elif day == self._first[node]:
            self._first[node] = min(days)
            self._stirred.add(node)

    def _forget(self, node: Node) -> None:
        for other in self._edges.pop(node):
            del self._edges[other][node]
            self._stirred.add(other)
        self._index.drop(node, self._organisations.form(node[0]))
        del self._days[node], self._first[node]
        self._stirred.add(node)

    def _connect(self, node: Node) -> None:
        form = self._organisations.form(node[0])
        near = self._index.near(node, form)
        self._index.put(node, form)
        for other in near:
            left, right = sorted((node, other))
            told = self._compare(left, right)
            if told.verdict != "different":
                self._edges[node][other] = self._edges[other][node] = Edge(left, right, told)

    def _compare(self, left: Node, right: Node) -> MergeExplanation:
        form = self._organisations.form
        return compare_forms(form(left[0]), form(right[0]), (left[1] or None, right[1] or None))

    def settle(self) -> set[Node]:
        """Make entities anew where names came or went; the names (also forgotten ones) whose entity, or its state, is another now."""
        before: dict[Node, Group | None] = {}
        done: set[Node] = set()
        for node in self._stirred:
            if node in self._days:
                if node not in done:
                    component = self._component(node)
                    done.update(component)
                    before |= {n: self.group.get(n) for n in component}
                    self._found(component)
            elif node in self.group:
                before[node] = self.group.pop(node)
        self._stirred.clear()
        return {n for n, group in before.items() if _person(self.group.get(n)) != _person(group)}

    def _found(self, component: list[Node]) -> None:
        """The entities of names that hang together, each named after the name that was met first."""
        clusters = [(min((self._first[n], n) for n in cluster), cluster) for cluster in self._cluster(component)]
        taken: Counter[str] = Counter()
        for (_, founder), cluster in sorted(clusters):
            name = self._name(founder)
            taken[name] += 1
            entity = name if taken[name] == 1 else f"{name}~{taken[name]}"
            group = Group(entity, max((n[1] for n in cluster), default="") or None)
            self.group |= dict.fromkeys(cluster, group)

    def _name(self, founder: Node) -> str:
        key = self._organisations.form(founder[0]).key or founder[0].lower()
        return "org:" + "-".join((*key.lower().split(), *([founder[1].lower()] if founder[1] else [])))

    def _component(self, node: Node) -> list[Node]:
        found, queue = {node}, [node]
        while queue:
            for other, edge in self._edges[queue.pop()].items():
                if edge.told.verdict == "same" and other not in found:
                    found.add(other)
                    queue.append(other)
        return sorted(found)

    def _cluster(self, component: list[Node]) -> list[list[Node]]:
        """Best pairs first; a pair that would bring two states, or names that are different, into one is left apart."""
        if len(component) == 1:
            return [component]
        group = {n: [n] for n in component}
        edges = {(e.left, e.right): e for n in component for e in self._edges[n].values() if e.told.verdict == "same"}
        for edge in sorted(edges.values(), key=lambda e: (-e.told.score, e.left, e.right)):
            left, right = group[edge.left], group[edge.right]
            if left is not right and self._agree(left, right):
                left += right
                for member in right:
                    group[member] = left
        return list({id(g): g for g in group.values()}.values())

    def _agree(self, left: list[Node], right: list[Node]) -> bool:
        """Whether no state and none of the names heard speaks against two groups being one."""
        if len({n[1] for n in left + right} - {""}) > 1:
            return False
        heard = [(a, b) for a in sorted(left)[:_WITNESSES] for b in sorted(right)[:_WITNESSES]]
        return all(b in self._edges[a] or self._compare(*sorted((a, b))).verdict != "different" for a, b in heard)

    def explanations(self, names: Iterable[Node]) -> tuple[MergeExplanation, ...]:
        """Why names are one: the pairs of them that were found the same."""
        members = self._edges.keys() & set(names)
        edges = {(e.left, e.right): e.told for n in members for o, e in self._edges[n].items() if o in members and e.told.verdict == "same"}
        return tuple(edges[k] for k in sorted(edges))

    def unsure(self) -> Iterator[MergeExplanation]:
        """Pairs that may be one."""
        edges: Iterable[tuple[Node, Node]] = sorted({(e.left, e.right) for n in self._edges for e in self._edges[n].values()})
        return (self._edges[a][b].told for a, b in edges if self.group[a] is not self.group[b])


def _person(group: Group | None) -> tuple[str, str | None] | None:
    return (group.entity, group.state) if group else None
