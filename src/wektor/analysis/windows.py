"""How partners' shares and concentration change over windows of years."""

from wektor.analysis.calendar import first_day
from wektor.analysis.covering import Sieve
from wektor.analysis.partners import NOTES, Shared, shared_deals
from wektor.analysis.shares import FORMULA, Measure, effective, hhi, measure, shares, split
from wektor.model.answers import Basis, WindowRow, Windows
from wektor.model.outlines import Survey
from wektor.model.register import View


def windows(view: View | Survey, state: str, years: int, basis: Basis = "deals", currency: str | None = None) -> Windows:
    """Shares by windows of so many years, counted from multiples of their length; a deal falls where its first date does."""
    sieve = Sieve(view)
    held = shared_deals(state, sieve)
    by = measure(basis, (d for d, _ in held), currency)
    placed: dict[int, Shared] = {}
    for deal, others in held:
        day = first_day(deal.first)
        if day is None or by.of(deal) is None:
            sieve.leave(deal.id, by.why_not(deal.value, deal.currency) if day else "no date")
        else:
            sieve.take(deal.id)
            placed.setdefault(int(day[:4]) // years * years, []).append((deal, others))
    rows: list[WindowRow] = []
    for start in range(min(placed), max(placed) + 1, years) if placed else ():
        rows += _window(start, years, placed, by)
    return Windows(title=f"Partners of {state}, windows of {years} years", state=state, basis=basis, unit=by.unit, years=years, rows=tuple(rows),
                   coverage=sieve.coverage(), notes=(*NOTES[:3], "a deal falls into the window of its first date", FORMULA))  # fmt: skip


def _window(start: int, years: int, placed: dict[int, Shared], by: Measure) -> list[WindowRow]:
    now, before = (_shares(placed.get(s, []), by) for s in (start, start - years))
    index = hhi(now.values())
    return [WindowRow(since=start, until=start + years - 1, partner=name, share=now.get(name, 0.0), hhi=index, effective=effective(index),
                      change=now.get(name, 0.0) - before.get(name, 0.0) if before and now else None,
                      deals=tuple(d.id for d, others in placed.get(start, []) if name in others))
            for name in sorted({*now, *(before if now else ())}, key=lambda n: (-now.get(n, 0.0), n))]  # fmt: skip


def _shares(held: Shared, by: Measure) -> dict[str, float]:
    return shares(split([(others, by.of(deal) or 0.0) for deal, others in held]))
