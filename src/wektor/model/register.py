"""The register's types: recorded claims, entities, deals and events derived from them, judgements, the view of it all.

Identity, decided once:

- a **claim** is known by its meaning: ``claim_id`` digests document, kind, evidence span, the spans that fill its roles
  and its date, never a row number, engine or confidence. Reading again with the same result gives the same id.
- a **deal** is named after its founding claim, the one published first (undated last; ties by id): ``d-`` + the claim's
  digest. The name is a function of the set of claims, so the order of arrival cannot change it, and news, which come
  later, leave it alone. Should an older text take the founder's place, the old name still leads to the deal, because
  ``View.find`` takes the name of *any* claim in a deal.
- an **entity** of the packs has its pack's id; a new one is named after the plain form of its first name.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, Protocol

import msgspec

from wektor.model.claims import Claim

Standing = Literal["read", "accepted", "rejected", "corrected"]
Verb = Literal["accept", "reject", "correct", "merge", "split", "ignore"]
EntityKind = Literal["state", "firm", "ministry", "force", "agency", "alliance", "institute", "equipment", "other"]
STAGES = ("mooted", "agreed", "ordered", "produced", "delivered", "in service", "ended")
RUNGS = ("maintenance", "assembly", "licence", "manufacture", "development")


class ClaimRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A claim in the ledger, with where it comes from.

    ``document`` is the digest of the document's text and ``copy_group`` that of its group of near-copies (its own where
    it stands alone): independence counts groups. ``published`` is an ISO day. ``origin`` tells press from a register.
    """

    id: str
    document: str
    copy_group: str
    claim: Claim
    published: str | None = None
    publisher: str | None = None
    lang: str | None = None
    engine: str = "grammar"
    version: str = ""
    packs: str = ""
    origin: str = "press"
    standing: Standing = "read"


def claim_id(document: str, claim: Claim) -> str:
    """``c-`` and 20 hex digits over document digest, kind, evidence, fillers' roles and spans, and date."""
    fillers = sorted((role, f.start, f.end) for role, group in claim.roles.items() for f in group)
    spans = (claim.evidence.start, claim.evidence.end)
    text = msgspec.json.encode([document, claim.kind, spans, fillers, claim.date])
    return "c-" + hashlib.blake2b(text, digest_size=10).hexdigest()


class Reason(msgspec.Struct, frozen=True, gc=False):
    """One reason of a comparison: a short code, words for a person, and its weight (negative speaks against)."""

    code: str
    words: str
    weight: float = 0.0


class MergeExplanation(msgspec.Struct, frozen=True):
    """Why two names, or a claim and a deal, are one, are apart, or stay unsure. ``score`` is between 0 and 1."""

    left: str
    right: str
    verdict: Literal["same", "unsure", "different"]
    score: float
    reasons: tuple[Reason, ...] = ()


class NameUse(msgspec.Struct, frozen=True, gc=False):
    """One spelling of an entity: its script (ISO 15924), the languages it was met in, and how often."""

    text: str
    script: str
    langs: tuple[str, ...]
    count: int


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A state, organisation or type of equipment; ``family`` is the wider type of a variant ("Wing Loong" of "… II")."""

    id: str
    kind: EntityKind
    name: str
    state: str | None = None
    cls: str | None = msgspec.field(name="class", default=None)
    family: str | None = None
    known: bool = False
    names: tuple[NameUse, ...] = ()
    merges: tuple[MergeExplanation, ...] = ()


class Cell(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One value of a field, and the ids of the claims that give it.

    ``value`` is an entity id, word, number or range; ``unit`` a unit or ISO 4217 currency. ``independent`` counts groups
    of near-copies. ``judgement`` names the judgement that set the value, where a person did.
    """

    value: str | int | float | tuple[int | float, int | float]
    sources: tuple[str, ...]
    independent: int
    unit: str | None = None
    judgement: str | None = None


