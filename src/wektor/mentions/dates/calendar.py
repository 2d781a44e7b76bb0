"""Calendar arithmetic on EDTF parts: stamps, shifts, nearest months and weekdays, seasons, quarters, decades."""

import calendar
import datetime as dt

from wektor.mentions.dates.feasts import nth_weekday

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


def this_season(today: dt.date, number: int, step: int) -> str | None:
    """The season that runs or comes this year (0), the one before it (-1; -2 another year back) or, if it runs now, after it (1)."""
    first, last = _SEASONS[number]
    runs = first <= today.month <= last or first <= today.month + 12 <= last
    year = today.year - (runs and today.month < first)
    if step < 0:
        year -= (runs or today.month < first) - (step + 1)
    elif step > 0:
        year += runs or today.month >= first
    return season(year, number)


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
    """A day moved by years, months, weeks or days: the whole year, half, quarter, month or week that it comes to lie in."""
    if unit in ("year", "decade"):
        return stamp(day.year + count * (10 if unit == "decade" else 1))
    if unit in ("half", "quarter"):
        size = 6 if unit == "half" else 3
        at = day.year * 12 + (day.month - 1) // size * size + count * size
        return months(at // 12, at % 12 + 1, at % 12 + size)
    if unit == "month":
        at = day.year * 12 + day.month - 1 + count
        return stamp(at // 12, at % 12 + 1)
    moved = move(day, unit, count)
    if moved is None or unit == "day":
        return moved.isoformat() if moved else None
    return weekend(moved) if unit == "weekend" else week(moved)


def move(day: dt.date, unit: str, count: int) -> dt.date | None:
    """A day moved by days or weeks; None beyond the calendar."""
    try:
        return day + dt.timedelta(days={"day": 1, "week": 7, "weekend": 7, "fortnight": 14}[unit] * count)
    except OverflowError:
        return None


def week(day: dt.date) -> str:
    """Monday to Sunday of the week of a day."""
    monday = day - dt.timedelta(days=day.isoweekday() - 1)
    return f"{monday}/{monday + dt.timedelta(days=6)}"


def about_week(value: str) -> str | None:
    """About the middle of a week that lies in two months, whose days tell no month."""
    first, _, last = value.partition("/")
    if not len(first) == len(last) == 10 or first[:7] == last[:7]:
        return None
    monday = dt.date.fromisoformat(first)
    return f"{monday + dt.timedelta(days=3)}~" if (dt.date.fromisoformat(last) - monday).days == 6 else None


def weekend(day: dt.date) -> str:
    """Saturday and Sunday of the week of a day."""
    saturday = day + dt.timedelta(days=6 - day.isoweekday())
    return f"{saturday}/{saturday + dt.timedelta(days=1)}"


def span(day: dt.date, unit: str, first: int, last: int) -> str | None:
    """From one shifted unit to another: "the last two years", "the next three weeks"."""
    low, high = shift(day, unit, first), shift(day, unit, last)
    if not low or not high:
        return None
    start, end = low.split("/")[0], high.split("/")[-1]
    return start if start == end else f"{start}/{end}"


def window(day: dt.date, unit: str, count: int) -> str | None:
    """Any day from ``day`` on for so long: "within three weeks", "within two years"."""
    if unit not in ("day", "week", "fortnight"):
        return span(day, unit, min(0, count), max(0, count))
    moved = move(day, unit, count)
    return f"{min(day, moved)}/{max(day, moved)}" if moved and moved != day else None


def nth_week(year: int, month: int, nth: int) -> str | None:
    """The nth whole week of a month; -1 is the last."""
    monday = nth_weekday(year, month, 1, nth)
    if monday and nth < 0 and (monday + dt.timedelta(days=6)).month != month:
        monday -= dt.timedelta(days=7)
    return week(monday) if monday else None


def nth_day(year: int, month: int, nth: int) -> str | None:
    """The nth day of a month; -1 is the last."""
    return stamp(year, month, nth if nth > 0 else calendar.monthrange(year, month)[1] + 1 + nth)


def month_day(today: dt.date, day: int, side: int) -> str | None:
    """The nearest such day of a month, up to (side -1) or from (side 1) ``today``."""
    step = 0 if (day <= today.day if side < 0 else day >= today.day) else side
    at = today.year * 12 + today.month - 1 + step
    return stamp(at // 12, at % 12 + 1, day)


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


def nth_from(day: dt.date, number: int, count: int) -> str | None:
    """Such a weekday so many times before or after ``day``."""
    side = 1 if count > 0 else -1
    moved = move(dt.date.fromisoformat(weekday(day, number, side, strict=True)), "week", count - side)
    return moved.isoformat() if moved else None
