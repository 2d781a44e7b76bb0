"""Whether the grammar, reading the evidence anew, says the contrary: another direction, status, polarity or actor."""

from collections.abc import Callable, Iterator, Sequence

from wektor.grounding.reader import Reader
from wektor.model import Actor, Document, Draft, Filler

_FLOWS = (
    ("supplier", "recipient"),
    ("licensor", "producer"),
    ("parts_supplier", "producer"),
    ("maker", "operator"),
    ("candidate", "recipient"),
)


def contradicted(draft: Draft, document: Document, reader: Reader) -> Iterator[str]:
    """What in the evidence speaks against the draft: nothing, if one reading of the same event agrees with it."""
    readings = [r for r in reader.reread(document, draft.evidence) if _same_event(draft, r)]
    speak_against: Callable[[Draft, Draft], Iterator[str]] = _objections if draft.trigger is not None else _reversals
    objections = [list(speak_against(draft, reading)) for reading in readings]
    if objections and all(objections):
        yield min(objections, key=len)[0]


def _same_event(draft: Draft, reading: Draft) -> bool:
    """The same kind opened by the same words; without a trigger, told of the same actors in the same evidence.

    An engine that names no trigger may read what the grammar does not: that the grammar finds another event of the
    kind in the sentence says nothing against it.
    """
    if draft.kind != reading.kind:
        return False
    if draft.trigger is None or reading.trigger is None:
        beside = any(mine.overlaps(other) for mine in draft.evidence[:1] for other in reading.evidence[:1])
        return beside and _same_cast(draft, reading)
    return draft.trigger.overlaps(reading.trigger)


def _same_cast(draft: Draft, reading: Draft) -> bool:
    mine, theirs = ([a for fillers in d.roles.values() for a in _actors(fillers)] for d in (draft, reading))
    return bool(mine) and all(_among(a, theirs) for a in mine) and all(_among(a, mine) for a in theirs)


def _reversals(draft: Draft, reading: Draft) -> Iterator[str]:
    """The flow turned round, or told as so where the evidence has it that it is not so."""
    if reading.status == "denied" and draft.status != "denied":
        yield f"the evidence reads denied, not {draft.status}"
    for giver, taker in _FLOWS:
        turned = [*_turned_round(draft, reading, giver, taker), *_turned_round(draft, reading, taker, giver)]
        yield from turned[:1] if len(turned) > 1 else ()


def _objections(draft: Draft, reading: Draft) -> Iterator[str]:
    if draft.status != reading.status:
        yield f"the evidence reads {reading.status}, not {draft.status}"
    for giver, taker in _FLOWS:
        yield from _turned_round(draft, reading, giver, taker)
        yield from _turned_round(draft, reading, taker, giver)
    for role in draft.roles:
        yield from _displaced(draft, reading, role)


def _turned_round(draft: Draft, reading: Draft, role: str, opposite: str) -> Iterator[str]:
    """Actors of ``role`` whom the evidence has on the other side."""
    here, there = _actors(reading.roles.get(role, ())), _actors(reading.roles.get(opposite, ()))
    for actor in _actors(draft.roles.get(role, ())):
        if _among(actor, there) and not _among(actor, here):
            yield f"{actor.name} is {opposite} in the evidence, not {role}"


def _displaced(draft: Draft, reading: Draft, role: str) -> Iterator[str]:
    """Actors of ``role`` where the evidence has others only."""
    read = _actors(reading.roles.get(role, ()))
    for actor in _actors(draft.roles[role]):
        if read and not _among(actor, read):
            yield f"the evidence has {' and '.join(a.name for a in read)} as {role}, not {actor.name}"


def _actors(fillers: Sequence[Filler]) -> list[Actor]:
    return [filler for filler in fillers if isinstance(filler, Actor)]


def _among(actor: Actor, others: Sequence[Actor]) -> bool:
    return any(actor.id == other.id or _stands_for(actor, other) or _stands_for(other, actor) for other in others)


def _stands_for(actor: Actor, other: Actor) -> bool:
    """A state may be told for its firm, ministry or force."""
    return actor.id.startswith("state:") and not other.id.startswith("state:") and actor.name == other.state
