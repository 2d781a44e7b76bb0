"""Derived things in memory: deals, events, entities, as they stood after a run."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from wektor.model.ledger import NOW, Fleet, Query, Thing, Version
from wektor.model.outlines import Detail, Label, Outline
from wektor.stores.codec import make_details, make_labels, make_outlines
from wektor.stores.folding import sum_fleet
from wektor.stores.memory.ledger import LedgerReader, page
from wektor.stores.memory.state import Laid

if TYPE_CHECKING:
    from wektor.model.columns import Columns


class MemoryReader(LedgerReader):
    """A reader of one state (``stores.protocol.Reader``)."""

    def counts(self) -> dict[str, int]:
        """How many documents, claims, judgements and things there are."""
        claims = sum(len(p.reading.records) for p in self._state.readings)
        found = {"documents": len(self._state.entries), "judgements": len(self._state.judgements), "claims": claims}
        for version in self._standing():
            found[version.thing.what] = found.get(version.thing.what, 0) + 1
        return found

    def _standing(self) -> Iterator[Laid]:
        return (v for v in self._state.laid if v.since <= self._run < v.until)

    def select(self, query: Query) -> list[tuple[str, Version]]:
        """Things that fit, newest first, each with the place (or sort) that it stands at."""
        found = sorted(self._found(query), key=lambda t: (t[0], t[1].id), reverse=not query.rising)
        return page(found, query.limit, query.offset)

    def count(self, query: Query) -> int:
        """How many rows ``select`` would give without a limit."""
        return len(list(self._found(query)))

    def _found(self, query: Query) -> Iterator[tuple[str, Version]]:
        for laid in self._standing():
            t = laid.thing
            places = [sort for key, sort in dict.fromkeys(t.places) if key == query.place] if query.place else [t.sort]
            for place in places if _fits(t, query) else ():
                if not query.place or _between(place, place, query):
                    yield place, _version(laid)

    def things(self, ids: Iterable[str]) -> dict[str, Version]:
        """Things by id."""
        wanted = set(ids)
        return {v.thing.id: _version(v) for v in self._standing() if v.thing.id in wanted}

    def outlines(self, query: Query, *, detailed: bool = False) -> tuple[list[Outline], list[Detail]]:
        """Outlines of all deals, or all events, that fit, and what belongs to each besides where it is asked for."""
        found = [v.thing for v in self._standing() if v.thing.outline and _fits(v.thing, query)]
        return make_outlines(t.outline for t in found), make_details(t.detail for t in found) if detailed else []

    def columns(self, query: Query, names: Sequence[str]) -> "Columns | None":
        """The outlines of all deals that fit, by column."""
        from wektor.model.columns import lay_columns  # with the library of numbers, which few ask for

        outlines, _ = self.outlines(query)
        return lay_columns(outlines, names) if len(outlines) == self.count(query) else None

    def labels(self, ids: Iterable[str]) -> dict[str, Label]:
        """Entities by id, without their spellings."""
        wanted = set(ids)
        bodies = (v.thing.outline for v in self._standing() if v.thing.what == "entity" and v.thing.id in wanted and v.thing.outline)
        return {found.id: found for found in make_labels(",".join(bodies))}

    def versions(self, id: str) -> list[Version]:
        """Every version of a thing, oldest first."""
        return sorted((_version(v) for v in self._state.laid if v.thing.id == id), key=lambda v: v.since)

    def changed(self, since: int, limit: int | None = None, offset: int = 0) -> list[tuple[Version | None, Version | None]]:
        """Deals and events that differ from what stood after a run, as (then, now): the latest first, then what is gone."""
        laid = [v for v in self._state.laid if v.thing.what in ("deal", "event")]
        new = [v for v in laid if v.until == NOW and v.since > since]
        standing = {v.thing.id for v in laid if v.until == NOW}
        gone = [v for v in laid if v.since <= since < v.until and v.thing.id not in standing]
        new.sort(key=lambda v: (v.since, v.thing.id), reverse=True)
        gone.sort(key=lambda v: (v.until, v.thing.id), reverse=True)
        new.sort(key=lambda v: v.thing.what)
        gone.sort(key=lambda v: v.thing.what)
        names = page([v.thing.id for v in (*new, *gone)], limit, offset)
        now, then = self.things(names), MemoryReader(self._state, since).things(names)
        pairs = ((then.get(name), now.get(name)) for name in names)
        return [(a, b) for a, b in pairs if (a.body if a else None) != (b.body if b else None)]

    def fleet(self, state: str, items: Sequence[str] = (), limit: int | None = 50, offset: int = 0) -> list[Fleet]:
        """What a state holds, by item: what most deals and reports speak of first."""
        rows = [(h.item, v.thing.id, h.ordered, h.delivered, h.serving, h.day) for v in self._standing() for h in v.thing.holdings
                if h.state == state and (not items or h.item in items)]  # fmt: skip
        counts: dict[str, int] = {}
        for row in rows:
            counts[row[0]] = counts.get(row[0], 0) + 1
        names = page(sorted(counts, key=lambda item: (-counts[item], item)), limit, offset)
        return sum_fleet(state, names, (row for row in rows if row[0] in names))

    def search(self, words: Sequence[Sequence[str]], query: Query) -> list[str]:
        """Claims whose evidence bears one form of each word, newest first, whose thing fits the query."""
        if not words or not all(words):
            return []
        asked = bool(query.groups or query.since or query.until or query.sources)
        homes = {key: v.thing for v in self._standing() for key in v.thing.keys if key.startswith("claim:")} if asked else {}
        found: list[str] = []
        for put in reversed([p for p in self._state.readings if p.run <= self._run < p.until]):
            for record in reversed(put.reading.records):
                terms = set(put.reading.terms.get(record.id, ()))
                home = homes.get("claim:" + record.id)
                if all(not terms.isdisjoint(forms) for forms in words) and (not asked or (home and _fits(home, query))):
                    found.append(record.id)
        return page(found, query.limit, query.offset)

    def marks(self) -> Iterator[tuple[str, str]]:
        """Id and mark of every thing, by id."""
        return iter(sorted((v.thing.id, v.thing.mark) for v in self._standing()))


def _version(laid: Laid) -> Version:
    return Version(laid.thing.what, laid.thing.id, laid.since, laid.until, laid.thing.body)


def _fits(thing: Thing, query: Query) -> bool:
    keys = set(thing.keys)
    days = query.place is not None or _between(thing.first, thing.last, query)
    return all(not keys.isdisjoint(group) for group in query.groups) and days and thing.independent >= query.sources


def _between(first: str, last: str, query: Query) -> bool:
    since = not query.since or last >= query.since
    return since and (not query.until or ("" < first <= query.until + "~" if query.place else "" < first <= query.until))
