"""Filling: role after role, the likeliest referent that the weights find, or none."""

import math
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from wektor.grammar.appraisal import Company, Opened, open_roles
from wektor.grammar.company import company_features, none_features
from wektor.grammar.features import filler_features
from wektor.grammar.referents import Pool, Referent
from wektor.grammar.weighing import Features
from wektor.model import core_roles

_ACROSS = {"supplier": "recipient", "recipient": "supplier", "producer": "licensor", "licensor": "producer",
           "operator": "maker", "maker": "operator", "candidate": "recipient"}  # fmt: skip
_MOST = {"party": 6, "item": 8}
_HOPE = 5.0  # nats that company may make good
_BEAM, _WAYS, _REACH = 4, 3, 2.0  # ways kept, next fillers tried for core roles, and how many nats these may lie behind
_SURENESS = itemgetter(0)


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
        twin.roles, twin.logs, twin.total = self.roles.copy(), self.logs.copy(), self.total + log
        if referent is not None:
            twin.roles[role] = [*self.roles.get(role, ()), referent, *referent.listed]
        twin.logs[role] = self.logs.get(role, 0.0) + log
        return twin


class Step(NamedTuple):
    """A filling and what would come next to it, not yet made."""

    total: float
    filling: Filling
    role: str
    referent: Referent | None
    log: float

    def made(self) -> Filling:
        """The filling after the step."""
        return self.filling.extended(self.role, self.referent, self.log)


class Option(NamedTuple):
    """A referent that may fill a role next (None: no more), with its features, its company's among them."""

    referent: Referent | None
    features: Features


def options(pool: Pool, role: str, filling: Filling) -> list[Option]:
    """Every referent that may fill ``role`` next, and first that there is no (more) filler."""
    chosen = filling.roles.get(role, [])
    found = [Option(None, list(none_features(role, pool.opening, len(chosen))))]
    for referent in pool.items if role == "item" else pool.actors:
        if not _barred(role, referent, chosen, filling):
            features = filler_features(pool, role, referent) + company_features(pool.opening, role, referent, filling.roles)
            found.append(Option(referent, features))
    return found


def _barred(role: str, referent: Referent, chosen: Sequence[Referent], filling: Filling) -> bool:
    """Chosen already, or on the other side of the flow; the second filler of a flow stands in this sentence."""
    if referent.led or any(c.key == referent.key for c in chosen) or (chosen and role != "party" and referent.back):
        return True
    if role == "party":
        return any(_one_state(c, referent) for c in chosen)
    return any(c.key == referent.key or _one_state(c, referent) for c in filling.roles.get(_ACROSS.get(role, ""), ()))


def _one_state(one: Referent, other: Referent) -> bool:
    """The same state, where at least one is no more than that."""
    return one.state is not None and one.state == other.state and (one.plain or other.plain)


def fill(pool: Pool, opened: Opened) -> list[Filling]:
    """The likeliest ways to fill the roles of the trigger's kind, the best first: a beam over roles."""
    opened.appraise(pool)
    beam = [Filling(pool)]
    for role in open_roles(pool.opening.kind):
        company = opened.company[role]
        beam = [step.made() for step in _best(step for filling in beam for step in _fill_role(role, filling, company))]
    return beam


def _fill_role(role: str, start: Filling, company: Company) -> list[Step]:
    """Every likely end of one role, filler after filler."""
    ended, further = list[Step](), list[Step]()
    growing = [start]
    for _ in range(_MOST.get(role, 3)):
        steps = [step for filling in growing for step in _steps(role, filling, company)]
        ended += [s for s in steps if s.referent is None]
        further = [s for s in steps if s.referent is not None][:_BEAM]
        growing = [s.made() for s in further]
    return ended + further


def _steps(role: str, filling: Filling, company: Company) -> list[Step]:
    """The likely next fillers of the role, or none: then the role is done."""
    chosen, least = filling.roles.get(role, ()), -math.inf
    scored: list[tuple[float, Referent | None]] = [(company.none[len(chosen),], None)]
    for own, referent in filling.pool.fields[role]:
        if own < least:
            break
        if not _barred(role, referent, chosen, filling):
            least = max(least, own - _HOPE)
            scored.append((own + company.weigh(role, referent, filling.roles), referent))
    total = _total([s for s, _ in scored])
    scored.sort(key=_SURENESS, reverse=True)
    ways = _WAYS if role in core_roles(filling.pool.opening.kind) else 1
    return [Step(filling.total + score - total, filling, role, r, score - total) for score, r in scored[:ways] if score >= scored[0][0] - _REACH]


def _best(steps: Iterable[Step]) -> list[Step]:
    return sorted(steps, key=_SURENESS, reverse=True)[:_BEAM]


def _total(values: Sequence[float]) -> float:
    top = max(values)
    return top + math.log(sum([math.exp(v - top) for v in values]))
