"""The EDTF value of one expression in its context."""

import datetime as dt
from typing import Any

from wektor.mentions.dates import calendar
from wektor.mentions.dates.context import Context
from wektor.mentions.dates.counting import counted, sequel
from wektor.mentions.dates.feasts import feast_day, nth_weekday

Values = dict[str, Any]
_FIXED = ("year", "year2", "yy", "yy2", "unit", "deictic", "anaphor", "distance", "sequel", "shorthand", "echo", "adverb", "feast", "nth")
"""Roles that leave no choice of the year."""
_POINTING = frozenset({"anaphor", "sequel", "either", "echo"})
"""Roles that count from the date before, or may."""
_OF_THE_YEAR = frozenset({"unit", "part", "lead"})
"""Roles of "at the end of the year", "by the end of the year"."""


def evaluate(values: Values, context: Context, side: int) -> str | None:
    """The value: looking back from the day of publication (side -1) or ahead (side 1)."""
    told = (_told(values, context) or _since_then(values, context)) if side < 0 else None
    if told is not None:
        return told
    v = _dated(values, context)
    if v is None:
        return None
    if "now" in v:
        return context.today.isoformat()[:7] if context.today and context.sure else None
    if "echo" in v:
        return context.previous.text if context.previous else None
    if "sequel" in v:
        return sequel(v, context)
    if "feast" in v:
        return _feast(v, context, side)
    if _is_nth(v):
        return _nth(v, context, side)
    if "anaphor" in v:
        return _anaphor(v, context)
    if context.today is not None and (value := counted(v, context.today, side)) is not None:
        return value
    if "decade" in v or "tens" in v:
        return calendar.decade(v.get("decade") or v["tens"], v.get("part"))
    return _absolute(v, context, side)


def coming(values: Values, context: Context) -> str | None:
    """ "In spring 2026, her sister in June": after a date to come that stands close by, the next such month or season."""
    anchor = context.anchor() if context.previous else None
    if anchor is None or context.today is None or anchor <= context.today or context.today.year == anchor.year or "window" in values:
        return None
    return _after(values, context, anchor)


def continued(values: Values, context: Context) -> str | None:
    """The value where the story goes on from the date before: the next such month or season, a span of time from then on.

    What points back ("the same day", "two months later") counts from the day before as the story tells it.
    """
    if not _POINTING.isdisjoint(values):
        return context.told_on(lambda: evaluate(values, context, -1 if "either" in values else 1))
    anchor = context.thread_day()
    if anchor is not None and values.get("unit") == "year" and values.keys() <= _OF_THE_YEAR:
        return calendar.stamp(anchor.year)
    return _after(values, context, anchor) if anchor is not None else None


def _after(values: Values, context: Context, anchor: dt.date) -> str | None:
    if "weekday" in values:
        return None
    if values.get("unit") == "year" and "deictic" not in values and ("half" in values or "quarter" in values):
        values = {role: value for role, value in values.items() if role != "unit"}
    if "window" in values and "unit" in values:
        return calendar.window(anchor, values["unit"], values.get("count", 1) * values["window"])
    if any(role in values for role in _FIXED):
        return None
    month = _month(values) or ("season" in values and calendar.season_start(values["season"])) or None
    if month:
        return evaluate(values | {"year": calendar.nearest_year(anchor, month, None, 1)}, context, 1)
    return evaluate(values | {"year": anchor.year}, context, 1) if "half" in values or "quarter" in values else None


def _told(values: Values, context: Context) -> str | None:
    """ "the next year", "in two years" of a story: after the date before, if that is not yet to come; before it, where it
    stands close by and "ago" may mean "earlier"."""
    if "either" not in values or context.previous is None or context.today is None or "weekday" in values:
        return None
    if values.get("deictic") == 1 and "count" not in values:
        v = {role: value for role, value in values.items() if role != "deictic"} | {"anaphor": 1}
    elif values.get("distance") == 1 and "month" not in values:
        v = {role: value for role, value in values.items() if role != "distance"} | {"sequel": 1}
    elif values.get("distance") == -1 and context.close and "month" not in values:
        return evaluate({role: value for role, value in values.items() if role != "distance"} | {"sequel": -1}, context, 1)
    else:
        return None
    value = evaluate(v, context, 1)
    return value if value and value[:7] < context.today.isoformat()[:7] and value[:4] < str(context.today.year) else None


