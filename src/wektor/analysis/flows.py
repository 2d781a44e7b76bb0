"""What flows between states, or states and firms, as deals tell."""

from collections.abc import Iterator, Mapping

import msgspec

from wektor.analysis.calendar import first_day
from wektor.analysis.covering import Sieve
from wektor.analysis.shares import Measure
from wektor.model.outlines import Label, Outline

_FIRMS = ("firm", "institute", "agency", "other")  # whatever is no ministry, force or alliance acts for itself


class Flow(msgspec.Struct, frozen=True):
    """A part of a deal's amount that passes from one to another; ``year`` is that of its first date."""

    source: str
    target: str
    amount: float
    deal: Outline
    year: int | None


def flows(by: Measure, firms: bool, sieve: Sieve) -> Iterator[Flow]:
    """The flows of all standing deals, each deal's amount split evenly over its pairs; between equals half flows each way."""
    for deal in sieve.standing(sieve.survey.deals.values()):
        pairs = list(_pairs(deal, sieve.survey.entities if firms else None))
        amount = by.of(deal)
        if not pairs or amount is None:
            sieve.leave(deal.id, by.why_not(deal) if pairs else "one side is not named")
            continue
        day = first_day(deal.first)
        for source, target in pairs:
            yield Flow(source, target, amount / len(pairs), deal, int(day[:4]) if day else None)


def _pairs(deal: Outline, entities: Mapping[str, Label] | None) -> Iterator[tuple[str, str]]:
    givers, takers = (_side(bodies, states, entities) for bodies, states in ((deal.givers, deal.giver_states), (deal.takers, deal.taker_states)))
    if givers:
        yield from ((g, t) for g in givers for t in takers if g != t)
    else:
        yield from ((a, b) for a in takers for b in takers if a != b)


def _side(bodies: tuple[str, ...], states: tuple[str, ...], entities: Mapping[str, Label] | None) -> list[str]:
    """Who acts on a side: its firms, and the states that no firm stands for; or the states alone."""
    if entities is None:
        return list(states)
    named = {ident: entity.state for ident in bodies if (entity := entities.get(ident)) and entity.kind in _FIRMS}
    return [*sorted(named), *(s for s in states if s not in named.values())]
