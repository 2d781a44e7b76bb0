"""The ledger in memory: documents, readings, groups of near-copies, judgements, failures."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from wektor.model.ledger import NOW, Entry, Failure, Mark, Run, Undoing
from wektor.model.register import ClaimRecord, Judgement
from wektor.stores.memory.state import State

T = TypeVar("T")


class LedgerReader:
    """A reader of the ledger of one state, and of the derived things that stood after a run."""

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
        return page(self._state.runs[::-1], limit, offset)

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
        return [_bare(e) for e in page([*self._state.entries.values()][::-1], limit, offset)]

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
        return page(sorted(self._state.failures.values(), key=lambda f: (-f.run, f.place)), limit, offset)

    def mark(self, url: str) -> Mark | None:
        """What a server said of a page when it was last fetched."""
        return self._state.marks.get(url)

    def languages(self) -> list[str]:
        """The languages of the documents, sorted."""
        return sorted({e.document.lang for e in self._state.entries.values() if e.document.lang})


def page(rows: Sequence[T], limit: int | None, offset: int) -> list[T]:
    """So many rows from an offset on, or all that follow it."""
    return list(rows[offset:] if limit is None else rows[offset : offset + limit])


def _bare(entry: Entry) -> Entry:
    return msgspec.structs.replace(entry, document=msgspec.structs.replace(entry.document, text=""))
