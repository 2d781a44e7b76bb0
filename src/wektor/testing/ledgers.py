"""Ledgers made up to any size: undertakings, and articles that tell of them in several languages, with variants and slips.

The same settings give the same ledger. Nothing in it is news: firms and designations are partly invented, what is told
of them wholly.
"""

import datetime as dt
import hashlib
import random
from collections.abc import Iterator

import msgspec

from wektor.model.claims import Actor, Claim, Equipment, Filler, Money, Quantity
from wektor.model.register import ClaimRecord, claim_id
from wektor.model.spans import Evidence
from wektor.resolve.knowledge import load_knowledge
from wektor.testing.casting import Cast, Player, cast, misspell, pick

_START = dt.date(1996, 1, 1).toordinal()
_SPAN = 30 * 365
_KINDS = ("order", "order", "delivery", "delivery", "agreement", "production", "aid", "operation", "talks", "training", "selection", "exercise")
_FLOW = {"order": ("supplier", "recipient"), "delivery": ("supplier", "recipient"), "aid": ("supplier", "recipient"), "training": ("supplier", "recipient"),
         "production": ("licensor", "producer"), "operation": ("maker", "operator"), "selection": ("candidate", "recipient")}  # fmt: skip
_LANGS = ("en", "en", "ru", "pl", "tr", "uk")


class LedgerSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How large and how noisy a ledger is. ``per_deal`` and ``per_document`` are mean numbers of claims."""

    claims: int
    seed: int = 1
    per_deal: int = 12
    per_document: int = 4
    slips: float = 0.02
    lies: float = 0.04
    gaps: float = 0.1
    copies: float = 0.15


class Undertaking(msgspec.Struct, frozen=True):
    """One deal as it truly is."""

    giver: str
    taker: str
    firm: Player
    item: Player
    number: int
    amount: int
    signed: int
    kinds: tuple[str, ...]


def make_ledger(settings: LedgerSettings) -> Iterator[tuple[ClaimRecord, ...]]:
    """The claims, a document at a time, until there are as many as the settings ask for."""
    rng = random.Random(settings.seed)
    people = cast(load_knowledge(), int(2 * settings.claims**0.6), rng)
    deals = [_undertaking(people, rng) for _ in range(max(1, settings.claims // settings.per_deal))]
    left, number, group = settings.claims, 0, ""
    while left > 0:
        size = min(left, 1 + int(rng.expovariate(1 / (settings.per_document - 0.5))), 40)
        digest = hashlib.blake2b(f"{settings.seed}:{number}".encode(), digest_size=16).hexdigest()
        group = group if group and rng.random() < settings.copies else digest
        yield _document(digest, group, size, deals, settings, rng)
        left, number = left - size, number + 1


def _undertaking(people: Cast, rng: random.Random) -> Undertaking:
    giver = people.makers[min(int(rng.expovariate(0.12)), len(people.makers) - 1)]
    taker = people.states[int(len(people.states) * rng.random() ** 1.5)]
    while taker == giver:
        taker = rng.choice(people.states)
    number = max(1, int(rng.lognormvariate(2.5, 1.2)))
    kinds = tuple(k for k in _KINDS if k in ("order", "delivery") or rng.random() < 0.3)
    return Undertaking(giver, taker, pick(people.firms[giver], rng), pick(people.items[giver], rng), number,
                       number * rng.randrange(1, 90) * 250_000, _START + rng.randrange(_SPAN), kinds)  # fmt: skip


def _document(digest: str, group: str, size: int, deals: list[Undertaking], settings: LedgerSettings, rng: random.Random) -> tuple[ClaimRecord, ...]:
    """An article about one or two undertakings; the first of the list are told of oftener."""
    topics = [deals[int(len(deals) * rng.random() ** 1.3)] for _ in range(1 + (rng.random() < 0.3))]
    day = min(topics[0].signed + int(rng.expovariate(1 / 400)), _START + _SPAN)
    lang, published = rng.choice(_LANGS), dt.date.fromordinal(day).isoformat()
    records = []
    for place in range(size):
        claim = _claim(digest, place, day, topics[place % len(topics)], settings, rng)
        records.append(ClaimRecord(id=claim_id(digest, claim), document=digest, copy_group=group, claim=claim, published=published,
                                   publisher=f"Gazette {rng.randrange(400)}", lang=lang, engine="made up"))  # fmt: skip
    return tuple(records)


def _claim(digest: str, place: int, day: int, deal: Undertaking, settings: LedgerSettings, rng: random.Random) -> Claim:
    kind, start = rng.choice(deal.kinds), 200 * place
    roles = _roles(kind, deal, start, settings, rng)
    if kind in ("order", "delivery", "operation") and rng.random() < 0.6:
        number = deal.number if rng.random() > settings.lies else deal.number + rng.randrange(1, 9)
        number = number if kind != "delivery" or rng.random() < 0.5 else max(1, number // 2)
        roles["quantity"] = (Quantity(value=number, unit="pieces", text=str(number), start=start + 90, end=start + 93),)
    if kind in ("order", "agreement") and rng.random() < 0.3:
        roles["value"] = (Money(amount=deal.amount, currency="USD", text=f"${deal.amount}", start=start + 95, end=start + 99),)
    moment = deal.signed + (rng.randrange(200, 1500) if kind in ("delivery", "operation") else 0)
    moment += rng.randrange(-400, 400) if rng.random() < settings.lies else 0
    status = "planned" if moment > day else "done"
    return Claim(doc=digest, kind=kind, attribute=_attribute(kind), status=status, date=_date(moment, rng), roles=roles,
                 evidence=Evidence(start, start + 150, "as was told."), engine="made up", confidence=round(0.5 + rng.random() / 2, 2))  # fmt: skip


def _attribute(kind: str) -> str | None:
    return {"agreement": "memorandum", "production": "assembly", "aid": "donation"}.get(kind)


def _date(moment: int, rng: random.Random) -> str | None:
    text = dt.date.fromordinal(moment).isoformat()
    return rng.choice((text, text[:7], text[:7], text[:4], None))


def _roles(kind: str, deal: Undertaking, start: int, settings: LedgerSettings, rng: random.Random) -> dict[str, tuple[Filler, ...]]:
    giver: Filler = _actor(deal.firm, start, settings, rng) if rng.random() < 0.5 else _state(deal.giver, start)
    taker: Filler = _ministry(deal.taker, start + 40) if rng.random() < 0.2 else _state(deal.taker, start + 40)
    roles: dict[str, tuple[Filler, ...]] = {"item": (_equipment(deal.item, start + 60, settings, rng),)}
    if kind not in _FLOW:
        return roles | {"party": (giver, taker)}
    giving, taking = _FLOW[kind]
    if rng.random() > settings.gaps:
        roles[giving] = (giver,)
    return roles | {taking: (taker,)}


def _spelling(player: Player, settings: LedgerSettings, rng: random.Random) -> str:
    text = pick_text(player.spellings, rng)
    return misspell(text, rng) if rng.random() < settings.slips else text


def pick_text(spellings: tuple[str, ...], rng: random.Random) -> str:
    """One of them, the first ones oftener."""
    return spellings[int(len(spellings) * rng.random() ** 2)]


def _actor(player: Player, start: int, settings: LedgerSettings, rng: random.Random) -> Actor:
    text = _spelling(player, settings, rng)
    return Actor(id="org:" + "-".join(text.lower().split()), name=text, state=player.state if rng.random() < 0.85 else None, text=text,
                 start=start, end=start + len(text))  # fmt: skip


def _state(code: str, start: int) -> Actor:
    return Actor(id=f"state:{code}", name=code, state=code, text=code, start=start, end=start + 3)


def _ministry(code: str, start: int) -> Actor:
    name = f"Ministry of Defence of {code}"
    return Actor(id=f"org:ministry-of-defence-{code.lower()}", name=name, state=code, text=name, start=start, end=start + len(name))


def _equipment(player: Player, start: int, settings: LedgerSettings, rng: random.Random) -> Equipment:
    if rng.random() < settings.gaps:
        cls = player.cls or "vehicle"
        return Equipment(id="class:" + cls.replace(" ", "-"), name=cls, cls=cls, text=cls, start=start, end=start + len(cls))
    text = _spelling(player, settings, rng)
    known = rng.random() < 0.7
    return Equipment(id=player.id if known else "eq:" + "-".join(text.lower().split()), name=player.name if known else text, cls=player.cls,
                     text=text, start=start, end=start + len(text))  # fmt: skip
