"""A draft without a trigger against the grammar's readings of its sentence: is the flow turned round, or a denial left out?

An engine that names no trigger may read what the grammar does not, and the grammar errs: that it finds another event
there says nothing against the draft. What it tells of the same actors does, where the valencies of the words around
them speak against the draft too. A sentence in which nothing does is not read at all.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wektor.grounding.casts import FLOWS, actors_of, among
from wektor.grounding.reader import Reader
from wektor.model import Actor, Document, Draft, Span

_SURE = 0.6  # of a reading that is to stand against a draft, beside the words
_SURER = 0.9  # of one that takes somebody from outside the sentence, or a state for its firm, and may well have them on the wrong side
_PLAIN = -6.0  # so far the words alone lean to the other side where they are believed without a reading
_FAR = 3.5  # log-odds by which another status must suit the words better, whoever takes part, beside a reading


class Flow(NamedTuple):
    """Givers and takers of a draft, in which roles."""

    giver: str
    taker: str
    givers: list[Actor]
    takers: list[Actor]


def reversed_in(draft: Draft, document: Document, reader: Reader) -> Iterator[str]:
    """What the draft's own sentence says against it."""
    own = draft.evidence[:1]
    if draft.status not in ("denied", "ended") and reader.may_deny(document, own) and reader.denies(document, own, draft.kind):
        yield from undenied(draft, reader.glance(document, own))
    other, odds = reader.other_status(document, own, draft.kind, draft.status)
    if odds > _FAR:
        yield from misstated(draft, other, reader.glance(document, own), own)
    for flow in flows_of(draft):
        every, telling = reader.leaning(document, own, draft.kind, [a.span for a in flow.givers], [a.span for a in flow.takers])
        if every < 0:
            yield from turned_round(draft, flow, reader.glance(document, own), own, plainly=telling <= _PLAIN)


def undenied(draft: Draft, readings: Sequence[Draft]) -> Iterator[str]:
    """Told as so where the evidence has it that it is not so; what was denied may have ended."""
    if any(r.status != "denied" and (r.kind == draft.kind or _tells_of(r, draft)) for r in readings):
        return
    if any(r.kind == draft.kind for r in readings):
        yield f"the evidence reads denied, not {draft.status}"


def misstated(draft: Draft, other: str, readings: Sequence[Draft], own: Sequence[Span]) -> Iterator[str]:
    """Another status than all readings of the kind have, of which one names whomever of the draft its sentence names."""
    telling = [r for r in readings if r.kind == draft.kind]
    named = [a for a in actors_of(draft) if any(o.contains(a.span) for o in own)]
    if all(r.status != draft.status for r in telling) and any(all(among(a, actors_of(r)) for a in named) for r in telling):
        yield f"the evidence reads {other}, not {draft.status}"


def _tells_of(reading: Draft, draft: Draft) -> bool:
    """Whether a reading names everybody who takes part in the draft."""
    actors = actors_of(draft)
    return bool(actors) and all(among(a, actors_of(reading)) for a in actors)


def turned_round(draft: Draft, flow: Flow, readings: Sequence[Draft], own: Sequence[Span], *, plainly: bool) -> Iterator[str]:
    """What the readings have against the flow; nothing if one of them, of whatever kind, has any of the draft's as the draft has it.

    ``plainly`` says that the words alone speak against it. Where things flow both ways, who takes in the draft takes in a reading of its kind.
    """
    read = [(r, theirs) for r in readings for theirs in flows_of(r)]
    if any(_goes_along(mine, theirs) for mine in flows_of(draft) for _, theirs in read):
        return
    if any(r.kind == draft.kind and all(among(a, theirs.takers) for a in flow.takers) for r, theirs in read):
        return
    if plainly or any(_goes_against(flow, theirs) and r.confidence >= (_SURE if _is_plain(flow, theirs, own) else _SURER) for r, theirs in read):
        yield f"{flow.givers[0].name} is the taker and {flow.takers[0].name} the giver in the evidence, not {flow.giver} and {flow.taker}"


def _goes_along(mine: Flow, theirs: Flow) -> bool:
    return any(among(a, theirs.givers) for a in mine.givers) and any(among(a, theirs.takers) for a in mine.takers)


def _goes_against(mine: Flow, theirs: Flow) -> bool:
    return all(among(a, theirs.takers) for a in mine.givers) and all(among(a, theirs.givers) for a in mine.takers)


def _is_plain(mine: Flow, theirs: Flow, own: Sequence[Span]) -> bool:
    """Whether the reading takes nobody from outside the sentence, and the draft's actors are its very own, no state being told for its firm."""
    told = (*theirs.givers, *theirs.takers)
    same = {a.id for a in (*mine.givers, *mine.takers)} <= {a.id for a in told}
    return same and all(any(o.contains(a.span) for o in own) for a in told)


def flows_of(draft: Draft) -> Iterator[Flow]:
    """Givers and takers, where both are told, and are of different sides: a state and its own firm say nothing of the way."""
    for giver, taker in FLOWS:
        flow = Flow(giver, taker, actors_of(draft, giver), actors_of(draft, taker))
        if flow.givers and flow.takers and not any(among(a, flow.takers) for a in flow.givers):
            yield flow
