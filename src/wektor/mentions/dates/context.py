"""What is known while a document's dates are resolved in order: the day to count from and the date before."""

import datetime as dt
from collections.abc import Sequence

from wektor.mentions.dates.calendar import stamp
from wektor.mentions.dates.finding import DateExpr
from wektor.model import Edtf


class Context:
    """``today`` is the day of publication, else one inferred from the dates around (then not ``sure``)."""

    def __init__(self, exprs: Sequence[DateExpr], published: str | None) -> None:
        self.previous: Edtf | None = None
        self.today = last_day(published) or _dateline(exprs)
        self.sure = self.today is not None
        if self.today is None:
            self.today = next((d for e in exprs if (d := _written(e))), None)

    def remember(self, edtf: str | None) -> None:
        """The date before, for the next one, unless it is still to come; without publication it is also the day to count from."""
        known = Edtf.parse(edtf) if edtf else None
        if known is None or (self.sure and self.today and (known.first or "") > self.today.isoformat()):
            return
        self.previous = known
        if not self.sure and (day := last_day(edtf)):
            self.today = day

    def anchor(self) -> dt.date | None:
        """First day of the date before; where there is none, the day of publication."""
        known = self.previous
        text = (known.first or known.last) if known else None
        return dt.date.fromisoformat(text) if text else self.today if self.sure else None

    def exact(self) -> bool:
        """Whether the date before is a day."""
        if self.previous is None:
            return self.sure
        return self.previous.first is not None and self.previous.first == self.previous.last


def last_day(text: str | None) -> dt.date | None:
    """A day; of a month or a year alone, its last day."""
    known = Edtf.parse(text) if text else None
    day = (known.last or known.first) if known else None
    return dt.date.fromisoformat(day) if day else None


def _dateline(exprs: Sequence[DateExpr]) -> dt.date | None:
    return next((d for e in exprs if e.dateline and {"day", "month", "year"} <= e.values.keys() and (d := _written(e))), None)


def _written(expr: DateExpr) -> dt.date | None:
    """The day of an expression that has its year; of a year or month alone, its last day."""
    v = expr.values
    if "year" not in v:
        return None
    return last_day(stamp(v["year"], v.get("month") or v.get("monthnum") or v.get("mm"), v.get("day")))
