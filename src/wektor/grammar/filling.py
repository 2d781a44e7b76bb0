"""Filling: role after role, the likeliest referent that the weights find, or none."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wektor.grammar.discourse import Discourse
from wektor.grammar.features import Features, company_features, empty_features, filler_features
from wektor.grammar.referents import Pool, Referent
from wektor.lexicon.weights import Weights
from wektor.model import core_roles, roles_of

ORDER = ("item", "party", "operator", "producer", "supplier", "recipient", "candidate", "licensor", "maker", "parts_supplier")
_ACROSS = {"supplier": "recipient", "recipient": "supplier", "producer": "licensor", "licensor": "producer",
           "operator": "maker", "maker": "operator", "candidate": "recipient"}  # fmt: skip
_MOST = {"party": 6, "item": 8}
_HOPE = 5.0  # nats that company may make good
_BEAM, _WAYS, _REACH = 4, 3, 2.0  # ways kept, next fillers tried for core roles, and how many nats these may lie behind


class Filling:
    """The referents of each role, and how sure each role is (the log of a probability)."""

    __slots__ = ("logs", "pool", "roles", "total")

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.roles: dict[str, list[Referent]] = {}
        self.logs: dict[str, float] = {}
        self.total = 0.0

    def extended(self, role: str, referent: Referent | None, log: float) -> "Filling":
        """One more filler of ``role``, or the word that there is none (more)."""
        twin = Filling(self.pool)
        twin.roles, twin.logs, twin.total = dict(self.roles), dict(self.logs), self.total + log
        if referent is not None:
            twin.roles[role] = [*self.roles.get(role, ()), referent]
        twin.logs[role] = self.logs.get(role, 0.0) + log
        return twin


def open_roles(kind: str) -> list[str]:
    """The roles of a kind that referents fill, in the order in which they are filled."""
    legal = roles_of(kind)
    return [role for role in ORDER if role in legal]


class Option(NamedTuple):
    """A referent that may fill a role next (None: no more), with its own features and those that its company gives it."""

    referent: Referent | None
    own: Features
    company: Features

    @property
    def features(self) -> Features:
        """All of them."""
        return [*self.own, *self.company]


def options(pool: Pool, discourse: Discourse, role: str, filling: Filling) -> list[Option]:
    """Every referent that may fill ``role`` next, and first that there is no (more) filler."""
    chosen = filling.roles.get(role, [])
    others = {r: fs for r, fs in filling.roles.items() if r != role}
    found = [Option(None, [], empty_features(pool, role, chosen))]
    for referent in pool.items if role == "item" else pool.actors:
        if not _barred(role, referent, chosen, filling):
            company = list(company_features(pool, role, referent, chosen, others))
            found.append(Option(referent, filler_features(pool, discourse, role, referent), company))
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


def fill(pool: Pool, discourse: Discourse, weights: Weights) -> list[Filling]:
    """The likeliest ways to fill the roles of the trigger's kind, the best first: a beam over roles."""
    beam = [Filling(pool)]
    for role in open_roles(pool.trigger.frame.kind):
        beam = _best(_fill_role(role, filling, discourse, weights) for filling in beam)
    return beam


def _fill_role(role: str, start: Filling, discourse: Discourse, weights: Weights) -> list[Filling]:
    """Every likely end of one role, filler after filler."""
    ended: list[Filling] = []
    growing = [start]
    for _ in range(_MOST.get(role, 3)):
        steps = [step for filling in growing for step in _steps(role, filling, discourse, weights)]
        ended += [f for f, done in steps if done]
        growing = [f for f, done in steps if not done][:_BEAM]
        if not growing:
            break
    return ended + growing


def _steps(role: str, filling: Filling, discourse: Discourse, weights: Weights) -> list[tuple[Filling, bool]]:
    """The likely next fillers of the role; the flag says that the role is done."""
    pool, chosen = filling.pool, filling.roles.get(role, [])
    others = {r: fs for r, fs in filling.roles.items() if r != role}
    scored: list[tuple[float, int, Referent | None]] = [(weights.weigh_filler(empty_features(pool, role, chosen)), 0, None)]
    least = -math.inf
    for n, (own, referent) in enumerate(_field(pool, role, discourse, weights), 1):
        if own < least:
            break
        if not _barred(role, referent, chosen, filling):
            least = max(least, own - _HOPE)
            scored.append((own + weights.weigh_filler(company_features(pool, role, referent, chosen, others)), n, referent))
    total = _total([s for s, _, _ in scored])
    best = sorted(scored, key=lambda s: (-s[0], s[1]))[: _WAYS if role in core_roles(pool.trigger.frame.kind) else 1]
    return [(filling.extended(role, r, score - total), r is None) for score, _, r in best if score >= best[0][0] - _REACH]


def _field(pool: Pool, role: str, discourse: Discourse, weights: Weights) -> list[tuple[float, Referent]]:
    """Everybody who may fill the role, by what they bring themselves, the best first; weighed once a pool."""
    if role not in pool.fields:
        field = pool.items if role == "item" else pool.actors
        weighed = [(weights.weigh_filler(filler_features(pool, discourse, role, r)), r) for r in field]
        pool.fields[role] = sorted(weighed, key=lambda w: -w[0])
    return pool.fields[role]


def _best(groups: Iterable[list[Filling]]) -> list[Filling]:
    return sorted((f for group in groups for f in group), key=lambda f: -f.total)[:_BEAM]


def _total(values: Sequence[float]) -> float:
    top = max(values)
    return top + math.log(sum(math.exp(v - top) for v in values))