def _since_then(values: Values, context: Context) -> str | None:
    """ "on 29 February they asked for an answer within ten days": from the day that stands close by."""
    near = context.previous if context.close else None
    day = near.first if near is not None and near.first == near.last else None
    if day is None or "window" not in values or "unit" not in values or context.today is None or day >= context.today.isoformat():
        return None
    return calendar.window(dt.date.fromisoformat(day), values["unit"], values.get("count", 1) * values["window"])


def _dated(values: Values, context: Context) -> Values | None:
    """ "May of last year", "the first half of that year": the year put in its place."""
    v = dict(values)
    if "shorthand" in v:
        unit, shift = v.pop("shorthand").split()[:2]
        v |= {"unit": unit, "deictic": int(shift)}
    if "named" in v:
        v["year"] = v.pop("named")
    if "yy" in v and "year" not in v:
        v["year"] = v.pop("yy")
    if v.get("unit") in ("quarter", "half") and (number := v.pop("nth", None) or v.pop("ordinal", None) or v.pop("day", None)):
        v[v.pop("unit")] = min(number, 4)
    if v.get("unit") == "year" and "year2" in v and context.today:
        del v["unit"]
        v["year"] = context.today.year + v.pop("deictic", 0)
    inner = any(role in v for role in ("month", "mm", "monthnum", "season", "half", "quarter", "feast"))
    if inner and v.get("unit") == "year":
        base = context.anchor() if "anaphor" in v or "sequel" in v else context.today
        if base is None:
            return None
        step = v.pop("anaphor", None) if "anaphor" in v else v.pop("deictic", None)
        for counting in ("distance", "sequel"):
            step = v.pop("count", 1) * v.pop(counting) if counting in v else step or 0
        del v["unit"]
        v["year"] = base.year + step
    return v


def _feast(v: Values, context: Context, side: int) -> str | None:
    """A feast of a year that is written, counted, or the nearest."""
    today = context.today
    if "year" in v or today is None:
        day = feast_day(v["feast"], v["year"]) if "year" in v else None
        return day.isoformat() if day else None
    step = v.get("deictic") or side
    days = [d for n in (-1, 0, 1) if (d := feast_day(v["feast"], today.year + n))]
    near = [d for d in days if (d <= today if step < 0 else d >= today)]
    return (near[-1] if step < 0 else near[0]).isoformat() if near else None


def _is_nth(v: Values) -> bool:
    """ "the first Tuesday of October", "the last week of May", "the third day of the month", "the week of 5 May"."""
    if "nth" in v and "weekday" in v and v.get("unit") == "month":
        return True
    if _month(v) is None or not ("weekday" in v or "unit" in v):
        return False
    return "nth" in v or (v.get("unit") == "week" or (v.get("deictic") == -1 and ("weekday" in v or v.get("unit") == "day")))


def _nth(v: Values, context: Context, side: int) -> str | None:
    if v.get("unit") == "month":
        at = calendar.shift(context.today, "month", v.get("deictic", 0)) if context.today else None
        day = nth_weekday(int(at[:4]), int(at[5:7]), v["weekday"], v["nth"]) if at and "weekday" in v else None
        return day.isoformat() if day else None
    month = _month(v) or 0
    nth = v.get("nth") or v.get("deictic")
    year = v.get("year") or _year(month, v.get("day"), context, side)
    if not year:
        return None
    if "day" in v:
        start = calendar.stamp(year, month, v["day"])
        return calendar.week(dt.date.fromisoformat(start)) if start else None
    if not nth:
        return None
    if "weekday" in v:
        day = nth_weekday(year, month, v["weekday"], nth)
        return day.isoformat() if day else None
    return calendar.nth_day(year, month, nth) if v["unit"] == "day" else calendar.nth_week(year, month, nth) if v["unit"] == "week" else None


def _anaphor(v: Values, context: Context) -> str | None:
    """ "that October", "the following spring", "in the same month", "the same day"."""
    step = v["anaphor"]
    if "weekday" in v or v.get("unit") in ("day", "week"):
        return _near_day(v, context.anchor_day(), step)
    anchor = context.anchor_month() if v.get("unit") == "month" else context.anchor()
    if anchor is None:
        return None
    if "season" in v or "month" in v:
        month = v["month"] if "month" in v else calendar.season_start(v["season"])
        year = anchor.year if step == 0 else anchor.year + step if context.vague() else calendar.nearest_year(anchor, month, None, step, strict=True)
        return calendar.season(year, v["season"]) if "season" in v else calendar.stamp(year, month, v.get("day"))
    if "unit" not in v:
        return None
    if "count" in v:
        return calendar.span(anchor, v["unit"], min(step, step * v["count"]), max(step, step * v["count"])) if step else None
    day = v.get("day") or v.get("ordinal")
    value = calendar.shift(anchor, v["unit"], step)
    return f"{value}-{day:02d}" if value and day else value


