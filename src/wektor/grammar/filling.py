"""Filling: role after role, the likeliest referent that the weights find, or none."""

from collections.abc import Sequence
from math import exp, inf, log, log1p
from operator import itemgetter
from typing import Any, NamedTuple

from wektor.grammar.appraisal import ACROSS, Joining, Opened
from wektor.grammar.company import Chosen, Company, company_features, none_features, second_facts
from wektor.grammar.features import filler_features
from wektor.grammar.referents import Pool, Referent
from wektor.grammar.weighing import Features
from wektor.model import KINDS, core_roles

_MOST = {"party": 6, "item": 8, "operator": 6, "candidate": 5}
_HOPE = 5.0  # nats that company may make good
_BEAM, _WAYS, _REACH = 3, 2, 2.0  # ways kept, next fillers tried for core roles, and how many nats these may lie behind
_LIKELIHOOD = itemgetter(0)
_CORE = {kind: frozenset(core_roles(kind)) for kind in KINDS}
_MUTUAL = frozenset({"agreement", "talks", "exercise", "venture", "relation"})


Filled = tuple[tuple[str, str, str, int], float, float]


class Filling:
    """The referents of each role, and how sure each role is (the log of a probability)."""

    __slots__ = ("cast", "facts", "logs", "pool", "roles", "total")

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.roles: dict[str, list[Referent]] = {}
        self.logs: dict[str, float] = {}
        self.facts: dict[str, Filled] = {}  # of each role, once asked for
        self.cast: Any = None  # its fillers as a whole, once asked for
        self.total = 0.0

    def extended(self, role: str, fillers: Sequence[Referent], log: float) -> "Filling":
        """The same with a role filled, or left empty."""
        twin = Filling(self.pool)
        twin.roles, twin.logs, twin.total = self.roles.copy(), self.logs.copy(), self.total + log
        if fillers:
            twin.roles[role] = list(fillers)
        twin.logs[role] = log
        return twin


def complete(kind: str, roles: Chosen) -> bool:
    """Whether who is chosen makes a claim of the kind."""
    if kind in _MUTUAL:
        return len({r.key for r in roles.get("party", ())}) >= (1 if kind == "venture" else 2)
    if kind == "order":
        return "item" in roles and ("recipient" in roles or "supplier" in roles)
    if kind == "selection":
        return "recipient" in roles and ("candidate" in roles or "item" in roles)
    return _CORE[kind] <= roles.keys()


class Option(NamedTuple):
    """A referent that may fill a role next (None: no more), with its features, its company's among them."""

    referent: Referent | None
    features: Features


def options(pool: Pool, role: str, filling: Filling) -> list[Option]:
    """Every referent that may fill ``role`` next, and first that there is no (more) filler."""
    chosen = filling.roles.get(role, [])
    found = [Option(None, list(none_features(role, pool.opening, len(chosen))))]
    for referent in pool.items if role == "item" else pool.actors:
        if not pool.barred(role, referent) and not _barred(role, referent, chosen, filling):
            features = filler_features(pool, role, referent) + company_features(pool.opening, role, referent, filling.roles)
            found.append(Option(referent, features))
    return found


def _barred(role: str, referent: Referent, chosen: Sequence[Referent], filling: Filling) -> bool:
    """Chosen already, or on the other side of the flow; what another of its list leads."""
    return referent.led or (bool(chosen) and _again(role, referent, chosen)) or _crosses(role, referent, filling.roles.get(ACROSS.get(role, ""), ()))


def _again(role: str, referent: Referent, chosen: Sequence[Referent]) -> bool:
    """Chosen already, itself or its state; the second filler of a flow stands in this sentence."""
    if role == "party":
        return _crosses(role, referent, chosen)
    if referent.back:
        return True
    return referent.key in [other.key for other in chosen]


_CLEAR = 2.0  # score of a relation that leaves no doubt


def _crosses(role: str, referent: Referent, others: Sequence[Referent]) -> bool:
    """Whether it is one of the others, or the same state, where one is no more than that; a firm and its own state may deal
    with each other where the sentence says so."""
    key, state = referent.key, referent.state
    for other in others:
        if other.key == key:
            return True
        if state is not None and state == other.state and (referent.plain or other.plain) and not (_clear(role, referent) and _clear(ACROSS.get(role, role), other)):
            return True
    return False


def _clear(role: str, referent: Referent) -> bool:
    """Whether the sentence gives it the role by a plain relation."""
    return not referent.back and not referent.mention.adjectival and referent.hand.get(role, 0.0) >= _CLEAR


def fill(pool: Pool, opened: Opened) -> list[Filling]:
    """The likeliest ways to fill the roles of the trigger's kind, the best first: a beam over roles."""
    opened.appraise(pool)
    beam = [Filling(pool)]
    for joining in opened.roles(pool):
        beam = [b.stand.filling.extended(joining.role, b.chosen, b.log) for b in _fill_role([Stand(joining, f) for f in beam])]
    return beam


