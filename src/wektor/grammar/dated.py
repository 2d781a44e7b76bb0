"""Dates as claims may bear them: their readings, how exact each is, and whether it lies before or after publication."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from wektor.mentions.sentence import Sentence
from wektor.model import STATUSES
from wektor.model.dates import bearable, tense_of

_FIRST = 4  # sentences among which the text's own date may stand


class Dated(NamedTuple):
    """A date of a sentence: the sentence's number, the tokens where it begins and ends, its tense, and its readings as (name, value, tense, grain).

    ``borne`` are the values that an event of each status can bear.
    """

    date: Any
    sentence: int
    at: int
    end: int
    tense: str
    readings: tuple[tuple[str, str, str, str], ...]
    borne: dict[str, list[str]]


def dated(date: Any, sentence: Sentence, published: str | None) -> Dated:
    """The date with all that every trigger sees in it."""
    at = next((n for n, t in enumerate(sentence.tokens) if t.end > date.span.start), 0)
    end = next((n for n, t in enumerate(sentence.tokens[at:], at) if t.end > date.span.end), len(sentence.tokens))
    named = {value: name for name in ("story", "point", "future", "edtf") if (value := getattr(date, name))}
    if (date.point or "").endswith("~"):  # of a week, its middle
        named.pop(date.edtf, None)
    readings = tuple((name, value, tense_of(value, published), grain_of(value)) for value, name in named.items())
    borne = {status: bearable(date.readings(), status, published) for status in STATUSES}
    return Dated(date, sentence.index, at, end, tense_of(date.edtf, published), readings, borne)


def thread_of(date: Dated, before: Dated | None, sentences: Sequence[Sentence], published: str | None) -> tuple[Any, ...]:
    """What speaks for a story that the date goes on with: how far back the date ``before`` is, whether a paragraph parts them and its year is
    written; and how long ago the date is if it is none."""
    told = age_of(date.date.story or "", published)
    if before is None:
        return 9, False, False, age_of(date.date.edtf, published), told
    gap, text = date.sentence - before.sentence, sentences[date.sentence].text
    parted = "\n" in text[before.date.span.end : date.date.span.start]
    return min(gap, 3), parted, before.date.relative, age_of(date.date.edtf, published), told


def age_of(value: str, published: str | None) -> str:
    """How many months before publication a date is, in a few steps."""
    if not published or not value[:4].isdigit() or value[4:5] != "-" or published[4:5] != "-":
        return "unknown"
    months = (int(published[:4]) - int(value[:4])) * 12 + int(published[5:7]) - int(value[5:7])
    return next((name for name, most in _AGES if months <= most), "years")


_AGES = (("coming", -1), ("now", 1), ("weeks", 3), ("months", 6), ("half", 9), ("year", 12))


def told_once(dates: Sequence[Any], text: str) -> list[Any]:
    """The dates; of two side by side that tell of one time ("two months later, in May 2024") the exacter."""
    found: list[Any] = []
    for date in dates:
        if not found or not _say_one_time(found[-1], date, text):
            found.append(date)
        elif _exactness(date) >= _exactness(found[-1]):
            found[-1] = date
    return found


_BESIDE = re.compile(r"\s*,?\s*(?:\w{1,3}\s+)?\Z")  # a comma, a little word


def _say_one_time(before: Any, date: Any, text: str) -> bool:
    return (before.relative or date.relative) and bool(_BESIDE.match(text, before.span.end, date.span.start))


def _exactness(date: Any) -> tuple[int, bool]:
    value = date.edtf.rstrip("?~%")
    return (0 if "/" in value else len(value)), not date.relative


def grain_of(value: str) -> str:
    """How exact a date is, by the length of its text."""
    return "interval" if "/" in value else f"grain{min(len(value.rstrip('?~%')), 10)}"


def is_own(date: Dated, published: str | None) -> bool:
    """Whether it is the day of publication, written at the text's head."""
    return date.sentence < _FIRST and date.date.edtf == published and not date.date.relative


def heads(sentence: Sentence, dates: Sequence[Dated], published: str | None) -> bool:
    """Whether the sentence is a date alone, and not the text's own at its head."""
    if len(dates) != 1 or (dates[0].date.edtf == published and sentence.index < _FIRST):
        return False
    span = dates[0].date.span
    return all(span.start <= t.start < span.end for t in sentence.tokens if t.word.text[0].isalnum())


def leads(sentence: Sentence, dates: Sequence[Dated]) -> bool:
    """Whether a date opens a chronicle's line: "May 2019 – The fleet takes …"."""
    tokens, first = sentence.tokens, dates[0].date.span
    if sentence.text[: sentence.lo].rpartition("\n")[2].strip() or any(t.end <= first.start and t.word.text[0].isalnum() for t in tokens):
        return False
    behind = next((t.word.text for t in tokens if t.start >= first.end), "")
    return behind in _DASHES


_DASHES = frozenset({"–", "—", "-", ":"})
