"""Bytes loaded as a gatherer would load them."""

from typing import cast

from wektor.sources.gathering import Gatherer
from wektor.sources.raw import About, raw_of_bytes
from wektor.sources.results import Loaded, Result, SetAside


def results(gatherer: Gatherer, name: str, data: bytes | str, *, media: str | None = None, about: About | None = None) -> list[Result]:
    """All that bytes of this name hold."""
    known = data.encode("utf-8") if isinstance(data, str) else data
    return list(gatherer.load(raw_of_bytes(name, name, known, media=media, about=about)))


def only(gatherer: Gatherer, name: str, data: bytes | str, *, media: str | None = None, about: About | None = None) -> Loaded:
    """The one document that the bytes hold."""
    found = results(gatherer, name, data, media=media, about=about)
    assert [type(r) for r in found] == [Loaded], repr(found)[:300]
    return cast(Loaded, found[0])


def reason(gatherer: Gatherer, name: str, data: bytes | str) -> str:
    """Why nothing could be read."""
    found = results(gatherer, name, data)
    assert [type(r) for r in found] == [SetAside], repr(found)[:300]
    return cast(SetAside, found[0]).reason
