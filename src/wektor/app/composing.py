"""Texts that write a letter and its mark as two are read as if they wrote one; what is read is told by the text as written."""

from typing import TypeVar

from msgspec.structs import replace

from wektor.engines.protocol import Missed
from wektor.model import Claim, Document, Evidence, Filler, Rejected, Span
from wektor.text.composing import compose

F = TypeVar("F", bound=Filler)


class Written:
    """A document as written, and the same composed: ``document``."""

    def __init__(self, document: Document) -> None:
        self._text, found = document.text, compose(document.text)
        self._places = found.places if found else None
        self.document = replace(document, text=found.text) if found else document

    def claim(self, claim: Claim) -> Claim:
        """The claim with the offsets and words of the text as written."""
        if self._places is None:
            return claim
        return replace(claim, roles=self._roles(claim.roles), evidence=self._quote(claim.evidence), more_evidence=tuple(map(self._quote, claim.more_evidence)))

    def rejected(self, rejected: Rejected) -> Rejected:
        """The same for a draft that was refused."""
        if self._places is None:
            return rejected
        draft = rejected.draft
        return replace(rejected, draft=replace(
            draft, roles=self._roles(draft.roles), evidence=tuple(map(self._span, draft.evidence)), trigger=draft.trigger and self._span(draft.trigger),
            date_span=draft.date_span and self._span(draft.date_span),
        ))  # fmt: skip

    def missed(self, missed: Missed) -> Missed:
        """The same for what was not read."""
        return replace(missed, start=self.place(missed.start), end=self.place(missed.end))

    def place(self, at: int) -> int:
        """Where in the text as written something stands."""
        return self._places[min(at, len(self._places) - 1)] if self._places else at

    def _span(self, span: Span) -> Span:
        return Span(self.place(span.start), self.place(span.end))

    def _quote(self, quote: Evidence) -> Evidence:
        span = self._span(quote.span)
        return Evidence(span.start, span.end, span.cut(self._text))

    def _roles(self, roles: dict[str, tuple[Filler, ...]]) -> dict[str, tuple[Filler, ...]]:
        return {role: tuple(map(self._filler, fillers)) for role, fillers in roles.items()}

    def _filler(self, filler: F) -> F:
        span = self._span(filler.span)
        return replace(filler, text=span.cut(self._text), start=span.start, end=span.end)
