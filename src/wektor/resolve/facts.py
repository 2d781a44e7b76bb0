"""Facts: claims reduced to what matching needs, with names as numbers of a registry. Small: a million fit in memory."""

from functools import lru_cache
from sys import intern

import msgspec

from wektor.model.claims import Actor, Equipment, Filler, Money, Quantity, Thing
from wektor.model.dates import Edtf
from wektor.model.register import ClaimRecord

GIVERS = {"order": ("supplier",), "delivery": ("supplier",), "aid": ("supplier",), "technology_transfer": ("supplier",), "training": ("supplier",),
          "production": ("licensor", "parts_supplier"), "operation": ("maker",), "selection": ("candidate",)}  # fmt: skip
TAKERS = {"order": ("recipient",), "delivery": ("recipient",), "aid": ("recipient",), "technology_transfer": ("recipient",),
          "training": ("recipient",), "production": ("producer",), "operation": ("operator",), "selection": ("recipient",)}  # fmt: skip
EVENTS = frozenset({"talks", "relation", "exercise", "training"})
Span = tuple[int, int]  # first and last day, as proleptic ordinals


class Fact(msgspec.Struct, gc=False):
    """One claim for matching.

    ``givers``, ``takers``, ``parties`` (no direction) and ``items`` number the registry's names; ``days`` is the date
    as ordinals; ``quantity`` low and high. ``borrowed`` marks what the article's other claims lent: i(tem), g(iver),
    t(aker). ``row`` is a trade register's row: ``file:line#number``.
    """

    claim: str
    document: str
    kind: str
    status: str
    start: int
    end: int
    published: str | None
    attribute: str | None = None
    date: str | None = None
    days: Span | None = None
    givers: tuple[int, ...] = ()
    takers: tuple[int, ...] = ()
    parties: tuple[int, ...] = ()
    items: tuple[int, ...] = ()
    quantity: Span | None = None
    unit: str | None = None
    amount: float | None = None
    currency: str | None = None
    entity: str | None = None
    confidence: float = 0.5
    standing: str = "read"
    borrowed: str = ""
    row: str = ""


class NameKey(msgspec.Struct, frozen=True):
    """A name as a claim gives it: ``kind`` org or eq, the engine's id, canonical name, words of the text, state or class."""

    kind: str
    id: str
    name: str
    text: str
    side: str | None


class Registry:
    """Names of claims, numbered. The numbers never show in a result."""

    def __init__(self) -> None:
        self.keys: list[NameKey] = []
        self._numbers: dict[tuple[str, ...], int] = {}

    def number(self, filler: Actor | Equipment) -> int:
        """The number of a filler's name."""
        actor = isinstance(filler, Actor)
        side = filler.state if isinstance(filler, Actor) else filler.cls
        mark = (filler.id, filler.name, filler.text, side or "")
        found = self._numbers.get(mark)
        if found is None:
            plain = filler.id.startswith("state:")
            key = NameKey("org" if actor else "eq", filler.id, filler.name, filler.id if plain else filler.text, side)
            found = self._numbers.setdefault((filler.id, filler.name, key.text, side or ""), len(self.keys))
            if found == len(self.keys):
                self.keys.append(key)
            self._numbers[mark] = found
        return found


@lru_cache(maxsize=65536)
def days_of(date: str | None) -> Span | None:
    """First and last day of an EDTF date as ordinals; an open end takes the other's; None if there is no date."""
    import datetime as dt

    edtf = Edtf.parse(date) if date else None
    if edtf is None:
        return None
    first, last = edtf.first or edtf.last, edtf.last or edtf.first
    return (dt.date.fromisoformat(str(first)).toordinal(), dt.date.fromisoformat(str(last)).toordinal())


def distance(a: Span, b: Span) -> float:
    """Days between two dates; 0 where they may be the same, else from middle to middle: "2009" and "2010" are a year apart."""
    return 0.0 if a[0] <= b[1] and b[0] <= a[1] else abs(a[0] + a[1] - b[0] - b[1]) / 2


def make_fact(record: ClaimRecord, registry: Registry) -> Fact:
    """The fact of a claim. What many facts share is held once."""
    claim = record.claim
    roles = claim.roles
    quantity, unit = _quantity(roles.get("quantity", ()))
    money = next((f for f in roles.get("value", ()) if isinstance(f, Money)), None)
    entity = next((f.name for f in roles.get("entity", ()) if isinstance(f, Thing)), None)
    return Fact(
        claim=record.id, document=record.document, kind=claim.kind, status=claim.status, start=claim.evidence.start, end=claim.evidence.end,
        published=intern(record.published) if record.published else None, attribute=claim.attribute,
        date=intern(claim.date) if claim.date else None, days=days_of(claim.date),
        givers=_numbers(roles, GIVERS.get(claim.kind, ()), registry), takers=_numbers(roles, TAKERS.get(claim.kind, ()), registry),
        parties=_numbers(roles, _PARTY, registry), items=_numbers(roles, _ITEM, registry),
        quantity=quantity, unit=unit, amount=float(money.amount) if money else None, currency=money.currency if money else None,
        entity=entity, confidence=claim.confidence, standing=record.standing, row=intern(_row(record)),
    )  # fmt: skip


def _row(record: ClaimRecord) -> str:
    return record.claim.doc if record.origin == "register" else ""


def same_row(a: str, b: str) -> bool | None:
    """Whether two rows of trade registers are one: by the register's number, else in one file by the line; None where that is open."""
    left, right = a.rpartition("#")[2] if "#" in a else "", b.rpartition("#")[2] if "#" in b else ""
    if left and right:
        return left == right
    return a == b if a.rpartition(":")[0] == b.rpartition(":")[0] else None


_PARTY, _ITEM = ("party",), ("item",)
_shared = lru_cache(maxsize=262144)(tuple[int, ...])


def _numbers(roles: dict[str, tuple[Filler, ...]], names: tuple[str, ...], registry: Registry) -> tuple[int, ...]:
    fillers = [f for role in names if role in roles for f in roles[role] if isinstance(f, Actor | Equipment)]
    if not fillers:
        return ()
    found = (registry.number(fillers[0]),) if len(fillers) == 1 else tuple(dict.fromkeys(map(registry.number, fillers)))
    return _shared(found)


def _quantity(fillers: tuple[Filler, ...]) -> tuple[Span | None, str | None]:
    for filler in fillers:
        if isinstance(filler, Quantity):
            value = filler.value
            low, high = (value[0], value[-1]) if isinstance(value, tuple | list) else (value, value)
            return (int(low), int(high)), filler.unit
    return None, None