class Branch(NamedTuple):
    """Who is chosen for a role so far, whatever the order in which they were."""

    total: float  # how likely all is by now
    log: float  # the role alone
    chosen: tuple[Referent, ...]
    steps: tuple[float, ...]  # the weight of each choice when it was made
    stand: "Stand"

    def ended(self, gain: float) -> "Branch":
        """The same, with no more fillers."""
        return Branch(self.total + gain, self.log + gain, self.chosen, self.steps, self.stand)

    def joined(self, referent: Referent, weight: float, base: float) -> "Branch":
        """With one filler more: ``base`` is what its weight stands against. Each might as well have been chosen before the others."""
        gain, taken = weight - base, 0.0
        for step in reversed(self.steps):
            taken += exp(step - weight)
            gain += log1p(1.0 / taken)
        return Branch(self.total + gain, self.log + gain, (*self.chosen, referent, *referent.listed), (*self.steps, weight), self.stand)


def _fill_role(stands: Sequence["Stand"]) -> list[Branch]:
    """The likeliest ends of one role, filler after filler. As a rule a branch only gets less likely: who lies behind the best is dropped."""
    ended: list[Branch] = []
    growing = [Branch(stand.filling.total, 0.0, (), (), stand) for stand in stands]
    for _ in range(_MOST.get(stands[0].joining.role, 3)):
        further: list[Branch] = []
        for branch in growing:
            if len(ended) < _BEAM or branch.total > ended[-1].total:
                _grow(branch, ended, further)
        if not further:
            return ended
        growing = _best(_apart(further))
    return _best(ended + growing)


def _grow(branch: Branch, ended: list[Branch], further: list[Branch]) -> None:
    """The branch with no (more) filler, and with each likely next one."""
    chosen, stand = branch.chosen, branch.stand
    options = stand.beside(chosen) if chosen else stand.options
    if not options:  # nothing else can be
        _end(branch, ended)
        return
    joining = stand.joining
    scored: list[tuple[float, Referent | None]] = [(joining.none[len(chosen),], None), *options]
    scored.sort(key=_LIKELIHOOD, reverse=True)
    top = scored[0][0]
    base = log(sum([exp(score - top) for score, _ in scored])) + top
    for score, referent in scored[: _WAYS if joining.core or _wanted(scored[0][1], joining.rival, stand.filling) else 1]:
        if score < top - _REACH:
            break
        if referent is None:
            _end(branch.ended(score - base), ended)
        else:
            further.append(branch.joined(referent, score, base))


def _end(branch: Branch, ended: list[Branch]) -> None:
    """One end more among the likeliest."""
    ended.append(branch)
    if len(ended) > 1:
        ended.sort(key=_LIKELIHOOD, reverse=True)
        del ended[_BEAM:]


def _apart(branches: list[Branch]) -> list[Branch]:
    """One branch for each set of fillers, the likeliest."""
    if len(branches) < 2 or len(branches[0].steps) < 2:
        return branches
    found: dict[tuple[int, frozenset[int]], Branch] = {}
    for branch in branches:
        same = id(branch.stand), frozenset(map(id, branch.chosen))
        if same not in found or found[same].total < branch.total:
            found[same] = branch
    return list(found.values())


def _wanted(referent: Referent | None, rival: str | None, filling: Filling) -> bool:
    """Whether the core role across from this one, still empty, has the same favourite."""
    if referent is None or rival is None or rival in filling.roles:
        return False
    return next((r for _, r in filling.pool.fields.get(rival, [])), None) is referent


class Stand:
    """What a filling gives the next role to stand on: those who come into question, by what they bring and whom they join."""

    __slots__ = ("_here", "filling", "joining", "options")

    def __init__(self, joining: Joining, filling: Filling) -> None:
        self.joining, self.filling = joining, filling
        self.options = self._options(joining.role, filling.roles)
        self._here: list[tuple[float, Referent]] | None = None

    def _options(self, role: str, roles: Chosen) -> list[tuple[float, Referent]]:
        """All who are near enough to the best, but for those on the other side of the flow, with their weights."""
        across = roles.get(ACROSS[role], ()) if role in ACROSS else ()
        found, least, company, weights = list[tuple[float, Referent]](), -inf, Company(role, roles) if roles else None, self.joining.company
        keys, states = [r.key for r in across], [r.state for r in across if r.state]
        for own, referent in self.filling.pool.fields[role]:
            if own < least:
                break
            if referent.led or (across and (referent.key in keys or (referent.state in states and _crosses(role, referent, across)))):
                continue
            if not found:
                least = own - _HOPE
            found.append((own if company is None else own + weights[company.facts(referent)], referent))
        return found

    def beside(self, chosen: Sequence[Referent]) -> list[tuple[float, Referent]]:
        """Those who may be chosen beside those chosen already."""
        role, second = self.joining.role, self.joining.second
        if self._here is None:
            self._here = self.options if role == "party" else [o for o in self.options if not o[1].back]
        return [(weight + second[second_facts(r, chosen)], r) for weight, r in self._here if not _again(role, r, chosen)]


def _best(branches: list[Branch]) -> list[Branch]:
    branches.sort(key=_LIKELIHOOD, reverse=True)
    return branches[:_BEAM]

