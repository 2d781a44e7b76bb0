"""OPML: the list of feeds that a reader follows."""

import io
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

import msgspec

from wektor.sources.limits import Limits, Refused
from wektor.sources.results import SetAside


class Feed(msgspec.Struct, frozen=True):
    """A feed to follow: its address, and its name where the list gives one."""

    url: str
    title: str | None = None


def read_opml(data: bytes, place: str, limits: Limits) -> Iterator[Feed | SetAside]:
    """The feeds of a list, each once, in its order; an outline whose address is none is set aside.

    Raises Refused for what is no OPML, nested too deep, or defines entities.
    """
    from defusedxml import DefusedXmlException

    try:
        yield from _feeds(data, place, limits)
    except ParseError as error:
        raise Refused(f"is no OPML: {error}") from None
    except DefusedXmlException:
        raise Refused("defines XML entities: a bomb") from None


def _feeds(data: bytes, place: str, limits: Limits) -> Iterator[Feed | SetAside]:
    seen: set[str] = set()
    for element in _outlines(data, limits):
        url = (element.get("xmlUrl") or "").strip()
        if not url or url in seen:
            continue
        seen.add(url)
        if url.startswith(("http://", "https://")):
            yield Feed(url, element.get("title") or element.get("text"))
        else:
            yield SetAside(f"{place}!{url}", "is no http or https address")


def _outlines(data: bytes, limits: Limits) -> Iterator[Any]:
    from defusedxml.ElementTree import iterparse

    depth = 0
    for event, element in iterparse(io.BytesIO(data), ("start", "end"), forbid_dtd=True):
        depth += 1 if event == "start" else -1
        if depth > limits.depth:
            raise Refused(f"is nested more than {limits.depth} elements deep")
        if event == "start" and element.tag == "outline":
            yield element
        elif event == "end":
            element.clear()
