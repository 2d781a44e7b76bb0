"""The register derived: from scratch, or kept up to date document by document, with the same result."""

from collections.abc import Iterable, Iterator, Mapping

from wektor.model.register import Change, ClaimRecord, Deal, Entity, Event, Judgement, View
from wektor.resolve.census import Census, numbers_of
from wektor.resolve.desk import derive_pools
from wektor.resolve.facts import Fact, make_fact
from wektor.resolve.judging import Overlay, apply, make_overlay
from wektor.resolve.knowledge import Knowledge, load_knowledge
from wektor.resolve.matters import Matter, resolve_document
from wektor.resolve.names import Names
from wektor.resolve.pools import PoolKey, pool_of


class Paper(list[Fact]):
    """A document's facts, with its publisher and language."""

    publisher: str | None = None
    lang: str | None = None


class Deriver:
    """Holds facts, not claims: about a kilobyte each. Derives only the pools that a change touches.

    >>> Deriver().view().deals
    {}
    """

    def __init__(self, knowledge: Knowledge | None = None, *, keep: bool = True) -> None:
        """``keep`` False keeps no claim records for the view (a store has them)."""
        self._knowledge = knowledge or load_knowledge()
        self._names = Names(self._knowledge)
        self._census = Census(self._names)
        self._records: dict[str, dict[str, ClaimRecord]] | None = {} if keep else None
        self._papers: dict[str, Paper] = {}
        self._matters: dict[str, list[Matter]] = {}
        self._aside: dict[str, dict[str, str]] = {}
        self._groups: dict[str, str] = {}
        self._pools: dict[PoolKey, dict[str, Matter]] = {}
        self._unsettled: dict[int, set[str]] = {}
        self._made: dict[PoolKey, tuple[str, ...]] = {}
        self._deals: dict[str, Deal] = {}
        self._events: dict[str, Event] = {}
        self._judgements: dict[str, Judgement] = {}
        self._overlay = Overlay()

    def add(self, records: Iterable[ClaimRecord]) -> Change:
        """Take in whole documents: all claims of a document at once; claims held of the same document are replaced."""
        return self._update(self.load(records))

    def load(self, records: Iterable[ClaimRecord]) -> set[str]:
        """Take in documents without deriving yet; the documents that must be derived."""
        papers: dict[str, dict[str, ClaimRecord]] = {}
        for record in records:
            papers.setdefault(record.document, {})[record.id] = record
        return {d for document, held in papers.items() for d in self._take(document, held)}

    def _take(self, document: str, records: dict[str, ClaimRecord]) -> set[str]:
        touched = {document} | (self._drop(document) if document in self._papers else set())
        paper = Paper(make_fact(records[k], self._names.registry) for k in sorted(records))
        first = next(iter(records.values()))
        paper.publisher, paper.lang = first.publisher, first.lang
        self._papers[document] = paper
        self._groups[document] = first.copy_group
        if self._records is not None:
            self._records[document] = records
        for fact in paper:
            self._census.count(fact, paper.lang)
            touched |= self._meet(fact)
        return touched

    def _meet(self, fact: Fact) -> set[str]:
        """Meet a fact's names; the documents with a name that is now another's."""
        numbers = numbers_of(fact)
        touched: set[str] = set()
        for number in self._names.meet(numbers, fact.published):
            touched |= self._unsettled.get(number, set())
        for number in numbers:
            if not self._names.settled(number):
                self._unsettled.setdefault(number, set()).add(fact.document)
        return touched

    def _drop(self, document: str) -> set[str]:
        """Forget a document; where it brought names that no pack knows, these are gathered anew."""
        paper = self._papers.pop(document)
        self._groups.pop(document)
        if self._records is not None:
            self._records.pop(document)
        for fact in paper:
            self._census.count(fact, paper.lang, -1)
        if all(self._names.settled(n) for fact in paper for n in numbers_of(fact)):
            return {document}
        touched = {document, *(d for held in self._unsettled.values() for d in held)}
        self._unsettled.clear()
        self._names.forget()
        for other in sorted(touched & self._papers.keys()):
            for fact in self._papers[other]:
                self._meet(fact)
        return touched

    def remove(self, document: str) -> Change:
        """Forget a document's claims."""
        return self._update(self._drop(document) if document in self._papers else set())

    def regroup(self, groups: Mapping[str, str]) -> Change:
        """Near-copies were found: document digest to copy group."""
        moved = {d for d, group in groups.items() if d in self._papers and self._groups[d] != group}
        self._groups |= {d: groups[d] for d in moved}
        return self._update(moved)

    def judge(self, judgements: Iterable[Judgement]) -> Change:
        """Take in judgements; one that is known by its id is replaced, so that undoing is judging with ``undone_by``."""
        self._judgements |= {j.id: j for j in judgements}
        self._names.judge({}, {})
        overlay = make_overlay(self._judgements.values(), self._papers, self._names)
        self._names.judge(overlay.merged, overlay.apart)
        self._overlay = overlay
        return self._update(set(self._papers))

    def _update(self, documents: set[str]) -> Change:
        """Resolve documents, derive the pools that they touch, and tell what is different."""
        if self._judgements and documents != set(self._papers):
            self._rebind()
        dirty: set[PoolKey] = set()
        for document in sorted(documents):
            dirty |= self._resolve(document)
        return self._derive(self._linked(dirty), documents)

    def _rebind(self) -> None:
        """A new reading may hold a judged claim under another id."""
        self._overlay = make_overlay(self._judgements.values(), self._papers, self._names)

    def _resolve(self, document: str) -> set[PoolKey]:
        """Put a document's matters into their pools; the pools that lost or got one."""
        dirty: set[PoolKey] = set()
        for matter in self._matters.pop(document, ()):
            key = pool_of(matter, self._knowledge)
            self._pools[key].pop(matter.fact.claim, None)
            dirty.add(key)
        self._aside.pop(document, None)
        paper = self._papers.get(document)
        if paper is None:
            return dirty
        applied = [(f, apply(f, paper.publisher, self._overlay, self._names)) for f in paper]
        if aside := {f.claim: a for f, a in applied if isinstance(a, str)}:
            self._aside[document] = aside
        matters = resolve_document([a for _, a in applied if isinstance(a, Fact)], self._names)
        for matter in matters:
            key = pool_of(matter, self._knowledge)
            self._pools.setdefault(key, {})[matter.fact.claim] = matter
            dirty.add(key)
        self._matters[document] = matters
        return dirty

    def _linked(self, dirty: set[PoolKey]) -> list[tuple[PoolKey, ...]]:
        """Pools that must be derived together: those that a merged pair of deals joins; each other alone."""
        if not self._overlay.merges:
            return [(key,) for key in sorted(dirty)]
        home = {claim: key for pair in self._overlay.merges for claim in pair if (key := self._pool_with(claim))}
        sets: dict[PoolKey, set[PoolKey]] = {}
        for left, right in self._overlay.merges:
            if left in home and right in home:
                joined = sets.get(home[left], {home[left]}) | sets.get(home[right], {home[right]})
                sets |= dict.fromkeys(joined, joined)
        return sorted({tuple(sorted(sets.get(key, {key}))) for key in dirty})

    def _pool_with(self, claim: str) -> PoolKey | None:
        return next((key for key, held in self._pools.items() if claim in held), None)

    def _derive(self, linked: Iterable[tuple[PoolKey, ...]], documents: set[str]) -> Change:
        gone: set[str] = set()
        deals: dict[str, Deal] = {}
        events: dict[str, Event] = {}
        before: dict[str, Deal | Event] = {}
        for keys in linked:
            for key in keys:
                for ident in self._made.pop(key, ()):
                    before |= {ident: held} if (held := self._deals.pop(ident, None) or self._events.pop(ident, None)) else {}
            made = derive_pools(self._pools, [k for k in keys if self._pools.get(k)], self._overlay, self._knowledge, self._group)
            self._made[keys[0]] = (*made.deals, *made.events)
            deals |= made.deals
            events |= made.events
        self._deals |= deals
        self._events |= events
        gone = before.keys() - deals.keys() - events.keys()
        return Change(deals={k: d for k, d in deals.items() if before.get(k) != d}, events={k: e for k, e in events.items() if before.get(k) != e},
                      entities=self._entities(documents), gone=frozenset(gone))  # fmt: skip

    def _group(self, document: str) -> str:
        return self._groups[document]

    def _entities(self, documents: set[str]) -> dict[str, Entity]:
        """The entities that some documents name."""
        numbers = {n for d in documents for f in self._papers.get(d, ()) for n in numbers_of(f)}
        found = (self._census.entity(self._names.borne(n)) for n in numbers)
        return {e.id: e for e in found if e}

    def deals(self) -> Iterator[Deal]:
        """All deals, by id."""
        return (self._deals[k] for k in sorted(self._deals))

    def view(self) -> View:
        """All that is derived."""
        entities = (self._census.entity(k) for k in sorted(self._names.bearers))
        homes = {c: held.id for group in (self._deals, self._events) for held in group.values() for c in held.claims}
        records = {k: r for held in (self._records or {}).values() for k, r in held.items()}
        return View(
            entities={e.id: e for e in entities if e}, deals={d.id: d for d in self.deals()},
            events={k: self._events[k] for k in sorted(self._events)}, claims={k: records[k] for k in sorted(records)},
            unsure=tuple(self._names.doubts()), homes={k: homes[k] for k in sorted(homes)},
            set_aside={k: a[k] for a in self._aside.values() for k in sorted(a)},
        )  # fmt: skip


def derive(claims: Iterable[ClaimRecord], judgements: Iterable[Judgement] = (), knowledge: Knowledge | None = None) -> View:
    """The register of a ledger, from scratch. The order of claims and judgements does not matter."""
    deriver = Deriver(knowledge)
    documents = deriver.load(claims)
    if held := list(judgements):
        deriver.judge(held)
    else:
        deriver._update(documents)
    return deriver.view()
