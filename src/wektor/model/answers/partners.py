"""Who supplies, makes, gives and teaches, and how their shares change."""

from wektor.model.answers.base import Answer, Basis, Ids, Row


class PartnerRow(Row, frozen=True, kw_only=True):
    """One partner: its share on the basis asked for, and how many deals supply, make, give, agree, and are no more
    than mooted; ``teaches`` counts trainings, ``unknown`` deals without an amount."""

    partner: str
    share: float | None
    amount: float
    supplies: int = 0
    makes: int = 0
    gives: int = 0
    agrees: int = 0
    teaches: int = 0
    mooted: int = 0
    unknown: int = 0
    first: str | None = None
    last: str | None = None
    events: Ids = ()


class WindowRow(Row, frozen=True, kw_only=True):
    """One partner in a window of years: its share, the change from the window before, and the window's concentration."""

    since: int
    until: int
    partner: str
    share: float | None
    change: float | None
    hhi: float | None
    effective: float | None


class Partners(Answer, frozen=True, kw_only=True):
    """The partners of a state; ``hhi`` is the sum of squared shares, ``effective`` the number 1/HHI."""

    state: str
    basis: Basis
    unit: str
    total: float
    hhi: float | None
    effective: float | None
    rows: tuple[PartnerRow, ...]


class Windows(Answer, frozen=True, kw_only=True):
    """The partners of a state by windows of years."""

    state: str
    basis: Basis
    unit: str
    years: int
    rows: tuple[WindowRow, ...]
