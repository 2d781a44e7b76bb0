"""What every engine offers."""

from typing import Protocol

from wektor.model import Document, Draft


class Engine(Protocol):
    """Reads a document into drafts."""

    name: str

    def draft(self, document: Document) -> list[Draft]:
        """Drafts in the order of the text. ``document.lang`` is set."""
