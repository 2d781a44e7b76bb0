"""What people decide of a register: judgements laid down, bound to what the claims say, and taken back."""

import hashlib
from collections.abc import Iterator, Mapping

import msgspec

from wektor.app.finding import find_home
from wektor.model import InputError
from wektor.model.ledger import Undoing
from wektor.model.ontology import ATTRIBUTES, KINDS, STATUSES
from wektor.model.register import STAGES, Anchor, Judgement, Verb
from wektor.resolve import anchor_of
from wektor.stores import Reader

VERBS: tuple[Verb, ...] = ("accept", "reject", "correct", "merge", "split", "ignore")
_ROLES = {role for spec in KINDS.values() for role in spec.roles}
_CLAIM_FIELDS = {"kind", "status", "attribute", "date", "quantity", "value", *_ROLES}
_DEAL_FIELDS = {"kind", "status", "cls", "ordered", "delivered", "value"}
_ALLOWED = {"kind": tuple(KINDS), "attribute": ATTRIBUTES}


def make_judgement(reader: Reader, verb: str, target: str, *, by: str, at: str, why: str, payload: Mapping[str, object]) -> Judgement:
    """A judgement that makes sense in this register. Raises InputError where it does not, saying why."""
    if verb not in VERBS:
        raise InputError(f"judge: {verb!r} is none of {', '.join(VERBS)}")
    if not by.strip():
        raise InputError("judge: say who judges, with --by")
    target = find_target(reader, verb, target, payload)
    plain = _checked(reader, verb, target, dict(payload))
    anchors = {claim: anchor for claim in _claims_in(target, plain) if (anchor := _anchor(reader, claim))}
    mixed = msgspec.json.encode([verb, target, by, at, why, plain], order="deterministic")
    return Judgement(id="j-" + hashlib.blake2b(mixed, digest_size=6).hexdigest(), verb=verb, target=target, by=by, at=at, why=why,
                     payload=plain, anchors=anchors)  # fmt: skip


def make_undoing(reader: Reader, id: str, *, by: str, at: str, why: str) -> tuple[Undoing, Judgement]:
    """The undoing of a judgement, and the judgement with it. Raises InputError where there is nothing to undo."""
    held = reader.judgement(id)
    if held is None:
        raise InputError(f"undo: there is no judgement {id!r}; wektor history ID shows those on a deal")
    if held.undone_by is not None:
        raise InputError(f"undo: {id} was undone already")
    if not by.strip():
        raise InputError("undo: say who takes it back, with --by")
    undoing = Undoing(id="u-" + id[2:], judgement=id, by=by, at=at, why=why)
    return undoing, msgspec.structs.replace(held, undone_by=undoing.id)


def find_target(reader: Reader, verb: str, target: str, payload: Mapping[str, object]) -> str:
    """The present id of what is judged. Raises InputError if the register does not hold it."""
    if verb == "ignore" and payload:
        return target
    if target.startswith("c-") and reader.claims([target]):
        return target
    if target.startswith(("d-", "e-")) and (home := find_home(reader, target)):
        return home.id
    if ":" in target and reader.things([target]):
        return target
    if verb in ("ignore", "reject") and reader.held([target]):
        return target
    raise InputError(f"judge: this register holds no claim, deal, entity or document {target!r}")


def _checked(reader: Reader, verb: str, target: str, payload: dict[str, object]) -> dict[str, object]:
    if verb == "correct":
        return _corrected(reader, target, payload)
    if verb == "merge":
        other = payload.get("with")
        if not other:
            raise InputError("judge merge: name the other one, with --with ID")
        found = find_target(reader, verb, str(other), {})
        if found == target or (":" in found) != (":" in target):
            raise InputError(f"judge merge: {target} and {found} cannot be one: they must be two deals, or two entities")
        return {"with": found}
    if verb == "split":
        if not payload.get("claims") and not payload.get("names"):
            raise InputError("judge split: name the claims (--claim) of a deal, or the spellings (--name) of an entity, to take out")
        return payload
    return payload


def _corrected(reader: Reader, target: str, payload: dict[str, object]) -> dict[str, object]:
    fields = _CLAIM_FIELDS if target.startswith("c-") else _DEAL_FIELDS
    if not payload:
        raise InputError("judge correct: name what is right, as FIELD=VALUE")
    for field, value in payload.items():
        if field not in fields:
            raise InputError(f"judge correct: a {'claim' if target.startswith('c-') else 'deal'} has no field {field!r}; it has {', '.join(sorted(fields))}")
        allowed = (STATUSES if target.startswith("c-") else (*STAGES, "denied")) if field == "status" else _ALLOWED.get(field)
        if allowed and value not in allowed:
            raise InputError(f"judge correct: {field} {value!r} is none of {', '.join(allowed)}")
        _check_number(field, value)
    return payload


def _check_number(field: str, value: object) -> None:
    """Numbers are numbers or [low, high]; a value is {"amount", "currency"}."""
    if field == "value":
        if not isinstance(value, Mapping) or not isinstance(value.get("amount"), int | float) or not isinstance(value.get("currency"), str):
            raise InputError(f"judge correct: value {value!r} is no sum of money; write it as value=3.5e9 USD")
    elif field in ("quantity", "ordered", "delivered"):
        numbers = value if isinstance(value, list) else [value]
        if not 1 <= len(numbers) <= 2 or not all(isinstance(n, int) and not isinstance(n, bool) for n in numbers):
            raise InputError(f"judge correct: {field} {value!r} is no number; write it as {field}=24 or {field}=20-24")


def _claims_in(target: str, payload: Mapping[str, object]) -> Iterator[str]:
    """The claims that a judgement is bound to: a deal's is the one that it is named after."""
    if target[:2] in ("c-", "d-", "e-"):
        yield "c-" + target[2:]
    other = str(payload.get("with", ""))
    if other[:2] in ("c-", "d-", "e-"):
        yield "c-" + other[2:]
    claims = payload.get("claims")
    yield from map(str, claims) if isinstance(claims, list | tuple) else ()


def _anchor(reader: Reader, claim: str) -> Anchor | None:
    records = reader.claims([claim])
    return anchor_of(records[claim]) if claim in records else None
