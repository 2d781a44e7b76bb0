"""Web archives: the documents among the records of a WARC file, and the WARC files in a WACZ archive."""

from collections.abc import Iterator
from typing import Any, Final

from wektor.sources.limits import Limits, Refused
from wektor.sources.media import suffix
from wektor.sources.packing import members
from wektor.sources.raw import About, Raw, raw_of_bytes
from wektor.sources.results import SetAside

_OTHER: Final = ("image/", "audio/", "video/", "font/", "text/css", "text/javascript", "application/javascript",
                 "application/x-javascript", "application/font", "application/json", "application/ld+json",
                 "text/dns", "application/warc-fields")  # fmt: skip


def warc_pages(raw: Raw, limits: Limits) -> Iterator[Raw | SetAside]:
    """The documents that a WARC file holds; pictures, styles and scripts are passed over, as are redirects."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    with raw.open() as stream:
        found = 0
        for record in ArchiveIterator(stream, record_types=wanted, parse_http=True, auto_decode="all", strict_mode=False):
            found += 1
            page = _page(raw, record, limits)
            if page is not None:
                yield page
    if not found:
        raise Refused("is a web archive without pages, or a broken one")


def _page(raw: Raw, record: Any, limits: Limits) -> Raw | SetAside | None:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    place = f"{raw.place}!{url or record.record_id}"
    media = (record.http_content_type if record.is_http_parsed else record.headers.get("Content-Type")) or ""
    status = record.http_headers.status_code if record.is_http_parsed else 200
    if media.startswith(_OTHER) or (status and 300 <= status < 400):
        return None
    if status and status >= 400:
        return SetAside(place, f"the archived server answered {status}")
    data = record.reader.read(limits.document + 1)
    if len(data) > limits.document:
        return SetAside(place, f"is larger than {limits.document >> 20} MB")
    charset = record.http_charset if record.is_http_parsed else None
    web = url if url.startswith(("http://", "https://")) else None
    return raw_of_bytes(place, url.partition("?")[0], data, media=media.partition(";")[0],
                        about=About(url=web, charset=charset), nesting=raw.nesting + 1)  # fmt: skip


def wacz_pages(raw: Raw, limits: Limits) -> Iterator[Raw | SetAside]:
    """The WARC files of a WACZ archive."""
    yield from members(raw, limits, lambda name: name.startswith("archive/") and ".warc" in name and suffix(name) in (".gz", ".warc"))
