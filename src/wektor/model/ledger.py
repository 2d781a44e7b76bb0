"""What a store keeps: the ledger's entries, and derived things laid out so that a page of a view is one indexed scan.

The ledger is append-only: documents, readings of them, judgements and their undoing, groups of near-copies. Every entry
belongs to a **run** (one ``add``, one judgement, …), by whose number and moment the register is shown as it stood, and
to a **tick**, which counts commits, so that a process that wrote before learns what others wrote since.

Derived things (deals, events, entities, …) are kept by version: one that changes is closed at the run that changed it
and laid anew, so that the register as it stood is a query, not a computation.
"""

from typing import Literal

import msgspec

from wektor.model.documents import Document
from wektor.model.register import ClaimRecord

NOW = 2**31 - 1  # the end of what is still true, and the number of no run
What = Literal["deal", "event", "entity", "doubt", "aside"]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A document in the ledger. ``digest`` knows its content, ``source`` the bytes that it was read from.

    ``pages`` are the offsets at which pages begin; ``edits`` pairs (offset, offset in the text as printed) where line
    ends were mended. ``run`` is set by the store.
    """

    digest: str
    document: Document
    source: str = ""
    place: str = ""
    media: str = "text/plain"
    author: str | None = None
    pages: tuple[int, ...] = ()
    edits: tuple[tuple[int, int], ...] = ()
    run: int = 0


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What an engine made of a document; a later reading takes its place, the earlier one stays in the ledger.

    ``terms`` gives for each claim the words of its evidence by which it is found, folded, with their base forms.
    """

    document: str
    engine: str
    version: str
    packs: str
    lang: str | None = None
    records: tuple[ClaimRecord, ...] = ()
    terms: dict[str, tuple[str, ...]] = {}


class Run(msgspec.Struct, frozen=True):
    """One change of the register by a person or a program: its number, when (ISO 8601, UTC), what and about what."""

    number: int
    at: str
    verb: str
    words: str = ""


class Failure(msgspec.Struct, frozen=True):
    """A source that could not be read: where it stood, why, and in which run."""

    place: str
    reason: str
    run: int = 0


class Undoing(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement taken back: by whom, when and why."""

    id: str
    judgement: str
    by: str
    at: str
    why: str = ""


class Mark(msgspec.Struct, frozen=True):
    """What a server said of a page, so that it is not sent again."""

    url: str
    etag: str | None = None
    modified: str | None = None
    stamp: str | None = None


class Holding(msgspec.Struct, frozen=True):
    """What a deal or event says of a state's fleet: which item, how many ordered, delivered, in service as of ``day``."""

    state: str
    item: str
    ordered: float = 0
    delivered: float = 0
    serving: float = 0
    day: str = ""


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """A derived thing as stores keep it.

    ``body`` is its JSON; ``sort`` orders pages, newest first; ``first`` and ``last`` are ISO days or "". ``keys`` are
    what it is found by, such as ``deal:state:KAZ``; ``places`` further keys with an order of their own (a timeline's
    days). ``outline`` and ``detail`` are the JSON of what answers over many things ask (``model.outlines``). A thing with the same
    ``mark`` is the same.
    """

    what: str
    id: str
    body: str
    sort: str = ""
    first: str = ""
    last: str = ""
    independent: int = 0
    keys: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    holdings: tuple[Holding, ...] = ()
    outline: str = ""
    detail: str = "{}"
    mark: str = ""


class Version(msgspec.Struct, frozen=True):
    """A thing as it was from the run ``since`` until the run ``until`` (NOW: it still is)."""

    what: str
    id: str
    since: int
    until: int
    body: str


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """Which things: those with a key of each group; ``since`` and ``until`` bound their days; a page of ``limit``.

    ``place`` orders by a key of ``places`` instead, a row for each; ``rising`` puts the oldest first. ``limit`` None is
    all.
    """

    groups: tuple[tuple[str, ...], ...]
    place: str | None = None
    since: str | None = None
    until: str | None = None
    sources: int = 0
    rising: bool = False
    limit: int | None = 50
    offset: int = 0


class Fleet(msgspec.Struct, frozen=True, kw_only=True):
    """One type of equipment in a state's hands, summed over deals and reports; ``holders`` are their ids."""

    state: str
    item: str
    ordered: float
    delivered: float
    serving: float
    day: str
    holders: tuple[str, ...] = ()
