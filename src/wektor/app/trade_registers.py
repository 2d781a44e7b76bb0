"""Trade registers: taken into a register of deals as a source of their own, or laid beside it."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from wektor import __version__
from wektor.app.intake import Added
from wektor.app.keeping import Keeper
from wektor.app.moments import now
from wektor.app.terms import terms_of
from wektor.engines.trade_register import TradeRegisterEngine
from wektor.grounding import ground
from wektor.lexicon.loading import digest
from wektor.model import Claim, Document, InputError
from wektor.model.ledger import Entry, Failure, Reading
from wektor.model.register import ClaimRecord, View, claim_id
from wektor.resolve import load_knowledge
from wektor.resolve.collation import Comparison, collate, lines_of
from wektor.sources.decoding import decode
from wektor.sources.digests import document_digest
from wektor.sources.formats.trade_register import register_rows
from wektor.sources.results import SetAside
from wektor.stores import Store, Writer

ORIGIN, MEDIA = "register", "text/csv"
_LARGEST = 256 << 20


class Row(msgspec.Struct, frozen=True):
    """A row of a register: its document, the document's digest, and the claims that it makes."""

    document: Document
    digest: str
    records: tuple[ClaimRecord, ...]


def read_register(path: Path) -> tuple[list[Row], list[SetAside]]:
    """The rows of a register's CSV, and those that say too little. Raises InputError where it is none."""
    rows: dict[str, Row] = {}
    aside: list[SetAside] = []
    engine = TradeRegisterEngine()
    for found in register_rows(_text(path), path.name):
        if isinstance(found, SetAside):
            aside.append(found)
            continue
        row = _row(found, engine)
        rows.setdefault(row.digest, row)
    return list(rows.values()), aside


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(f"{path}: is larger than {_LARGEST >> 20} MB; cut it into parts")
        text = decode(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}; name a trade register's CSV") from None
    if text is None:
        raise InputError(f"{path}: is no text; name a trade register's CSV")
    return text


def _row(document: Document, engine: TradeRegisterEngine) -> Row:
    ident, packs = document_digest(document), digest("en")
    claims = [c for draft in engine.draft(document) if isinstance(c := ground(draft, document, engine), Claim)]
    made = {claim_id(ident, claim): claim for claim in claims}
    records = tuple(ClaimRecord(id=id, document=ident, copy_group=group_of(document.publisher), claim=claim, publisher=document.publisher, lang="en",
                                engine=engine.name, version=__version__, packs=packs, origin=ORIGIN) for id, claim in made.items())  # fmt: skip
    return Row(document, ident, records)


def group_of(publisher: str | None) -> str:
    """The rows of one register are one source: they bear each other out no more than copies do."""
    return hashlib.sha256(f"trade register {publisher}".encode()).hexdigest()


def import_register(store: Store, keeper: Keeper, path: Path) -> Added:
    """Take a register's rows in, all or nothing; rows that are known are passed over. Raises InputError, StoreError."""
    rows, aside = read_register(path)
    added = Added(failed=len(aside))
    with keeper.writing(store) as (writer, kept):
        held = writer.held(row.digest for row in rows)
        fresh = [row for row in rows if row.digest not in held]
        added.known, added.documents, added.claims = len(held), len(fresh), sum(len(row.records) for row in fresh)
        added.run = writer.begin("import", now(), path.name)
        _write(writer, added.run, fresh, aside)
        kept.add(writer, added.run, [record for row in fresh for record in row.records])
    return added


def _write(writer: Writer, run: int, rows: Sequence[Row], aside: Iterable[SetAside]) -> None:
    for row in rows:
        writer.put_entry(run, Entry(digest=row.digest, document=row.document, place=row.document.id, media=MEDIA))
        terms = {r.id: terms_of(r.claim.evidence.text, "en") for r in row.records}
        writer.put_reading(run, Reading(document=row.digest, engine=TradeRegisterEngine.name, version=__version__, packs=digest("en"), lang="en",
                                        records=row.records, terms=terms))  # fmt: skip
    writer.put_groups(run, {row.digest: group_of(row.document.publisher) for row in rows})
    writer.put_failures(run, [Failure(a.place, a.reason) for a in aside])


def compare_register(view: View, path: Path, states: Iterable[str] = ()) -> list[Comparison]:
    """A view's deals, as the press tells of them, beside the rows of a register, of some states or of all."""
    rows, _ = read_register(path)
    wanted = set(states)
    lines = [x for x in lines_of(r for row in rows for r in row.records) if not wanted or wanted & (x.givers | x.takers)]
    places = {row.digest: row.document.id for row in rows}
    origins = {ident: record.origin for ident, record in view.claims.items()}
    found = collate(view.deals.values(), lines, load_knowledge(), origins)
    return [msgspec.structs.replace(c, row=places[c.row]) if c.row else c for c in found]
