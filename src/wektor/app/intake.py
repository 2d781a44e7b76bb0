"""Documents read into a register: what is known is passed over, what cannot be read is set aside, batches are committed whole."""

import time
from collections.abc import Iterable, Iterator

import msgspec

from wektor import __version__
from wektor.app.keeping import Keeper
from wektor.app.moments import now
from wektor.app.pipeline import Pipeline, Reading
from wektor.app.terms import terms_of
from wektor.lexicon.loading import digest
from wektor.model import Document, InputError
from wektor.model.dates import Edtf
from wektor.model.ledger import Entry, Failure
from wektor.model.ledger import Reading as Laid
from wektor.model.register import ClaimRecord, claim_id
from wektor.sources.digests import document_digest
from wektor.sources.results import Known, Loaded, Result, SetAside
from wektor.stores import Store, Writer

BATCH, SECONDS = 50, 5.0  # a batch is committed when it holds so many documents, or after so long


class Added(msgspec.Struct):
    """What became of sources: documents and claims that are new, what was known, what could not be read. ``run`` is 0 if nothing is new."""

    run: int = 0
    documents: int = 0
    claims: int = 0
    known: int = 0
    failed: int = 0


class Intake:
    """One ``add``: reads outside the transaction, commits documents with their claims and what is derived, all or nothing."""

    def __init__(self, store: Store, keeper: Keeper, pipeline: Pipeline, words: str = "") -> None:
        self._store, self._keeper, self._pipeline, self._words = store, keeper, pipeline, words
        self._batch: list[tuple[Entry, Laid]] = []
        self._failures: list[Failure] = []
        self._since = time.monotonic()
        self.added = Added()

    def take(self, results: Iterable[Result | Document]) -> Iterator[Added]:
        """Take sources in; tells how far it is after each."""
        for result in results:
            self._take(result)
            if len(self._batch) >= BATCH or time.monotonic() - self._since > SECONDS:
                self.commit()
            yield self.added
        self.commit()
        yield self.added

    def _take(self, result: Result | Document) -> None:
        if isinstance(result, Known):
            self.added.known += 1
        elif isinstance(result, SetAside):
            self._fail(result.place, result.reason)
        else:
            self._read(entry_of(result))

    def _read(self, entry: Entry) -> None:
        with self._store.reader() as reader:
            held = bool(reader.held([entry.digest]))
        if held or any(e.digest == entry.digest for e, _ in self._batch):
            self.added.known += 1
            return
        try:
            self._batch.append((entry, lay_out(self._pipeline.read(entry.document), entry.digest)))
        except InputError as error:
            self._fail(entry.place or entry.document.id, str(error).removeprefix(f"{entry.document.id}: "))

    def _fail(self, place: str, reason: str) -> None:
        self._failures.append(Failure(place, reason))
        self.added.failed += 1

    def commit(self) -> None:
        """Write what was read so far. Raises StoreError; then nothing of it is written."""
        self._since = time.monotonic()
        if not self._batch and not self._failures:
            return
        with self._keeper.writing(self._store) as (writer, _):
            fresh = self._write(writer)
        self.added.documents += len(fresh)
        self.added.claims += sum(len(reading.records) for _, reading in fresh)
        self.added.known += len(self._batch) - len(fresh)
        self._batch, self._failures = [], []

    def _write(self, writer: Writer) -> list[tuple[Entry, Laid]]:
        held = writer.held(e.digest for e, _ in self._batch)  # another program may have been quicker
        fresh = [(e, r) for e, r in self._batch if e.digest not in held]
        run = self.added.run = self.added.run or writer.begin("add", now(), self._words)
        for entry, reading in fresh:
            writer.put_entry(run, entry)
            writer.put_reading(run, reading)
        writer.put_failures(run, self._failures)
        self._keeper.add(writer, run, [record for _, reading in fresh for record in reading.records])
        return fresh


def entry_of(source: Loaded | Document) -> Entry:
    """A document as the ledger keeps it."""
    if isinstance(source, Document):
        return Entry(digest=document_digest(source), document=source, place=source.id)
    edits = tuple((e.at, e.raw) for e in source.edits)
    return Entry(digest=source.digest, document=source.document, source=source.source, place=source.place, media=source.media,
                 author=source.author, pages=source.pages, edits=edits)  # fmt: skip


def lay_out(reading: Reading, document: str) -> Laid:
    """A reading as the ledger keeps it: claims under their ids, with the terms of their evidence."""
    about, lang = reading.document, reading.document.lang
    edtf = Edtf.parse(about.published) if about.published else None
    packs = digest(lang or "en")
    made = {claim_id(document, claim): claim for claim in reading.claims}
    records = tuple(ClaimRecord(id=id, document=document, copy_group=document, claim=claim, published=edtf.last if edtf else None,
                                publisher=about.publisher, lang=lang, engine=claim.engine, version=__version__, packs=packs)
                    for id, claim in made.items())  # fmt: skip
    terms = {id: terms_of(" ".join(e.text for e in (c.evidence, *c.more_evidence)), lang) for id, c in made.items()}
    return Laid(document=document, engine="grammar", version=__version__, packs=packs, lang=lang, records=records, terms=terms)
