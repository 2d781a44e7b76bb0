"""An engine for tests: it proposes what it was told to."""

from collections.abc import Mapping, Sequence

import msgspec

from wektor.model import Document, Draft


class FakeEngine:
    """Proposes drafts by the id of their document, as its own.

    >>> FakeEngine("made-up.v1", {}).draft(Document(id="a", text="Nothing.", lang="en"))
    []
    """

    def __init__(self, name: str, drafts: Mapping[str, Sequence[Draft]]) -> None:
        self.name, self._drafts = name, drafts

    def draft(self, document: Document) -> list[Draft]:
        """The document's drafts."""
        return [msgspec.structs.replace(d, engine=self.name) for d in self._drafts.get(document.id, ())]
