"""Whether the grammar, reading the evidence anew, says the contrary: another direction, status, polarity or actor."""

from collections.abc import Iterator

from wektor.grounding.casts import FLOWS, actors_of, among
from wektor.grounding.reader import Reader
from wektor.grounding.reversal import reversed_in
from wektor.model import Document, Draft


def contradicted(draft: Draft, document: Document, reader: Reader) -> Iterator[str]:
    """What in the evidence speaks against the draft: nothing, if one reading of the same event agrees with it."""
    if draft.status == "denied" and not reader.may_deny(document, draft.evidence):
        yield "nothing in the evidence denies it"
        return
    if draft.trigger is None:
        yield from reversed_in(draft, document, reader)
        return
    readings = reader.reread(document, draft.evidence)
    if any(reading is draft for reading in readings):
        return  # the grammar's own
    objections = [list(_objections(draft, r)) for r in readings if r.kind == draft.kind and _same_words(draft, r)]
    if objections and all(objections):
        yield min(objections, key=len)[0]


def _same_words(draft: Draft, reading: Draft) -> bool:
    """Whether the same words open both."""
    return draft.trigger is not None and reading.trigger is not None and draft.trigger.overlaps(reading.trigger)


def _objections(draft: Draft, reading: Draft) -> Iterator[str]:
    if draft.status != reading.status:
        yield f"the evidence reads {reading.status}, not {draft.status}"
    for giver, taker in FLOWS:
        yield from _turned_round(draft, reading, giver, taker)
        yield from _turned_round(draft, reading, taker, giver)
    for role in draft.roles:
        yield from _displaced(draft, reading, role)


def _turned_round(draft: Draft, reading: Draft, role: str, opposite: str) -> Iterator[str]:
    """Actors of ``role`` whom the evidence has on the other side."""
    here, there = actors_of(reading, role), actors_of(reading, opposite)
    for actor in actors_of(draft, role):
        if among(actor, there) and not among(actor, here):
            yield f"{actor.name} is {opposite} in the evidence, not {role}"


def _displaced(draft: Draft, reading: Draft, role: str) -> Iterator[str]:
    """Actors of ``role`` where the evidence has others only."""
    read = actors_of(reading, role)
    for actor in actors_of(draft, role):
        if read and not among(actor, read):
            yield f"the evidence has {' and '.join(a.name for a in read)} as {role}, not {actor.name}"
