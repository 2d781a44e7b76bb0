"""Partners' shares and the number of deals a year before and after a day, and whether they differ."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import msgspec

from wektor.analysis.calendar import first_day, last_day
from wektor.analysis.covering import Sieve, last_report
from wektor.analysis.intervals import Estimate, deviate, difference, effective_number, rate_of, share_of
from wektor.analysis.partners import NOTES, shared_deals
from wektor.analysis.segments import Mark, Segments, add_logs
from wektor.analysis.shares import Measure, measure, shares, split
from wektor.model.answers import Basis, Shift, ShiftRow
from wektor.model.outlines import Outline, Survey
from wektor.model.register import View

FEWEST = 5  # deals on each side
_MOST = 8  # partners that are told apart when a day is looked for
_NOTES = (*NOTES[:3], "a deal falls where its first date does; the years run from the first deal to the last report",
          "each interval stands by itself; of deals of unequal size it is the wider",
          "where the day was found in the data, intervals hold for all days that were looked at together")  # fmt: skip


class _Placed(msgspec.Struct, frozen=True):
    """A deal with its partners, how much it counts, and the days that its first date can mean."""

    deal: Outline
    partners: tuple[str, ...]
    amount: float
    first: str
    last: str


class _Side(msgspec.Struct, frozen=True):
    """The deals on one side of the day: how many and over how many years, and the partners' shares."""

    held: tuple[_Placed, ...]
    years: float

    @property
    def shares(self) -> dict[str, float]:
        """Each partner's share."""
        return shares(split([(p.partners, p.amount) for p in self.held]))


def shift(view: View | Survey, state: str, at: str | None = None, basis: Basis = "deals", currency: str | None = None, level: float = 0.9) -> Shift:
    """What changed in a state's partners at a day; where none is given, at the likeliest one."""
    sieve = Sieve(view)
    placed, by = _place(state, basis, currency, sieve)
    end = max([last_report(sieve.survey) or ""] + [p.last for p in placed])
    looks = _days(placed) if at is None else (at,)
    day, chance = (at, None) if at else _find(placed, looks, end)
    z = deviate(level, max(1, len(looks)))
    before, after = _sides(placed, day, end, sieve)
    thin = _thin(before, after, day, chance)
    rows = [_row(name, before, after, z, thin) for name in sorted({n for side in (before, after) for p in side.held for n in p.partners})]
    rate = [rate_of(len(s.held), s.years, z) if s.years > 0 else None for s in (before, after)]
    change = difference(rate[0], rate[1]) if rate[0] and rate[1] else None
    return Shift(title=f"{state} before and after {day or 'a day'}", state=state, at=day, found=at is None, chance=chance, basis=basis, unit=by.unit, level=level,
                 deals_before=len(before.held), deals_after=len(after.held), rate_before=_value(rate[0]), rate_after=_value(rate[1]),
                 rate_change=_value(change), rate_low=change.low if change else None, rate_high=change.high if change else None, thin=thin,
                 rows=tuple(sorted(rows, key=lambda r: (-abs(r.change or 0.0), -(r.after or 0.0), r.partner))), coverage=sieve.coverage(), notes=_NOTES)  # fmt: skip


def _value(estimate: Estimate | None) -> float | None:
    return estimate.value if estimate else None


def _place(state: str, basis: Basis, currency: str | None, sieve: Sieve) -> tuple[list[_Placed], Measure]:
    held = shared_deals(state, sieve)
    by, placed = measure(basis, (d for d, _ in held), currency), []
    for deal, partners in held:
        first, last, amount = first_day(deal.first), last_day(deal.first), by.of(deal)
        if first and last and amount is not None:
            placed.append(_Placed(deal, partners, amount, first, last))
        else:
            sieve.leave(deal.id, "no date" if not first else by.why_not(deal.value, deal.currency))
    return sorted(placed, key=lambda p: (p.first, p.deal.id)), by


def _days(placed: Sequence[_Placed]) -> tuple[str, ...]:
    """The beginnings of years that have enough deals on either side."""
    years = range(int(placed[0].first[:4]) + 1, int(placed[-1].first[:4]) + 1) if placed else ()
    days = [f"{year:04}-01-01" for year in years]
    return tuple(d for d in days if sum(p.last < d for p in placed) >= FEWEST <= sum(p.first >= d for p in placed))


def _find(placed: Sequence[_Placed], days: Sequence[str], end: str) -> tuple[str | None, float | None]:
    """The day at which one cut is likeliest, by number a year and mix of partners; and how likely any is, against none."""
    if not days:
        return None, None
    often = [name for name, _ in Counter(n for p in placed for n in p.partners).most_common(_MOST)]
    marks = [Mark(_ordinal(p.first), _ordinal(p.last) + 1, often.index(n) if n in often else len(often), 1 / len(p.partners)) for p in placed for n in p.partners]
    grid = (marks[0].first, *map(_ordinal, days), max(_ordinal(end) + 1, _ordinal(days[-1]) + 1))
    segments, last = Segments(marks, grid, len(often) + 1), len(grid) - 1
    cut = [segments.of(0, i) + segments.of(i, last) for i in range(1, last)]
    odds = add_logs(cut) - segments.of(0, last)
    return days[max(range(len(cut)), key=lambda i: cut[i])], 1 / (1 + 2.0 ** min(500, max(-500, -odds / 0.6931471805599453)))


def _ordinal(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal()


def _sides(placed: Sequence[_Placed], day: str | None, end: str, sieve: Sieve) -> tuple[_Side, _Side]:
    if day is None:
        return _Side((), 0.0), _Side((), 0.0)
    before, after = (tuple(p for p in placed if p.last < day), tuple(p for p in placed if p.first >= day))
    sieve.take(*(p.deal.id for p in (*before, *after)))
    for p in placed:
        if p.first < day <= p.last:
            sieve.leave(p.deal.id, "its date lies on both sides")
    begin = before[0].first if before else day
    return _Side(before, (_ordinal(day) - _ordinal(begin)) / 365.25), _Side(after, max(0, _ordinal(end) + 1 - _ordinal(day)) / 365.25 if end else 0.0)


def _thin(before: _Side, after: _Side, day: str | None, chance: float | None) -> str | None:
    if day is None:
        return f"there is no year with {FEWEST} dated deals before it and {FEWEST} from it on"
    if min(len(before.held), len(after.held)) < FEWEST:
        return f"{len(before.held)} deals before and {len(after.held)} after: {FEWEST} on each side are wanted"
    return f"no day stands out: that there is a break has a chance of {chance:.0%}" if chance is not None and chance < 0.5 else None


def _row(name: str, before: _Side, after: _Side, z: float, thin: str | None) -> ShiftRow:
    sides = [share_of(s.shares.get(name, 0.0), effective_number(p.amount for p in s.held), z) if s.held else None for s in (before, after)]
    change = difference(sides[0], sides[1]) if sides[0] and sides[1] else None
    sure = thin is None and change is not None and not change.low <= 0 <= change.high
    return ShiftRow(partner=name, before=_value(sides[0]), after=_value(sides[1]), change=_value(change), low=change.low if change else None,
                    high=change.high if change else None, sure=sure,
                    deals=tuple(p.deal.id for s in (before, after) for p in s.held if name in p.partners))  # fmt: skip
