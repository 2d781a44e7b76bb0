"""The register of a gold document, derived from its gold claims: what a perfect reading would give."""

import hashlib

from wektor.evaluation.gold import GoldArgument, GoldDocument, GoldMoney, GoldNumber
from wektor.model import KINDS, Actor, Claim, Equipment, Evidence, Money, Quantity, Thing
from wektor.model.register import ClaimRecord, View, claim_id
from wektor.resolve import derive, load_knowledge


def gold_view(document: GoldDocument, published: str) -> View:
    """The view of all gold claims, each under every kind that is right."""
    digest = hashlib.sha256(document.text.encode()).hexdigest()
    records = []
    for gold, kind in ((g, kind) for g in document.claims for kind in g.kinds):
        start = max(0, document.text.find(gold.anchor))
        roles: dict[str, tuple] = {}
        for place, argument in enumerate(gold.filled(kind)):
            roles[argument.role] = (*roles.get(argument.role, ()), _filler(argument, start + place))
        attribute = gold.attribute if gold.attribute in KINDS[kind].attributes else None
        claim = Claim(doc=document.id, kind=kind, attribute=attribute, status=gold.status, date=gold.date, roles=roles,
                      evidence=Evidence(start, start + len(gold.anchor), gold.anchor), confidence=0.9)  # fmt: skip
        records.append(ClaimRecord(id=claim_id(digest, claim), document=digest, copy_group=digest, claim=claim, published=published, lang=document.lang))
    return derive(records)


def _filler(argument: GoldArgument, at: int) -> Actor | Equipment | Thing | Quantity | Money:
    said, span = argument.accepted, {"start": at, "end": at + 1}
    if isinstance(said, GoldNumber):
        unit = "people" if said.low > 100 else "pieces"
        return Quantity(value=said.low if said.low == said.high else (said.low, said.high), unit=unit, text=str(said.low), **span)
    if isinstance(said, GoldMoney):
        return Money(amount=said.amount, currency=said.currency, text=str(said.amount), **span)
    state = next((form for form in said if len(form) == 3 and form.isupper() and form in load_knowledge().states.values()), None)
    if argument.role in ("site", "entity"):
        return Thing(name=said[0], text=said[0], **span)
    if argument.role == "item":
        cls = "combat UAV" if {"drone", "UAV"} & {*said} else None
        return Equipment(id="class:combat-UAV" if said[0] == "UAV" else "eq:" + "-".join(said[0].lower().split()), name=said[0], cls=cls, text=said[0], **span)
    ident = f"state:{state}" if said[0] == state else "org:" + "-".join(said[0].lower().split())
    return Actor(id=ident, name=said[0], state=state, text=said[0], **span)
