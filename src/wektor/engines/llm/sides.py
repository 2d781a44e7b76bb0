"""People whose state the words do not say: they are taken for the state that the text around suggests, but not on both sides."""

from collections.abc import Sequence

from wektor.engines.llm.reading import Desk
from wektor.grounding.casts import FLOWS
from wektor.model import Actor, Document, Filler

Roles = dict[str, tuple[Filler, ...]]


def part_sides(roles: Roles, document: Document, desk: Desk) -> Roles:
    """The roles; whoever was only guessed to be the state that stands on the other side, or beside, stands for himself."""
    parted = dict(roles)
    for one, other in (*FLOWS, ("party", "party")):
        for role, opposite in ((one, other), (other, one)):
            if role in parted:
                parted[role] = tuple(_apart(f, (*parted[role], *parted.get(opposite, ())), document, desk) for f in parted[role])
    return parted


def _apart(filler: Filler, beside: Sequence[Filler], document: Document, desk: Desk) -> Filler:
    """The filler, or the words alone where another filler is the same actor and these words do not say so."""
    if not isinstance(filler, Actor) or not any(isinstance(f, Actor) and f.id == filler.id and f.span != filler.span for f in beside):
        return filler
    return next((f for f in desk.fillers(document, filler.span) if isinstance(f, Actor) and f.span == filler.span and f.state is None), filler)
