"""What comes of a source: a document that was loaded, one that is known already, or what was set aside and why."""

from bisect import bisect_right

import msgspec

from wektor.model import Document


class Edit(msgspec.Struct, frozen=True, array_like=True):
    """From ``at`` in the document's text on, the original text stands at ``raw`` and goes on in step until the next edit."""

    at: int
    raw: int


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """A document, with what a register keeps beside it.

    ``digest`` knows the content (see ``digests``); ``source`` the bytes it was read from; ``place`` says where it stood
    (``news.zip!a.html``, ``docs.jsonl:17``, an address); ``media`` is the type it was read as. ``pages`` are the offsets
    in the text at which pages begin, and ``edits`` lead back to the text as printed where line ends were mended: both
    are empty for sources without pages.
    """

    document: Document
    digest: str
    source: str
    place: str
    media: str
    author: str | None = None
    pages: tuple[int, ...] = ()
    edits: tuple[Edit, ...] = ()

    def page(self, offset: int) -> int | None:
        """The number of the page (from 1) on which a code point of the text stands; None without pages."""
        return bisect_right(self.pages, offset) or None if self.pages else None

    def original(self, offset: int) -> int:
        """Where a code point of the text stood before line ends were mended."""
        index = bisect_right(self.edits, offset, key=lambda edit: edit.at)
        if not index:
            return offset
        edit = self.edits[index - 1]
        return edit.raw + offset - edit.at


class SetAside(msgspec.Struct, frozen=True):
    """Something that could not be read: where it stood, and why."""

    place: str
    reason: str


class Known(msgspec.Struct, frozen=True):
    """Something that need not be read again: its bytes are known, or its server says that it has not changed."""

    place: str


Result = Loaded | SetAside | Known