def _near_day(v: Values, anchor: dt.date | None, step: int) -> str | None:
    """ "the next day", "that Tuesday", "on Friday of the same week"."""
    if anchor is None:
        return None
    if "weekday" in v:
        return counted(v | {"deictic": step}, anchor, 1) if "unit" in v else calendar.weekday(anchor, v["weekday"], step or 1, strict=True)
    if "count" in v:
        return calendar.span(anchor, v["unit"], min(step, step * v["count"]), max(step, step * v["count"])) if step else None
    return calendar.shift(anchor, v["unit"], step)


def _absolute(v: Values, context: Context, side: int) -> str | None:
    """Year, month and day as far as they are written; a year that is not is the nearest on the side asked for."""
    if "weekday" in v and "day" not in v and "ordinal" not in v:
        return calendar.weekday(context.today, v["weekday"], side) if context.today and context.sure else None
    if "season" in v:
        year = v.get("year") or _year(calendar.season_start(v["season"]), None, context, side)
        return calendar.season(year, v["season"]) if year else None
    if "half" in v or "quarter" in v:
        size, number = (6, v["half"]) if "half" in v else (3, v["quarter"])
        year = v.get("year") or _part_year(size * (number - 1) + 1, context, side)
        return calendar.months(year, size * (number - 1) + 1, size * number) if year else None
    return _written(v, context, side)


def _month(v: Values, suffix: str = "") -> int | None:
    return v.get(f"month{suffix}") or v.get(f"mm{suffix}") or v.get(f"monthnum{suffix}")


def _written(v: Values, context: Context, side: int) -> str | None:
    day, day2 = v.get("day") or v.get("ordinal"), v.get("day2") or v.get("ordinal2")
    month, month2, year, year2 = _month(v), _month(v, "2"), v.get("year"), v.get("year2")
    if year and v.get("yy2"):
        year2 = year // 100 * 100 + v["yy2"] % 100
    if month is None:
        return _yearly(year, year2) if year else _month_day(day, context, side)
    turn = int(bool(month2 and (month2, day2 or 31) < (month, day or 1)))
    start = year or (year2 - turn if year2 else None) or _near_year(month, day, v.get("weekday"), context, side)
    end = year2 or (start + turn if start else None)
    if not start or not end:
        return None
    first = calendar.stamp(start, month, day)
    if not (month2 or day2):
        return first
    return _interval(first, calendar.stamp(end, month2 or month, day2))


def _yearly(year: int, year2: int | None) -> str | None:
    return _interval(calendar.stamp(year), calendar.stamp(year2)) if year2 else calendar.stamp(year)


def _month_day(day: int | None, context: Context, side: int) -> str | None:
    """ "on the 15th": of the month of publication or the one beside it."""
    return calendar.month_day(context.today, day, side) if day and context.today and context.sure else None


def _interval(first: str | None, last: str | None) -> str | None:
    return f"{first}/{last}" if first and last and first <= last else None


def _part_year(month: int, context: Context, side: int) -> int | None:
    """The year of a half or quarter that begins with ``month``: looking back, of one that has begun."""
    today = context.today
    return today.year - (side < 0 and context.sure and month > today.month) if today else None


def _near_year(month: int, day: int | None, weekday: int | None, context: Context, side: int) -> int | None:
    """The year of a yearless day; a weekday beside it settles which."""
    year = _year(month, day, context, side)
    if year is None or weekday is None or day is None:
        return year
    for near in (year, year - side, year + side):
        stamp = calendar.stamp(near, month, day)
        if stamp and dt.date.fromisoformat(stamp).isoweekday() == weekday:
            return near
    return year


def _year(month: int, day: int | None, context: Context, side: int) -> int | None:
    """The year of a yearless month: the date's just before ("last spring, in April"), else by publication or the dates around."""
    today = context.today
    if today is None:
        return None
    near = context.beside
    if near and near.first and near.last:
        for year in sorted({int(near.first[:4]), int(near.last[:4])}):
            if near.first[:7] <= f"{year:04d}-{month:02d}" <= near.last[:7]:
                return year
    return calendar.nearest_year(today, month, day, side) if context.sure else today.year
