"""Web archives: the pages among the records of a WARC file, and the WARC files in a WACZ archive.

Records are cut here by the lengths that they state, and each is then parsed behind the guard: fastwarc takes answers of
servers apart well, but a broken record makes it panic, which ends its process.
"""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final

import msgspec

from wektor.sources.limits import Limits, Refused
from wektor.sources.media import suffix
from wektor.sources.packing import members
from wektor.sources.parsed import Article, Part
from wektor.sources.raw import About, Raw
from wektor.sources.results import SetAside

_OTHER: Final = (b"image/", b"audio/", b"video/", b"font/", b"text/css", b"text/javascript", b"application/javascript",
                 b"application/x-javascript", b"application/font", b"application/ld+json", b"text/dns",
                 b"application/warc-fields")  # fmt: skip
_WANTED: Final = frozenset((b"response", b"resource", b"conversion"))
_FIELD: Final = re.compile(rb"^([A-Za-z-]+):[ \t]*(.*?)\s*$")
_TYPE: Final = re.compile(rb"^content-type:[ \t]*([^\s;]+)", re.IGNORECASE | re.MULTILINE)
_END: Final = re.compile(rb"\r?\n\r?\n")
_LINE: Final = 1 << 16
_HEAD_LINES: Final = 200


class Record(msgspec.Struct, frozen=True):
    """A record of a web archive that may be a page: the address that it was fetched from, and all of its bytes."""

    url: str
    data: bytes


def warc_records(raw: Raw, limits: Limits) -> Iterator[Record | SetAside]:
    """The records that may be pages; pictures, styles and scripts are passed over. Raises Refused for no web archive."""
    with raw.open() as stream:
        found = 0
        while line := stream.readline(_LINE):
            if line.startswith(b"WARC/"):
                found += 1
                yield from _record(raw.place, line, stream, limits)
    if not found:
        raise Refused("is a web archive without pages, or a broken one")


def _record(place: str, version: bytes, stream: BinaryIO, limits: Limits) -> Iterator[Record | SetAside]:
    head = [version]
    while len(head) < _HEAD_LINES and (line := stream.readline(_LINE)).strip():
        head.append(line)
    fields = {m.group(1).lower(): m.group(2) for m in map(_FIELD.match, head[1:]) if m}
    url = fields.get(b"warc-target-uri", b"").strip(b"<>").decode("utf-8", "replace")
    stated = fields.get(b"content-length", b"")
    length = int(stated) if stated.isdigit() and len(stated) < 16 else 0
    wanted = fields.get(b"warc-type") in _WANTED and not fields.get(b"content-type", b"").startswith(_OTHER)
    if not wanted or length > limits.document:
        _skip(stream, length)
        if wanted:
            yield SetAside(f"{place}!{url}", f"is larger than {limits.document >> 20} MB")
        return
    body = stream.read(length)
    if len(body) < length:
        yield SetAside(f"{place}!{url}", "ends in the middle")
    elif not _is_other(fields, body):
        yield Record(url, b"".join(head) + b"\r\n" + body + b"\r\n\r\n")


def _skip(stream: BinaryIO, length: int) -> None:
    while length > 0 and (data := stream.read(min(length, 1 << 20))):
        length -= len(data)


def _is_other(fields: Mapping[bytes, bytes], body: bytes) -> bool:
    """Whether a server's answer says that it is a picture, a style or a script."""
    if not fields.get(b"content-type", b"").startswith(b"application/http"):
        return False
    end = _END.search(body, 0, _LINE)
    declared = _TYPE.search(body, 0, end.start() if end else _LINE)
    return bool(declared) and declared.group(1).lower().startswith(_OTHER)  # type: ignore[union-attr]


def parse_record(data: bytes, about: About, limits: Limits) -> Article:
    """One record's page as a part, unpacked, and its address; no part for a redirect. Raises Refused for a failed fetch."""
    from fastwarc.warc import ArchiveIterator

    for record in ArchiveIterator(io.BytesIO(data), parse_http=True, auto_decode="all", strict_mode=False):
        return _article(record, limits)
    raise Refused("is a broken record")


def _article(record: Any, limits: Limits) -> Article:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    media = (record.http_content_type if record.is_http_parsed else record.headers.get("Content-Type")) or ""
    status = record.http_headers.status_code if record.is_http_parsed else 200
    if status and status >= 400:
        raise Refused(f"the archived server answered {status}")
    if status and 300 <= status < 400:
        return Article(text="")
    body = record.reader.read(limits.document + 1)
    if len(body) > limits.document:
        raise Refused(f"is larger than {limits.document >> 20} MB")
    charset = record.http_charset if record.is_http_parsed else None
    part = Part(url.partition("?")[0], media.partition(";")[0].strip(), body, charset)
    return Article(text="", url=url if url.startswith(("http://", "https://")) else None, parts=(part,))


def wacz_pages(raw: Raw, limits: Limits) -> Iterator[Raw | SetAside]:
    """The WARC files of a WACZ archive."""
    yield from members(raw, limits, lambda name: name.startswith("archive/") and ".warc" in name and suffix(name) in (".gz", ".warc"))
