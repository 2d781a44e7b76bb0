"""Something that may hold documents: where it stands, how it is opened, and what is known of it from around it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from io import BufferedReader, BytesIO, RawIOBase
from typing import Any, BinaryIO

import msgspec

from wektor.sources.budget import Budget
from wektor.sources.limits import Limits, Refused
from wektor.sources.media import HEAD


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What the surroundings say of a document: a feed of its pages, a server of its page.

    For title and day these words win, for the rest the document's own.
    """

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    charset: str | None = None


def legible(name: str) -> str:
    """A file's name with a sign for every byte that is no letter: it is printed and stored."""
    return name if name.isascii() else name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """Bytes to load. ``name`` bears the suffix; ``media`` is the type as declared by a server or a letter, if any.

    ``nesting`` counts what it stands in, ``hops`` the links that led to it (two for a feed's entry). ``peek`` gives the beginning of a stream that
    can be opened only once.
    """

    place: str
    name: str
    open: Callable[[], BinaryIO]
    media: str | None = None
    about: About = field(default_factory=About)
    nesting: int = 0
    hops: int = 0
    budget: Budget = field(default_factory=Budget)
    peek: Callable[[], bytes] | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "place", legible(self.place))
        object.__setattr__(self, "name", legible(self.name))

    def read(self, limits: Limits) -> bytes:
        """All bytes. Raises Refused where there are more than one document may have."""
        with self.open() as stream:
            data = stream.read(limits.document + 1)
        if len(data) > limits.document:
            raise Refused(f"is larger than {limits.document >> 20} MB")
        return data

    def head(self, size: int) -> bytes:
        """The first bytes, without using them up."""
        if self.peek is not None:
            return self.peek()[:size]
        with self.open() as stream:
            return stream.read(size)

    def inside(self, name: str, open: Callable[[], BinaryIO], *, place: str | None = None, media: str | None = None,
               about: About | None = None) -> "Raw":  # fmt: skip
        """Something in this one, a level deeper, at ``place`` (else this one's, ``!`` and its name)."""
        place = f"{self.place}!{name}" if place is None else place
        return replace(self, place=place, name=name, open=open, media=media, about=about or About(),
                       nesting=self.nesting + 1, peek=None)  # fmt: skip

    def held(self, data: bytes) -> "Raw":
        """This one with its bytes in hand."""
        return replace(self, open=lambda: BytesIO(data), peek=None)


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A page that a feed points at, or a feed that a list names (``listed``); ``stamp`` is the feed's word of when the page
    last changed; ``spare`` the feed's own text of it."""

    place: str
    url: str
    about: About
    stamp: str | None = None
    spare: str | None = None
    listed: bool = False


def raw_of_bytes(place: str, name: str, data: bytes, *, media: str | None = None, about: About | None = None) -> Raw:
    """Bytes in hand as something to load."""
    return Raw(place=place, name=name, open=lambda: BytesIO(data), media=media, about=about or About(), budget=Budget(len(data)))


def raw_of_stream(place: str, name: str, stream: BinaryIO) -> Raw:
    """A pipe, which can be read only once, as something to load; its first bytes are waited for."""
    budget = Budget()
    return once(Raw(place=place, name=name, open=lambda: stream, budget=budget), budget)


def once(raw: Raw, budget: Budget | None = None) -> Raw:
    """Something that can be opened only once, as something whose beginning may be looked at first."""
    stream = raw.open()
    start = stream.read(HEAD)
    again = Again(start, stream, budget)
    return replace(raw, open=lambda: BufferedReader(again), peek=lambda: start)


class Again(RawIOBase):
    """A stream whose beginning was read already, from its beginning; closing it leaves the stream open."""

    def __init__(self, head: bytes, rest: BinaryIO, budget: Budget | None = None) -> None:
        self._head, self._rest, self._budget = head, rest, budget or Budget()

    def readable(self) -> bool:
        """True: it is there to be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer from the head, then from the rest."""
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(data)] = data
        self._budget.size += len(data)
        return len(data)
