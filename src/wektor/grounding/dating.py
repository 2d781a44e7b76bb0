"""Whether a draft's date is what its words say."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from wektor.grounding.evidence import lies_in_text, stands_in_evidence
from wektor.grounding.reader import Reader
from wektor.model import DateMention, Document, Draft, Edtf, Span
from wektor.model.dates import bearable


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
        yield from _misread(draft.date, draft.date_span, draft.status, document, reader)


def _misread(date: str, words: Span, status: str, document: Document, reader: Reader) -> Iterator[str]:
    readings = dict[Span, list[str]]()
    for mention in _over(words, reader.dates(document)):
        if mention.edtf:
            readings.setdefault(mention.span, []).append(mention.edtf)
    if not _follows(date, [r for found in readings.values() for r in found]):
        yield f"the date {date} is not what “{words.cut(document.text)}” says"
    elif not _follows(date, [r for found in readings.values() for r in bearable(found, status, document.published)]):
        yield f"“{words.cut(document.text)}” is not {date} of something {status}, told on {document.published}"


def _over(words: Span, dates: Sequence[DateMention]) -> Sequence[DateMention]:
    """The dates that share letters with the words: neighbours, since dates come in the order of the text."""
    last = first = bisect_left(dates, words.end, key=lambda m: m.span.start)
    while first and dates[first - 1].span.end > words.start:
        first -= 1
    return dates[first:last]


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
