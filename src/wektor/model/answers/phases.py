"""The life of a relation in phases, and what changed at a day."""

from wektor.model.answers.base import Answer, Basis, Ids, Row


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


class Phases(Answer, frozen=True, kw_only=True):
    """The life of a relation in phases; ``instants`` are the dated moments behind them, in order.

    ``weak`` are days at which a phase may begin, with a chance too small for a border.
    """

    states: tuple[str, str]
    rows: tuple[PhaseRow, ...]
    instants: tuple[Instant, ...] = ()
    weak: tuple[tuple[str, float], ...] = ()


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
