"""What a brief is put together from: the answers that it tells of."""

import msgspec

from wektor.analysis import chronicle, inventory, localisation, partners, phases, slippage, windows
from wektor.analysis.covering import cover
from wektor.analysis.ladder import Shares
from wektor.model.answers import Chronicle, Coverage, Inventory, Localisation, Partners, Phases, Slippage, Windows
from wektor.model.register import Deal, Event, View

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
    shares = partners(view, state)
    beside = other or next((r.partner for r in shares.rows), None)
    everything: list[Deal | Event] = [*view.deals.values(), *view.events.values()]
    return Parts(state=state, other=other, day=day, view=view, coverage=cover(view, everything, {}), chronicle=chronicle(view, *((state, other) if other else (state,))),
                 phases=phases(view, state, beside) if beside else None, partners=shares, windows=windows(view, state, YEARS),
                 inventory=inventory(view, state), localisation=localisation(view, state, local_share), slippage=slippage(view, day))  # fmt: skip
