"""A register of gold claims: what a reader without fault would have put into it."""

import re
from pathlib import Path

from wektor import Register
from wektor.app.pipeline import Pipeline, Reading
from wektor.evaluation.gold import GoldClaim, GoldDocument, GoldMoney, GoldNumber, load_gold_document
from wektor.model import Actor, Claim, Document, Equipment, Evidence, Money, Quantity, Thing, roles_of
from wektor.resolve import load_knowledge
from wektor.resolve.knowledge import family_id

_THINGS = frozenset({"entity", "site"})
_END = re.compile(r"(?<=[.!?”])\s+(?=[^\W\d_a-ząćęłńóśźż]|[„“])|\n")


class GoldPipeline(Pipeline):
    """Reads documents by their gold claims, in place of an engine."""

    def __init__(self, gold: list[GoldDocument]) -> None:
        super().__init__()
        self._gold = {g.id: g for g in gold}

    def read(self, document: Document) -> Reading:
        """The document's gold claims."""
        gold = self._gold[document.id]
        return Reading(document, tuple(make_claim(gold, c) for c in gold.claims), ())


def gold_register(*paths: Path, db: str = "memory:", **about: str) -> Register:
    """A register of gold documents, as if they had been read; ``about`` is what the documents say of themselves."""
    import msgspec

    gold = [load_gold_document(p) for p in paths]
    register = Register.open(db)
    register._reader = GoldPipeline(gold)
    register.add([msgspec.structs.replace(g.document, **about) for g in gold])
    return register


def make_claim(gold: GoldDocument, claim: GoldClaim) -> Claim:
    """A gold claim as the pipeline would give it: the first kind, each argument by its first form, the anchor's sentence as evidence."""
    kind, at = claim.kinds[0], gold.text.index(claim.anchor)
    roles: dict[str, tuple] = {}
    for argument in claim.arguments:
        if argument.role in roles_of(kind):
            roles[argument.role] = (*roles.get(argument.role, ()), _filler(kind, argument.role, argument.accepted, gold.text, at))
    start = max((m.end() for m in _END.finditer(gold.text, 0, at)), default=0)
    stop = next((m.start() for m in _END.finditer(gold.text, at + len(claim.anchor))), len(gold.text))
    return Claim(doc=gold.id, kind=kind, attribute=claim.attribute, status=claim.status, date=claim.date, roles=roles,
                 evidence=Evidence(start, stop, gold.text[start:stop]), engine="gold", confidence=0.9)  # fmt: skip


def _filler(kind, role, accepted, text, at):
    if isinstance(accepted, GoldMoney):
        return Money(amount=accepted.amount, currency=accepted.currency, **_place((), text, at))
    if isinstance(accepted, GoldNumber):
        value = accepted.low if accepted.low == accepted.high else (accepted.low, accepted.high)
        return Quantity(value=value, unit="people" if kind == "training" else "pieces", **_place((), text, at))
    if role in _THINGS:
        return Thing(name=accepted[0], **_place(accepted, text, at))
    return _equipment(accepted, text, at) if role == "item" else _actor(accepted, text, at)


def _actor(accepted, text, at):
    codes = [f for f in accepted if re.fullmatch(r"[A-Z]{3}", f) and f in {*load_knowledge().states.values()}]
    if accepted[0] in codes:
        return Actor(id=f"state:{accepted[0]}", name=accepted[0], state=accepted[0], **_place(accepted, text, at))
    known = next((o for o in load_knowledge().organisations.values() if set(accepted) & {o.name, *o.names}), None)
    name, ident = (known.name, known.id) if known else (accepted[0], "org:" + "-".join(accepted[0].lower().split()))
    return Actor(id=ident, name=name, state=codes[0] if codes else known.state if known else None, **_place(accepted, text, at))


def _equipment(accepted, text, at):
    families = load_knowledge().families
    known = next((f for f in families.values() if set(accepted) & {f.name, *f.names}), None)
    if known:
        return Equipment(id=family_id(known.name), name=known.name, cls=known.cls, **_place(accepted, text, at))
    classes = {*load_knowledge().parents, *load_knowledge().parents.values(), "UAV", "ship"}
    cls = next((f for f in accepted if f in classes), None)
    if cls:
        return Equipment(id=f"class:{cls.replace(' ', '-')}", name=cls, cls=cls, **_place(accepted, text, at))
    return Equipment(id="eq:" + "-".join(accepted[0].lower().split()), name=accepted[0], **_place(accepted, text, at))


def _place(forms, text, at):
    """The words of a form nearest to the anchor; the anchor's first word where none stands in the text."""
    found = [(abs(m.start() - at), m.start(), m.group()) for f in forms for m in re.finditer(re.escape(f), text)]
    _, start, words = min(found, default=(0, at, text[at : at + 1]))
    return {"text": words, "start": start, "end": start + len(words)}
