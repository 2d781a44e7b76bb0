"""Weighing: sums of weights, each made once of the facts that its features name.

A group of features is a function from facts to features. Facts are few and come again and again, so their sum is kept
by them: the names of features are spelled only for facts that have not come before.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

from wektor.lexicon.weights import Weights
from wektor.model import STATUSES

_MOST = 50_000
Features = list[tuple[str, float]]
Named = Iterable[tuple[str, float]]
Group = Callable[..., Named]


class Memo(dict[Any, Any]):
    """What is made of each key, made once; forgotten when there is too much of it."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Any) -> Any:
        if len(self) >= _MOST:
            self.clear()
        found = self[key] = self._make(key)
        return found


class Facts:
    """Facts that are looked up again and again, one object for equal ones: found by what it is, not by what it holds."""

    __slots__ = ("_held",)

    def __init__(self, held: tuple[Any, ...]) -> None:
        self._held = held

    def __iter__(self) -> Iterator[Any]:
        return iter(self._held)


FACTS = Memo(Facts)


class Scale:
    """One table of weights."""

    def __init__(self, weights: dict[str, float]) -> None:
        self._weights = weights

    def weigh(self, features: Named) -> float:
        """The sum over features."""
        get, total = self._weights.get, 0.0
        for name, value in features:
            weight = get(name)
            if weight is not None:
                total += weight * value
        return total

    def of(self, group: Group, *fixed: Any) -> Memo:
        """By facts: the sum over the group's features."""
        return Memo(lambda facts: self.weigh(group(*fixed, *facts)))

    def of_each(self, group: Group, heads: Sequence[str], *fixed: Any) -> Memo:
        """By facts: the sums for each of ``heads``, which is the group's first fact."""
        return Memo(lambda facts: tuple(self.weigh(group(head, *fixed, *facts)) for head in heads))

    def of_openings(self, group: Group, openings: Sequence[Any]) -> Memo:
        """By facts: the sums under each of several openings."""
        return Memo(lambda facts: tuple([self.weigh(group(opening, *facts)) for opening in openings]))

    def of_statuses(self, group: Group, *fixed: Any) -> Memo:
        """By facts: the sums for each status, which stands before the names of the group's features."""
        return Memo(lambda facts: self._weigh_statuses(group(*fixed, *facts)))

    def _weigh_statuses(self, features: Named) -> tuple[float, ...]:
        get, sums = self._by_status.get, _NOTHING
        for name, value in features:
            weights = get(name)
            if weights is not None:
                sums = tuple([total + weight * value for total, weight in zip(sums, weights, strict=True)])
        return sums

    @cached_property
    def _by_status(self) -> dict[str, list[float]]:
        """The weights for each status by the name that stands behind it."""
        found: dict[str, list[float]] = {}
        for name, weight in self._weights.items():
            status, _, feature = name.partition("|")
            found.setdefault(feature, [0.0] * len(STATUSES))[STATUSES.index(status)] = weight
        return found


_NOTHING = (0.0,) * len(STATUSES)


def under(option: str, features: Named) -> Features:
    """Features of an option that is one of a fixed list, such as a status."""
    return [(f"{option}|{name}", value) for name, value in features]


class Scales:
    """The tables of one set of weights."""

    def __init__(self, weights: Weights) -> None:
        self.filler, self.claim = Scale(weights.filler), Scale(weights.claim)
        self.status, self.date, self.particular = Scale(weights.status), Scale(weights.date), Scale(weights.particular)
        self.kept: dict[Any, Memo] = {}  # what other modules make of these tables, by the function that makes it

    def of(self, make: Callable[["Scales", Any], Any]) -> Memo:
        """By key: what ``make`` makes of these tables and the key."""
        if make not in self.kept:
            self.kept[make] = Memo(lambda key: make(self, key))
        return self.kept[make]


@lru_cache(maxsize=4)
def scales_of(weights: Weights) -> Scales:
    """The tables, with the sums made so far."""
    return Scales(weights)
