"""What flows between states, or states and firms, as deals tell."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec

from wektor.analysis.calendar import first_day
from wektor.analysis.covering import Sieve
from wektor.analysis.shares import Measure
from wektor.model.outlines import Label, Outline

_FIRMS = ("firm", "institute", "agency", "other")  # whatever is no ministry, force or alliance acts for itself


class Flow(msgspec.Struct, frozen=True, gc=False):
    """A deal, the pairs between which it flows, how much to each, and the year of its first date."""

    deal: Outline
    pairs: tuple[tuple[str, str], ...]
    amount: float
    year: int | None


def flows(by: Measure, firms: bool, sieve: Sieve) -> Iterator[Flow]:
    """The flows of all standing deals, each deal's amount split evenly over its pairs; between equals half flows each way."""
    for deal in sieve.standing(sieve.survey.deals.values()):
        pairs = _pairs(*_sides(deal, sieve.survey.entities)) if firms else _pairs(deal.giver_states, deal.taker_states)
        amount = by.of(deal)
        if not pairs or amount is None:
            sieve.leave(deal.id, by.why_not(deal) if pairs else "one side is not named")
            continue
        day = first_day(deal.first)
        yield Flow(deal, pairs, amount / len(pairs), int(day[:4]) if day else None)


@lru_cache(maxsize=1 << 15)  # of the states alone there are few pairs
def _pairs(givers: tuple[str, ...], takers: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((a, b) for a in givers or takers for b in takers if a != b)


def _sides(deal: Outline, entities: Mapping[str, Label]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who acts on each side: its firms, and the states that no firm stands for."""
    return _side(deal.givers, deal.giver_states, entities), _side(deal.takers, deal.taker_states, entities)


def _side(bodies: tuple[str, ...], states: tuple[str, ...], entities: Mapping[str, Label]) -> tuple[str, ...]:
    named = {ident: entity.state for ident in bodies if (entity := entities.get(ident)) and entity.kind in _FIRMS}
    return (*sorted(named), *(s for s in states if s not in named.values()))
