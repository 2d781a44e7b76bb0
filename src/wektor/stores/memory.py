"""A register in memory: the public fake, for tests and for looking at a few documents. It goes when the program ends."""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from wektor.model.ledger import NOW, Entry, Failure, Fleet, Mark, Query, Reading, Run, Thing, Undoing, Version
from wektor.model.outlines import Detail, Label, Outline
from wektor.model.register import ClaimRecord, Judgement
from wektor.stores.codec import make_details, make_labels, make_outlines
from wektor.stores.folding import sum_fleet

if TYPE_CHECKING:
    from wektor.model.columns import Columns

T = TypeVar("T")


class Put(NamedTuple):
    """A reading as it was put."""

    reading: Reading
    run: int
    tick: int
    until: int


class Laid(NamedTuple):
    """A version of a thing."""

    thing: Thing
    since: int
    until: int


class State:
    """All that is held. ``copy`` is what a writer works on, so that taking back is forgetting it."""

    def __init__(self) -> None:
        self.tick = 0
        self.runs: list[Run] = []
        self.entries: dict[str, Entry] = {}
        self.sources: dict[str, str | None] = {}
        self.readings: list[Put] = []
        self.groups: dict[str, tuple[str, int]] = {}
        self.judgements: dict[str, tuple[Judgement, int]] = {}
        self.undoings: dict[str, Undoing] = {}
        self.failures: dict[str, Failure] = {}
        self.marks: dict[str, Mark] = {}
        self.sketches: dict[str, tuple[bytes, frozenset[str]]] = {}
        self.laid: list[Laid] = []

    def copy(self) -> "State":
        """The same, to be changed apart."""
        other = State()
        for name, value in vars(self).items():
            setattr(other, name, value if isinstance(value, int) else value.copy())
        return other


