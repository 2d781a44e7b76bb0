"""What every engine offers. Engines of other packages register a maker of one under the entry point group ``wektor.engines``."""

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from wektor.model import Document, Draft


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
