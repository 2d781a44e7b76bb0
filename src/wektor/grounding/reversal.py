"""A draft without a trigger against the grammar's readings of its sentence: is the flow turned round, or a denial left out?

An engine that names no trigger may read what the grammar does not, and the grammar errs: that it finds another event
there says nothing against the draft. What it tells of the same actors, and is rather sure of, does.
"""

from collections.abc import Iterator, Sequence

from wektor.grounding.casts import FLOWS, actors_of, among, same_cast
from wektor.model import Actor, Draft

_SURE = 0.7  # of a reading that is to stand against a draft


def reversed_by(draft: Draft, readings: Sequence[Draft]) -> Iterator[str]:
    """What the readings of the draft's own sentence say against it; nothing if one of them agrees."""
    here = [r for r in readings if any(mine.overlaps(other) for mine in draft.evidence[:1] for other in r.evidence[:1])]
    yield from _undenied(draft, [r for r in here if r.kind == draft.kind and same_cast(draft, r)])
    if not any(_directions(draft, r)[0] for r in here):
        for reading in here:
            if reading.confidence >= _SURE:
                yield from _directions(draft, reading)[1][:1]


def _undenied(draft: Draft, readings: Sequence[Draft]) -> Iterator[str]:
    """Told as so where the evidence has it that it is not so; what was denied may have ended."""
    if draft.status not in ("denied", "ended") and readings and all(r.status == "denied" for r in readings):
        yield f"the evidence reads denied, not {draft.status}"


def _directions(draft: Draft, reading: Draft) -> tuple[bool, list[str]]:
    """Whether a flow of the reading, of whatever kind, goes as the draft's goes; and the flows that go the other way."""
    along, against = False, []
    for giver, taker, givers, takers in _flows(draft):
        for _, _, from_, to in _flows(reading):
            along |= any(among(a, from_) for a in givers) and any(among(a, to) for a in takers)
            if all(among(a, to) for a in givers) and all(among(a, from_) for a in takers):
                against.append(f"{givers[0].name} is the taker and {takers[0].name} the giver in the evidence, not {giver} and {taker}")
    return along, against


def _flows(draft: Draft) -> Iterator[tuple[str, str, list[Actor], list[Actor]]]:
    """Givers and takers, where both are told."""
    for giver, taker in FLOWS:
        givers, takers = actors_of(draft, giver), actors_of(draft, taker)
        if givers and takers:
            yield giver, taker, givers, takers
