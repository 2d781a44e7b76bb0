"""Spans of a text: offsets in Unicode code points, end exclusive."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """A half-open range ``[start, end)`` of code points in a document's text."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The words of ``text`` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class Evidence(msgspec.Struct, frozen=True):
    """A verbatim quote and where it stands."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """The quote's place."""
        return Span(self.start, self.end)
