"""What grounding needs of a language: read words again. ``app`` wires it to the mentions and the grammar."""

from collections.abc import Sequence
from typing import Protocol

from wektor.model import DateMention, Document, Draft, Filler, Span


class Reader(Protocol):
    """Reads parts of a document anew, knowing nothing of the draft that is on trial."""

    def fillers(self, document: Document, span: Span) -> Sequence[Filler]:
        """Whatever the words at ``span`` can stand for.

        Actors, equipment, quantities with their unit, money and named things whose words overlap the span. An
        ambiguous word gives several.
        """

    def dates(self, document: Document) -> Sequence[DateMention]:
        """The date expressions of the whole document, resolved by publication and context.

        They come in the order of the text, and two overlap only where they are values of the same words.
        """

    def may_deny(self, document: Document, evidence: Sequence[Span]) -> bool:
        """Whether any word of the evidence negates, denies or doubts."""

    def denies(self, document: Document, evidence: Sequence[Span], kind: str) -> bool:
        """Whether the evidence may deny something of the kind: a quick look, by rules alone."""

    def other_status(self, document: Document, evidence: Sequence[Span], kind: str, status: str) -> tuple[str, float]:
        """The status that suits best what the words may tell of the kind, and how far (log-odds) it goes before the given one; this one and 0 where nothing speaks against it."""

    def leaning(self, document: Document, evidence: Sequence[Span], kind: str, givers: Sequence[Span], takers: Sequence[Span]) -> tuple[float, float]:
        """How much better the words around those that name givers and takers suit this flow than the opposite (below 0: worse).

        First by all words that tell of a flow, then by those alone that tell of the kind. A quick look, without a reading.
        """

    def glance(self, document: Document, evidence: Sequence[Span]) -> Sequence[Draft]:
        """Drafts of the sentences that the evidence touches, each read by itself: quicker than ``reread``, and a little less sure."""

    def reread(self, document: Document, evidence: Sequence[Span]) -> Sequence[Draft]:
        """The drafts whose trigger the grammar finds in the evidence, or overlapping it where they name no trigger."""


class ReadingAnew:
    """The quick looks of a reader to whom reading anew costs nothing: it never spares itself the reading."""

    def denies(self, document: Document, evidence: Sequence[Span], kind: str) -> bool:
        """It may be: let it be read."""
        return True

    def other_status(self, document: Document, evidence: Sequence[Span], kind: str, status: str) -> tuple[str, float]:
        """Nothing speaks against it: there is no quick look at a status."""
        return status, 0.0

    def leaning(self, document: Document, evidence: Sequence[Span], kind: str, givers: Sequence[Span], takers: Sequence[Span]) -> tuple[float, float]:
        """It may lean the other way: let it be read."""
        return -1.0, 0.0

    def glance(self, document: Document, evidence: Sequence[Span]) -> Sequence[Draft]:
        """What reading anew gives."""
        return self.reread(document, evidence)

    def reread(self, document: Document, evidence: Sequence[Span]) -> Sequence[Draft]:
        """As ``Reader.reread``; each reader has its own."""
        raise NotImplementedError
