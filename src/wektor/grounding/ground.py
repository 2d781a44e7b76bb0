"""Draft + Document → Claim or Rejected. Nothing else in wektor makes a Claim of a draft."""

from collections.abc import Iterator

from wektor.grounding.contradiction import contradicted
from wektor.grounding.dating import misdated
from wektor.grounding.evidence import unquotable
from wektor.grounding.fillers import ungrounded_fillers
from wektor.grounding.reader import Reader
from wektor.grounding.shape import miscounted, misshapen
from wektor.model import Actor, Claim, Document, Draft, Evidence, Rejected

_LONGEST = 400  # characters of a reason


def ground(draft: Draft, document: Document, reader: Reader) -> Claim | Rejected:
    """A claim, if every word on which the draft rests stands in the text and says so; else why not.

    Cheap checks come first, and the first reason that is found is kept.
    """
    reason = next(_reasons(draft, document, reader), None)
    if reason is not None:
        return Rejected(doc=document.id, draft=draft, reason=_in_a_line(reason))
    quotes = [Evidence(span.start, span.end, span.cut(document.text)) for span in draft.evidence]
    return Claim(
        doc=document.id,
        kind=draft.kind,
        attribute=draft.attribute,
        status=draft.status,
        date=draft.date,
        roles=draft.roles,
        evidence=quotes[0],
        more_evidence=tuple(quotes[1:]),
        reported_by=draft.reported_by,
        engine=draft.engine,
        frame=draft.frame,
        confidence=draft.confidence,
    )


def _in_a_line(reason: str) -> str:
    """The reason without what its quotes may hold to spoil a screen: breaks of lines, marks that nobody sees, no end."""
    line = " ".join("".join(c if c.isprintable() else " " for c in reason[: 2 * _LONGEST]).split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _reasons(draft: Draft, document: Document, reader: Reader) -> Iterator[str]:
    yield from misshapen(draft)
    yield from unquotable(draft, document)
    yield from ungrounded_fillers(draft, document, reader)
    yield from miscounted(draft)
    yield from misdated(draft, document, reader)
    yield from _unheard(draft, document, reader)
    yield from contradicted(draft, document, reader)


def _unheard(draft: Draft, document: Document, reader: Reader) -> Iterator[str]:
    """The source of a report stands in the text, by its words or as somebody whom the evidence names."""
    source = draft.reported_by
    if source is None or source in document.text:
        return
    named = (filler for span in draft.evidence for filler in reader.fillers(document, span))
    if not any(isinstance(filler, Actor) and source in (filler.id, filler.name) for filler in named):
        yield f"{source}, who is said to report it, does not stand in the text"
