"""The loaders, by media type: one protocol, whatever the format. A loader of one document runs its parser behind the
guard; a loader of many yields what it holds, which is loaded in turn."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, Protocol

import msgspec

from wektor.model import Document
from wektor.sources.digests import document_digest, source_digest
from wektor.sources.guard import Guard
from wektor.sources.limits import Limits, Refused
from wektor.sources.parsed import Article
from wektor.sources.raw import About, Link, Raw
from wektor.sources.results import Known, Loaded, Result, SetAside

if TYPE_CHECKING:
    from wektor.sources.formats.webarchive import Record

Found = Result | Raw | Link


@dataclass(frozen=True, slots=True)
class Context:
    """What loaders share: the bounds, the guard, and whether bytes of this digest are known already."""

    limits: Limits
    guard: Guard
    known: Callable[[str], bool]


class Loader(Protocol):
    """Loads one kind of source. Raises Refused where it can make nothing of it."""

    def __call__(self, raw: Raw, media: str, context: Context) -> Iterator[Found]:
        """Documents, what was set aside, and what is to be loaded in turn before the next is asked for."""


@dataclass(frozen=True, slots=True)
class OneDocument:
    """The loader of formats that hold one document; ``parser`` is a ``module:function`` of ``formats``."""

    parser: str
    guarded: bool = True

    def __call__(self, raw: Raw, media: str, context: Context) -> Iterator[Found]:
        """What the document carries first, itself last, so that one that is known has been read with all its parts."""
        data = raw.read(context.limits)
        source = source_digest(data, media, raw.about.url)
        if context.known(source):
            yield Known(raw.place)
            return
        article = self._parse(data, raw, context)
        for name, reason in article.refused:
            yield SetAside(f"{raw.place}!{name}", reason)
        for part in article.parts:
            yield raw.inside(part.name, partial(BytesIO, part.data), media=part.media)
        for link in article.links:
            yield msgspec.structs.replace(link, place=raw.place + link.place)
        if article.text.strip():
            yield load_article(article, raw, media, source)

    def _parse(self, data: bytes, raw: Raw, context: Context) -> Article:
        if self.guarded:
            return context.guard.parse(self.parser, data, raw.about)
        from wektor.sources.worker import find_parser

        return find_parser(self.parser)(data, raw.about, context.limits)


def load_article(article: Article, raw: Raw, media: str, source: str) -> Loaded:
    """A parsed article as a document, with what its surroundings say of it."""
    about = raw.about
    document = Document(
        id="", text=article.text, title=about.title or article.title, published=about.published or article.published,
        lang=article.lang, url=about.url or article.url, publisher=article.publisher or about.publisher,
    )  # fmt: skip
    return Loaded(
        document=named(document, raw.name), digest=document_digest(document), source=source, place=raw.place, media=media,
        author=article.author or about.author, pages=article.pages, edits=article.edits,
    )  # fmt: skip


def named(document: Document, name: str) -> Document:
    """The document with an id that a person can tell: the file's stem and the beginning of its digest."""
    stem = PurePosixPath(name.replace("\\", "/").rstrip("/")).stem or "document"
    return msgspec.structs.replace(document, id=f"{stem[:80]}-{document_digest(document)[:8]}")


def _load_records(raw: Raw, media: str, context: Context) -> Iterator[Found]:
    from wektor.sources.formats.records import csv_records, json_records, json_values

    readers = {"text/csv": csv_records, "application/json": json_values}
    for row in readers.get(media, json_records)(raw, context.limits):
        if isinstance(row, SetAside):
            yield row
            continue
        place, data, record = row
        source = source_digest(data, media)
        fields = {name: getattr(record, name) for name in Document.__struct_fields__}
        document = Document(**fields) if record.id else named(Document(**fields), raw.name)
        yield Known(place) if context.known(source) else Loaded(
            document=document, digest=document_digest(document), source=source, place=place, media=media, author=record.author
        )


def _load_mbox(raw: Raw, media: str, context: Context) -> Iterator[Found]:
    from wektor.sources.formats.mail import letters

    yield from letters(raw, context.limits)


def _load_packed(raw: Raw, media: str, context: Context) -> Iterator[Found]:
    from wektor.sources.packing import unpack

    yield from unpack(raw, media, context.limits)


def _load_zip(raw: Raw, media: str, context: Context) -> Iterator[Found]:
    from wektor.sources.media import SUFFIXES
    from wektor.sources.packing import members, names_in

    names = names_in(raw, context.limits)
    if "word/document.xml" in names:
        yield from LOADERS[SUFFIXES[".docx"]](raw, SUFFIXES[".docx"], context)
    elif "datapackage.json" in names and any(name.startswith("archive/") for name in names):
        yield from _load_wacz(raw, media, context)
    elif "[Content_Types].xml" in names or "META-INF/manifest.xml" in names or "mimetype" in names:
        raise Refused("is an office document or book of a kind that is not read; save it as DOCX or PDF")
    else:
        yield from members(raw, context.limits)


def _load_warc(raw: Raw, media: str, context: Context) -> Iterator[Found]:
    from wektor.sources.formats.webarchive import warc_records

    for record in warc_records(raw, context.limits):
        yield from [record] if isinstance(record, SetAside) else _load_record(raw, record, context)


def _load_record(raw: Raw, record: "Record", context: Context) -> Iterator[Raw | SetAside]:
    place = f"{raw.place}!{record.url}"
    try:
        article = context.guard.parse(_FORMATS + "webarchive:parse_record", record.data, About())
    except Refused as refusal:
        yield SetAside(place, str(refusal))
        return
    for part in article.parts:
        raw.budget.unpacked(len(part.data), context.limits)
        about = About(url=article.url, charset=part.charset)
        yield raw.inside(part.name, partial(BytesIO, part.data), place=place, media=part.media, about=about)


def _load_wacz(raw: Raw, media: str, context: Context) -> Iterator[Found]:
    from wektor.sources.formats.webarchive import wacz_pages

    yield from wacz_pages(raw, context.limits)


def _load_feeds(raw: Raw, media: str, context: Context) -> Iterator[Found]:
    from wektor.sources.opml import read_opml

    for found in read_opml(raw.read(context.limits), raw.place, context.limits):
        if isinstance(found, SetAside):
            yield found
            continue
        yield Link(place=f"{raw.place}!{found.url}", url=found.url, about=About(), listed=True)


_FORMATS = "wektor.sources.formats."
LOADERS: Final[Mapping[str, Loader]] = {
    "text/plain": OneDocument(_FORMATS + "text:parse_text", guarded=False),
    "text/html": OneDocument(_FORMATS + "html:parse_html"),
    "application/pdf": OneDocument(_FORMATS + "pdf:parse_pdf"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": OneDocument(_FORMATS + "docx:parse_docx"),
    "message/rfc822": OneDocument(_FORMATS + "mail:parse_letter"),
    "application/rss+xml": OneDocument(_FORMATS + "feed:parse_feed"),
    "application/mbox": _load_mbox,
    "application/json": _load_records,
    "application/jsonl": _load_records,
    "text/csv": _load_records,
    "application/zip": _load_zip,
    "application/gzip": _load_packed,
    "application/x-bzip2": _load_packed,
    "application/x-xz": _load_packed,
    "application/zstd": _load_packed,
    "application/warc": _load_warc,
    "application/wacz": _load_wacz,
    "text/x-opml": _load_feeds,
}


def find_loader(media: str) -> Loader | None:
    """The loader of a media type; None where it is not read."""
    return LOADERS.get(media)
