"""What every engine offers. Engines of other packages register a maker of one under the entry point group ``wektor.engines``."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, runtime_checkable

import msgspec

from wektor.engines.cost import Cost
from wektor.model import Document, Draft

_PARAGRAPH = re.compile(r"\S[^\n]*")


@runtime_checkable
class Engine(Protocol):
    """Reads a document into drafts; grounding makes claims of those that the text bears out."""

    name: str
    """Who claims say they are from: a name with a version, such as ``tables.v1``."""

    def draft(self, document: Document) -> Sequence[Draft]:
        """Drafts in the order of their evidence, each with ``name``, or a part of it, as its engine.

        ``document.lang`` is set, to a language with a pack. The same document gives the same drafts.
        """


@runtime_checkable
class Telling(Protocol):
    """An engine that may fail to read parts of documents, and says which."""

    def complaints(self) -> Iterator[str]:
        """What was not read, and why, in lines; asked when all documents are read."""


class Missed(msgspec.Struct, frozen=True):
    """A stretch of a text that nobody read, by its offsets, and why."""

    start: int
    end: int
    reason: str

    def words(self, text: str) -> str:
        """Which paragraphs (lines that hold words, counted from 1) and why, in words."""
        first, last = (_paragraph_at(text, at) for at in (self.start, max(self.start, self.end - 1)))
        where = f"paragraph {first}" if first == last else f"paragraphs {first} to {last}"
        return f"{where} (characters {self.start:,} to {self.end:,}): {self.reason}"


def _paragraph_at(text: str, at: int) -> int:
    return max(1, sum(1 for m in _PARAGRAPH.finditer(text) if m.start() <= at))


@runtime_checkable
class Halting(Protocol):
    """An engine that may read a document in part."""

    def missed(self, document: Document) -> Sequence[Missed]:
        """What was not read of the document that was drafted last, in the order of the text."""


@runtime_checkable
class Foreseeing(Protocol):
    """An engine that can begin early with what it will be asked to draft."""

    ahead: int
    """How many documents it likes to know of."""

    def expect(self, document: Document) -> None:
        """The document will be drafted soon. ``document.lang`` is set."""


@runtime_checkable
class Paid(Protocol):
    """An engine whose readings cost something."""

    def forecast(self, document: Document) -> Cost:
        """What a document is likely to cost; nothing is done for it. ``document.lang`` is set."""

    def cost(self) -> Cost:
        """What the run has cost so far."""

    def costs(self) -> Mapping[str, Cost]:
        """What each document has cost in this run, by its id; what belongs to none has an empty one."""
