"""How entries lie in columns: JSON for what is only ever read whole."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import msgspec

from wektor.model.dates import Edtf
from wektor.model.documents import Document
from wektor.model.exchange import decode_claim
from wektor.model.ledger import Entry
from wektor.model.outlines import Detail, Label, Outline
from wektor.model.register import Anchor, ClaimRecord, Judgement

_PAGES = msgspec.json.Decoder(tuple[int, ...])
_EDITS = msgspec.json.Decoder(tuple[tuple[int, int], ...])
_PAYLOAD = msgspec.json.Decoder(dict[str, object])
_OUTLINES = msgspec.json.Decoder(list[Outline])
_DETAILS = msgspec.json.Decoder(list[Detail])
_LABELS = msgspec.json.Decoder(list[Label])
_ANCHORS = msgspec.json.Decoder(dict[str, Anchor])


def encode(value: object) -> str:
    """JSON as text."""
    return msgspec.json.encode(value).decode()


def entry_row(entry: Entry, run: int) -> dict[str, Any]:
    """The columns of a document."""
    d = entry.document
    return {"digest": entry.digest, "name": d.id, "url": d.url, "title": d.title, "published": d.published, "publisher": d.publisher,
            "lang": d.lang, "source": entry.source, "place": entry.place, "media": entry.media, "author": entry.author,
            "pages": encode(entry.pages), "edits": encode(entry.edits), "run": run, "text": d.text}  # fmt: skip


def make_entry(row: Any) -> Entry:
    """The document of a row; without its text where that was not asked for."""
    document = Document(id=row.name, text=getattr(row, "text", ""), title=row.title, published=row.published, lang=row.lang, url=row.url,
                        publisher=row.publisher)  # fmt: skip
    return Entry(digest=row.digest, document=document, source=row.source, place=row.place, media=row.media, author=row.author,
                 pages=_PAGES.decode(row.pages), edits=_EDITS.decode(row.edits), run=row.run)  # fmt: skip


def make_record(row: Any, group: str) -> ClaimRecord:
    """The claim of a row that joins claims, readings and documents."""
    return ClaimRecord(id=row.id, document=row.document, copy_group=group, claim=decode_claim(row.body), published=_day(row.published),
                       publisher=row.publisher, lang=row.lang, engine=row.engine, version=row.version, packs=row.packs, origin=row.origin)  # fmt: skip


@lru_cache(maxsize=4096)
def _day(published: str | None) -> str | None:
    """The ISO day of publication; of a document that gives a month or a year its last."""
    edtf = Edtf.parse(published) if published else None
    return edtf.last if edtf else None


def judgement_row(judgement: Judgement) -> dict[str, Any]:
    """The columns of a judgement."""
    row = {name: getattr(judgement, name) for name in ("id", "verb", "target", "by", "at", "why")}
    return row | {"payload": encode(judgement.payload), "anchors": encode(judgement.anchors)}


def make_judgement(row: Any) -> Judgement:
    """The judgement of a row that joins its undoing."""
    return Judgement(id=row.id, verb=row.verb, target=row.target, by=row.by, at=row.at, why=row.why, payload=_PAYLOAD.decode(row.payload),
                     anchors=_ANCHORS.decode(row.anchors), undone_by=row.undone_by)  # fmt: skip


def make_outlines(bodies: Iterable[str | bytes]) -> list[Outline]:
    """Outlines, read at one go."""
    return _OUTLINES.decode(_listed(bodies))


def make_details(bodies: Iterable[str | bytes]) -> list[Detail]:
    """What belongs to outlines besides, read at one go."""
    return _DETAILS.decode(_listed(bodies))


def _listed(bodies: Iterable[str | bytes]) -> bytes:
    return b"[%b]" % b",".join([b if isinstance(b, bytes) else b.encode() for b in bodies])


def make_labels(bodies: str | None) -> list[Label]:
    """Labels, parted by commas."""
    return _LABELS.decode(f"[{bodies or ''}]")