class MemoryReader:
    """A reader of one state (``stores.protocol.Reader``)."""

    def __init__(self, state: State, as_of: int | None = None) -> None:
        self._state, self._run = state, NOW - 1 if as_of is None else as_of

    def tick(self) -> int:
        """How many commits there were."""
        return self._state.tick

    def last_run(self, day: str | None = None) -> Run | None:
        """The latest run, or the latest that began on an ISO day (or moment) or before."""
        return next((run for run in reversed(self._state.runs) if day is None or run.at <= day + "~"), None)

    def runs(self, limit: int | None = 50, offset: int = 0) -> list[Run]:
        """Runs, newest first."""
        return _page(self._state.runs[::-1], limit, offset)

    def run(self, number: int) -> Run | None:
        """A run; None if it is not there."""
        return next((run for run in self._state.runs if run.number == number), None)

    def known(self, source: str) -> bool:
        """Whether bytes of this digest were read in."""
        return source in self._state.sources

    def held(self, digests: Iterable[str]) -> set[str]:
        """Those of the documents that are in the ledger."""
        return {d for d in digests if d in self._state.entries}

    def entry(self, digest: str) -> Entry | None:
        """A document; None if it is not there."""
        return self._state.entries.get(digest)

    def abouts(self, digests: Iterable[str]) -> dict[str, Entry]:
        """Documents without their text, by digest."""
        return {d: _bare(self._state.entries[d]) for d in digests if d in self._state.entries}

    def readings_of(self, document: str) -> list[tuple[int, str, str]]:
        """Run, engine and version of every reading of a document, oldest first."""
        return [(p.run, p.reading.engine, p.reading.version) for p in self._state.readings if p.reading.document == document]

    def versions_of(self, url: str) -> list[Entry]:
        """The versions of a page, oldest first."""
        return [_bare(e) for e in self._state.entries.values() if e.document.url == url]

    def entries(self, limit: int | None = 50, offset: int = 0) -> list[Entry]:
        """Documents without their text, newest first."""
        return [_bare(e) for e in _page([*self._state.entries.values()][::-1], limit, offset)]

    def records(self, after: int = 0) -> Iterator[ClaimRecord]:
        """The claims of readings put after a tick, in order of document and place; of each document the latest reading."""
        current = sorted((p for p in self._state.readings if p.until == NOW and p.tick > after), key=lambda p: p.reading.document)
        return (self._grouped(record) for put in current for record in put.reading.records)

    def _grouped(self, record: ClaimRecord) -> ClaimRecord:
        return msgspec.structs.replace(record, copy_group=self.group_of(record.document))

    def records_of(self, documents: Iterable[str]) -> list[ClaimRecord]:
        """The claims of documents, as last read."""
        wanted = set(documents)
        return [record for record in self.records() if record.document in wanted]

    def claims(self, ids: Iterable[str]) -> dict[str, ClaimRecord]:
        """Claims by id, from whichever reading; unknown ids are left out."""
        wanted = set(ids)
        return {c.id: self._grouped(c) for put in self._state.readings for c in put.reading.records if c.id in wanted}

    def silent(self, after: int = 0) -> set[str]:
        """Documents whose reading put after a tick holds no claim."""
        return {p.reading.document for p in self._state.readings if p.until == NOW and p.tick > after and not p.reading.records}

    def groups(self, after: int = 0) -> dict[str, str]:
        """Documents led to the group of near-copies that they were put in after a tick."""
        return {d: group for d, (group, tick) in self._state.groups.items() if tick > after}

    def group_of(self, document: str) -> str:
        """The document's group of near-copies: its own digest where it stands alone."""
        return self._state.groups.get(document, (document, 0))[0]

    def members_of(self, group: str) -> set[str]:
        """The documents of a group of near-copies."""
        return {d for d in {group, *self._state.groups} if self.group_of(d) == group}

    def near(self, bands: Iterable[str]) -> set[str]:
        """Documents that share a band of their sketch."""
        wanted = set(bands)
        return {d for d, (_, held) in self._state.sketches.items() if wanted & held}

    def sketches(self, documents: Iterable[str]) -> dict[str, bytes]:
        """The sketches of documents."""
        return {d: self._state.sketches[d][0] for d in documents if d in self._state.sketches}

    def judgements(self, after: int = 0) -> list[Judgement]:
        """Judgements that were put or undone after a tick, oldest first."""
        return [j for j, tick in self._state.judgements.values() if tick > after]

    def judgement(self, id: str) -> Judgement | None:
        """A judgement; None if it is not there."""
        return self._state.judgements.get(id, (None, 0))[0]

    def undoing(self, judgement: str) -> Undoing | None:
        """The undoing of a judgement; None if it stands."""
        return self._state.undoings.get(judgement)

    def failures(self, limit: int | None = 50, offset: int = 0) -> list[Failure]:
        """Sources that could not be read, newest first."""
        return _page(sorted(self._state.failures.values(), key=lambda f: (-f.run, f.place)), limit, offset)

    def mark(self, url: str) -> Mark | None:
        """What a server said of a page when it was last fetched."""
        return self._state.marks.get(url)

    def languages(self) -> list[str]:
        """The languages of the documents, sorted."""
        return sorted({e.document.lang for e in self._state.entries.values() if e.document.lang})

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
        return _page(found, query.limit, query.offset)

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
        names = _page([v.thing.id for v in (*new, *gone)], limit, offset)
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
        names = _page(sorted(counts, key=lambda item: (-counts[item], item)), limit, offset)
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
        return _page(found, query.limit, query.offset)

    def marks(self) -> Iterator[tuple[str, str]]:
        """Id and mark of every thing, by id."""
        return iter(sorted((v.thing.id, v.thing.mark) for v in self._standing()))


