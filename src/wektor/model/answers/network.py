"""States and firms as a graph."""

from typing import Literal

from wektor.model.answers.base import Answer, Basis, Row


class ActorRow(Row, frozen=True, kw_only=True):
    """A state or firm in the network of deals, in a window of years: to and from how many it gives and takes, how much
    passes over it (betweenness, from 0 to 1; None where it is not told), which community it is in, and whether parts hang on
    it (``bridge``)."""

    since: int
    until: int
    actor: str
    kind: Literal["state", "firm"]
    state: str | None
    gives: float
    takes: float
    gives_to: int
    takes_from: int
    betweenness: float | None
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


class Network(Answer, frozen=True, kw_only=True):
    """States, or states and firms, as a graph of what flows between them, by windows of years; the most central first. ``core`` is how many of the
    busiest actors betweenness is told of, None where it is of all."""

    level: Literal["states", "firms"]
    basis: Basis
    unit: str
    communities: int
    core: int | None = None
    rows: tuple[ActorRow, ...]
    flows: tuple[FlowRow, ...] = ()