class Stage(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A stage of a deal's life (one of STAGES): EDTF dates as planned and as they came, best sourced first."""

    name: str
    planned: tuple[Cell, ...] = ()
    actual: tuple[Cell, ...] = ()
    sources: tuple[str, ...] = ()


class Conflict(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Sources that differ on a field: every value with its sources."""

    field: str
    values: tuple[Cell, ...]
    words: str


class Deal(msgspec.Struct, frozen=True, kw_only=True):
    """One undertaking between givers and takers, gathered from claims. Cells stand best sourced first.

    ``givers``, ``takers`` and ``items`` hold entity ids; ``slippage`` is in months (actual less first planned date, of
    the latest stage that has both); ``joined`` says for each claim why it is in the deal.
    """

    id: str
    kind: str
    status: str
    givers: tuple[Cell, ...]
    takers: tuple[Cell, ...]
    giver_states: tuple[str, ...]
    taker_states: tuple[str, ...]
    items: tuple[Cell, ...]
    cls: str | None = msgspec.field(name="class", default=None)
    ordered: tuple[Cell, ...] = ()
    delivered: tuple[Cell, ...] = ()
    value: tuple[Cell, ...] = ()
    statuses: tuple[Cell, ...] = ()
    stages: tuple[Stage, ...] = ()
    localisation: tuple[Cell, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    first: str | None = None
    last: str | None = None
    slippage: int | None = None
    independent: int = 1
    confidence: float = 0.5
    confidence_reasons: tuple[Reason, ...] = ()
    standing: Standing = "read"
    claims: tuple[str, ...] = ()
    joined: dict[str, tuple[Reason, ...]] = {}

    @property
    def item(self) -> str | None:
        """The id of the best sourced item."""
        return str(self.items[0].value) if self.items else None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A fact between states that is no deal (recognition, exercise, talks, training); ``deal`` where it serves one."""

    id: str
    kind: str
    status: str
    date: str | None
    parties: tuple[str, ...]
    states: tuple[str, ...]
    name: str | None = None
    items: tuple[str, ...] = ()
    deal: str | None = None
    independent: int = 1
    claims: tuple[str, ...] = ()


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """What a judged claim says and where, so that the judgement finds it again after a better reading."""

    document: str
    kind: str
    start: int
    end: int
    core: tuple[str, ...] = ()


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided. ``target`` is a claim, deal or entity id, or a document's digest.

    ``payload`` by verb: correct ``{field: value}``; merge ``{"with": id}``; split ``{"claims": [ids]}`` of a deal or
    ``{"names": [texts]}`` of an entity; ignore ``{"publisher": …}``, ``{"name": …}`` or nothing (then the target is
    ignored). ``anchors`` bind every claim named in it to its meaning. ``undone_by`` is the id of what undid it.
    """

    id: str
    verb: Verb
    target: str
    by: str
    at: str
    why: str = ""
    payload: dict[str, object] = {}
    anchors: dict[str, Anchor] = {}
    undone_by: str | None = None


class View(msgspec.Struct, frozen=True, kw_only=True):
    """The register as derived: everything by id, sorted by id; ``unsure`` is the queue of pairs that a person should see.

    ``set_aside`` says of a claim that stands in no deal or event why not. ``homes`` leads from a claim to its deal or event.
    """

    entities: Mapping[str, Entity]
    deals: Mapping[str, Deal]
    events: Mapping[str, Event]
    claims: Mapping[str, ClaimRecord]
    unsure: Sequence[MergeExplanation] = ()
    set_aside: Mapping[str, str] = {}
    homes: Mapping[str, str] = {}

    def find(self, id: str) -> Entity | Deal | Event | ClaimRecord | None:
        """Whatever bears the id; an earlier name of a deal or event leads to the present one; None if unknown."""
        found = self.deals.get(id) or self.events.get(id) or self.entities.get(id) or self.claims.get(id)
        if found is not None or id[:2] not in ("d-", "e-"):
            return found
        home = self.homes.get("c-" + id[2:], "")
        return self.deals.get(home) or self.events.get(home)


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What adding to a register changed: new or different deals, events, entities by id, and ids that are no more.

    ``aside`` says of claims that stand in no deal or event any more why not.
    """

    deals: dict[str, Deal] = {}
    events: dict[str, Event] = {}
    entities: dict[str, Entity] = {}
    aside: dict[str, str] = {}
    gone: frozenset[str] = frozenset()


class Derivation(Protocol):
    """Deals kept up to date. The result is the same as deriving the whole ledger anew, whatever the order of arrival."""

    def add(self, records: Iterable[ClaimRecord]) -> Change:
        """Take in whole documents: all claims of a document at once; claims held of the same document are replaced."""

    def remove(self, document: str) -> Change:
        """Forget a document's claims."""

    def regroup(self, groups: Mapping[str, str]) -> Change:
        """Near-copies were found: document digest to copy group."""

    def judge(self, judgements: Iterable[Judgement]) -> Change:
        """Take in judgements; one that is known by its id is replaced, so that undoing is judging with ``undone_by``."""

    def view(self) -> View:
        """All that is derived."""
