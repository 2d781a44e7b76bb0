"""Appraisal: how well everybody suits each role by what they bring themselves; the sum of their features, made fast."""

from collections.abc import Sequence
from functools import cache
from operator import add, itemgetter
from typing import Any

from wektor.grammar.company import joining_features, none_features, second_features
from wektor.grammar.features import (
    DEGREES,
    EARLIER_FOR_ROLE,
    FOR_ROLE,
    HERE,
    degrees,
    past_features,
    pointed,
    standing_features,
)
from wektor.grammar.openings import narrowed
from wektor.grammar.referents import Opening, Pool, Referent
from wektor.grammar.weighing import Scale
from wektor.model import core_roles, roles_of

ORDER = ("item", "party", "operator", "producer", "supplier", "recipient", "candidate", "licensor", "maker", "parts_supplier")
ACROSS = {"supplier": "recipient", "recipient": "supplier", "producer": "licensor", "licensor": "producer",
           "operator": "maker", "maker": "operator", "candidate": "recipient"}  # fmt: skip
_TAKING = tuple({"supplier": "recipient", "recipient": "supplier"}.get(role, role) for role in ORDER)
_LIKING = itemgetter(0)


@cache
def open_roles(kind: str, taker: bool) -> tuple[str, ...]:
    """The roles of a kind that referents fill, in the order in which they are filled; with ``taker``, who takes comes before who gives."""
    legal = roles_of(kind)
    return tuple(role for role in (_TAKING if taker else ORDER) if role in legal)


def takers_first(pool: Pool) -> bool:
    """Whether who takes is looked for first: where the grammar is surer of a taker than of a giver, or no giver is asked for."""
    taker, giver = pool.favourite("recipient"), pool.favourite("supplier")
    return "supplier" not in core_roles(pool.opening.kind) or taker > giver or (taker == giver and pool.opening.takes)


class Side:
    """The roles of an opening that are filled from one list, things or actors, with the weights of their groups."""

    def __init__(self, scale: Scale, opening: Opening, roles: Sequence[str]) -> None:
        self._seats = [Seat(scale, opening, role) for role in roles]
        self._here = [(group.facts, scale.of_each(group.features, roles, narrowed(group.features, opening))) for group in HERE]
        self._past, self._profiles = [scale.of_each(group, roles, narrowed(group, opening)) for group in (past_features, standing_features)]  # all of ``EARLIER``

    def appraise(self, pool: Pool, field: Sequence[Referent]) -> None:
        """Lay the field of each role into the pool, the best first."""
        alike: dict[tuple[bool, bool], list[float]] = {}  # those whom the valency gives no score are alike in what speaks for one role
        rows, past, profiles = list[list[float]](), self._past, self._profiles
        for r in field:
            if r.hand:
                alone = [seat.liking(pool, r) for seat in self._seats]
            elif (kind := (r.back > 0, r.item)) in alike:
                alone = alike[kind]
            else:
                alone = alike[kind] = [seat.liking(pool, r) for seat in self._seats]
            if r.back:
                rows.append([*map(add, map(add, alone, past[r.past]), profiles[r.profile])])
            else:
                rows.append([*map(sum, zip(alone, *[memo[facts(pool, r)] for facts, memo in self._here], strict=True))])
        for n, seat in enumerate(self._seats):
            if pool.bars(seat.role):
                weighed = [(row[n], r) for row, r in zip(rows, field, strict=True) if not r.back]
            elif pool.scene.part_givers:
                weighed = [(row[n], r) for row, r in zip(rows, field, strict=True) if not pool.barred(seat.role, r)]
            else:
                weighed = [(row[n], r) for row, r in zip(rows, field, strict=True)]
            if earlier := seat.earlier(pool):
                weighed = [(own + seat.pointing(earlier, pool, r) if r.back else own, r) for own, r in weighed]
            weighed.sort(key=_LIKING, reverse=True)
            pool.fields[seat.role] = weighed


class Seat:
    """One role of an opening, with the weights of what speaks for it alone."""

    def __init__(self, scale: Scale, opening: Opening, role: str) -> None:
        self.role = role
        self._each = [(group.facts, scale.of(group.features, role, narrowed(group.features, opening))) for group in FOR_ROLE]
        self._earlier = [(group, scale.of(group.features, role, narrowed(group.features, opening))) for group in EARLIER_FOR_ROLE]
        self._degrees = {name: scale.weigh(features(role)) for name, features in DEGREES.items()}

    def liking(self, pool: Pool, referent: Referent) -> float:
        """What the valency's liking says."""
        total, role = 0.0, self.role
        for facts, memo in self._each:
            total += memo[facts(pool, role, referent)]
        if referent.hand:
            for name, value in degrees(role, referent):
                total += self._degrees[name] * value
        return total

    def earlier(self, pool: Pool) -> list[Any]:
        """The groups that tell those named before apart, with their weights: as a rule none has to do with the role."""
        return [(group.facts, memo) for group, memo in self._earlier if group.concerns(pool, self.role)]

    def pointing(self, groups: Sequence[Any], pool: Pool, referent: Referent) -> float:
        """What points back to one that was named before."""
        total = self._degrees["via"] * pointed(pool, self.role, referent)
        for facts, memo in groups:
            total += memo[facts(pool, self.role, referent)]
        return total


class Joining:
    """Weights of how a filler of one role goes with those chosen already, and of adding none."""

    def __init__(self, scale: Scale, opening: Opening, role: str) -> None:
        core = core_roles(opening.kind)
        self.role, self.core = role, role in core
        self.rival = None if self.core or ACROSS.get(role) not in core else ACROSS[role]  # who takes this side of a flow is gone for that
        self.company, self.second, self.none = (scale.of(group, role, narrowed(group, opening)) for group in (joining_features, second_features, none_features))


class Opened:
    """All weights of fillers under one opening."""

    def __init__(self, scale: Scale, opening: Opening) -> None:
        roles = open_roles(opening.kind, False)
        self._items = Side(scale, opening, [r for r in roles if r == "item"])
        self._actors = Side(scale, opening, [r for r in roles if r != "item"])
        joinings = {role: Joining(scale, opening, role) for role in roles}
        self._orders = tuple([joinings[role] for role in open_roles(opening.kind, taker)] for taker in (False, True))

    def roles(self, pool: Pool) -> list[Joining]:
        """The roles in the order in which they are filled."""
        return self._orders[takers_first(pool)]

    def appraise(self, pool: Pool) -> None:
        """Lay the fields of all roles into the pool."""
        self._items.appraise(pool, pool.items)
        self._actors.appraise(pool, pool.actors)
