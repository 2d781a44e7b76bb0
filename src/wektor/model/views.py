"""What views of a register give back, and what they are asked for."""

from typing import Literal

import msgspec

from wektor.model.ledger import Entry, Run
from wektor.model.register import Cell, ClaimRecord, Deal, Event, Judgement

News = Literal["new", "changed", "contradicted", "confirmed", "gone"]


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What a view is narrowed to. Values of one filter are alternatives, filters are all wanted.

    States are ISO 3166-1 alpha-3 codes, firms and items entity ids (``state``, ``firm`` and ``item`` may be names where a
    register resolves them); ``since`` and ``until`` are ISO days; ``sources`` the least number of independent sources.
    """

    state: tuple[str, ...] = ()
    firm: tuple[str, ...] = ()
    item: tuple[str, ...] = ()
    cls: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    sources: int = 0


class Page(msgspec.Struct, frozen=True):
    """Which rows of a view: so many (None is all), after so many."""

    limit: int | None = 50
    offset: int = 0


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with the document that it stands in (without its text), the page, and why it is in its deal."""

    record: ClaimRecord
    source: Entry | None = None
    page: int | None = None
    why: tuple[str, ...] = ()


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """A deal or event with its quotes, the judgements on it, and the names of the entities in it."""

    deal: Deal | Event
    quotes: tuple[Quote, ...]
    judgements: tuple[Judgement, ...] = ()
    names: dict[str, str] = {}


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """A point of a timeline: the day that it begins on and the date as told (EDTF), the stages that a deal reached or was to reach then, or the event."""

    day: str
    date: str
    words: str
    deal: Deal | Event


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """Sources that differ over a field of a deal."""

    deal: Deal
    field: str
    words: str
    values: tuple[Cell, ...]


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that bears the words asked for, and the deal or event that it is in."""

    record: ClaimRecord
    home: str | None = None
    source: Entry | None = None


class Newness(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a deal or event since a run: as it was then, as it is now, and the difference in words."""

    id: str
    news: News
    words: str
    then: Deal | Event | None = None
    now: Deal | Event | None = None


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A step in the history of a thing: the run, what happened, and what is different after it."""

    run: Run
    words: str
    by: str = ""
    why: str = ""
