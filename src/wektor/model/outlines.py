"""Deals and events cut to what answers over many of them ask, so that a large register is looked through in a second.

An outline is derived from a thing and its claims, and kept beside it (``analysis.outlines`` makes it).
"""

from collections.abc import Mapping

import msgspec

from wektor.model.ledger import Holding

Ids = tuple[str, ...]
Who = tuple[str, str | None]  # an actor of a claim: its id, and its state where the claim gives it


class Due(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The stage by which slippage is told: its first and newest planned dates, and when it came."""

    stage: str
    planned: str
    newest: str
    actual: str | None


class Outline(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A deal, or an event, whose states are all ``taker_states``.

    ``givers`` and ``takers`` are organisations by id, ``came`` is the earliest date at which the deal got anywhere, ``claims``
    the number of its claims, ``papers`` their documents, each a number made of its digest, as JSON that is left unread until
    documents are counted; ``told`` is when the first and the last were published.
    """

    id: str
    kind: str
    status: str
    giver_states: Ids
    taker_states: Ids
    givers: Ids
    takers: Ids
    item: str | None
    cls: str | None
    first: str | None
    last: str | None
    came: str | None
    units: float | None
    value: float | None
    currency: str
    due: Due | None
    claims: int
    papers: msgspec.Raw
    told: tuple[str | None, str | None]

    @property
    def documents(self) -> int:
        """How many documents tell of it."""
        inside = bytes(self.papers)[1:-1]
        return inside.count(b",") + bool(inside)


class Detail(msgspec.Struct, frozen=True, omit_defaults=True):
    """What answers on one state ask besides: the rungs of the ladder, who supplies parts, whose make it is, what it says of
    fleets, and of each claim of a training who learns and who teaches."""

    rungs: Ids = ()
    parts: tuple[Who, ...] = ()
    makers: tuple[Who, ...] = ()
    holdings: tuple[Holding, ...] = ()
    lessons: tuple[tuple[tuple[Who, ...], tuple[Who, ...]], ...] = ()


class Label(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An entity without its spellings."""

    id: str
    name: str
    kind: str
    state: str | None
    cls: str | None


class Survey(msgspec.Struct, frozen=True, kw_only=True):
    """A register's view in outline: deals and events by id, sorted by id; ``details`` and ``entities`` where they were asked for."""

    deals: Mapping[str, Outline]
    events: Mapping[str, Outline] = {}
    details: Mapping[str, Detail] = {}
    entities: Mapping[str, Label] = {}
