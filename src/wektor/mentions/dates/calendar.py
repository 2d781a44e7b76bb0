"""Calendar arithmetic on EDTF parts: stamps, shifts, nearest months and weekdays, seasons, quarters, decades."""

import calendar
import datetime as dt

_SEASONS = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 14)}
_DECADE_PARTS = {"start": (0, 3), "mid": (4, 6), "end": (7, 9)}


def stamp(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """``2024``, ``2024-05`` or ``2024-05-21``; None if there is no such day."""
    if month is None:
        return f"{year:04d}" if 0 < year < 10000 else None
    if not 1 <= month <= 12 or not 0 < year < 10000:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= day <= calendar.monthrange(year, month)[1] else None


def months(year: int, first: int, last: int) -> str | None:
    """An interval of months; ``last`` beyond 12 lies in the year after."""
    start, end = stamp(year, first), stamp(year + (last - 1) // 12, (last - 1) % 12 + 1)
    return f"{start}/{end}" if start and end else None


def season(year: int, number: int) -> str | None:
    """Months of a season; winter begins in December of its year."""
    return months(year, *_SEASONS[number])


def season_start(number: int) -> int:
    """The month in which a season begins."""
    return _SEASONS[number][0]


def decade(first: int, part: str | None) -> str:
    """``199X``, or the years of a decade's part."""
    if part in _DECADE_PARTS:
        low, high = _DECADE_PARTS[part]
        return f"{first + low}/{first + high}"
    return f"{first // 10}X"


def shift(day: dt.date, unit: str, count: int) -> str | None:
    """A day moved by years, months, weeks or days, as exactly as the unit tells."""
    if unit == "year":
        return stamp(day.year + count)
    if unit in ("half", "quarter"):
        size = 6 if unit == "half" else 3
        at = day.year * 12 + (day.month - 1) // size * size + count * size
        return months(at // 12, at % 12 + 1, at % 12 + size)
    if unit == "month":
        at = day.year * 12 + day.month - 1 + count
        return stamp(at // 12, at % 12 + 1)
    return _shift_days(day, unit, count)


def _shift_days(day: dt.date, unit: str, count: int) -> str | None:
    days = {"day": 1, "week": 7, "fortnight": 14}[unit] * count
    try:
        moved = day + dt.timedelta(days=days)
        return moved.isoformat() if unit == "day" else moved.isoformat()[:7]
    except OverflowError:
        return None


def weekday(day: dt.date, number: int, side: int, strict: bool = False) -> str:
    """The nearest such weekday: before or on ``day`` (side -1; before it if strict), or after it (side 1)."""
    if side < 0:
        back = (day.isoweekday() - number) % 7
        return (day - dt.timedelta(days=back or 7 * strict)).isoformat()
    return (day + dt.timedelta(days=(number - day.isoweekday()) % 7 or 7)).isoformat()


def nearest_year(today: dt.date, month: int, day: int | None, side: int, strict: bool = False) -> int:
    """The year of the nearest such month or day up to (side -1) or from (side 1) ``today``; strictly so if asked."""
    here, there = ((today.month, today.day), (month, day)) if day else ((today.month,), (month,))
    if here == there:
        return today.year + side * strict
    return today.year - (there > here) if side < 0 else today.year + (there < here)
