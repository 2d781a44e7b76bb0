"""Appraisal: how well everybody suits each role by what they bring themselves; the sum of their features, made fast."""

from collections.abc import Sequence
from functools import cache
from operator import itemgetter

from wektor.grammar.company import (
    Chosen,
    home_facts,
    home_features,
    none_features,
    second_facts,
    second_features,
    side_facts,
    side_features,
)
from wektor.grammar.features import DEGREES, EARLIER, FOR_ROLE, HERE, degrees
from wektor.grammar.referents import Opening, Pool, Referent
from wektor.grammar.weighing import Scale
from wektor.model import roles_of

ORDER = ("item", "party", "operator", "producer", "supplier", "recipient", "candidate", "licensor", "maker", "parts_supplier")
_LIKING = itemgetter(0)


@cache
def open_roles(kind: str) -> tuple[str, ...]:
    """The roles of a kind that referents fill, in the order in which they are filled."""
    legal = roles_of(kind)
    return tuple(role for role in ORDER if role in legal)


class Side:
    """The roles of an opening that are filled from one list, things or actors, with the weights of their groups."""

    def __init__(self, scale: Scale, opening: Opening, roles: Sequence[str]) -> None:
        self.roles = roles
        self.here = [(facts, scale.of_each(group, roles, opening)) for facts, group in HERE]
        self.earlier = [(facts, scale.of_each(group, roles, opening)) for facts, group in EARLIER]
        self.single = [[(facts, scale.of(group, role, opening)) for facts, group in FOR_ROLE] for role in roles]
        self.degrees = [{name: scale.weigh(features(role)) for name, features in DEGREES.items()} for role in roles]

    def appraise(self, pool: Pool, field: Sequence[Referent]) -> None:
        """Lay the field of each role into the pool, the best first."""
        rows = [self._row(pool, referent) for referent in field]
        for n, role in enumerate(self.roles):
            weighed = [(row[n] + self._alone(n, role, pool, referent), referent) for row, referent in zip(rows, field, strict=True)]
            weighed.sort(key=_LIKING, reverse=True)
            pool.fields[role] = weighed

    def _row(self, pool: Pool, referent: Referent) -> list[float]:
        """What speaks for each role alike."""
        return [*map(sum, zip(*[memo[facts(pool, referent)] for facts, memo in (self.earlier if referent.back else self.here)], strict=True))]

    def _alone(self, n: int, role: str, pool: Pool, referent: Referent) -> float:
        """What speaks for one role."""
        total, by_degree = 0.0, self.degrees[n]
        for facts, memo in self.single[n]:
            if (known := facts(pool, role, referent)) is not None:
                total += memo[known]
        for name, value in degrees(pool, role, referent):
            total += by_degree[name] * value
        return total


class Company:
    """Weights of how a filler of one role goes with those chosen already, and of adding none."""

    def __init__(self, scale: Scale, opening: Opening, role: str) -> None:
        self.home, self.side, self.second = (scale.of(group, role, opening) for group in (home_features, side_features, second_features))
        self.none = scale.of(none_features, role, opening)

    def weigh(self, role: str, referent: Referent, roles: Chosen) -> float:
        """The sum over the features of the referent in its company."""
        total = 0.0
        if (home := home_facts(role, referent, roles)) is not None:
            total += self.home[home]
        for facts in side_facts(role, referent, roles):
            total += self.side[facts]
        if chosen := roles.get(role):
            total += self.second[second_facts(referent, chosen)]
        return total


class Opened:
    """All weights of fillers under one opening."""

    def __init__(self, scale: Scale, opening: Opening) -> None:
        roles = open_roles(opening.kind)
        self._items = Side(scale, opening, [r for r in roles if r == "item"])
        self._actors = Side(scale, opening, [r for r in roles if r != "item"])
        self.company = {role: Company(scale, opening, role) for role in roles}

    def appraise(self, pool: Pool) -> None:
        """Lay the fields of all roles into the pool."""
        self._items.appraise(pool, pool.items)
        self._actors.appraise(pool, pool.actors)
