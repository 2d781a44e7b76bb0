"""Whether each filler's words stand in the evidence and mean what the draft says."""

from collections.abc import Iterator, Sequence

from wektor.grounding.evidence import lies_in_text, stands_in_evidence
from wektor.grounding.reader import Reader
from wektor.model import Actor, Document, Draft, Equipment, Filler, Money, Quantity, Thing


def ungrounded_fillers(draft: Draft, document: Document, reader: Reader) -> Iterator[str]:
    """Why a filler cannot be kept, filler by filler."""
    for fillers in draft.roles.values():
        for filler in fillers:
            reason = _misplaced(filler, draft, document) or _misread(filler, reader.fillers(document, filler.span))
            if reason:
                yield reason


def _misplaced(filler: Filler, draft: Draft, document: Document) -> str | None:
    if not lies_in_text(filler.span, document) or filler.span.cut(document.text) != filler.text:
        where = f"at {filler.start}-{filler.end}" if filler.start != filler.end else "in the text"
        return f"“{filler.text}” does not stand {where}"
    if not stands_in_evidence(filler.span, draft):
        return f"{_spell(filler)} does not stand in the evidence"
    return None


def _misread(filler: Filler, readings: Sequence[Filler]) -> str | None:
    """The words stand there: do they mean what the draft says?"""
    if any(_means_the_same(filler, reading) for reading in readings):
        return None
    if isinstance(filler, Thing) and filler.name == filler.text:
        return None
    return f"{_spell(filler)} is not what “{filler.text}” says"


def _means_the_same(filler: Filler, reading: Filler) -> bool:
    match filler, reading:
        case Actor(), Actor():
            return (filler.id, filler.name, filler.state) == (reading.id, reading.name, reading.state)
        case Equipment(), Equipment():
            same_class = filler.cls is None or filler.cls == reading.cls
            return same_class and (filler.id, filler.name) == (reading.id, reading.name)
        case Thing(), Thing():
            return filler.name == reading.name
        case Quantity(), Quantity():
            return (filler.value, filler.unit) == (reading.value, reading.unit)
        case Money(), Money():
            return (filler.amount, filler.currency) == (reading.amount, reading.currency)
    return False


def _spell(filler: Filler) -> str:
    """A filler's fact in words."""
    match filler:
        case Quantity(value=(low, high)):
            return f"the range {low}-{high} {filler.unit}"
        case Quantity():
            return f"the number {filler.value} {filler.unit}"
        case Money():
            return f"the amount {filler.amount} {filler.currency}"
        case _:
            return filler.name
