"""Weighing: sums of weights, each made once of the facts that its features name.

A group of features is a function from facts to features. Facts are few and come again and again, so their sum is kept
by them: the names of features are spelled only for facts that have not come before.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from wektor.lexicon.weights import Weights
from wektor.model import STATUSES

_MOST = 20_000  # of one memo
_SUMS = 100_000  # of all tables together: about 15 MB
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


class Tally:
    """How many sums are kept; ``full`` is called when they are too many."""

    __slots__ = ("_full", "count")

    def __init__(self, full: Callable[[], None]) -> None:
        self._full, self.count = full, 0

    def add(self) -> None:
        """One more."""
        self.count += 1
        if self.count > _SUMS:
            self.count = 0
            self._full()


class Sums(dict[Any, Any]):
    """The sums of one group of features, each made once of its facts."""

    __slots__ = ("_make", "_tally")

    def __init__(self, make: Callable[[Any], Any], tally: Tally) -> None:
        super().__init__()
        self._make, self._tally = make, tally

    def __missing__(self, facts: Any) -> Any:
        self._tally.add()
        found = self[facts] = self._make(facts)
        return found


class Groups(dict[Any, Sums]):
    """By group of features: its sums, laid when the group first has something to say."""

    __slots__ = ("_lay",)

    def __init__(self, lay: Callable[[Any], Sums]) -> None:
        super().__init__()
        self._lay = lay

    def __missing__(self, group: Any) -> Sums:
        found = self[group] = self._lay(group)
        return found


class Scale:
    """One table of weights."""

    def __init__(self, weights: dict[str, float], tally: Tally | None = None) -> None:
        self._weights, self._tally = weights, tally or Tally(_nothing)

    def weigh(self, features: Named) -> float:
        """The sum over features."""
        get, total = self._weights.get, 0.0
        for name, value in features:
            weight = get(name)
            if weight is not None:
                total += weight * value
        return total

    def of(self, group: Group, *fixed: Any) -> Sums:
        """By facts: the sum over the group's features."""
        return Sums(lambda facts: self.weigh(group(*fixed, *facts)), self._tally)

    def of_each(self, group: Group, heads: Sequence[str], *fixed: Any) -> Sums:
        """By facts: the sums for each of ``heads``, which is the group's first fact."""
        return Sums(lambda facts: tuple([self.weigh(group(head, *fixed, *facts)) for head in heads]), self._tally)

    def of_openings(self, group: Group, openings: Sequence[Any]) -> Sums:
        """By facts: the sums under each of several openings."""
        return Sums(lambda facts: tuple([self.weigh(group(opening, *facts)) for opening in openings]), self._tally)

    def of_statuses(self, group: Group, *fixed: Any) -> Sums:
        """By facts: the sums for each status, which stands before the names of the group's features."""
        return Sums(lambda facts: self._weigh_statuses(group(*fixed, *facts)), self._tally)

    def _weigh_statuses(self, features: Named) -> tuple[float, ...]:
        get, sums = self._weights.get, _NOTHING
        for name, value in features:
            weights = [get(f"{status}|{name}", 0.0) for status in STATUSES]
            if any(weights):
                sums = tuple([total + weight * value for total, weight in zip(sums, weights, strict=True)])
        return sums


_NOTHING = (0.0,) * len(STATUSES)


def _nothing() -> None:
    """A table that stands alone forgets with whoever holds its sums."""


def under(option: str, features: Named) -> Features:
    """Features of an option that is one of a fixed list, such as a status."""
    return [(f"{option}|{name}", value) for name, value in features]


class Scales:
    """The tables of one set of weights."""

    def __init__(self, weights: Weights) -> None:
        tally = Tally(self._forget)
        self.filler, self.claim = Scale(weights.filler, tally), Scale(weights.claim, tally)
        self.status, self.date, self.particular = Scale(weights.status, tally), Scale(weights.date, tally), Scale(weights.particular, tally)
        self.kept: dict[Any, Memo] = {}  # what other modules make of these tables, by the function that makes it

    def of(self, make: Callable[["Scales", Any], Any]) -> Memo:
        """By key: what ``make`` makes of these tables and the key."""
        if make not in self.kept:
            self.kept[make] = Memo(lambda key: make(self, key))
        return self.kept[make]

    def _forget(self) -> None:
        """Let go of all that was made of the tables, and so of its sums; who still works with some of it holds it."""
        for memo in self.kept.values():
            memo.clear()


@lru_cache(maxsize=4)
def scales_of(weights: Weights) -> Scales:
    """The tables, with the sums made so far."""
    return Scales(weights)
