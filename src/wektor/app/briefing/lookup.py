"""Looks things up when a brief tells of them: the register of a large state is not read whole."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from wektor.app.finding import held_in
from wektor.app.naming import ids_in, plain_name
from wektor.model.claims import Actor
from wektor.model.ledger import Query
from wektor.model.outlines import Survey
from wektor.model.register import ClaimRecord, Deal, Entity, Event, View
from wektor.stores import Reader

T = TypeVar("T")
Thing = Deal | Event


class Found(Mapping[str, T]):
    """What was looked up by id; what was not is looked up when it is asked for."""

    def __init__(self, fetch: Callable[[list[str]], Mapping[str, T]]) -> None:
        self._fetch, self._held = fetch, dict[str, T | None]()

    def load(self, ids: Iterable[str]) -> None:
        """Look many up at once."""
        wanted = [*dict.fromkeys(i for i in ids if i not in self._held)]
        found = self._fetch(wanted) if wanted else {}
        self._held |= {i: found.get(i) for i in wanted}

    def __getitem__(self, id: str) -> T:
        self.load([id])
        if (found := self._held[id]) is None:
            raise KeyError(id)
        return found

    def __iter__(self) -> Iterator[str]:
        return (i for i, held in self._held.items() if held is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Lookup:
    """Deals and events, claims, entities and their names, by id, from one reader."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.things: Found[Thing] = Found(lambda ids: {i: held for i, v in reader.things(ids).items() if (held := held_in(v))})
        self.records: Found[ClaimRecord] = Found(reader.claims)
        self.entities: Found[Entity] = Found(lambda ids: {i: msgspec.json.decode(v.body, type=Entity) for i, v in reader.things(ids).items() if v.what == "entity"})
        self.names: Found[str] = Found(self._names)

    def _names(self, ids: list[str]) -> dict[str, str]:
        wanted = [i for i in ids if ":" in i]
        self.entities.load(wanted)
        return {i: held.name if (held := self.entities.get(i)) else plain_name(i) for i in wanted}

    def view(self, ids: Iterable[str], *, named: bool = True) -> View:
        """Deals and events, in order of their ids, with their claims, and the entities that these name where they are to be
        ``named``; others are looked up as they are asked for."""
        wanted = sorted(set(ids))
        self.things.load(wanted)
        held = {i: thing for i in wanted if (thing := self.things.get(i))}
        self.records.load(c for thing in held.values() for c in thing.claims)
        claims = {c: r for thing in held.values() for c in thing.claims if (r := self.records.get(c))}
        if named:
            self.names.load(i for thing in held.values() for i in ids_in(thing))
            self.entities.load(f.id for r in claims.values() for fillers in r.claim.roles.values() for f in fillers if isinstance(f, Actor))
        return View(entities=self.entities, deals={i: t for i, t in held.items() if isinstance(t, Deal)},
                    events={i: t for i, t in held.items() if isinstance(t, Event)}, claims=claims)  # fmt: skip

    def deals(self, ids: Iterable[str]) -> list[Deal]:
        """Deals by id, in that order."""
        wanted = [*ids]
        self.things.load(wanted)
        found = [held for i in wanted if isinstance(held := self.things.get(i), Deal)]
        self.names.load(i for deal in found for i in ids_in(deal))
        return found

    def disputed(self, query: Query, survey: Survey) -> list[Deal]:
        """The deals of a survey over which sources differ, as a query finds them; the best sourced first."""
        held = [h for _, v in self.reader.select(query) if v.id in survey.deals and isinstance(h := held_in(v), Deal) and h.conflicts]
        return sorted(held, key=lambda d: (-d.independent, d.id))

    def best_sourced(self, survey: Survey, many: int) -> list[Deal]:
        """The deals with the most independent sources, which are at most as many as documents."""
        order = sorted(survey.deals.values(), key=lambda o: (-o.documents, o.id))
        taken = 2 * many
        while True:
            best = sorted(self.deals(o.id for o in order[:taken]), key=lambda d: (-d.independent, d.id))[:many]
            if taken >= len(order) or (len(best) == many and best[-1].independent > order[taken].documents):
                return best
            taken *= 2
