"""Planned against actual dates: how late what came came, and what is overdue on a day."""

from collections.abc import Callable, Iterator
from statistics import median

from wektor.analysis.calendar import first_day, last_day, months
from wektor.analysis.covering import Sieve
from wektor.analysis.plans import due_dates
from wektor.model.answers import SlipGroup, Slippage, SlipRow
from wektor.model.register import Cell, Deal, Stage, View

_NOTES = ("months from the end of the first planned date to the beginning of the actual one; less than nothing is early",
          "overdue: the newest planned date has passed and no report says that it came",
          "a date at which a plan was only announced, by what was signed then or reported later, is no planned date", "each deal by the latest stage that has a planned date")  # fmt: skip
_BY: dict[str, Callable[[SlipRow], str | None]] = {"partner": lambda r: r.partner, "item": lambda r: r.item, "kind": lambda r: r.kind}


def slippage(view: View, day: str) -> Slippage:
    """Every deal with a planned date: what came of it by a day. The overdue stand first, then the latest."""
    sieve = Sieve(view)
    rows: list[SlipRow] = []
    for deal in sieve.standing(view.deals.values()):
        found = next(_slips(view, deal, day), None)
        if found is None:
            sieve.leave(deal.id, "no planned date")
        else:
            sieve.take(deal.id)
            rows.append(found)
    ordered = sorted(rows, key=lambda r: (r.standing != "overdue", -r.months, r.deals))
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


def _slips(view: View, deal: Deal, day: str) -> Iterator[SlipRow]:
    """The stages with a planned date, the latest stage first; those that came stand before those that did not."""
    held = [(s, due) for s in reversed(deal.stages) if (due := list(due_dates(view, deal, s)))]
    for stage, due in sorted(held, key=lambda h: not h[0].actual):
        planned = min((str(c.value) for c in due), key=lambda d: last_day(d) or "")
        newest = max(due, key=lambda c: (_told(view, c), last_day(str(c.value)) or "")) if len(due) > 1 else due[0]
        actual = min((str(c.value) for c in stage.actual if first_day(str(c.value))), key=lambda d: first_day(d) or "", default=None)
        standing, late = _judge(deal, stage, (planned, str(newest.value), actual), day)
        yield SlipRow(stage=stage.name, partner=deal.giver_states[0] if deal.giver_states else None, takers=deal.taker_states, item=deal.item,
                      kind=deal.kind, planned=planned, newest=str(newest.value), actual=actual, months=late, standing=standing, deals=(deal.id,))  # type: ignore[arg-type]  # fmt: skip


def _judge(deal: Deal, stage: Stage, dates: tuple[str, str, str | None], day: str) -> tuple[str, int]:
    planned, newest, actual = dates
    first, due = last_day(planned) or day, last_day(newest) or day
    if actual:
        return "came", months(first, first_day(actual) or day)
    if due < day:
        return "overdue", months(due, day)
    return ("put off", months(first, due)) if first < due else ("due", 0)


def _told(view: View, cell: Cell) -> str:
    """When a value was last told."""
    return max((view.claims[c].published or "" for c in cell.sources if c in view.claims), default="")
