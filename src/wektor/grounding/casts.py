"""The actors of a draft and their sides, and when two of them are the same."""

from collections.abc import Sequence

from wektor.model import Actor, Draft

FLOWS = (
    ("supplier", "recipient"),
    ("licensor", "producer"),
    ("parts_supplier", "producer"),
    ("maker", "operator"),
    ("candidate", "recipient"),
)
"""Giver and taker of the kinds that flow."""


def actors_of(draft: Draft, *roles: str) -> list[Actor]:
    """The actors in some roles, in all if none is named."""
    return [f for role in roles or draft.roles for f in draft.roles.get(role, ()) if isinstance(f, Actor)]


def among(actor: Actor, others: Sequence[Actor]) -> bool:
    """Whether the actor is one of the others; a state may be told for its firm, ministry or force."""
    return any(actor.id == other.id or _stands_for(actor, other) or _stands_for(other, actor) for other in others)


def _stands_for(actor: Actor, other: Actor) -> bool:
    return actor.id.startswith("state:") and not other.id.startswith("state:") and actor.name == other.state
