"""The register derived: from scratch, or kept up to date document by document, with the same result."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

import msgspec

from wektor.model.register import Change, ClaimRecord, Deal, Event, Judgement, MergeExplanation, View
from wektor.resolve.census import numbers_of
from wektor.resolve.desk import Desk
from wektor.resolve.facts import Fact
from wektor.resolve.judging import Overlay, apply, make_overlay, reach
from wektor.resolve.knowledge import Knowledge, load_knowledge
from wektor.resolve.links import Links
from wektor.resolve.matters import Matter, resolve_document
from wektor.resolve.names import Names
from wektor.resolve.papers import Papers
from wektor.resolve.pools import Pool, PoolKey, pool_of


@contextmanager
def undisturbed() -> Iterator[None]:
    """Without the collector of cycles: what is made here has none, and looking for them takes a fifth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class Deriver:
    """Holds facts, not claims: about a kilobyte each. Derives only what a change touches.

    >>> Deriver().view().deals
    {}
    """

    def __init__(self, knowledge: Knowledge | None = None, *, keep: bool = True) -> None:
        """``keep`` False keeps no claim records for the view (a store has them)."""
        self._knowledge = knowledge or load_knowledge()
        self._names = Names(self._knowledge)
        self._papers = Papers(self._names)
        self._records: dict[str, dict[str, ClaimRecord]] | None = {} if keep else None
        self._matters: dict[str, list[Matter]] = {}
        self._aside: dict[str, dict[str, str]] = {}
        self._pools: dict[PoolKey, Pool] = {}
        self._links = Links(self._pools, self._matters, self._knowledge)
        self._desk = Desk(self._group)
        self._made: dict[PoolKey, tuple[str, ...]] = {}
        self._deals: dict[str, Deal] = {}
        self._events: dict[str, Event] = {}
        self._judgements: dict[str, Judgement] = {}
        self._overlay = Overlay()

    def add(self, records: Iterable[ClaimRecord]) -> Change:
        """Take in whole documents: all claims of a document at once; claims held of the same document are replaced."""
        with undisturbed():
            return self._update(self._load(records))

    def _load(self, records: Iterable[ClaimRecord]) -> set[str]:
        """Take in documents without deriving yet; the documents that must be derived."""
        papers = self._papers.read(self._kept(records))
        return self._papers.take(papers)

    def _kept(self, records: Iterable[ClaimRecord]) -> Iterator[ClaimRecord]:
        seen: set[str] = set()
        for record in records:
            if self._records is not None:
                if record.document not in seen:
                    seen.add(record.document)
                    self._records[record.document] = {}
                self._records[record.document][record.id] = record
            yield record

    def remove(self, document: str) -> Change:
        """Forget a document's claims."""
        if self._records is not None:
            self._records.pop(document, None)
        return self._update(self._papers.drop(document))

    def regroup(self, groups: Mapping[str, str]) -> Change:
        """Near-copies were found: document digest to copy group."""
        moved = {d for d, group in groups.items() if d in self._papers and self._papers[d].group != group}
        for document in moved:
            self._papers[document].group = groups[document]
        return self._update(moved)

    def judge(self, judgements: Iterable[Judgement]) -> Change:
        """Take in judgements; one that is known by its id is replaced, so that undoing is judging with ``undone_by``."""
        self._judgements |= {j.id: j for j in judgements}
        return self._update(set())

    def _update(self, documents: set[str]) -> Change:
        """Resolve documents, derive what they touch, and tell what is different."""
        documents = documents | self._rejudge()
        before = self._aside_of(documents)
        dirty: set[PoolKey] = set()
        for document in sorted(documents):
            dirty |= self._resolve(document)
        change, aside = self._derive(self._links.sets(dirty, self._overlay)), self._aside_of(documents)
        return msgspec.structs.replace(change, aside=aside, gone=change.gone | (before.keys() - aside.keys()))

    def _aside_of(self, documents: Iterable[str]) -> dict[str, str]:
        return {claim: why for d in documents for claim, why in self._aside.get(d, {}).items()}

    def _rejudge(self) -> set[str]:
        """Lay the judgements over what is held now (a new reading may hold a judged claim under another id)."""
        if not self._judgements:
            return set()
        before, self._overlay = self._overlay, make_overlay(self._judgements.values(), self._papers, self._names)
        moved = self._names.judge(self._overlay.merged, self._overlay.apart)
        self._papers.moved(moved)
        touched = reach(before, self._overlay)
        homes = before.homes | self._overlay.homes
        found = self._papers.naming(moved) | (touched.documents & self._papers.keys())
        found |= {homes[c] for c in touched.claims if homes.get(c) in self._papers}
        lost = {c for c in touched.claims if c not in homes}
        if lost or touched.publishers or touched.parties:
            found |= {d for d, paper in self._papers.items() if paper.publisher in touched.publishers
                      or any(f.claim in lost or (touched.parties and self._sides(f) & touched.parties) for f in paper)}  # fmt: skip
        return found

    def _sides(self, fact: Fact) -> set[str]:
        return {self._names.borne(n) for n in numbers_of(fact)}

    def _resolve(self, document: str) -> set[PoolKey]:
        """Put a document's matters into their pools; the pools that lost or got one."""
        dirty = {self._drop(matter) for matter in self._matters.pop(document, ())}
        self._aside.pop(document, None)
        paper = self._papers.get(document)
        if paper is None:
            return dirty
        applied = [(f, apply(f, paper.publisher, self._overlay, self._names)) for f in paper]
        if aside := {f.claim: a for f, a in applied if isinstance(a, str)}:
            self._aside[document] = aside
        self._matters[document] = resolve_document([a for _, a in applied if isinstance(a, Fact)], self._names)
        return dirty | {self._put(matter) for matter in self._matters[document]}

    def _put(self, matter: Matter) -> PoolKey:
        key = pool_of(matter, self._knowledge)
        self._pools.setdefault(key, Pool(self._knowledge)).put(matter)
        return key

    def _drop(self, matter: Matter) -> PoolKey:
        key = pool_of(matter, self._knowledge)
        self._pools[key].drop(matter)
        return key

    def _derive(self, linked: Iterable[tuple[PoolKey, ...]]) -> Change:
        before: dict[str, Deal | Event] = {}
        deals: dict[str, Deal] = {}
        events: dict[str, Event] = {}
        for keys in linked:
            for ident in (i for key in keys for i in self._made.pop(key, ())):
                held = self._deals.pop(ident, None) or self._events.pop(ident, None)
                before |= {ident: held} if held else {}
            made = self._desk.derive(self._pools, keys, self._overlay)
            self._made[keys[0]] = (*made.deals, *made.events)
            deals |= made.deals
            events |= made.events
            self._clear(keys)
        self._deals |= deals
        self._events |= events
        entities, gone = self._papers.changes()
        return Change(deals={k: d for k, d in deals.items() if before.get(k) is not d and before.get(k) != d},
                      events={k: e for k, e in events.items() if before.get(k) is not e and before.get(k) != e},
                      entities=entities, gone=frozenset((before.keys() - deals.keys() - events.keys()) | gone))  # fmt: skip

    def _clear(self, keys: Iterable[PoolKey]) -> None:
        """Forget pools that hold nothing any more."""
        for key in keys:
            if key in self._pools and not self._pools[key]:
                del self._pools[key]
                self._desk.forget(key)
                if not self._made.get(key):
                    self._made.pop(key, None)

    def _group(self, document: str) -> str:
        return self._papers[document].group

    def deals(self) -> Iterator[Deal]:
        """All deals, by id."""
        return (self._deals[k] for k in sorted(self._deals))

    def doubts(self) -> Iterator[MergeExplanation]:
        """Pairs of names that may be one and wait for a person."""
        return self._names.doubts(self._papers.used)

    def view(self) -> View:
        """All that is derived."""
        homes = {c: held.id for group in (self._deals, self._events) for held in group.values() for c in held.claims}
        records = {k: r for held in (self._records or {}).values() for k, r in held.items()}
        aside = {k: why for held in self._aside.values() for k, why in held.items()}
        return View(
            entities=self._papers.entities(), deals={d.id: d for d in self.deals()}, events={k: self._events[k] for k in sorted(self._events)},
            claims={k: records[k] for k in sorted(records)}, unsure=tuple(self.doubts()),
            homes={k: homes[k] for k in sorted(homes)}, set_aside={k: aside[k] for k in sorted(aside)},
        )  # fmt: skip


def derive(claims: Iterable[ClaimRecord], judgements: Iterable[Judgement] = (), knowledge: Knowledge | None = None) -> View:
    """The register of a ledger, from scratch. The order of claims and judgements does not matter."""
    deriver = Deriver(knowledge)
    deriver.add(claims)
    deriver.judge(judgements)
    return deriver.view()
