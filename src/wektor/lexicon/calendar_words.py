"""lang/<code>/dates.yaml: how a language writes dates."""

import msgspec


class DatePattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One way to write a date.

    ``match`` is a regular expression with placeholders {D} {D2} day, {M} {M2} month's name, {N} month's number, {Y}
    {Y2} year, {y2} short end year, {W} weekday, {S} season, {n} number, {dec} decade word. The rest says what is not written: an offset to the day of publication
    (``years``, ``months``, ``weeks``, ``days``), or to the date before (``base: previous``); ``part`` of a span (q1-q4, h1, h2,
    late, early, mid); ``modifier``; ``span`` since or until; ``opened`` asks for a preposition of ``openers`` or ``lead`` before it.
    """

    match: str
    base: str = "published"
    years: int | None = None
    months: int | None = None
    weeks: int | None = None
    days: int | None = None
    unit: str | None = None
    sign: int = 1
    part: str | None = None
    modifier: str | None = None
    span: str | None = None
    opened: bool = False


class DatePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words of the calendar in every form they take in text, lower case, and the patterns, best first."""

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, int] = {}
    decades: dict[str, int] = {}
    numbers: dict[str, int] = {}
    anchors: list[str] = []
    openers: list[str] = []
    lead: dict[str, str] = {}
    patterns: list[DatePattern] = []