class MemoryWriter(MemoryReader):
    """A reader that also writes (``stores.protocol.Writer``)."""

    def begin(self, verb: str, at: str, words: str = "") -> int:
        """Begin a run; its number."""
        self._state.runs.append(Run(len(self._state.runs) + 1, at, verb, words))
        return len(self._state.runs)

    def put_entries(self, run: int, entries: Iterable[Entry]) -> None:
        """Lay down documents; nothing happens to one that is held."""
        for entry in entries:
            self.put_sources({entry.source: entry.digest} if entry.source else {})
            self._state.entries.setdefault(entry.digest, msgspec.structs.replace(entry, run=run))

    def put_sources(self, sources: Mapping[str, str | None]) -> None:
        """Remember that bytes of these digests were read in, and what document they made."""
        self._state.sources = {**sources, **self._state.sources}

    def put_readings(self, run: int, readings: Sequence[Reading]) -> None:
        """Lay down readings; each takes the place of its document's last one."""
        again = {reading.document for reading in readings}
        old = [p._replace(until=run) if p.until == NOW and p.reading.document in again else p for p in self._state.readings]
        self._state.readings = [*old, *(Put(reading, run, self._state.tick, NOW) for reading in readings)]

    def put_entry(self, run: int, entry: Entry) -> None:
        """Lay down one document."""
        self.put_entries(run, [entry])

    def put_source(self, source: str, document: str | None = None) -> None:
        """Remember one source."""
        self.put_sources({source: document})

    def put_reading(self, run: int, reading: Reading) -> None:
        """Lay down one reading."""
        self.put_readings(run, [reading])

    def put_groups(self, run: int, groups: Mapping[str, str]) -> None:
        """Documents led to their group of near-copies."""
        self._state.groups |= {d: (group, self._state.tick) for d, group in groups.items()}

    def put_sketch(self, document: str, sketch: bytes, bands: Iterable[str]) -> None:
        """Keep a document's sketch, found by its bands."""
        self._state.sketches.setdefault(document, (sketch, frozenset(bands)))

    def put_judgement(self, run: int, judgement: Judgement) -> None:
        """Lay down a judgement."""
        self._state.judgements[judgement.id] = (judgement, self._state.tick)

    def put_undoing(self, run: int, undoing: Undoing) -> None:
        """Take a judgement back."""
        self._state.undoings[undoing.judgement] = undoing
        judgement, _ = self._state.judgements[undoing.judgement]
        self._state.judgements[judgement.id] = (msgspec.structs.replace(judgement, undone_by=undoing.id), self._state.tick)

    def put_failures(self, run: int, failures: Iterable[Failure]) -> None:
        """Keep what could not be read; a place that failed before is told anew."""
        self._state.failures |= {f.place: Failure(f.place, f.reason, run) for f in failures}

    def settle_failures(self, places: Iterable[str]) -> None:
        """Forget that these places failed: they were read since."""
        for place in places:
            self._state.failures.pop(place, None)

    def put_mark(self, mark: Mark) -> None:
        """Keep what a server said of a page."""
        self._state.marks[mark.url] = mark

    def put_things(self, run: int, things: Iterable[Thing], gone: Iterable[str] = ()) -> None:
        """Lay things where they differ from those that stand, and close those that are gone."""
        wanted = {t.id: t for t in things}
        standing = {v.thing.id: v for v in self._state.laid if v.until == NOW}
        changed = [t for id, t in wanted.items() if id not in standing or standing[id].thing.mark != t.mark]
        closed = {id for id in (*(t.id for t in changed), *(g for g in gone if g not in wanted)) if id in standing}
        kept = [v._replace(until=run) if v.until == NOW and v.thing.id in closed else v for v in self._state.laid]
        self._state.laid = [v for v in kept if v.until == NOW or v.since < v.until]
        self._state.laid += [Laid(t, max(run, standing[t.id].since if t.id in standing else 0), NOW) for t in changed]

    def put_columns(self) -> None:
        """Nothing: memory lays them when they are asked for."""


class MemoryStore:
    """A store (``stores.protocol.Store``) that keeps nothing beyond the program."""

    def __init__(self) -> None:
        self.url = "memory"
        self._state = State()
        self._lock = threading.Lock()

    @contextmanager
    def reader(self, as_of: int | None = None) -> Iterator[MemoryReader]:
        """A reader of the register as it is, or as it stood after a run."""
        yield MemoryReader(self._state, as_of)

    @contextmanager
    def writer(self) -> Iterator[MemoryWriter]:
        """The one writer at a time; others wait. Leaving the block with an error takes everything back."""
        with self._lock:
            state = self._state.copy()
            state.tick += 1
            yield MemoryWriter(state)
            self._state = state

    def settle(self) -> None:
        """Nothing: memory keeps no statistics."""

    def close(self) -> None:
        """Nothing is held open."""


def _page(rows: Sequence[T], limit: int | None, offset: int) -> list[T]:
    return list(rows[offset:] if limit is None else rows[offset : offset + limit])


def _bare(entry: Entry) -> Entry:
    return msgspec.structs.replace(entry, document=msgspec.structs.replace(entry.document, text=""))


def _version(laid: Laid) -> Version:
    return Version(laid.thing.what, laid.thing.id, laid.since, laid.until, laid.thing.body)


def _fits(thing: Thing, query: Query) -> bool:
    keys = set(thing.keys)
    days = query.place is not None or _between(thing.first, thing.last, query)
    return all(not keys.isdisjoint(group) for group in query.groups) and days and thing.independent >= query.sources


def _between(first: str, last: str, query: Query) -> bool:
    since = not query.since or last >= query.since
    return since and (not query.until or ("" < first <= query.until + "~" if query.place else "" < first <= query.until))
