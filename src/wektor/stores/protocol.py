"""What every store offers: a reader, which cannot write, and a writer, which waits for other writers.

``tests/stores`` holds one body of tests for every implementation; ``MemoryStore`` is the public fake.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from wektor.model.ledger import Entry, Failure, Fleet, Mark, Query, Reading, Run, Thing, Undoing, Version
from wektor.model.outlines import Detail, Label, Outline
from wektor.model.register import ClaimRecord, Judgement

if TYPE_CHECKING:
    from wektor.model.columns import Columns


class Reader(Protocol):
    """One state of a register: all that is asked of one reader fits together, whoever writes meanwhile.

    Derived things are shown as they stood after the run that the reader was opened for; the ledger is shown whole.
    """

    def tick(self) -> int:
        """How many commits there were."""

    def last_run(self, day: str | None = None) -> Run | None:
        """The latest run, or the latest that began on an ISO day (or moment) or before; None if there is none."""

    def runs(self, limit: int | None = 50, offset: int = 0) -> list[Run]:
        """Runs, newest first."""

    def known(self, source: str) -> bool:
        """Whether bytes of this digest were read in."""

    def held(self, digests: Iterable[str]) -> set[str]:
        """Those of the documents that are in the ledger."""

    def entry(self, digest: str) -> Entry | None:
        """A document; None if it is not there."""

    def abouts(self, digests: Iterable[str]) -> dict[str, Entry]:
        """Documents without their text, by digest."""

    def versions_of(self, url: str) -> list[Entry]:
        """The versions of a page, oldest first."""

    def readings_of(self, document: str) -> list[tuple[int, str, str]]:
        """Run, engine and version of every reading of a document, oldest first."""

    def entries(self, limit: int | None = 50, offset: int = 0) -> list[Entry]:
        """Documents without their text, newest first."""

    def run(self, number: int) -> Run | None:
        """A run; None if it is not there."""

    def records(self, after: int = 0) -> Iterator[ClaimRecord]:
        """The claims of readings put after a tick, in order of document and place; of each document the latest reading."""

    def records_of(self, documents: Iterable[str]) -> list[ClaimRecord]:
        """The claims of documents, as last read."""

    def claims(self, ids: Iterable[str]) -> dict[str, ClaimRecord]:
        """Claims by id, from whichever reading; unknown ids are left out."""

    def silent(self, after: int = 0) -> set[str]:
        """Documents whose reading put after a tick holds no claim."""

    def groups(self, after: int = 0) -> dict[str, str]:
        """Documents led to the group of near-copies that they were put in after a tick."""

    def near(self, bands: Iterable[str]) -> set[str]:
        """Documents that share a band of their sketch."""

    def sketches(self, documents: Iterable[str]) -> dict[str, bytes]:
        """The sketches of documents."""

    def group_of(self, document: str) -> str:
        """The document's group of near-copies: its own digest where it stands alone."""

    def members_of(self, group: str) -> set[str]:
        """The documents of a group of near-copies."""

    def judgements(self, after: int = 0) -> list[Judgement]:
        """Judgements that were put or undone after a tick, oldest first."""

    def judgement(self, id: str) -> Judgement | None:
        """A judgement; None if it is not there."""

    def undoing(self, judgement: str) -> Undoing | None:
        """The undoing of a judgement; None if it stands."""

    def failures(self, limit: int | None = 50, offset: int = 0) -> list[Failure]:
        """Sources that could not be read, newest first."""

    def mark(self, url: str) -> Mark | None:
        """What a server said of a page when it was last fetched."""

    def languages(self) -> list[str]:
        """The languages of the documents, sorted."""

    def counts(self) -> dict[str, int]:
        """How many documents, claims, judgements and things there are."""

    def select(self, query: Query) -> list[tuple[str, Version]]:
        """Things that fit, newest first, each with the place (or sort) that it stands at."""

    def count(self, query: Query) -> int:
        """How many rows ``select`` would give without a limit."""

    def things(self, ids: Iterable[str]) -> dict[str, Version]:
        """Things by id."""

    def outlines(self, query: Query, *, detailed: bool = False) -> tuple[list[Outline], list[Detail]]:
        """Outlines of all deals, or all events, that fit, in any order, and what belongs to each besides where it is asked for.

        Things that were laid without an outline are missing.
        """

    def columns(self, query: Query, names: Sequence[str]) -> "Columns | None":
        """The outlines of all deals that fit, by column; None where some were laid without one."""

    def labels(self, ids: Iterable[str]) -> dict[str, Label]:
        """Entities by id, without their spellings."""

    def versions(self, id: str) -> list[Version]:
        """Every version of a thing, oldest first."""

    def changed(self, since: int, limit: int | None = None, offset: int = 0) -> list[tuple[Version | None, Version | None]]:
        """Deals and events that differ from what stood after a run, as (then, now): the latest first, then what is gone."""

    def fleet(self, state: str, items: Sequence[str] = (), limit: int | None = 50, offset: int = 0) -> list[Fleet]:
        """What a state holds, by item."""

    def search(self, words: Sequence[Sequence[str]], query: Query) -> list[str]:
        """Claims whose evidence bears one form of each word, newest first, whose thing fits the query.

        Forms and terms are letters and digits alone.
        """

    def marks(self) -> Iterator[tuple[str, str]]:
        """Id and mark of every thing, by id: equal registers have equal marks."""


