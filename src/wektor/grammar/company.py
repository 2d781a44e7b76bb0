"""Features of a filler in company: how it goes with those chosen already; and of adding none (more)."""

from collections.abc import Mapping, Sequence

from wektor.grammar.features import Found
from wektor.grammar.openings import naming
from wektor.grammar.referents import Opening, Referent
from wektor.grammar.weighing import Features
from wektor.model import core_roles

_FLOW = {"supplier": "recipient", "recipient": "supplier", "producer": "licensor", "licensor": "producer",
         "operator": "maker", "maker": "operator", "candidate": "recipient"}  # fmt: skip
Chosen = Mapping[str, Sequence[Referent]]
_NOBODY: tuple[str, ...] = ()


class Company:
    """Whom a role's next filler would join: the chosen item's states, and the first filler of each other role."""

    __slots__ = ("_across", "_facing", "_item", "_origin", "_owner", "_states")

    def __init__(self, role: str, roles: Chosen) -> None:
        self._item, self._owner, self._origin = False, None, None
        self._across: int | None = None  # where the other side of the flow stands in the sentence
        self._facing = ""  # what the other side of the flow is: a firm, a ministry
        self._states: list[tuple[str, str]] = []
        flow = _FLOW.get(role)
        for other, fillers in roles.items():
            if other == role:
                continue
            first = fillers[0]
            if other == "item":
                self._item, self._owner, self._origin = True, first.state or first.mention.origin, first.mention.origin
                continue
            if first.state:
                self._states.append((other, first.state))
            if other == flow:
                self._facing = first.sort
                if not first.back:
                    self._across = first.mention.i

    def facts(self, referent: Referent) -> tuple[str, bool, tuple[str, ...], str, str]:
        """Whether the chosen item is of the referent's state, and comes from there; which other roles are of the same
        state; which of the two sides of a flow is named first; and what faces what across it."""
        state, home, origin, same, where = referent.state, "", False, _NOBODY, ""
        if state:
            if self._item and not referent.item:
                home, origin = "home" if self._owner == state else "abroad" if self._owner else "unknown", self._origin == state
            if self._states:
                same = tuple([other for other, own in self._states if own == state])
        if self._across is not None and not referent.back and not referent.mention.prep:
            where = "before" if referent.mention.i < self._across else "behind"
        return home, origin, same, where, f"{referent.sort}-facing-{self._facing}" if self._facing else ""


def company_features(opening: Opening, role: str, referent: Referent, roles: Chosen) -> Features:
    """Features of a referent as the next filler of ``role``, given those already chosen for it and for other roles."""
    found = list(joining_features(role, opening, *Company(role, roles).facts(referent)))
    if chosen := roles.get(role):
        found += second_features(role, opening, *second_facts(referent, chosen))
    return found


@naming("valency")
def joining_features(role: str, opening: Opening, home: str, origin: bool, same: Sequence[str], where: str, facing: str) -> Found:
    """How it goes with the chosen item and with the first filler of each other role."""
    if home:
        yield f"{role}:item-{home}", 1.0
    if origin:
        yield f"{role}:item-origin", 1.0
    for other in same:
        yield f"item:from-{other}" if role == "item" else f"{role}:same-state-as-{'other-side' if _FLOW.get(role) == other else other}", 1.0
    if where:
        yield f"{opening.valency}:{role}:{where}-{_FLOW[role]}", 1.0
    if facing:
        yield f"{role}:{facing}", 1.0


def second_facts(referent: Referent, chosen: Sequence[Referent]) -> tuple[str, bool, bool]:
    """Its sort, whether it is listed with one of the role's fillers, whether it is of their state."""
    state, root, joined, same = referent.state, referent.root, False, False
    for other in chosen:
        if other.root is root:
            joined = True
        if state and other.state == state:
            same = True
    return referent.sort, joined, same


@naming()
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
