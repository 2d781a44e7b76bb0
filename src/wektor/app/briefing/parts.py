"""What a brief is put together from: the answers that it tells of."""

import msgspec

from wektor.analysis import chronicle, inventory, localisation, partners, phases, slippage, windows
from wektor.analysis.covering import cover
from wektor.analysis.ladder import Shares
from wektor.analysis.outlines import survey_of
from wektor.model.answers import Chronicle, Coverage, Inventory, Localisation, Partners, Phases, Slippage, Windows
from wektor.model.register import View

YEARS = 5  # of a window


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """The answers on a state, or on a state and another, as of a day."""

    state: str
    other: str | None
    day: str
    view: View
    coverage: Coverage
    chronicle: Chronicle
    phases: Phases | None
    partners: Partners
    windows: Windows
    inventory: Inventory
    localisation: Localisation
    slippage: Slippage


def gather(view: View, state: str, other: str | None, day: str, local_share: Shares) -> Parts:
    """All answers of a view; phases are those with the other state, else with the largest partner."""
    survey = survey_of(view)
    shares = partners(survey, state)
    beside = other or next((r.partner for r in shares.rows), None)
    return Parts(state=state, other=other, day=day, view=view, coverage=cover([*survey.deals.values(), *survey.events.values()], {}), chronicle=chronicle(view, *((state, other) if other else (state,))),
                 phases=phases(view, state, beside) if beside else None, partners=shares, windows=windows(survey, state, YEARS),
                 inventory=inventory(survey, state), localisation=localisation(view, state, local_share), slippage=slippage(survey, day))  # fmt: skip
