"""EDTF dates (ISO 8601-2, levels 0 and 1 as the codebook uses them) and where a text gives them."""

import calendar
import datetime as dt
import re

import msgspec

from wektor.model.spans import Span

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
