"""What passes between the run and its parsing process: requests, answers, and the frames that carry them."""

from typing import BinaryIO

import msgspec

from wektor.sources.limits import Limits
from wektor.sources.raw import About, Link
from wektor.sources.results import Edit


class Part(msgspec.Struct, frozen=True, array_like=True):
    """A document inside a document: an attachment, with its type, and its charset, as declared."""

    name: str
    media: str
    data: bytes
    charset: str | None = None


class Article(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A parsed document: its text and what it says of itself.

    ``parts`` are documents that it carries (a letter's attachments), ``refused`` what it carries that is none, with reasons;
    ``links`` are the pages that a feed points at.
    """

    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    lang: str | None = None
    pages: tuple[int, ...] = ()
    edits: tuple[Edit, ...] = ()
    parts: tuple[Part, ...] = ()
    links: tuple[Link, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()


class Request(msgspec.Struct, frozen=True, array_like=True):
    """Which parser (``module:function``) to run over which bytes."""

    parser: str
    data: bytes
    about: About
    limits: Limits


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """An article, or the reason why there is none; ``spent`` asks for a fresh process."""

    article: Article | None = None
    reason: str = ""
    spent: bool = False


def write_frame(stream: BinaryIO, data: bytes) -> None:
    """Four bytes of length, then the data."""
    stream.write(len(data).to_bytes(4, "big"))
    stream.write(data)
    stream.flush()


def read_frame(stream: BinaryIO) -> bytes | None:
    """The next frame's data; None where the stream ends."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    size = int.from_bytes(head, "big")
    data = stream.read(size)
    return data if len(data) == size else None
