"""Resolving date expressions into EDTF by the day of publication, else by the dates before, then marked ``?``."""

import calendar
import datetime as dt
from collections.abc import Sequence

import msgspec

from wektor.mentions.dates.finding import DateExpr
from wektor.model import Edtf, Span

_HALVES = {"h1": (1, 6), "h2": (7, 12), "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12)}
_SEASONS = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 14)}
_DECADES = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


class ResolvedDate(msgspec.Struct, frozen=True):
    """A date mention with its value; ``future`` is the value if the text speaks of what is to come."""

    edtf: str | None
    span: Span
    modifier: str | None = None
    relative: bool = False
    future: str | None = None
    dateline: bool = False


class _Context:
    """What is known while a document's dates are resolved in order."""

    def __init__(self, published: str | None) -> None:
        self.day = _day(published)
        self.sure = self.day is not None
        self.previous: str | None = None


def resolve(exprs: Sequence[DateExpr], published: str | None) -> list[ResolvedDate]:
    """Values of a document's expressions, in order."""
    context = _Context(published)
    if context.day is None:
        _adopt(context, exprs)
    found = []
    for expr in exprs:
        date = _resolved(expr, context)
        found.append(date)
        if date.edtf and not expr.dateline:
            context.previous = date.edtf
    return found


def _adopt(context: _Context, exprs: Sequence[DateExpr]) -> None:
    """Without a day of publication: the dateline's, else nothing; a year alone serves the yearless dates."""
    for expr in exprs:
        if expr.dateline and {"D", "Y"} <= expr.values.keys():
            context.day = _day(_plain(expr.values, context))
            context.sure = context.day is not None
            return


def _day(text: str | None) -> dt.date | None:
    """A day; a month or a year alone counts as its last day."""
    known = Edtf.parse(text) if text else None
    return dt.date.fromisoformat(known.last) if known and known.last else None


def _resolved(expr: DateExpr, context: _Context) -> ResolvedDate:
    past, future = _value(expr, context, -1), _value(expr, context, 1)
    modifier = expr.pattern.modifier or expr.lead
    relative = "Y" not in expr.values and "dec" not in expr.values
    opened = [_open(v, expr.pattern.span or modifier) for v in (past, future)]
    if relative and not context.sure:
        opened = [v + "?" if v and "/" not in v and not v.endswith("?") else v for v in opened]
    valid = [v if v and Edtf.parse(v) else None for v in opened]
    return ResolvedDate(valid[0], expr.span, modifier, relative, valid[1] if valid[1] != valid[0] else None, expr.dateline)


def _open(value: str | None, modifier: str | None) -> str | None:
    if value is None or "/" in value:
        return value
    if modifier == "since":
        return f"{value}/.."
    if modifier == "until":
        return f"../{value}"
    return value


def _value(expr: DateExpr, context: _Context, side: int) -> str | None:
    pattern, values = expr.pattern, expr.values
    if pattern.base == "previous":
        return _from_previous(pattern, values, context)
    if any(v is not None for v in (pattern.years, pattern.months, pattern.weeks, pattern.days)) or pattern.unit:
        return _offset(pattern, values, context, side)
    if "dec" in values:
        return _decade(values["dec"], pattern.part)
    if "S" in values:
        return _season(values, context, side)
    if pattern.part in _HALVES:
        year = values.get("Y") or (context.day.year if context.day else None)
        low, high = _HALVES[pattern.part]
        return f"{year}-{low:02d}/{year}-{high:02d}" if year else None
    if "W" in values and "D" not in values:
        return _weekday(values["W"], context, side)
    return _plain(values, context, side)


