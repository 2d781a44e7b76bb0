"""The EDTF value of one expression in its context."""

import datetime as dt
from typing import Any

from wektor.mentions.dates import calendar
from wektor.mentions.dates.context import Context

Values = dict[str, Any]


def evaluate(values: Values, context: Context, side: int) -> str | None:
    """The value: looking back from the day of publication (side -1) or ahead (side 1)."""
    v = _dated(values, context)
    if v is None:
        return None
    if "echo" in v:
        return context.previous.text if context.previous else None
    if "sequel" in v:
        return _sequel(v, context)
    if "anaphor" in v:
        return _anaphor(v, context)
    if context.today is not None and (value := _counted(v, context.today)) is not None:
        return value
    if "decade" in v or "tens" in v:
        return calendar.decade(v.get("decade") or v["tens"], v.get("part"))
    return _absolute(v, context, side)


def _dated(values: Values, context: Context) -> Values | None:
    """ "May of last year", "the first half of that year": the year put in its place."""
    v = dict(values)
    if "shorthand" in v:
        unit, shift = v.pop("shorthand").split()
        v |= {"unit": unit, "deictic": int(shift)}
    inner = any(role in v for role in ("month", "mm", "monthnum", "season", "half", "quarter"))
    if inner and v.get("unit") == "year":
        base = context.anchor() if "anaphor" in v else context.today
        if base is None:
            return None
        step = v.pop("anaphor", None) if "anaphor" in v else v.pop("deictic", None)
        step = v.pop("count", 1) * v.pop("distance") if "distance" in v else step or 0
        del v["unit"]
        v["year"] = base.year + step
    return v


def _sequel(v: Values, context: Context) -> str | None:
    anchor = context.anchor()
    if anchor is None:
        return None
    unit, count = v["unit"], v.get("count", 1) * v["sequel"]
    if unit in ("week", "fortnight") and context.exact():
        unit, count = "day", count * (7 if unit == "week" else 14)
    if unit == "day" and not context.exact():
        return None
    return calendar.shift(anchor, unit, count)


def _anaphor(v: Values, context: Context) -> str | None:
    """ "that October", "the following spring", "in the same month"."""
    anchor, step = context.anchor(), v["anaphor"]
    if anchor is None:
        return None
    if "season" in v or "month" in v:
        month = v["month"] if "month" in v else calendar.season_start(v["season"])
        year = anchor.year if step == 0 else calendar.nearest_year(anchor, month, None, step, strict=True)
        return calendar.season(year, v["season"]) if "season" in v else calendar.stamp(year, month, v.get("day"))
    if "weekday" in v:
        return calendar.weekday(anchor, v["weekday"], step or 1) if context.exact() else None
    if v["unit"] == "day":
        return calendar.shift(anchor, "day", step) if context.exact() else None
    day = v.get("day") or v.get("ordinal")
    value = calendar.shift(anchor, v["unit"], step)
    return f"{value}-{day:02d}" if value and day else value


def _counted(v: Values, today: dt.date) -> str | None:
    """Counted from publication: "yesterday", "two years ago", "last month", "next May", "last Tuesday"."""
    if "adverb" in v:
        return calendar.shift(today, "day", v["adverb"])
    if "distance" in v:
        return calendar.shift(today, v["unit"], v.get("count", 1) * v["distance"])
    if "unit" in v:
        day = v.get("day") or v.get("ordinal")
        value = calendar.shift(today, v["unit"], v.get("deictic", 0))
        return f"{value}-{day:02d}" if value and day else value
    return _pointed(v, today) if "deictic" in v else None


def _pointed(v: Values, today: dt.date) -> str | None:
    step = v["deictic"]
    if "weekday" in v:
        monday = today - dt.timedelta(days=today.isoweekday() - 1)
        here = (monday + dt.timedelta(days=v["weekday"] - 1)).isoformat()
        return calendar.weekday(today, v["weekday"], step, strict=True) if step else here
    month = v["month"] if "month" in v else calendar.season_start(v["season"])
    year = calendar.nearest_year(today, month, None, step, strict=True) if step else today.year
    return calendar.season(year, v["season"]) if "season" in v else calendar.stamp(year, month, v.get("day"))


def _absolute(v: Values, context: Context, side: int) -> str | None:
    """Year, month and day as far as they are written; a year that is not is the nearest on the side asked for."""
    if "weekday" in v and "day" not in v:
        return calendar.weekday(context.today, v["weekday"], side) if context.today and context.sure else None
    if "season" in v:
        year = v.get("year") or _year(calendar.season_start(v["season"]), None, context, side)
        return calendar.season(year, v["season"]) if year else None
    if "half" in v or "quarter" in v:
        size, number = (6, v["half"]) if "half" in v else (3, v["quarter"])
        year = v.get("year") or (context.today.year if context.today else None)
        return calendar.months(year, size * (number - 1) + 1, size * number) if year else None
    return _written(v, context, side)


def _month(v: Values, suffix: str = "") -> int | None:
    return v.get(f"month{suffix}") or v.get(f"mm{suffix}") or v.get(f"monthnum{suffix}")


def _written(v: Values, context: Context, side: int) -> str | None:
    day, day2 = v.get("day") or v.get("ordinal"), v.get("day2") or v.get("ordinal2")
    month, month2, year, year2 = _month(v), _month(v, "2"), v.get("year"), v.get("year2")
    if year and v.get("yy2"):
        year2 = year // 100 * 100 + v["yy2"]
    if month is None:
        return _interval(calendar.stamp(year), calendar.stamp(year2)) if year and year2 else calendar.stamp(year) if year else None
    turn = int(bool(month2 and (month2, day2 or 31) < (month, day or 1)))
    end = year2 or (year + turn if year else None) or _year(month2 or month, day2 or day, context, side)
    start = year or (end - turn if end else None)
    if not start or not end:
        return None
    first = calendar.stamp(start, month, day)
    if not (month2 or day2):
        return first
    return _interval(first, calendar.stamp(end, month2 or month, day2))


def _interval(first: str | None, last: str | None) -> str | None:
    return f"{first}/{last}" if first and last and first <= last else None


def _year(month: int, day: int | None, context: Context, side: int) -> int | None:
    """The year of a yearless month: by publication, else that of the dates around."""
    today = context.today
    if today is None:
        return None
    return calendar.nearest_year(today, month, day, side) if context.sure else today.year
