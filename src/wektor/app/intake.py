"""Documents read into a register: what is known is passed over, what cannot be read is set aside, batches are committed whole."""

import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal

import msgspec

from wektor import __version__
from wektor.app.copying import Sketched, join_copies, sketch_document
from wektor.app.costing import forecast_lines, left_over
from wektor.app.keeping import Keeper
from wektor.app.moments import now
from wektor.app.pages import Pages
from wektor.app.pipeline import Pipeline, Reading
from wektor.app.terms import terms_of
from wektor.engines.protocol import Halting
from wektor.lexicon.loading import digest
from wektor.model import Document, InputError, StoppedError
from wektor.model.dates import Edtf
from wektor.model.ledger import Entry, Failure, Mark
from wektor.model.ledger import Reading as Laid
from wektor.model.register import ClaimRecord, claim_id
from wektor.sources.digests import document_digest
from wektor.sources.results import Known, Loaded, Result, SetAside
from wektor.stores import Store, Writer

BATCH, SECONDS = 50, 5.0  # a batch is committed when it holds so many documents, or after so long


class Added(msgspec.Struct):
    """What became of sources: documents and claims that are new (of which some were read in part), documents that were
    completed, what was known, what could not be read. ``run`` is 0 if nothing is new."""

    run: int = 0
    documents: int = 0
    claims: int = 0
    partly: int = 0
    completed: int = 0
    known: int = 0
    failed: int = 0


class Fresh(msgspec.Struct, frozen=True):
    """A document that was read and is not yet committed; ``again`` if an earlier run read it in part."""

    entry: Entry
    reading: Laid
    sketched: Sketched
    again: bool = False


class Intake:
    """One ``add``: reads outside the transaction, commits documents with their claims and what is derived, all or nothing."""

    def __init__(self, store: Store, keeper: Keeper, pipeline: Pipeline, words: str = "", pages: Pages | None = None, anew: bool = False) -> None:
        self._store, self._keeper, self._pipeline, self._words, self._anew = store, keeper, pipeline, words, anew
        self._pages = pages or Pages(store)
        self._batch: dict[str, Fresh] = {}
        self._failures: list[Failure] = []
        self._sources: dict[str, str] = {}
        self._settled: set[str] = set()
        self._unread: set[str] = set()  # places whose texts are here, but were not read whole
        self._stopped_at: Document | None = None
        self._since = time.monotonic()
        with store.reader() as reader:
            self._failed = {f.place: f.reason for f in reader.failures(limit=None)}
        self.added = Added()

    def take(self, results: Iterable[Result | Document]) -> Iterator[Added]:
        """Take sources in; tells how far it is after each. Stopped by a person or by the engine, it commits what it has read."""
        coming = self._pipeline.ahead(results, self.coming)
        try:
            for result in coming:
                self._take(result)
                if len(self._batch) >= BATCH or time.monotonic() - self._since > SECONDS:
                    self.commit()
                yield self.added
        except KeyboardInterrupt:
            self.commit()
            raise
        except StoppedError as stopped:
            self.commit()
            raise StoppedError(f"{stopped}; {self._left(coming)}: add again to go on") from None
        self.commit()
        yield self.added

    def _left(self, coming: Iterable[Result | Document]) -> str:
        waiting = chain([self._stopped_at], map(self.coming, coming))
        return left_over(self._pipeline.engine, (document for document in waiting if document is not None))

    def _take(self, result: Result | Document) -> None:
        if isinstance(result, Known):
            self._know(result.place)
        elif isinstance(result, SetAside):
            self._fail(result.place, result.reason)
        else:
            self._read(entry_of(result))

    def coming(self, result: Result | Document) -> Document | None:
        """The document that will have to be read, if the result is one."""
        if isinstance(result, Known | SetAside):
            return None
        entry = entry_of(result)
        return entry.document if self._standing(entry) != "known" else None

    def _standing(self, entry: Entry) -> Literal["new", "unfinished", "known"]:
        """Whether the register holds the document, and has it whole; what is to be read anew counts as unfinished."""
        with self._store.reader() as reader:
            held = bool(reader.held([entry.digest]))
        if held and (self._anew or (entry.place in self._failed and isinstance(self._pipeline.engine, Halting))):
            return "unfinished"
        return "known" if held else "new"

    def _read(self, entry: Entry) -> None:
        standing = self._standing(entry)
        if standing == "known" or entry.digest in self._batch:
            self._sources |= {entry.source: entry.digest} if entry.source else {}
            self._know(entry.place)
            return
        place = entry.place or entry.document.id
        try:
            reading = self._pipeline.read(entry.document)
        except StoppedError:
            self._stopped_at = entry.document
            raise
        except InputError as error:
            self._fail(place, str(error).removeprefix(f"{entry.document.id}: "))
        except Exception as error:  # a text that the engine stumbles over must not stop a thousand others
            self._fail(place, f"could not be understood ({type(error).__name__}); please report it")
        else:
            self._keep(entry, reading, standing == "unfinished")

    def _keep(self, entry: Entry, reading: Reading, again: bool) -> None:
        """Take a reading into the batch; a text that was not read whole stays among what failed, so that adding again reads the rest."""
        place, gaps = entry.place or entry.document.id, "; ".join(reading.gaps())
        if reading.state == "failed":
            self._unread.add(place)
            self._fail(place, f"not read: {gaps}")
            return
        if reading.state == "partly":
            entry, reason = msgspec.structs.replace(entry, source=""), f"read in part, but for {gaps}"  # its bytes are not done with
            self._unread.add(place)
            self.added.partly += 1
            if again and self._failed.get(place) == reason:
                return
            self._settled.discard(place)
            self._failures.append(Failure(place, reason))
        else:
            self._settle(place)
            self._sources |= {entry.source: entry.digest} if entry.source and again else {}
        laid = lay_out(reading, entry.digest, self._pipeline.engine.name)
        self._batch[entry.digest] = Fresh(entry, laid, sketch_document(entry.digest, entry.document.text), again)

    def _know(self, place: str) -> None:
        self.added.known += 1
        self._settle(place)

    def _settle(self, place: str) -> None:
        """What failed before and is read now has failed no longer."""
        if place in self._failed:
            del self._failed[place]
            self._settled.add(place)

    def _fail(self, place: str, reason: str) -> None:
        self._settled.discard(place)
        self._failures.append(Failure(place, reason))
        self.added.failed += 1

    def commit(self) -> None:
        """Write what was read so far. Raises StoreError; then nothing of it is written."""
        self._since = time.monotonic()
        marks = [mark for mark in self._pages.take() if mark.url not in self._unread]  # else the page would not be sent again
        for mark in marks:
            self._settle(mark.url)
        if not (self._batch or self._failures or marks or self._sources or self._settled):
            return
        with self._keeper.writing(self._store) as (writer, _):
            fresh = self._write(writer)
            self._remember(writer, marks)
        self.added.documents += sum(not each.again for each in fresh)
        self.added.completed += sum(each.again for each in fresh)
        self.added.claims += sum(len(each.reading.records) for each in fresh)
        self.added.known += len(self._batch) - len(fresh)
        self._failed |= {failure.place: failure.reason for failure in self._failures}
        self._batch, self._failures, self._sources, self._settled = {}, [], {}, set()

    def _write(self, writer: Writer) -> list[Fresh]:
        held = writer.held(self._batch)  # another program may have been quicker
        fresh = [each for digest, each in self._batch.items() if each.again or digest not in held]
        if fresh or self._failures:
            run = self.added.run = self.added.run or writer.begin("add", now(), self._words)
            writer.put_entries(run, [each.entry for each in fresh if not each.again])
            writer.put_readings(run, [each.reading for each in fresh])
            writer.put_failures(run, self._failures)
            self._derive(writer, run, fresh)
        return fresh

    def _derive(self, writer: Writer, run: int, fresh: Sequence[Fresh]) -> None:
        groups = join_copies(writer, run, (each.sketched for each in fresh if not each.again))
        standing = groups | {each.entry.digest: writer.group_of(each.entry.digest) for each in fresh if each.again}
        records = [msgspec.structs.replace(record, copy_group=standing.get(record.document, record.document))
                   for each in fresh for record in each.reading.records]  # fmt: skip
        silent = [each.entry.digest for each in fresh if each.again and not each.reading.records]
        self._keeper.add(writer, run, records, silent)
        if older := {document: group for document, group in groups.items() if document not in self._batch}:
            self._keeper.regroup(writer, run, older)

    def _remember(self, writer: Writer, marks: Iterable[Mark]) -> None:
        writer.put_sources(self._sources)
        for mark in marks:
            writer.put_mark(mark)
        writer.settle_failures(self._settled)


