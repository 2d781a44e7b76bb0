"""What a brief is put together from: the answers that it tells of, read from outlines, and whole only what it shows."""

from collections.abc import Iterator, Sequence

import msgspec

from wektor.analysis import inventory, localisation, partners, phases, slippage, windows
from wektor.analysis.chronicle import Chronicler
from wektor.analysis.covering import cover
from wektor.analysis.ladder import Shares
from wektor.analysis.nearness import Near, Nearness
from wektor.analysis.sides import takes
from wektor.app.briefing.lookup import Lookup
from wektor.app.naming import ids_in, ids_told
from wektor.model.answers import (
    Chronicle,
    Coverage,
    Happening,
    Inventory,
    Localisation,
    Partners,
    Phases,
    Slippage,
    SlipRow,
    Windows,
)
from wektor.model.ledger import Query
from wektor.model.outlines import Survey
from wektor.model.register import Deal

YEARS = 5  # of a window
MOST = 40  # rows of a table: the register gives the others
_STEPS, _AHEAD, _PLANS = 360, 40, 5  # of a timeline up to the day and after it: what its picture can hold; and plans that a summary names


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """The answers on a state, or on a state and another, as of a day.

    ``chronicle`` holds the steps nearest to the day, ``steps`` is the number of all, None where they were not counted; ``best``
    are the best sourced deals, ``disputed`` all over which sources differ.
    """

    state: str
    other: str | None
    day: str
    survey: Survey
    lookup: Lookup
    coverage: Coverage
    chronicle: Chronicle
    steps: int | None
    phases: Phases | None
    partners: Partners
    windows: Windows
    inventory: Inventory
    localisation: Localisation
    slippage: Slippage
    best: tuple[Deal, ...]
    disputed: tuple[Deal, ...]

    @property
    def empty(self) -> bool:
        """Whether the register says nothing."""
        return not (self.survey.deals or self.survey.events)

    def spoken(self) -> Iterator[str]:
        """The ids of what the tables speak of."""
        for answer in (self.chronicle, self.partners, self.inventory, self.localisation):
            yield from ids_told(answer)
        yield from (r.item for r in self.slippage.rows[:MOST] if isinstance(r, SlipRow) and r.item)
        yield from (i for deal in self.disputed[:MOST] for i in ids_in(deal))


def gather(survey: Survey, lookup: Lookup, disputes: Query, state: str, other: str | None, day: str, until: str | None, local_share: Shares) -> Parts:
    """All answers of a survey; phases are those with the other state, else with the largest partner, ``until`` the last report on the state.

    ``disputes`` finds disputed deals.
    """
    shares = partners(survey, state)
    beside = other or next((r.partner for r in shares.rows), None)
    steps, number = _near(survey, lookup, (state, other) if other else (state,), day)
    return Parts(state=state, other=other, day=day, survey=survey, lookup=lookup, coverage=cover([*survey.deals.values(), *survey.events.values()], {}),
                 chronicle=steps, steps=number, phases=_phases(survey, lookup, state, beside, until) if beside else None, partners=shares,
                 windows=windows(survey, state, YEARS), inventory=inventory(survey, state), localisation=_ladder(survey, lookup, state, local_share),
                 slippage=slippage(survey, day, state), best=tuple(lookup.best_sourced(survey, MOST)), disputed=tuple(lookup.disputed(disputes, survey)))  # fmt: skip


def _near(survey: Survey, lookup: Lookup, states: tuple[str, ...], day: str) -> tuple[Chronicle, int | None]:
    """The steps nearest to a day, and how many there are; twice as many deals are read until nothing nearer can be in the others."""
    outlines = [*survey.deals.values(), *survey.events.values()]
    nearness, chronicler, many = Nearness(outlines, day), Chronicler(*states), _STEPS
    while True:
        near = nearness.nearest(many)
        view = lookup.view(near.ids if not near.whole else (o.id for o in outlines))
        sure = [h for found in chronicler.steps(view).values() for h in found if near.spans(h.day)]
        if near.whole or _suffice(near, sure, day):
            told = chronicler.tell(view)
            return _cut(told, near, day), len(told.rows) if near.whole else None
        many *= 2


def _suffice(near: Near, sure: Sequence[Happening], day: str) -> bool:
    """Whether there are as many steps up to a day, after it, and plans among these as are told."""
    ahead = [h for h in sure if h.day > day]
    return ((near.since is None or len(sure) - len(ahead) >= _STEPS)
            and (near.until is None or (len(ahead) >= _AHEAD and sum(h.planned for h in ahead) >= _PLANS)))  # fmt: skip


def _cut(told: Chronicle, near: Near, day: str) -> Chronicle:
    """The nearest steps, and plans that run on."""
    sure = [h for h in told.rows if near.spans(h.day)]
    past, ahead = [h for h in sure if h.day <= day], [h for h in sure if h.day > day]
    plans = [h for h in ahead if h.planned][:_PLANS]
    kept = {id(h) for h in (sure if len(sure) <= _STEPS + _AHEAD else (*past[-_STEPS:], *ahead[:_AHEAD], *plans))}
    return msgspec.structs.replace(told, rows=tuple(h for h in told.rows if id(h) in kept or (h.planned and h.day <= day <= h.until)))


def _phases(survey: Survey, lookup: Lookup, state: str, other: str, until: str | None) -> Phases:
    between = (o.id for held in (survey.deals, survey.events) for o in held.values() if other in (*o.giver_states, *o.taker_states))
    return phases(lookup.view(between, named=False), state, other, until)


def _ladder(survey: Survey, lookup: Lookup, state: str, local_share: Shares) -> Localisation:
    deals = {id for id, deal in survey.deals.items() if takes(deal, state)}
    named = {id for id in deals if survey.details[id].rungs}
    return localisation(lookup.view(named), state, local_share, deals - named)
