"""The day of a feast in a year, from its rule: a fixed day, the nth weekday of a month, Easter, the Islamic calendar."""

import calendar
import datetime as dt
import re

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_RULE = re.compile(r"(?:(easter|orthodox)([+-]\d+)?|(\d\d)-(\d\d)|(\d\d)-([a-z]{3})-(-?\d)|hijri (\d\d)-(\d\d))\Z")
_HIJRA = 227015
"""The ordinal of the first day of the Islamic calendar, by civil reckoning."""


def feast_day(rule: str, year: int) -> dt.date | None:
    """The day; None where the rule is none, or the year has no such day."""
    match = _RULE.match(rule)
    if match is None:
        return None
    church, shift, month, day, nth_month, weekday, nth, moon, moon_day = match.groups()
    if church:
        return easter(year, church == "orthodox") + dt.timedelta(days=int(shift or 0))
    if month:
        return dt.date(year, int(month), min(int(day), calendar.monthrange(year, int(month))[1]))
    if nth_month:
        return nth_weekday(year, int(nth_month), _WEEKDAYS.index(weekday) + 1, int(nth))
    return islamic(year, int(moon), int(moon_day))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """The nth Monday (1) to Sunday (7) of a month; -1 is the last, -2 the last but one."""
    days = [dt.date(year, month, d) for d in range(1, calendar.monthrange(year, month)[1] + 1)]
    mine = [d for d in days if d.isoweekday() == weekday]
    at = nth if nth < 0 else nth - 1
    return mine[at] if -len(mine) <= at < len(mine) else None


def easter(year: int, orthodox: bool = False) -> dt.date:
    """Easter Sunday by the Gregorian or, for Orthodox churches, the Julian reckoning, as a Gregorian day."""
    golden = year % 19
    if orthodox:
        moon = (19 * golden + 15) % 30
        day = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + moon + 114
        return dt.date(year, day // 31, day % 31 + 1) + dt.timedelta(days=year // 100 - year // 400 - 2)
    century, rest = divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    day = moon + week - 7 * ((golden + 11 * moon + 22 * week) // 451) + 114
    return dt.date(year, day // 31, day % 31 + 1)


def islamic(year: int, month: int, day: int) -> dt.date | None:
    """The first such day of the Islamic year that falls in ``year``."""
    for moon_year in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3):
        ordinal = day + (59 * (month - 1) + 1) // 2 + (moon_year - 1) * 354 + (3 + 11 * moon_year) // 30 + _HIJRA - 1
        if ordinal > 0 and (found := dt.date.fromordinal(ordinal)).year == year:
            return found
    return None
