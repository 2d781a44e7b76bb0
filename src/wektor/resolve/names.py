"""Who each name of the claims is: packs first, then what the names themselves say, then what people judged."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

import msgspec

from wektor.model.claims import Actor, Equipment
from wektor.model.register import MergeExplanation
from wektor.resolve.facts import NameKey, Registry
from wektor.resolve.items import ItemLink, Items
from wektor.resolve.knowledge import Knowledge
from wektor.resolve.organisations import Organisations
from wektor.resolve.strangers import Node, Strangers


class Person(msgspec.Struct, frozen=True):
    """Who a name is: entity id and state (of an organisation)."""

    id: str
    state: str | None


@lru_cache(maxsize=4)
def linkers(knowledge: Knowledge) -> tuple[Organisations, Items]:
    """What leads names to the packs: compiled once for a knowledge, and shared, since it only remembers what is true."""
    return Organisations(knowledge), Items(knowledge)


class Names:
    """The registry's names resolved: ``who`` of an actor's number, ``what`` of an item's."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.registry = Registry()
        self.organisations, self.items = linkers(knowledge)
        self.strangers = Strangers(self.organisations)
        self._doubts: dict[int, list[MergeExplanation]] = {}
        self._fixed: dict[int, Person] = {}
        self._nodes: dict[int, Node] = {}
        self._numbers: dict[Node, list[int]] = {}
        self._what: dict[int, ItemLink | None] = {}
        self.bearers: dict[str, set[int]] = {}
        self._borne: dict[int, str] = {}
        self._merged: Mapping[str, str] = {}
        self._apart: Mapping[str, str] = {}

    def judge(self, merged: Mapping[str, str], apart: Mapping[str, str]) -> dict[int, str]:
        """What people decided: entity id to the id it is one with, and spelling to the id that it has alone.

        The numbers of all names whose entity is another one now, with its id before.
        """
        if (merged, apart) == (self._merged, self._apart):
            return {}
        self._merged, self._apart = merged, apart
        before = dict(self._borne)
        return {n: ident for n, ident in before.items() if self._bear(n)}

    def meet(self, number: int, published: str | None) -> bool:
        """Meet a name in a claim; whether further names can change who it is. ``settle`` then says who it is."""
        if number in self._borne and number not in self._nodes:
            return False
        key = self.registry.keys[number]
        if key.kind == "eq" or number in self._fixed or (number not in self._nodes and self._fix(number, key)):
            self._bear(number)
            return False
        if number not in self._nodes:
            self._nodes[number] = (key.text, key.side or "")
            self._numbers.setdefault(self._nodes[number], []).append(number)
        self.strangers.meet(self._nodes[number], published)
        return True

    def part(self, number: int, published: str | None) -> None:
        """Take back what ``meet`` took in."""
        if number in self._nodes:
            self.strangers.part(self._nodes[number], published)

    def settle(self) -> dict[int, str]:
        """Make up who the names met are; the numbers of all names whose entity or its state is another now, with the id before."""
        before = {n: self.borne(n) for node in self.strangers.settle() for n in self._numbers.get(node, ())}
        for number in before:
            self._bear(number)
        return before

    def _bear(self, number: int) -> bool:
        """Note which entity bears a name; whether it is another one than before."""
        key = self.registry.keys[number]
        if key.kind == "eq":
            link = self.what(number)
            ident = link.id if link else ""
        else:
            ident = self.who(number).id if number in self._fixed or self._nodes[number] in self.strangers.group else ""
        before = self._borne.get(number, "")
        if ident == before and number in self._borne:
            return False
        if before:
            self.bearers[before].discard(number)
        self._borne[number] = ident
        if ident:
            self.bearers.setdefault(ident, set()).add(number)
        return True

    def borne(self, number: int) -> str:
        """The id of the entity that bears a name; "" for a class of equipment."""
        return self._borne.get(number, "")

    def doubts(self, used: Callable[[int], bool]) -> Iterator[MergeExplanation]:
        """Pairs of names that may be one, of the names in use: a person should see them."""
        known = {(d.left, d.right): d for n in sorted(self._doubts, key=lambda n: repr(self.registry.keys[n])) if used(n) for d in self._doubts[n]}
        yield from (known[k] for k in sorted(known))
        yield from self.strangers.unsure()

    def explanations(self, numbers: Iterable[int]) -> tuple[MergeExplanation, ...]:
        """Why names that no pack knows are one. Asked of those that an entity bears as people left it: what was split off is not told of."""
        return self.strangers.explanations(self._nodes[n] for n in numbers if n in self._nodes)

    def settled(self, number: int) -> bool:
        """Whether no further name can change who this one is."""
        return number in self._fixed or self.registry.keys[number].kind == "eq"

    def _fix(self, number: int, key: NameKey) -> bool:
        """Whether the packs know the name; a pair that is unsure goes to the queue."""
        if key.id.startswith("state:"):
            self._fixed[number] = Person(key.id, key.id[6:])
            return True
        known = self.knowledge.organisations
        if key.id in known and key.side in (None, known[key.id].state, *([key.side] if known[key.id].state is None else [])):
            self._fixed[number] = Person(key.id, known[key.id].state)
            return True
        doubts: list[MergeExplanation] = []
        for text in dict.fromkeys((key.text, key.name)):
            link = self.organisations.link(text, key.side)
            if link and link[1].verdict == "same":
                self._fixed[number] = Person(link[0], known[link[0]].state or key.side)
                return True
            if link:
                doubts.append(link[1])
        if self._described(number, key):
            return True
        if doubts:
            self._doubts[number] = doubts
        return False

    def _described(self, number: int, key: NameKey) -> bool:
        """ "Kazakhstan's air force": a force or ministry that only its state names goes by its canonical name."""
        form = self.organisations.form(key.name)
        if key.side is None or form.distinctive or not any(p.key == key.side for p in form.parts):
            return False
        parts = sorted({p.key for p in form.parts if p.kind in ("telling", "broad")})
        if not parts:
            return False
        self._fixed[number] = Person("org:" + "-".join([*" ".join(parts).split(), key.side.lower()]), key.side)
        return True

    def number_of(self, ident: str) -> int:
        """The number of a name that is given by an entity's id, as corrections do."""
        org, state = self.knowledge.organisations.get(ident), ident[6:] if ident.startswith("state:") else None
        place = {"id": ident, "start": 0, "end": 0, "text": org.name if org else ident}
        if ident.startswith(("eq:", "class:")):
            family = self.knowledge.families.get(ident.partition("/")[0])
            name = f"{family.name if family else ident.partition(':')[2].partition('/')[0]} {ident.partition('/')[2]}".strip()
            number = self.registry.number(Equipment(**{**place, "text": name}, name=name))  # type: ignore[arg-type]
        else:
            name = org.name if org else state or ident
            number = self.registry.number(Actor(**place, name=name, state=org.state if org else state))  # type: ignore[arg-type]
            self._fixed.setdefault(number, Person(ident, org.state if org else state))
        self._bear(number)
        return number

    def who(self, number: int) -> Person:
        """The entity of an actor's name."""
        key = self.registry.keys[number]
        person = self._fixed.get(number)
        if person is None:
            group = self.strangers.group[self._nodes[number]]
            person = Person(group.entity, group.state)
        alone = self._apart.get(key.text)
        ident = alone or self._merged.get(person.id, person.id)
        return person if ident == person.id else Person(ident, person.state)

    def what(self, number: int) -> ItemLink | None:
        """The family and variant of an item's name; None for a class alone."""
        if number not in self._what:
            key = self.registry.keys[number]
            self._what[number] = None if key.id.startswith("class:") else self._item(key)
        link = self._what[number]
        ident = self._merged.get(link.id, self._merged.get(link.family)) if link else None
        if link and ident and ident != link.id:
            family, _, variant = ident.partition("/")
            return msgspec.structs.replace(link, family=family, variant=variant or None)
        return link

    def _item(self, key: NameKey) -> ItemLink | None:
        by_text = self.items.link(key.text, key.side)
        if by_text is not None and by_text.known:
            return by_text
        return self.items.link(key.name, key.side) or by_text

    def class_of(self, number: int) -> str | None:
        """The class of an item: the packs' where they know it, else the engine's."""
        link = self.what(number)
        return (link.cls if link else None) or self.registry.keys[number].side
