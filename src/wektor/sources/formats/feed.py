"""RSS and Atom: each entry leads to its page, with what the feed says of it."""

import re
import time
from typing import Any, Final

from wektor.sources.decoding import decode
from wektor.sources.formats.html import deepest
from wektor.sources.limits import Limits, Refused
from wektor.sources.parsed import Article
from wektor.sources.raw import About, Link

_DECLARATION: Final = re.compile(rb"^\s*<\?xml[^>]{0,200}encoding=[\"']([A-Za-z0-9._-]+)[\"'][^>]*\?>")
_PROLOGUE: Final = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_ENTITIES: Final = re.compile(r"<!ENTITY", re.IGNORECASE)
_LARGEST: Final = 16 << 20
_SPARE: Final = 200
_FIRST, _LAST = 1971, 9999


def parse_feed(data: bytes, about: About, limits: Limits) -> Article:
    """The entries of a feed in its order. Raises Refused for what is none, and for one that defines entities (a bomb)."""
    import feedparser

    if len(data) > _LARGEST:
        raise Refused(f"is a feed of more than {_LARGEST >> 20} MB")
    text = _decoded(data)
    if _ENTITIES.search(text):
        raise Refused("defines XML entities: a bomb")
    if deepest(text.encode("utf-8", "replace"), limits.depth) > limits.depth:
        raise Refused(f"is nested more than {limits.depth} elements deep")
    heads = {"content-type": "application/xml; charset=utf-8", "content-location": about.url or ""}
    feed = feedparser.parse(_PROLOGUE.sub("", text, count=1).encode("utf-8"), response_headers=heads)
    if not feed.version:
        raise Refused("is no RSS or Atom feed")
    publisher = feed.feed.get("title")
    links = (_link(entry, publisher, about, n) for n, entry in enumerate(feed.entries[: limits.links], 1))
    return Article(text="", links=tuple(links))


def _decoded(data: bytes) -> str:
    declared = _DECLARATION.match(data)
    if declared:
        try:
            return data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    text = decode(data)
    if text is None:
        raise Refused("is no text")
    return text


def _link(entry: Any, publisher: str | None, about: About, number: int) -> Link:
    known = About(
        title=entry.get("title") or None, published=_day(entry.get("published_parsed") or entry.get("updated_parsed")),
        publisher=(entry.get("source") or {}).get("title") or publisher or about.publisher, author=entry.get("author") or None,
    )  # fmt: skip
    contents = [c.get("value") or "" for c in entry.get("content") or []] + [entry.get("summary") or ""]
    spare = max(contents, key=len)
    return Link(
        place=f"#{number}", url=entry.get("link") or "", about=known, stamp=entry.get("updated") or entry.get("published"),
        spare=spare if len(spare) >= _SPARE else None,
    )  # fmt: skip


def _day(parsed: time.struct_time | None) -> str | None:
    """The day of a stamp; None for a year in which there was no web (a stamp of nought, a slip of the pen)."""
    if not parsed or not _FIRST <= parsed.tm_year <= _LAST:
        return None
    return f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}"