def _plain(values: dict[str, int], context: _Context, side: int = -1) -> str | None:
    """Year, month and day as far as they are written."""
    month = values.get("M") or values.get("N")
    year = values.get("Y")
    end = values.get("Y2") or (year // 100 * 100 + values["y2"] if year and "y2" in values else None)
    if month is None:
        return f"{year}/{end}" if end else str(year) if year else None
    last = values.get("M2")
    if year is None and end is None:
        year = _year_for(last or month, values.get("D"), context, side)
        if year is None:
            return None
    if end is not None and year is None:
        year = end - (1 if last and last < month else 0)
    first = _stamp(year, month, values.get("D"))
    if last is None and "D2" not in values:
        return first
    second = _stamp(end or (year + (1 if last and last < month else 0) if year else None), last or month, values.get("D2"))
    return f"{first}/{second}" if first and second else None


def _stamp(year: int | None, month: int, day: int | None) -> str | None:
    if year is None or not 1 <= month <= 12:
        return None
    if day is not None and day > calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")


def _year_for(month: int, day: int | None, context: _Context, side: int) -> int | None:
    """The year of a yearless date: the nearest on the side asked for, from publication or else the date before."""
    today = context.day
    if today is None:
        known = Edtf.parse(context.previous) if context.previous else None
        return int((known.first or known.last or "0")[:4]) or None if known else None
    later = (month, day or (today.day if side < 0 else 31)) > (today.month, today.day) if day else month > today.month
    if side < 0:
        return today.year - 1 if later else today.year
    return today.year if later or (not day and month == today.month) else today.year + 1


def _weekday(weekday: int, context: _Context, side: int) -> str | None:
    if context.day is None:
        return None
    if side < 0:
        back = (context.day.isoweekday() - weekday) % 7
        return (context.day - dt.timedelta(days=back)).isoformat()
    ahead = (weekday - context.day.isoweekday()) % 7 or 7
    return (context.day + dt.timedelta(days=ahead)).isoformat()


def _season(values: dict[str, int], context: _Context, side: int) -> str | None:
    low, high = _SEASONS[values["S"]]
    year = values.get("Y") or _year_for(min(low, 12), None, context, side)
    if not year:
        return None
    return f"{year}-{low:02d}/{year + (high > 12)}-{(high - 1) % 12 + 1:02d}"


def _decade(start: int, part: str | None) -> str:
    if part in _DECADES:
        low, high = _DECADES[part]
        return f"{start + low}/{start + high}"
    return f"{start // 10}X"


def _offset(pattern: object, values: dict[str, int], context: _Context, side: int) -> str | None:
    """ "last month", "two years ago", "next spring", "on the first of last month"."""
    today = context.day
    if today is None:
        return None
    p = pattern
    count = values.get("n", 1)
    years, months = (getattr(p, "years") or 0), (getattr(p, "months") or 0)  # noqa: B009
    weeks, days, unit = (getattr(p, "weeks") or 0), (getattr(p, "days") or 0), getattr(p, "unit")  # noqa: B009
    sign = getattr(p, "sign")  # noqa: B009
    if (unit and "n" in values) or (unit and not (years or months or weeks or days)):
        years, months, weeks, days = (sign * count * (unit == u) for u in ("year", "month", "week", "day"))
    if "M" in values and unit is None:
        return _stamp(_named_year(values["M"], years, today), values["M"], values.get("D"))
    if "S" in values:
        low, high = _SEASONS[values["S"]]
        year = today.year + years
        return f"{year}-{low:02d}/{year + (high > 12)}-{(high - 1) % 12 + 1:02d}"
    if "W" in values:
        near = _weekday(values["W"], context, 1 if weeks > 0 or years > 0 else -1)
        return near
    if years:
        return _part(str(today.year + years), getattr(p, "part"))  # noqa: B009
    if months or unit == "month":
        total = today.year * 12 + today.month - 1 + months
        return _stamp(total // 12, total % 12 + 1, values.get("D"))
    if weeks:
        day = today + dt.timedelta(weeks=weeks)
        return day.isoformat()[:7]
    if days or unit == "day":
        return (today + dt.timedelta(days=days)).isoformat()
    return _part(str(today.year), getattr(p, "part"))  # noqa: B009


def _part(year: str, part: str | None) -> str:
    if part in _HALVES:
        low, high = _HALVES[part]
        return f"{year}-{low:02d}/{year}-{high:02d}"
    return year


def _named_year(month: int, years: int, today: dt.date) -> int:
    """ "last December" is the nearest one past, "next May" the nearest to come, "in May of last year" counts years."""
    if years == -1:
        return today.year - 1 if month >= today.month else today.year
    if years == 1:
        return today.year + 1 if month <= today.month else today.year
    return today.year + years


def _from_previous(pattern: object, values: dict[str, int], context: _Context) -> str | None:
    known = Edtf.parse(context.previous) if context.previous else None
    if known is None or not (known.first or known.last):
        return None
    anchor = dt.date.fromisoformat(known.first or known.last or "")
    years, months = getattr(pattern, "years") or 0, getattr(pattern, "months") or 0  # noqa: B009
    count, unit, sign = values.get("n", 1), getattr(pattern, "unit"), getattr(pattern, "sign")  # noqa: B009
    if unit == "same":
        return context.previous
    if unit == "year":
        years = sign * count
    elif unit == "month":
        months = sign * count
    elif unit in ("week", "day"):
        moved = anchor + dt.timedelta(days=sign * count * (7 if unit == "week" else 1))
        return moved.isoformat() if len(str(context.previous).rstrip("?")) == 10 else moved.isoformat()[:7]
    if "M" in values:
        return _stamp(anchor.year + years, values["M"], values.get("D"))
    if "S" in values:
        low, high = _SEASONS[values["S"]]
        year = anchor.year + years
        return f"{year}-{low:02d}/{year + (high > 12)}-{(high - 1) % 12 + 1:02d}"
    if months or unit == "same-month":
        total = anchor.year * 12 + anchor.month - 1 + months
        return _stamp(total // 12, total % 12 + 1, None)
    return str(anchor.year + years)
