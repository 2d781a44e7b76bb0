"""What engines propose (Draft) and what grounding lets pass (Claim) or keeps with its reason (Rejected).

The JSON form of a Claim is the codebook's exchange format.
"""

from itertools import pairwise

import msgspec

from wektor.model.spans import Evidence, Span


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """A state, firm, ministry or force in a role.

    ``id`` is ``state:KAZ`` or ``org:slug``; ``name`` the ISO 3166-1 alpha-3 code of a state or the canonical English
    name; ``state`` the code of the state it belongs to, where known; ``text`` the words at ``[start, end)``.
    """

    id: str
    name: str
    state: str | None
    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)


class Equipment(msgspec.Struct, frozen=True, kw_only=True):
    """An item: its designation, or its class alone; ``cls`` is the class (``UAV``, ``tank``) where known."""

    id: str
    name: str
    cls: str | None = msgspec.field(name="class", default=None)
    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """A named thing that is neither: a joint company, an exercise, a site, a subject of talks."""

    name: str
    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number, or a range ``[low, high]``, with its unit (``pieces``, ``people``, …)."""

    value: int | float | tuple[int | float, int | float]
    unit: str
    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)


class Money(msgspec.Struct, frozen=True, kw_only=True):
    """An amount in an ISO 4217 currency."""

    amount: int | float
    currency: str
    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)


Filler = Actor | Equipment | Thing | Quantity | Money


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What an engine proposes. Only grounding makes a Claim of it.

    ``engine`` is who proposes it, ``frame`` what made it: a frame of the grammar, or the digest of a model's prompt.
    """

    kind: str
    status: str
    roles: dict[str, tuple[Filler, ...]]
    evidence: tuple[Span, ...]
    attribute: str | None = None
    date: str | None = None
    date_span: Span | None = None
    reported_by: str | None = None
    engine: str = "grammar"
    frame: str | None = None
    trigger: Span | None = None
    confidence: float = 0.5


class Claim(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """One thing that a text says, resting on verbatim evidence. Made by grounding alone."""

    doc: str
    kind: str
    attribute: str | None
    status: str
    date: str | None
    roles: dict[str, tuple[Filler, ...]]
    evidence: Evidence
    more_evidence: tuple[Evidence, ...] = ()
    reported_by: str | None = None
    engine: str = "grammar"
    frame: str | None = None
    confidence: float = 0.5

    @property
    def quote(self) -> str:
        """The words that it rests on in one line, in the order of the text; "[…]" stands for what is left out between them."""
        spans = sorted((self.evidence, *self.more_evidence), key=lambda e: e.start)
        gaps = ["", *(" " if after.start - before.end < 2 else " […] " for before, after in pairwise(spans))]
        return "".join(gap + " ".join(span.text.split()) for gap, span in zip(gaps, spans, strict=True))


class Rejected(msgspec.Struct, frozen=True, kw_only=True):
    """A draft that grounding refused, and why."""

    doc: str
    draft: Draft
    reason: str
