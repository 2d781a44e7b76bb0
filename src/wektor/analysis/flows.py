"""What flows between states, or states and firms, as deals tell."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec

from wektor.analysis.calendar import first_day
from wektor.analysis.covering import Sieve
from wektor.analysis.shares import Measure
from wektor.model.outlines import Label, Outline

_FIRMS = ("firm", "institute", "agency", "other")  # whatever is no ministry, force or alliance acts for itself
Pairs = tuple[tuple[str, str], ...]


class Flow(msgspec.Struct, frozen=True, gc=False):
    """A deal, the pairs between which it flows, how much to each, and the year of its first date."""

    deal: Outline
    pairs: Pairs
    amount: float
    year: int | None


def flows(by: Measure, firms: bool, sieve: Sieve) -> Iterator[Flow]:
    """The flows of all standing deals, each deal's amount split evenly over its pairs; between equals half flows each way."""
    pairs_of = _Bodies(sieve.survey.entities).pairs if firms else _pairs_of_states
    for deal in sieve.standing(sieve.survey.deals.values()):
        pairs = pairs_of(deal)
        amount = by.of(deal)
        if not pairs or amount is None:
            sieve.leave(deal.id, by.why_not(deal) if pairs else "one side is not named")
            continue
        yield Flow(deal, pairs, amount / len(pairs), _year(deal.first))


@lru_cache(maxsize=1 << 15)  # a register has many deals and few dates
def _year(date: str | None) -> int | None:
    day = first_day(date)
    return int(day[:4]) if day else None


def _pairs_of_states(deal: Outline) -> Pairs:
    return _pairs(deal.giver_states, deal.taker_states)


@lru_cache(maxsize=1 << 15)  # of the states alone there are few pairs
def _pairs(givers: tuple[str, ...], takers: tuple[str, ...]) -> Pairs:
    return tuple((a, b) for a in givers or takers for b in takers if a != b)


class _Bodies:
    """Who acts on each side of a deal: its firms, and the states that no firm stands for."""

    def __init__(self, entities: Mapping[str, Label]) -> None:
        self._homes = {id: entity.state for id, entity in entities.items() if entity.kind in _FIRMS}
        self._sides: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...]] = {}

    def pairs(self, deal: Outline) -> Pairs:
        """The pairs between which a deal flows."""
        givers, takers = self._side(deal.givers, deal.giver_states), self._side(deal.takers, deal.taker_states)
        return tuple((a, b) for a in givers or takers for b in takers if a != b)

    def _side(self, bodies: tuple[str, ...], states: tuple[str, ...]) -> tuple[str, ...]:
        if not bodies:
            return states
        if (found := self._sides.get((bodies, states))) is None:
            named = {ident: self._homes[ident] for ident in bodies if ident in self._homes}
            found = self._sides[bodies, states] = (*sorted(named), *(s for s in states if s not in named.values()))
        return found
