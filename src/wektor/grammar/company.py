"""Features of a filler in company: how it goes with those chosen already; and of adding none (more)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wektor.grammar.features import Found
from wektor.grammar.referents import Opening, Referent
from wektor.grammar.weighing import Features
from wektor.mentions.mention import list_head
from wektor.model import core_roles

_FLOW = {"supplier": "recipient", "recipient": "supplier", "producer": "licensor", "licensor": "producer",
         "operator": "maker", "maker": "operator", "candidate": "recipient"}  # fmt: skip
Chosen = Mapping[str, Sequence[Referent]]


def company_features(opening: Opening, role: str, referent: Referent, roles: Chosen) -> Features:
    """Features of a referent as the next filler of ``role``, given those already chosen for it and for other roles."""
    found: Features = []
    for group, facts in company_facts(role, referent, roles):
        found += group(role, opening, *facts)
    return found


def company_facts(role: str, referent: Referent, roles: Chosen) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """The groups that have something to say of the referent, with their facts."""
    if (home := home_facts(role, referent, roles)) is not None:
        yield home_features, home
    for facts in side_facts(role, referent, roles):
        yield side_features, facts
    if chosen := roles.get(role):
        yield second_features, second_facts(referent, chosen)


def home_facts(role: str, referent: Referent, roles: Chosen) -> tuple[str, bool] | None:
    """Whether the chosen item is of its state."""
    items = roles.get("item") if role != "item" else None
    if not items or not referent.state or referent.item:
        return None
    item = items[0].mention
    own = item.state or item.origin
    return "home" if own == referent.state else "abroad" if own else "unknown", item.origin == referent.state


def home_features(role: str, opening: Opening, home: str, origin: bool) -> Found:
    """Whether the chosen item is of its state."""
    yield f"{role}:item-{home}", 1.0
    if origin:
        yield f"{role}:item-origin", 1.0


def side_facts(role: str, referent: Referent, roles: Chosen) -> Iterator[tuple[str, bool, str]]:
    """Whether the first filler of another role is of the same state; and which of the two sides of a flow is named first."""
    for other, fillers in roles.items():
        if other != role and other != "item" and fillers:
            filler, where = fillers[0], ""
            same = bool(referent.state) and filler.state == referent.state
            if _FLOW.get(role) == other and filler.back == referent.back == 0 and not referent.mention.prep:
                where = "before" if referent.mention.i < filler.mention.i else "behind"
            if same or where:
                yield other, same, where


def side_features(role: str, opening: Opening, other: str, same: bool, where: str) -> Found:
    """How it stands to the first filler of another role."""
    if same:
        yield f"item:from-{other}" if role == "item" else f"{role}:same-state-as-{'other-side' if _FLOW.get(role) == other else other}", 1.0
    if where:
        yield f"{opening.valency}:{role}:{where}-{other}", 1.0


def second_facts(referent: Referent, chosen: Sequence[Referent]) -> tuple[str, bool, bool]:
    """Its sort, whether it is listed with one of the role's fillers, whether it is of their state."""
    state, root = referent.state, list_head(referent.mention)
    return referent.figure.sort, any(list_head(c.mention) is root for c in chosen), any(c.state == state and bool(state) for c in chosen)


def second_features(role: str, opening: Opening, sort: str, joined: bool, same: bool) -> Found:
    """One more filler of the role."""
    yield f"{role}:second", 1.0
    yield f"{role}:second:{sort}", 1.0
    yield f"{role}:second:{'joined' if joined else 'apart'}", 1.0
    if same:
        yield f"{role}:second:same-state", 1.0


def none_features(role: str, opening: Opening, chosen: int) -> Found:
    """Features of leaving the role empty, or of adding no more to those chosen."""
    kind = opening.kind
    if chosen:
        yield f"no-more:{role}", 1.0
        yield f"no-more:{kind}:{role}{min(chosen, 3)}", 1.0
        return
    yield f"none:{role}", 1.0
    yield f"none:{kind}:{role}", 1.0
    yield f"none:{opening.valency}:{opening.pos}:{role}", 1.0
    yield f"none:{opening.frame}:{role}", 1.0
    if role not in core_roles(kind):
        yield f"none:extra:{role}", 1.0
