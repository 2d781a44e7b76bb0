"""Judgements applied: what people decided, bound to documents and meaning, laid over what is derived."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

import msgspec

from wektor.model.claims import Actor, Equipment
from wektor.model.ontology import core_roles
from wektor.model.register import Anchor, ClaimRecord, Judgement
from wektor.resolve.facts import Fact, days_of
from wektor.resolve.names import Names

Facts = Mapping[str, Sequence[Fact]]  # by document
Bind = Callable[[str], str]  # a claim's id, as judged, to its present id


def anchor_of(record: ClaimRecord) -> Anchor:
    """What binds a judgement to a claim: document, kind, evidence span, names in its core roles."""
    claim = record.claim
    core = sorted({f.name for role in core_roles(claim.kind) for f in claim.roles.get(role, ()) if isinstance(f, Actor | Equipment)})
    return Anchor(record.document, claim.kind, claim.evidence.start, claim.evidence.end, tuple(core))


class Overlay(msgspec.Struct):
    """Judgements in force, by what they touch. Claim ids are those of the present reading."""

    dropped: dict[str, str] = {}
    documents: dict[str, str] = {}
    publishers: dict[str, str] = {}
    parties: dict[str, str] = {}
    accepted: dict[str, str] = {}
    corrected: dict[str, list[Judgement]] = {}
    deals: dict[str, list[Judgement]] = {}
    merges: list[tuple[str, str]] = []
    splits: list[frozenset[str]] = []
    merged: dict[str, str] = {}
    apart: dict[str, str] = {}
    homes: dict[str, str] = {}

    def claims(self) -> dict[str, object]:
        """What is judged of each claim that a judgement names."""
        found: dict[str, object] = {}
        for name, table in (("dropped", self.dropped), ("accepted", self.accepted), ("corrected", self.corrected), ("deals", self.deals)):
            for claim, told in table.items():
                found[claim] = (found.get(claim), name, told)
        for pair in (*self.merges, *self.splits):
            for claim in pair:
                found[claim] = (found.get(claim), pair)
        return found


class Reach(msgspec.Struct, frozen=True):
    """What another overlay touches: claims, whole documents, publishers, parties by entity id."""

    claims: set[str]
    documents: set[str]
    publishers: set[str]
    parties: set[str]


def reach(before: Overlay, after: Overlay) -> Reach:
    """Where two overlays differ."""
    return Reach(_differ(before.claims(), after.claims()), _differ(before.documents, after.documents),
                 _differ(before.publishers, after.publishers), _differ(before.parties, after.parties))  # fmt: skip


def _differ(a: Mapping[str, object], b: Mapping[str, object]) -> set[str]:
    return {k for k in a.keys() | b.keys() if a.get(k) != b.get(k)}


def make_overlay(judgements: Iterable[Judgement], facts: Facts, names: Names) -> Overlay:
    """The judgements in force, oldest first. One that was undone has no force."""
    overlay = Overlay()
    for j in sorted(judgements, key=lambda j: (j.at, j.id)):
        if j.undone_by is None:
            bind = partial(_bind, j, facts, names)
            _LAY[j.verb](overlay, j, bind)
            overlay.homes |= {bind(claim): anchor.document for claim, anchor in j.anchors.items()}
    return overlay


def _bind(judgement: Judgement, facts: Facts, names: Names, claim: str) -> str:
    """The present id of a judged claim: its own, or that of the claim with the same meaning in the same place."""
    anchor = judgement.anchors.get(claim)
    if anchor is None:
        return claim
    held = facts.get(anchor.document, ())
    if any(f.claim == claim for f in held):
        return claim
    fit = [f for f in held if f.kind == anchor.kind and f.start < anchor.end and anchor.start < f.end]
    fit = [f for f in fit if not anchor.core or not _names(f, names).isdisjoint(anchor.core)]
    return min(fit, key=lambda f: (-len(_names(f, names).intersection(anchor.core)), f.claim)).claim if fit else claim


def _names(fact: Fact, names: Names) -> set[str]:
    return {names.registry.keys[n].name for n in (*fact.givers, *fact.takers, *fact.parties, *fact.items)}


def _claim(target: str) -> str:
    """The claim that a claim's or deal's id holds."""
    return "c-" + target[2:]


def _lay_drop(overlay: Overlay, j: Judgement, bind: Bind) -> None:
    reason = f"{'rejected' if j.verb == 'reject' else 'ignored'} by {j.by}" + (f": {j.why}" if j.why else "")
    if publisher := j.payload.get("publisher"):
        overlay.publishers[str(publisher)] = reason
    elif name := j.payload.get("name"):
        overlay.parties[str(name)] = reason
    elif j.target.startswith("c-"):
        overlay.dropped[bind(j.target)] = reason
    elif j.target.startswith(("d-", "e-")):
        overlay.deals.setdefault(bind(_claim(j.target)), []).append(j)
    elif ":" in j.target:
        overlay.parties[j.target] = reason
    else:
        overlay.documents[j.target] = reason


def _lay_accept(overlay: Overlay, j: Judgement, bind: Bind) -> None:
    if j.target.startswith("c-"):
        overlay.accepted[bind(j.target)] = "accepted"
    else:
        overlay.deals.setdefault(bind(_claim(j.target)), []).append(j)


def _lay_correct(overlay: Overlay, j: Judgement, bind: Bind) -> None:
    place = overlay.corrected if j.target.startswith("c-") else overlay.deals
    place.setdefault(bind(_claim(j.target)), []).append(j)


def _lay_merge(overlay: Overlay, j: Judgement, bind: Bind) -> None:
    other = str(j.payload["with"])
    if j.target.startswith(("c-", "d-")):
        overlay.merges.append((bind(_claim(j.target)), bind(_claim(other))))
    elif not (j.target.startswith("state:") and other.startswith("state:")):  # two states are never one
        root = overlay.merged.get(j.target, j.target)
        old = overlay.merged.get(other, other)
        overlay.merged |= {k: root for k, v in overlay.merged.items() if v == old} | {old: root}


def _lay_split(overlay: Overlay, j: Judgement, bind: Bind) -> None:
    claims, names = j.payload.get("claims"), j.payload.get("names")
    if isinstance(claims, list | tuple):
        overlay.splits.append(frozenset(bind(str(c)) for c in claims))
    if isinstance(names, list | tuple):
        first = min(map(str, names))
        overlay.apart |= {str(name): f"{j.target}~{'-'.join(first.lower().split())}" for name in names}


_LAY = {"reject": _lay_drop, "ignore": _lay_drop, "accept": _lay_accept, "correct": _lay_correct, "merge": _lay_merge, "split": _lay_split}


def apply(fact: Fact, publisher: str | None, overlay: Overlay, names: Names) -> Fact | str:
    """The fact as people left it, or the reason why it is set aside."""
    reason = overlay.dropped.get(fact.claim) or overlay.documents.get(fact.document) or overlay.publishers.get(publisher or "")
    if reason is None and overlay.parties:
        sides = [names.who(n).id for n in (*fact.givers, *fact.takers, *fact.parties)]
        reason = next((overlay.parties[s] for s in sides if s in overlay.parties), None)
    if reason is not None:
        return reason
    for judgement in overlay.corrected.get(fact.claim, ()):
        fact = _correct(fact, judgement, names)
    if fact.claim in overlay.accepted:
        fact = msgspec.structs.replace(fact, standing="accepted")
    return fact


_SIDES = {"supplier": "givers", "licensor": "givers", "maker": "givers", "candidate": "givers", "recipient": "takers", "producer": "takers",
          "operator": "takers", "party": "parties", "item": "items"}  # fmt: skip


def _correct(fact: Fact, judgement: Judgement, names: Names) -> Fact:
    """The fact with the fields of a correction; roles take an entity's id or a list of ids."""
    changes: dict[str, object] = {"standing": "corrected"}
    for field, value in judgement.payload.items():
        if field in ("kind", "status", "attribute"):
            changes[field] = value
        elif field == "date":
            changes |= {"date": value, "days": days_of(str(value)) if value else None}
        elif field == "quantity" and isinstance(value, int | list | tuple):
            changes["quantity"] = (value, value) if isinstance(value, int) else (int(value[0]), int(value[-1]))
        elif field == "value" and isinstance(value, Mapping):
            changes |= {"amount": float(value["amount"]), "currency": value["currency"]}
        elif field in _SIDES:
            ids = value if isinstance(value, list | tuple) else [value]
            changes[_SIDES[field]] = tuple(names.number_of(str(i)) for i in ids)
    return msgspec.structs.replace(fact, **changes)
