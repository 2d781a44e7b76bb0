"""Answers to an analyst's questions: rows that carry the deals behind them, what they cover, and what they leave out."""

from typing import Literal

import msgspec

Basis = Literal["deals", "units", "value"]
BASES: tuple[Basis, ...] = ("deals", "units", "value")
Ids = tuple[str, ...]


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What an answer rests on: how many deals, claims and documents, published when; ``left_out`` gives ids by reason."""

    deals: int = 0
    claims: int = 0
    documents: int = 0
    first: str | None = None
    last: str | None = None
    left_out: dict[str, Ids] = {}


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row of an answer; ``deals`` are the ids of the deals that its numbers come from."""

    deals: Ids = ()


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


class RungRow(Row, frozen=True, kw_only=True):
    """A rung of the ladder for an item and a partner: the earliest dates at which it was planned and reached."""

    item: str | None
    rung: str
    partner: str | None
    reached: str | None = None
    planned: str | None = None
    standing: str
    parts_from: tuple[str, ...] = ()
    claims: Ids = ()


class SlipRow(Row, frozen=True, kw_only=True):
    """A stage of a deal: when it was first and newest planned, when it came; ``months`` late, to its newest plan or, overdue, to the day."""

    stage: str
    partner: str | None
    takers: tuple[str, ...]
    item: str | None
    kind: str
    planned: str
    newest: str
    actual: str | None
    months: int
    standing: Literal["came", "overdue", "put off", "due"]


class SlipGroup(Row, frozen=True, kw_only=True):
    """Slippage of all deals with one partner, item or kind, in months."""

    by: str
    of: str
    measured: int
    median: float | None
    worst: int | None
    overdue: int
    due: int


class LossRow(Row, frozen=True, kw_only=True):
    """What is lost for one item or class; ``other`` are states that give the same class too. The most exposed stand first."""

    item: str
    cls: str | None
    losses: tuple[str, ...]
    other: tuple[str, ...]
    open: int
    fielded: int
    units: float
    share: float
    events: Ids = ()


class FirstRow(Row, frozen=True, kw_only=True):
    """Who was first in a region; ``sure`` where no other's date can be as early; ``then`` are those who followed."""

    region: str
    kind: str | None = None
    cls: str | None = None
    partner: str | None = None
    state: str
    date: str
    sure: bool
    then: str | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What every answer has besides its rows: what it covers, what it assumes."""

    title: str
    coverage: Coverage = Coverage()
    notes: tuple[str, ...] = ()


class Partners(Answer, frozen=True, kw_only=True):
    """The partners of a state; ``hhi`` is the sum of squared shares, ``effective`` the number 1/HHI."""

    basis: Basis
    unit: str
    total: float
    hhi: float | None
    effective: float | None
    rows: tuple[PartnerRow, ...]


class Windows(Answer, frozen=True, kw_only=True):
    """The partners of a state by windows of years."""

    basis: Basis
    unit: str
    years: int
    rows: tuple[WindowRow, ...]


class Localisation(Answer, frozen=True, kw_only=True):
    """The ladder of localisation of a state; ``highest`` is the highest rung reached."""

    highest: str | None
    rows: tuple[RungRow, ...]


class Slippage(Answer, frozen=True, kw_only=True):
    """Planned against actual dates; ``median`` and ``worst`` in months over what came."""

    day: str
    measured: int
    median: float | None
    worst: int | None
    overdue: int
    rows: tuple[SlipRow | SlipGroup, ...]


class Loss(Answer, frozen=True, kw_only=True):
    """What a state loses without a partner; shares are of its deals' fleet and of its open deals."""

    fleet_share: float | None
    units_share: float | None
    open_share: float | None
    rows: tuple[LossRow, ...]


class Firsts(Answer, frozen=True, kw_only=True):
    """Who was first in the regions of the United Nations' M49 standard."""

    rows: tuple[FirstRow, ...]
