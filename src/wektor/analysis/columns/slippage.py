"""Planned against actual dates: how late what came came, and what is overdue on a day."""

from collections.abc import Sequence
from statistics import median
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from wektor.analysis.calendar import last_day, months, months_apart
from wektor.analysis.columns.sifting import COVERING, Sift, columns_of
from wektor.model.answers import Coverage, Slippage, SlipRow
from wektor.model.columns import Columns
from wektor.model.outlines import Ids, Survey
from wektor.model.register import View

COLUMNS = ("kind", "status", "giver_states", "taker_states", "item", "due", *COVERING)

Standing = Literal["came", "overdue", "put off", "due"]

_NOTES = ("months between the first planned date and the actual one; none where the one may lie in the other, such as a day in the year that was planned; less than nothing is early",
          "overdue: the newest planned date has passed and no report says that it came",
          "a date at which a plan was only announced, by what was signed then or reported later, is no planned date", "each deal by the latest stage that has a planned date")  # fmt: skip
_LATEST = 1 << 20  # months: more than anything can be late


def slippage(view: View | Survey | Columns, day: str, state: str | None = None) -> Slippage:
    """Every deal with a planned date: what came of it by a day. The overdue stand first, then the latest.

    Seen from a ``state`` the partner is the other side, of what it gives the taker.
    """
    sift = Sift(columns_of(view, COLUMNS))
    sift.stand()
    sift.leave(np.array([0 if due is None else -1 for due in sift.values("due")], dtype=np.int64)[sift.codes("due")], ("no planned date",))
    judged = [_judge(due.planned, due.newest, due.actual, day) if due else ("due", 0) for due in sift.values("due")]
    rank = np.array([(_LATEST if standing != "overdue" else 0) - late for standing, late in judged], dtype=np.int64)
    rows = _rows(sift, np.argsort(rank[sift.codes("due")], kind="stable"), judged, state)
    return _sum(f"Slippage as of {day}", day, rows, sift.coverage())


def _rows(sift: Sift, order: NDArray[np.int64], judged: Sequence[tuple[Standing, int]], state: str | None) -> list[SlipRow]:
    """A row for each deal that was taken in, in an order of them."""
    givers, takers, items, kinds, dues = (sift.values(name) for name in ("giver_states", "taker_states", "item", "kind", "due"))
    ids = sift.ids()
    columns = (sift.codes(name)[order].tolist() for name in ("giver_states", "taker_states", "item", "kind", "due"))
    return [SlipRow(stage=dues[d].stage, partner=_partner(givers[g], takers[t], state), takers=takers[t], item=items[i], kind=kinds[k], planned=dues[d].planned, newest=dues[d].newest,
                    actual=dues[d].actual, months=judged[d][1], standing=judged[d][0], deals=(ids[place],))
            for place, g, t, i, k, d in zip(order.tolist(), *columns, strict=True)]  # fmt: skip


def _partner(givers: Ids, takers: Ids, state: str | None) -> str | None:
    """The first who gives; of those who give and take none is the state itself."""
    if state is None:
        return givers[0] if givers else None
    return next((s for s in (*givers, *takers) if s != state), None)


def _sum(title: str, day: str, rows: list[SlipRow], coverage: Coverage) -> Slippage:
    came = [r.months for r in rows if r.standing == "came"]
    return Slippage(title=title, day=day, measured=len(came), median=median(came) if came else None, worst=max(came, default=None),
                    overdue=sum(r.standing == "overdue" for r in rows), rows=tuple(rows), coverage=coverage, notes=_NOTES)  # fmt: skip


def _judge(planned: str, newest: str, actual: str | None, day: str) -> tuple[Standing, int]:
    first, due = last_day(planned) or day, last_day(newest) or day
    if actual:
        return "came", months_apart(planned, actual)
    if due < day:
        return "overdue", months(due, day)
    return ("put off", months(first, due)) if first < due else ("due", 0)
