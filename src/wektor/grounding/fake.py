"""A reader for tests, of wektor and of whoever writes an engine: it reads exactly what it was told."""

from collections.abc import Sequence

from wektor.grounding.reader import ReadingAnew
from wektor.model import DateMention, Document, Draft, Filler, Span


class FakeReader(ReadingAnew):
    """Reads the fillers, dates and events of the drafts that are true of a text."""

    def __init__(self, truths: Sequence[Draft]) -> None:
        self._truths = tuple(truths)

    def fillers(self, document: Document, span: Span) -> Sequence[Filler]:
        """The true fillers that overlap the span."""
        everything = [f for draft in self._truths for fillers in draft.roles.values() for f in fillers]
        return [filler for filler in everything if filler.span.overlaps(span)]

    def dates(self, document: Document) -> Sequence[DateMention]:
        """The true dates."""
        return sorted((DateMention(draft.date, draft.date_span) for draft in self._truths if draft.date_span), key=lambda m: m.span)

    def may_deny(self, document: Document, evidence: Sequence[Span]) -> bool:
        """Whether something denied rests on the evidence."""
        return any(draft.status == "denied" for draft in self.reread(document, evidence))

    def reread(self, document: Document, evidence: Sequence[Span]) -> Sequence[Draft]:
        """The true drafts that rest on the evidence."""
        return [draft for draft in self._truths if any(e.overlaps(d) for e in evidence for d in draft.evidence)]
