"""EDTF dates (ISO 8601-2, levels 0 and 1 as the codebook uses them) and where a text gives them."""

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from wektor.model.spans import Span

_YEAR = re.compile(r"\d{4}|\d{3}X|\d{2}XX")
_PART = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)\Z")


class Edtf(msgspec.Struct, frozen=True):
    """A date as EDTF text with the days it can mean: ``first`` and ``last`` are ISO days, None for an open end."""

    text: str
    first: str | None
    last: str | None

    @staticmethod
    def parse(text: str) -> "Edtf | None":
        """Read EDTF: ``2022-05``, ``199X``, ``1997/1999``, ``../2019``, ``2024/..``, ``2023-11-28?``; else None."""
        left, slash, right = text.partition("/")
        first, last = _bounds(left), _bounds(right) if slash else None
        if not slash:
            return Edtf(text, *first) if first and left != ".." else None
        if first is None or last is None or left == right == "..":
            return None
        return Edtf(text, first[0], last[1])


def _bounds(part: str) -> tuple[str | None, str | None] | None:
    """First and last day of one EDTF part; ``..`` is open; None if it is no EDTF."""
    if part == "..":
        return (None, None)
    match = _PART.match(part)
    if not match:
        return None
    year, month, day, _ = match.groups()
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return _days(low, high, month, day)


def _days(low: int, high: int, month: str | None, day: str | None) -> tuple[str, str] | None:
    try:
        first = dt.date(low, int(month or 1), int(day or 1))
        last_month = int(month or 12)
        last = dt.date(high, last_month, int(day or calendar.monthrange(high, last_month)[1]))
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()


class DateMention(msgspec.Struct, frozen=True):
    """A date expression in a text: its EDTF value, its span and the modifier word's sense.

    ``edtf`` None: recognised but not resolvable. ``modifier``: one of ``end``, ``start``, ``mid``, ``before``,
    ``after``, ``since``, ``until``, ``by``, ``approx``, or None. ``relative``: resolved by publication or context.
    """

    edtf: str | None
    span: Span
    modifier: str | None = None
    relative: bool = False


@lru_cache(maxsize=4096)
def tense_of(date: str, published: str | None) -> str:
    """Whether a date lies before, about or after the day of publication: ``gone``, ``open``, ``coming``; else ``unplaced``."""
    edtf = Edtf.parse(date)
    if edtf is None or not published:
        return "unplaced"
    if edtf.first is not None and edtf.first[: len(published)] > published:
        return "coming"
    return "gone" if edtf.last is not None and edtf.last[: len(published)] < published else "open"


def bearable(readings: Sequence[str], status: str, published: str | None) -> list[str]:
    """Of all that the words of a date can mean, likeliest first, what an event of this status can bear.

    Nothing is done, or goes on, that is yet to come. What is planned lies ahead, or it was on a day gone by that the plan was made.
    Of words that may name a day of either sort, the likelier holds of all else; a month without its year may be of the story's.
    """
    if not published:
        return list(readings)
    if status == "ongoing":  # what goes on has not lasted until a day gone by
        readings = [date for date in readings if not (date.startswith("../") and tense_of(date, published) == "gone")] or readings
    if status in ("done", "ongoing"):
        return [date for date in readings if tense_of(date, published) != "coming" and not (status == "done" and _from_now_on(date, published))]
    tenses = {date: tense_of(date.removeprefix("../").removesuffix("/.."), published) for date in readings}
    if status != "planned":
        return [date for date in readings if (tenses[date] == "coming") == (tenses[readings[0]] == "coming")]
    ahead = [date for date in readings if tenses[date] != "gone"]
    return _of_one_year(ahead) + [date for date in readings if date not in ahead]


def _from_now_on(date: str, published: str) -> bool:
    """Whether a span of months or years begins with the month or year of publication and lasts beyond it, and is no quarter or half of a year."""
    first, _, last = date.partition("/")
    if len(first) not in (4, 7) or len(last) != len(first) or first != published[: len(first)] or last <= first:
        return False
    return len(first) == 4 or not (int(first[5:]) % 3 == 1 and int(last[5:]) % 3 == 0 and first[:4] == last[:4])


def _of_one_year(readings: list[str]) -> list[str]:
    """The likeliest reading, and those that name one of its years: what is due in May is not due in the May after."""
    years = set(_YEAR.findall(readings[0])) if readings else set()
    return [date for date in readings if years & set(_YEAR.findall(date))]
