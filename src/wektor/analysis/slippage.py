"""Planned against actual dates: how late what came came, and what is overdue on a day."""

from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from statistics import median
from typing import Literal

from wektor.analysis.calendar import last_day, months, months_apart
from wektor.analysis.covering import Sieve
from wektor.model.answers import SlipGroup, Slippage, SlipRow
from wektor.model.outlines import Due, Outline, Survey
from wektor.model.register import View

Standing = Literal["came", "overdue", "put off", "due"]

_NOTES = ("months between the first planned date and the actual one; none where the one may lie in the other, such as a day in the year that was planned; less than nothing is early",
          "overdue: the newest planned date has passed and no report says that it came",
          "a date at which a plan was only announced, by what was signed then or reported later, is no planned date", "each deal by the latest stage that has a planned date")  # fmt: skip
_LATEST = 1 << 20  # months: more than anything can be late
_BY: dict[str, Callable[[SlipRow], str | None]] = {"partner": lambda r: r.partner, "item": lambda r: r.item, "kind": lambda r: r.kind}


def slippage(view: View | Survey, day: str, state: str | None = None) -> Slippage:
    """Every deal with a planned date: what came of it by a day. The overdue stand first, then the latest.

    Seen from a ``state`` the partner is the other side, of what it gives the taker.
    """
    sieve = Sieve(view)
    rows: list[SlipRow] = []
    for deal in sieve.standing(sieve.survey.deals.values()):
        if deal.due is None:
            sieve.leave(deal.id, "no planned date")
        else:
            rows.append(_row(deal, deal.due, day, state))
    sieve.take(*[r.deals[0] for r in rows])
    ordered = sorted(sorted(rows, key=attrgetter("deals")), key=lambda r: (_LATEST if r.standing != "overdue" else 0) - r.months)
    return _sum(f"Slippage as of {day}", day, ordered, ordered, sieve)


def group_slips(found: Slippage, by: str) -> Slippage:
    """The same by ``partner``, ``item`` or ``kind``; the worst median stands first."""
    groups: dict[str, list[SlipRow]] = {}
    for row in found.rows:
        if isinstance(row, SlipRow):
            groups.setdefault(_BY[by](row) or "not named", []).append(row)
    rows = sorted((_group(by, of, own) for of, own in groups.items()), key=lambda g: (-(g.median if g.median is not None else -1e9), -g.overdue, g.of))
    return Slippage(title=f"{found.title}, by {by}", day=found.day, measured=found.measured, median=found.median, worst=found.worst,
                    overdue=found.overdue, rows=tuple(rows), coverage=found.coverage, notes=found.notes)  # fmt: skip


def _group(by: str, of: str, own: list[SlipRow]) -> SlipGroup:
    came = [r.months for r in own if r.standing == "came"]
    return SlipGroup(by=by, of=of, measured=len(came), median=median(came) if came else None, worst=max(came, default=None),
                     overdue=sum(r.standing == "overdue" for r in own), due=sum(r.standing in ("due", "put off") for r in own),
                     deals=tuple(d for r in own for d in r.deals))  # fmt: skip


def _sum(title: str, day: str, rows: list[SlipRow], all_rows: list[SlipRow], sieve: Sieve) -> Slippage:
    came = [r.months for r in all_rows if r.standing == "came"]
    return Slippage(title=title, day=day, measured=len(came), median=median(came) if came else None, worst=max(came, default=None),
                    overdue=sum(r.standing == "overdue" for r in all_rows), rows=tuple(rows), coverage=sieve.coverage(), notes=_NOTES)  # fmt: skip


def _row(deal: Outline, due: Due, day: str, state: str | None) -> SlipRow:
    standing, late = _judge(due.planned, due.newest, due.actual, day)
    return SlipRow(stage=due.stage, partner=_partner(deal, state), takers=deal.taker_states, item=deal.item, kind=deal.kind,
                   planned=due.planned, newest=due.newest, actual=due.actual, months=late, standing=standing, deals=(deal.id,))  # fmt: skip


def _partner(deal: Outline, state: str | None) -> str | None:
    """The first who gives; of those who give and take none is the state itself."""
    sides = deal.giver_states if state is None else (s for s in (*deal.giver_states, *deal.taker_states) if s != state)
    return next(iter(sides), None)


@lru_cache(maxsize=1 << 15)  # a register has many deals and few dates
def _judge(planned: str, newest: str, actual: str | None, day: str) -> tuple[Standing, int]:
    first, due = last_day(planned) or day, last_day(newest) or day
    if actual:
        return "came", months_apart(planned, actual)
    if due < day:
        return "overdue", months(due, day)
    return ("put off", months(first, due)) if first < due else ("due", 0)
