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
    """A rung of the ladder for an item and a partner: the earliest dates at which it was planned and reached.

    ``local`` is the share made in the country as last reported, ``local_planned`` as planned; ``parts_from`` and
    ``parts_by`` the states and firms that parts still come from.
    """

    item: str | None
    rung: str
    partner: str | None
    reached: str | None = None
    planned: str | None = None
    standing: str
    local: float | None = None
    local_planned: float | None = None
    parts_from: tuple[str, ...] = ()
    parts_by: tuple[str, ...] = ()
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


class PhaseRow(Row, frozen=True, kw_only=True):
    """A phase of a relation: its commonest kinds with their numbers, and the moments it begins and ends with.

    ``since`` and ``until`` are the EDTF dates of its first and last moment; it began between ``earliest`` and ``latest``
    (ISO days), and ``chance`` is the probability of such a beginning, None for the first phase, which begins with the
    reports. ``per_year`` is how many moments a year it has.
    """

    name: str
    since: str
    until: str
    earliest: str
    latest: str
    chance: float | None
    moments: int
    per_year: float
    kinds: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    events: Ids = ()


class Instant(Row, frozen=True, kw_only=True):
    """A dated moment of a relation: a stage that a deal reached, or an event. ``phase`` is the number of its phase, from 0."""

    date: str
    first: str
    last: str
    kind: str
    what: str
    phase: int
    events: Ids = ()


class Happening(Row, frozen=True, kw_only=True):
    """A point of a chronicle: a step of a deal, or an event.

    ``date`` is EDTF, ``day`` its first day and ``until`` its last; ``kind`` is that of the claims that tell of it,
    ``attribute`` the instrument or rung that they name, ``status`` is theirs, or "announced" on the day on which a plan was
    made known, ``givers`` are those of the ``states`` that give where it is a deal, ``parties`` firms, ministries and forces
    by id, ``amount`` is how many pieces or people (of a range the lower end).
    """

    date: str
    day: str
    until: str
    kind: str
    attribute: str | None
    status: str
    states: tuple[str, ...]
    givers: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    name: str | None = None
    amount: float | None = None
    unit: str | None = None
    events: Ids = ()
    claims: Ids = ()

    @property
    def planned(self) -> bool:
        """Whether it was only planned."""
        return self.status == "planned"


class ShiftRow(Row, frozen=True, kw_only=True):
    """A partner's share before and after a day: the change lies between ``low`` and ``high`` at the answer's level.

    ``sure`` where nothing is not between them; ``deals`` are those of both sides.
    """

    partner: str
    before: float | None
    after: float | None
    change: float | None
    low: float | None
    high: float | None
    sure: bool


class ActorRow(Row, frozen=True, kw_only=True):
    """A state or firm in the network of deals, in a window of years: to and from how many it gives and takes, how much
    passes over it (betweenness, from 0 to 1), which community it is in, and whether parts hang on it (``bridge``)."""

    since: int
    until: int
    actor: str
    kind: Literal["state", "firm"]
    state: str | None
    gives: float
    takes: float
    gives_to: int
    takes_from: int
    betweenness: float
    community: int
    bridge: bool


class FlowRow(Row, frozen=True, kw_only=True):
    """What flows from one to another in a window of years; ``bridge`` where without it two parts are apart."""

    since: int
    until: int
    source: str
    target: str
    amount: float
    bridge: bool
    first: str | None = None
    last: str | None = None


class HoldingRow(Row, frozen=True, kw_only=True):
    """A type of equipment in a state's hands: its class, the states whose make it is, who supplied it, its makers, and how
    many were ordered, delivered, and are in service as of a day (0 where no source says). ``sought`` is the number in what is
    only planned or agreed; ``standing`` is how far it has got."""

    state: str
    item: str
    cls: str | None
    origins: tuple[str, ...]
    suppliers: tuple[str, ...]
    makers: tuple[str, ...]
    standing: Literal["in service", "delivered", "on order", "in production", "agreed", "planned"]
    sought: float
    ordered: float
    delivered: float
    serving: float
    day: str
    events: Ids = ()

    @property
    def holders(self) -> Ids:
        """The ids of the deals and events that speak of it."""
        return (*self.deals, *self.events)


class ClassRow(Row, frozen=True, kw_only=True):
    """A class of equipment that is fielded: its types and who supplies them; ``hangs_on`` is the only supplier, where
    there is but one, it is not the state itself, and every type's is known."""

    cls: str
    types: int
    units: float
    suppliers: tuple[str, ...]
    hangs_on: str | None
    events: Ids = ()


class OriginRow(Row, frozen=True, kw_only=True):
    """A state whose make fielded equipment is: its share of the types, and of the units where numbers are known."""

    origin: str
    types: float
    share: float
    units: float
    units_share: float | None
    events: Ids = ()


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What every answer has besides its rows: what it covers, what it assumes."""

    title: str
    coverage: Coverage = Coverage()
    notes: tuple[str, ...] = ()


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


class Localisation(Answer, frozen=True, kw_only=True):
    """The ladder of localisation of a state; ``highest`` is the highest rung reached."""

    state: str
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

    state: str
    without: str
    fleet_share: float | None
    units_share: float | None
    open_share: float | None
    rows: tuple[LossRow, ...]


class Firsts(Answer, frozen=True, kw_only=True):
    """Who was first in the regions of the United Nations' M49 standard."""

    rows: tuple[FirstRow, ...]


class Chronicle(Answer, frozen=True, kw_only=True):
    """What happened and was planned in a state, or between two, date by date."""

    states: tuple[str, ...]
    rows: tuple[Happening, ...]


class Phases(Answer, frozen=True, kw_only=True):
    """The life of a relation in phases; ``instants`` are the dated moments behind them, in order.

    ``weak`` are days at which a phase may begin, with a chance too small for a border.
    """

    states: tuple[str, str]
    rows: tuple[PhaseRow, ...]
    instants: tuple[Instant, ...] = ()
    weak: tuple[tuple[str, float], ...] = ()


class Shift(Answer, frozen=True, kw_only=True):
    """Partners' shares and the number of deals a year before and after a day, with intervals at a ``level``.

    ``found`` where the day was looked for in the data, and then the intervals are wider for it; ``chance`` is then the
    probability that there is a break at all. ``thin`` says why the data are too thin to tell anything.
    """

    state: str
    at: str | None
    found: bool
    chance: float | None
    basis: Basis
    unit: str
    level: float
    deals_before: int
    deals_after: int
    rate_before: float | None
    rate_after: float | None
    rate_change: float | None
    rate_low: float | None
    rate_high: float | None
    thin: str | None
    rows: tuple[ShiftRow, ...]


class Network(Answer, frozen=True, kw_only=True):
    """States, or states and firms, as a graph of what flows between them, by windows of years; the most central first."""

    level: Literal["states", "firms"]
    basis: Basis
    unit: str
    communities: int
    rows: tuple[ActorRow, ...]
    flows: tuple[FlowRow, ...] = ()


class Inventory(Answer, frozen=True, kw_only=True):
    """What a state ordered, received and fields, by type; ``classes`` and ``origins`` are of what is fielded.

    ``hhi`` and ``effective`` tell how concentrated the origins are, by types.
    """

    state: str
    hhi: float | None
    effective: float | None
    rows: tuple[HoldingRow, ...]
    classes: tuple[ClassRow, ...] = ()
    origins: tuple[OriginRow, ...] = ()