def forecast_adding(store: Store, keeper: Keeper, pipeline: Pipeline, sources: Iterable[Result | Document], anew: bool = False) -> Iterator[str]:
    """What adding would cost, in lines: what the register holds costs nothing, unless it is to be read anew."""
    intake = Intake(store, keeper, pipeline, anew=anew)
    coming = (document for source in sources if (document := intake.coming(source)) is not None)
    yield from forecast_lines(pipeline.engine, coming, each=False)


def entry_of(source: Loaded | Document) -> Entry:
    """A document as the ledger keeps it."""
    if isinstance(source, Document):
        return Entry(digest=document_digest(source), document=source, place=source.id)
    edits = tuple((e.at, e.raw) for e in source.edits)
    return Entry(digest=source.digest, document=source.document, source=source.source, place=source.place, media=source.media,
                 author=source.author, pages=source.pages, edits=edits)  # fmt: skip


def lay_out(reading: Reading, document: str, engine: str = "grammar") -> Laid:
    """A reading as the ledger keeps it: claims under their ids, with the terms of their evidence."""
    about, lang = reading.document, reading.document.lang
    edtf = Edtf.parse(about.published) if about.published else None
    packs = digest(lang or "en")
    made = {claim_id(document, claim): claim for claim in reading.claims}
    records = tuple(ClaimRecord(id=id, document=document, copy_group=document, claim=claim, published=edtf.last if edtf else None,
                                publisher=about.publisher, lang=lang, engine=claim.engine, version=__version__, packs=packs)
                    for id, claim in made.items())  # fmt: skip
    terms = {id: terms_of(" ".join(e.text for e in (c.evidence, *c.more_evidence)), lang) for id, c in made.items()}
    return Laid(document=document, engine=engine, version=__version__, packs=packs, lang=lang, records=records, terms=terms)
