"""Whether a draft's date is what its words say."""

from collections.abc import Iterator

from wektor.grounding.evidence import lies_in_text, stands_in_evidence
from wektor.grounding.reader import Reader
from wektor.model import Document, Draft, Edtf


def misdated(draft: Draft, document: Document, reader: Reader) -> Iterator[str]:
    """Why the date cannot be kept."""
    if draft.date is None:
        return
    if Edtf.parse(draft.date) is None:
        yield f"{draft.date} is no EDTF date"
    elif draft.date_span is None:
        yield f"the date {draft.date} has no words in the text"
    elif not lies_in_text(draft.date_span, document) or not stands_in_evidence(draft.date_span, draft):
        yield f"the words of the date {draft.date} do not stand in the evidence"
    else:
        found = [m.edtf for m in reader.dates(document) if m.edtf and m.span.overlaps(draft.date_span)]
        if not _follows(draft.date, found):
            yield f"the date {draft.date} is not what “{draft.date_span.cut(document.text)}” says"


def _follows(date: str, readings: list[str]) -> bool:
    """The date is a reading, or a reading told less exactly, or spans two readings."""
    if any(_is_or_rounds(date, reading) for reading in readings):
        return True
    first, slash, last = date.partition("/")
    return bool(slash) and all(any(_is_or_rounds(end, reading) for reading in readings) for end in (first, last))


def _is_or_rounds(date: str, reading: str) -> bool:
    """``2022`` and ``2022-05`` both follow from ``2022-05-10``; a mark of doubt changes nothing."""
    bare, read = date.rstrip("?~%"), reading.rstrip("?~%")
    return bare == read or ("/" not in read and read.startswith(f"{bare}-"))
