"""Dates counted from the day of publication or from the date before: "two years ago", "last week", "a month later"."""

import datetime as dt
from typing import Any

from wektor.mentions.dates import calendar
from wektor.mentions.dates.context import Context

Values = dict[str, Any]


def counted(v: Values, today: dt.date, side: int) -> str | None:
    """Counted from publication; None where nothing is."""
    if "adverb" in v and "unit" not in v:
        return calendar.shift(today, "day", v["adverb"])
    if "distance" in v and "unit" in v:
        return _distant(today, v["unit"], v.get("count", 1) * v["distance"])
    if "window" in v and "unit" in v:
        return calendar.window(today, v["unit"], v.get("count", 1) * v["window"])
    if "distance" in v and "weekday" in v:
        return calendar.nth_from(today, v["weekday"], v.get("count", 1) * v["distance"])
    if "unit" in v and "weekday" in v:
        return _in_week(today, v)
    if "unit" in v and "count" in v and v.get("deictic"):
        step, count, unit = v["deictic"], v["count"], v["unit"]
        if unit == "decade":
            count, unit = count * 10, "year"
        return calendar.span(today, unit, min(step, step * count), max(step, step * count))
    if "unit" in v:
        return _in_unit(v, today, side)
    return _pointed(v, today, side) if "deictic" in v else None


def _in_unit(v: Values, today: dt.date, side: int) -> str | None:
    """ "last year", "the 20th of next month"; "the weekend" alone is the last or the next."""
    if v["unit"] == "weekend" and "deictic" not in v:
        return calendar.weekend(dt.date.fromisoformat(calendar.weekday(today, 6, side)))
    if v["unit"] == "decade":
        return _decade(v, today)
    day = v.get("day") or v.get("ordinal")
    value = calendar.shift(today, v["unit"], v.get("deictic", 0))
    return f"{value}-{day:02d}" if value and day and len(value) == 7 else value


def _decade(v: Values, today: dt.date) -> str | None:
    """ "the next decade", "the end of the decade": decades begin with a nought; by its end is by its last year."""
    first = (today.year // 10 + v.get("deictic", 0)) * 10
    return calendar.stamp(first + 9) if v.get("lead") == "by" else calendar.decade(first, v.get("part"))


def _distant(anchor: dt.date, unit: str, count: int) -> str | None:
    """Weeks lead to a day, but only about."""
    moved = calendar.move(anchor, unit, count) if unit in ("week", "fortnight") else None
    return f"{moved}~" if moved else calendar.shift(anchor, *_in_months(unit, count))


def _in_months(unit: str, count: int) -> tuple[str, int]:
    """Halves and quarters of a year that are counted are six and three months."""
    return ("month", count * (6 if unit == "half" else 3)) if unit in ("half", "quarter") else (unit, count)


def _in_week(today: dt.date, v: Values) -> str | None:
    """ "on Tuesday of last week"."""
    moved = calendar.move(today, "week", v.get("deictic", 0))
    return (moved + dt.timedelta(days=v["weekday"] - moved.isoweekday())).isoformat() if moved and v["unit"] == "week" else None


def _pointed(v: Values, today: dt.date, side: int) -> str | None:
    """ "next May", "last Tuesday", "this spring"."""
    step = v["deictic"]
    if "weekday" in v:
        here = (today + dt.timedelta(days=v["weekday"] - today.isoweekday())).isoformat()
        if step:
            return calendar.nth_from(today, v["weekday"], step)
        suits = here <= today.isoformat() if side < 0 else here >= today.isoformat()
        return here if suits else calendar.weekday(today, v["weekday"], side)
    if "season" in v:
        return calendar.this_season(today, v["season"], step)
    if "month" not in v:
        return None
    year = calendar.nearest_year(today, v["month"], None, step, strict=True) if step else today.year
    return calendar.stamp(year + (step - 1 if step > 1 else step + 1 if step < -1 else 0), v["month"], v.get("day"))


def sequel(v: Values, context: Context) -> str | None:
    """ "two years later", "a month earlier": from the date before."""
    if "unit" not in v:
        return None
    unit, count = v["unit"], v.get("count", 1) * v["sequel"]
    if unit in ("day", "week", "fortnight"):
        day = context.anchor_day()
        moved = calendar.move(day, unit, count) if day else None
        return moved.isoformat() if moved else None
    unit, count = _in_months(unit, count)
    anchor = context.anchor_month() if unit == "month" else context.anchor()
    return calendar.shift(anchor, unit, count) if anchor else None
