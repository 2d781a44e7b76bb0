"""Dates as claims may bear them: their readings, how exact each is, and whether it lies before or after publication."""

from functools import lru_cache
from typing import Any, NamedTuple

from wektor.mentions.sentence import Sentence
from wektor.model import Edtf


class Dated(NamedTuple):
    """A date of a sentence: the sentence's number, the token where it begins, its tense, and its readings as (name, value, tense, grain)."""

    date: Any
    sentence: int
    at: int
    tense: str
    readings: tuple[tuple[str, str, str, str], ...]


def dated(date: Any, sentence: Sentence, published: str | None) -> Dated:
    """The date with all that every trigger sees in it."""
    at = next((n for n, t in enumerate(sentence.tokens) if t.end > date.span.start), 0)
    named = {value: name for name in ("point", "future", "edtf") if (value := getattr(date, name))}
    readings = tuple((name, value, tense_of(value, published), grain_of(value)) for value, name in named.items())
    return Dated(date, sentence.index, at, tense_of(date.edtf, published), readings)


def grain_of(value: str) -> str:
    """How exact a date is, by the length of its text."""
    return "interval" if "/" in value else f"grain{min(len(value.rstrip('?~%')), 10)}"


@lru_cache(maxsize=4096)
def tense_of(value: str, published: str | None) -> str:
    """Whether a date lies before, about or after the day of publication."""
    edtf = Edtf.parse(value)
    if edtf is None or not published:
        return "unplaced"
    if edtf.first is not None and edtf.first[: len(published)] > published:
        return "coming"
    return "gone" if edtf.last is not None and edtf.last[: len(published)] < published else "open"
