"""What flows between states, or states and firms, as deals tell."""

from collections.abc import Iterator

import msgspec

from wektor.analysis.calendar import first_day
from wektor.analysis.covering import Sieve
from wektor.analysis.shares import Measure
from wektor.model.register import Cell, Deal, View

_FIRMS = ("firm", "institute", "agency", "other")  # whatever is no ministry, force or alliance acts for itself


class Flow(msgspec.Struct, frozen=True):
    """A part of a deal's amount that passes from one to another; ``year`` is that of its first date."""

    source: str
    target: str
    amount: float
    deal: Deal
    year: int | None


def flows(view: View, by: Measure, firms: bool, sieve: Sieve) -> Iterator[Flow]:
    """The flows of all standing deals, each deal's amount split evenly over its pairs; between equals half flows each way."""
    for deal in sieve.standing(view.deals.values()):
        pairs = list(_pairs(view, deal, firms))
        amount = by.of(deal)
        if not pairs or amount is None:
            sieve.leave(deal.id, by.why_not(deal) if pairs else "one side is not named")
            continue
        day = first_day(deal.first)
        for source, target in pairs:
            yield Flow(source, target, amount / len(pairs), deal, int(day[:4]) if day else None)


def _pairs(view: View, deal: Deal, firms: bool) -> Iterator[tuple[str, str]]:
    givers, takers = (_side(view, cells, states, firms) for cells, states in ((deal.givers, deal.giver_states), (deal.takers, deal.taker_states)))
    if givers:
        yield from ((g, t) for g in givers for t in takers if g != t)
    else:
        yield from ((a, b) for a in takers for b in takers if a != b)


def _side(view: View, cells: tuple[Cell, ...], states: tuple[str, ...], firms: bool) -> list[str]:
    """Who acts on a side: its firms, and the states that no firm stands for; or the states alone."""
    if not firms:
        return list(states)
    named = {ident: entity.state for c in cells if (entity := view.entities.get(ident := str(c.value))) and entity.kind in _FIRMS}
    return [*sorted(named), *(s for s in states if s not in named.values())]
