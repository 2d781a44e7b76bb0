"""What is known while a document's dates are resolved in order: the day to count from and the date before."""

import datetime as dt
from collections.abc import Callable, Sequence

from wektor.mentions.dates.calendar import stamp
from wektor.mentions.dates.finding import DateExpr
from wektor.model import Edtf

_CLOSE = 150
_BY = 60
_NEXT = 8
_YEAR, _MONTH, _DAY = 4, 7, 10  # letters of a date that is known so far


class Context:
    """``today`` is the day of publication, else one inferred from the dates around (then not ``sure``)."""

    def __init__(self, exprs: Sequence[DateExpr], published: str | None) -> None:
        self.previous: Edtf | None = None
        self.day: Edtf | None = None  # the last day that was named
        self._month: Edtf | None = None  # the last date before that is known to the month
        self.thread: Edtf | None = None  # the date before, where the text goes on telling from the one before it
        self.beside: Edtf | None = None
        self.close = False  # whether the date before stands close by
        self._last: tuple[Edtf, int] | None = None
        self.today = last_day(published) or _dateline(exprs)
        self.sure = self.today is not None
        self.grain = _DAY  # how far the day to count from is known: to the year, the month or the day
        if self.today is None:
            first = next((e for e in exprs if _written(e)), None)
            self.today, self.grain = (_written(first), _grain_of(first)) if first is not None else (None, _DAY)

    def come_to(self, at: int, opens: bool = False) -> None:
        """Go on to the expression at ``at``: ``beside`` is the date just before it, of which it may say more unless it ``opens`` a sentence."""
        near, self.beside = self._last, None
        self.close = near is not None and at - near[1] <= _BY and not opens
        if near is not None and at - near[1] <= _CLOSE:
            self.beside = near[0] if at - near[1] <= _NEXT and not opens else None
            self.previous = near[0]

    def remember(self, edtf: str | None, end: int, due: bool = False, written: bool = True) -> None:
        """The date before, for the next one; one that is still to come only for what stands close by.

        Without publication one that is ``written`` with its year is also the day to count from.
        """
        known = Edtf.parse(edtf) if edtf else None
        if known is None:
            return
        self._last = known, end
        if due or (self.sure and self.today and (known.first or "") > self.today.isoformat()):
            return
        self.previous = known
        if known.first is not None and known.first == known.last:
            self.day = known
        if known.first is not None and known.last is not None and known.first[:7] == known.last[:7]:
            self._month = known
        if not self.sure and written and (day := last_day(edtf)):
            self._infer(day, next((grain for grain in (_DAY, _MONTH) if (known.first or "")[:grain] == (known.last or "")[:grain]), _YEAR))

    def _infer(self, day: dt.date, grain: int) -> None:
        """The latest day that was written is the one to count from; the next year alone, which may be to come, only where no month was written."""
        vague = grain == _YEAR
        if self.today is not None and (self.grain == _YEAR) != vague:  # a month before a year alone, unless that lies well behind; a year alone before no month
            later = not vague and (day > self.today or day.year >= self.today.year - 1)
        else:
            later = self.today is None or day > self.today
        if later:
            self.today, self.grain = day, grain

    def go_on(self, story: str | None) -> None:
        """Tell on from ``story``, if the date before may have that value."""
        self.thread = (Edtf.parse(story) if story else None) or self.previous

    def told_on(self, value: Callable[[], str | None]) -> str | None:
        """A value with the story's date in the place of the date before; None where they are one."""
        thread, previous, day = self.thread, self.previous, self.day
        if thread is None or thread == previous:
            return None
        self.previous, self.day = thread, thread if thread.first is not None and thread.first == thread.last else day
        found = value()
        self.previous, self.day = previous, day
        return found

    def anchor(self) -> dt.date | None:
        """First day of the date before; where there is none, the day of publication."""
        return _first_day(self.previous) or (self.today if self.sure else None)

    def anchor_month(self) -> dt.date | None:
        """As ``anchor``, of what is counted in months: where the date before is a year or more, the date known to the month that stands before it."""
        known = self.previous
        yearly = known is not None and known.first is not None and known.last is not None and known.first[5:] == "01-01" and known.last[5:] == "12-31"
        return (_first_day(self._month) if yearly else None) or self.anchor()

    def thread_day(self) -> dt.date | None:
        """First day of the date from which a story goes on."""
        return _first_day(self.thread)

    def anchor_day(self) -> dt.date | None:
        """The last day that was named; where no date was, the day of publication."""
        if self.day is not None and self.day.first is not None:
            return dt.date.fromisoformat(self.day.first)
        return self.today if self.previous is None and self.sure else None

    def vague(self) -> bool:
        """Whether the date before leaves the month open."""
        known = self.previous
        return known is not None and known.first is not None and known.last is not None and known.first[:7] != known.last[:7]


def _first_day(known: Edtf | None) -> dt.date | None:
    text = (known.first or known.last) if known else None
    return dt.date.fromisoformat(text) if text else None


def last_day(text: str | None) -> dt.date | None:
    """A day; of a month or a year alone, its last day."""
    known = Edtf.parse(text) if text else None
    day = (known.last or known.first) if known else None
    return dt.date.fromisoformat(day) if day else None


def _dateline(exprs: Sequence[DateExpr]) -> dt.date | None:
    return next((d for e in exprs if e.dateline and {"day", "month", "year"} <= e.values.keys() and (d := _written(e))), None)


def _grain_of(expr: DateExpr) -> int:
    """How far it is written: to the year, the month or the day."""
    if not {"month", "monthnum", "mm"} & expr.values.keys():
        return _YEAR
    return _DAY if "day" in expr.values else _MONTH


def _written(expr: DateExpr) -> dt.date | None:
    """The day of an expression that has its year; of a year or month alone, its last day."""
    v = expr.values
    if "year" not in v:
        return None
    return last_day(stamp(v["year"], v.get("month") or v.get("monthnum") or v.get("mm"), v.get("day")))
