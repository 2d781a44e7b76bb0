"""A draft without a trigger against the grammar's readings of its sentence: is the flow turned round, or a denial left out?

An engine that names no trigger may read what the grammar does not, and the grammar errs: that it finds another event
there says nothing against the draft. What it tells of the same actors does, where the valencies of the words around
them speak against the draft too. A sentence in which nothing does is not read at all.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wektor.grounding.casts import FLOWS, actors_of, among
from wektor.grounding.reader import Reader
from wektor.model import Actor, Document, Draft

_SURE = 0.6  # of a reading that is to stand against a draft, beside the words
_PLAIN = -6.0  # so far the words alone lean to the other side where they are believed without a reading


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
    for flow in flows_of(draft):
        every, telling = reader.leaning(document, own, draft.kind, [a.span for a in flow.givers], [a.span for a in flow.takers])
        if every < 0:
            yield from turned_round(draft, flow, reader.glance(document, own), plainly=telling <= _PLAIN)


def undenied(draft: Draft, readings: Sequence[Draft]) -> Iterator[str]:
    """Told as so where the evidence has it that it is not so; what was denied may have ended."""
    telling = [r for r in readings if r.kind == draft.kind]
    if telling and all(r.status == "denied" for r in telling):
        yield f"the evidence reads denied, not {draft.status}"


def turned_round(draft: Draft, flow: Flow, readings: Sequence[Draft], *, plainly: bool) -> Iterator[str]:
    """What the readings have against the flow; nothing if one of them, of whatever kind, has any of the draft's as the draft has it.

    ``plainly`` says that the words alone speak against it.
    """
    if any(_goes_along(mine, theirs) for mine in flows_of(draft) for r in readings for theirs in flows_of(r)):
        return
    if plainly or any(_goes_against(flow, theirs) for r in readings if r.confidence >= _SURE for theirs in flows_of(r)):
        yield f"{flow.givers[0].name} is the taker and {flow.takers[0].name} the giver in the evidence, not {flow.giver} and {flow.taker}"


def _goes_along(mine: Flow, theirs: Flow) -> bool:
    return any(among(a, theirs.givers) for a in mine.givers) and any(among(a, theirs.takers) for a in mine.takers)


def _goes_against(mine: Flow, theirs: Flow) -> bool:
    return all(among(a, theirs.takers) for a in mine.givers) and all(among(a, theirs.givers) for a in mine.takers)


def flows_of(draft: Draft) -> Iterator[Flow]:
    """Givers and takers, where both are told, and are of different sides: a state and its own firm say nothing of the way."""
    for giver, taker in FLOWS:
        flow = Flow(giver, taker, actors_of(draft, giver), actors_of(draft, taker))
        if flow.givers and flow.takers and not any(among(a, flow.takers) for a in flow.givers):
            yield flow
