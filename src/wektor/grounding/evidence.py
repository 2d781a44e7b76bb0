"""Evidence: spans of the text that hold every word on which a claim rests."""

from collections.abc import Iterable, Iterator, Sequence

from wektor.model import Document, Draft, Span


def unquotable(draft: Draft, document: Document) -> Iterator[str]:
    """Why the evidence is none."""
    if not draft.evidence:
        yield "no evidence is given"
    for span in draft.evidence:
        if span.start == span.end:
            yield "a quote of the evidence does not stand in the text"
        elif not lies_in_text(span, document):
            yield f"the evidence {span.start}-{span.end} does not lie in the text"
        elif not span.cut(document.text).strip():
            yield f"the evidence {span.start}-{span.end} is blank"


def lies_in_text(span: Span, document: Document) -> bool:
    """Whether a span is a non-empty part of the text."""
    return 0 <= span.start < span.end <= len(document.text)


def stands_in_evidence(span: Span, draft: Draft) -> bool:
    """Whether one of the evidence spans holds the span."""
    return any(evidence.contains(span) for evidence in draft.evidence)


def gather_evidence(own: Span, rests_on: Iterable[Span], sentences: Sequence[Span]) -> tuple[Span, ...]:
    """A claim's own span, then the sentence of each thing it rests on that stands elsewhere, in the text's order.

    For engines: what stands in no sentence is quoted by itself.
    """
    outside = [span for span in rests_on if not own.contains(span)]
    quoted = {next((s for s in sentences if s.contains(span)), span) for span in outside}
    return (own, *sorted(quoted - {own}))