class Writer(Reader, Protocol):
    """A reader that also writes. What is put is committed when the writer's block is left, all or nothing."""

    def begin(self, verb: str, at: str, words: str = "") -> int:
        """Begin a run; its number."""

    def put_entries(self, run: int, entries: Iterable[Entry]) -> None:
        """Lay down documents; nothing happens to one that is held."""

    def put_sources(self, sources: Mapping[str, str | None]) -> None:
        """Remember that bytes of these digests were read in, and what document they made."""

    def put_readings(self, run: int, readings: Sequence[Reading]) -> None:
        """Lay down readings, one of a document; each takes the place of its document's last one."""

    def put_entry(self, run: int, entry: Entry) -> None:
        """Lay down one document."""

    def put_source(self, source: str, document: str | None = None) -> None:
        """Remember one source."""

    def put_reading(self, run: int, reading: Reading) -> None:
        """Lay down one reading."""

    def put_groups(self, run: int, groups: Mapping[str, str]) -> None:
        """Documents led to their group of near-copies."""

    def put_sketch(self, document: str, sketch: bytes, bands: Iterable[str]) -> None:
        """Keep a document's sketch, found by its bands."""

    def put_judgement(self, run: int, judgement: Judgement) -> None:
        """Lay down a judgement."""

    def put_undoing(self, run: int, undoing: Undoing) -> None:
        """Take a judgement back."""

    def put_failures(self, run: int, failures: Iterable[Failure]) -> None:
        """Keep what could not be read; a place that failed before is told anew."""

    def settle_failures(self, places: Iterable[str]) -> None:
        """Forget that these places failed: they were read since."""

    def put_mark(self, mark: Mark) -> None:
        """Keep what a server said of a page."""

    def put_things(self, run: int, things: Iterable[Thing], gone: Iterable[str] = ()) -> None:
        """Lay things where they differ from those that stand, and close those that are gone."""

    def put_columns(self) -> None:
        """Keep the outlines of all deals by column, as they stand now, if those that are kept lack much."""


class Store(Protocol):
    """Where a register lives."""

    url: str

    def reader(self, as_of: int | None = None) -> AbstractContextManager[Reader]:
        """A reader of the register as it is, or as it stood after a run. Raises StoreError."""

    def writer(self) -> AbstractContextManager[Writer]:
        """The one writer at a time; others wait. Leaving the block with an error takes everything back. Raises StoreError."""

    def settle(self) -> None:
        """Let the store take stock after much was written."""

    def close(self) -> None:
        """Let go of files and connections."""
