"""Filling: role after role, the likeliest referent that the weights find, or none."""

import math
from collections.abc import Sequence

from wektor.grammar.discourse import Discourse
from wektor.grammar.features import Features, empty_features, filler_features
from wektor.grammar.referents import Pool, Referent
from wektor.lexicon.weights import Weights
from wektor.model import roles_of

ORDER = ("item", "party", "operator", "producer", "supplier", "recipient", "candidate", "licensor", "maker", "parts_supplier")
_ACROSS = {"supplier": "recipient", "recipient": "supplier", "producer": "licensor", "licensor": "producer",
           "operator": "maker", "maker": "operator", "candidate": "recipient"}  # fmt: skip
_MOST = {"party": 6, "item": 8}


class Filling:
    """The referents of each role, and how sure each role is (the log of a probability)."""

    __slots__ = ("logs", "pool", "roles")

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.roles: dict[str, list[Referent]] = {}
        self.logs: dict[str, float] = {}


def open_roles(kind: str) -> list[str]:
    """The roles of a kind that referents fill, in the order in which they are filled."""
    legal = roles_of(kind)
    return [role for role in ORDER if role in legal]


def options(pool: Pool, discourse: Discourse, role: str, filling: Filling) -> list[tuple[Referent | None, Features]]:
    """Every referent that may fill ``role`` next, and None for no (more) filler; each with its features."""
    chosen = filling.roles.get(role, [])
    others = {r: fs for r, fs in filling.roles.items() if r != role}
    field = pool.items if role == "item" else pool.actors
    found: list[tuple[Referent | None, Features]] = [(None, empty_features(pool, role, chosen))]
    for referent in field:
        if not _barred(role, referent, chosen, filling):
            found.append((referent, filler_features(pool, discourse, role, referent, chosen, others)))
    return found


def _barred(role: str, referent: Referent, chosen: Sequence[Referent], filling: Filling) -> bool:
    """Chosen already, or on the other side of the flow; the second filler of a flow stands in this sentence."""
    if any(c.key == referent.key for c in chosen) or (chosen and role != "party" and referent.back):
        return True
    if role == "party":
        return any(_one_state(c, referent) for c in chosen)
    return any(c.key == referent.key or _one_state(c, referent) for c in filling.roles.get(_ACROSS.get(role, ""), ()))


def _one_state(one: Referent, other: Referent) -> bool:
    """The same state, where at least one is no more than that."""
    a, b = one.mention, other.mention
    return a.state is not None and a.state == b.state and (one.key.startswith("state:") or other.key.startswith("state:"))


def fill(pool: Pool, discourse: Discourse, weights: Weights) -> Filling:
    """Fill every role of the trigger's kind."""
    filling = Filling(pool)
    for role in open_roles(pool.trigger.frame.kind):
        for _ in range(_MOST.get(role, 3)):
            scored = [(weights.weigh_filler(fs), n, r) for n, (r, fs) in enumerate(options(pool, discourse, role, filling))]
            best = max(scored, key=lambda s: (s[0], -s[1]))
            first = role not in filling.logs
            if first or role == "party":
                filling.logs[role] = filling.logs.get(role, 0.0) + best[0] - _total(s[0] for s in scored) if best[2] is not None or first else filling.logs[role]
            if best[2] is None:
                break
            filling.roles.setdefault(role, []).append(best[2])
    return filling


def _total(scores: object) -> float:
    values = list(scores)  # type: ignore[call-overload]
    top = max(values)
    return float(top + math.log(sum(math.exp(v - top) for v in values)))
