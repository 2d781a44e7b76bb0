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
_SUMS = 250_000  # of all tables together: about 45 MB
_FACTS = 40_000  # when they are forgotten, so are the sums that are found by them, one by one
Features = list[tuple[str, float]]
Named = Iterable[tuple[str, float]]
Group = Callable[..., Named]


class Memo(dict[Any, Any]):
    """What is made of each key, made once; forgotten when there is too much of it."""

    __slots__ = ("_make", "_most")

    def __init__(self, make: Callable[[Any], Any], most: int = _MOST) -> None:
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, key: Any) -> Any:
        if len(self) >= self._most:
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


FACTS = Memo(Facts, _FACTS)


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
        self._laid: dict[tuple[Any, ...], Sums] = {}  # by group and what is fixed
        self._by_status: dict[str, tuple[float, ...]] | None = None

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
        return self._lay("one", group, fixed, lambda facts: self.weigh(group(*fixed, *facts)))

    def of_each(self, group: Group, heads: Sequence[str], *fixed: Any) -> Sums:
        """By facts: the sums for each of ``heads``, which is the group's first fact."""
        return self._lay(tuple(heads), group, fixed, lambda facts: tuple([self.weigh(group(head, *fixed, *facts)) for head in heads]))

    def of_openings(self, group: Group, openings: Sequence[Any]) -> Sums:
        """By facts: the sums under each of several openings."""
        return self._lay("openings", group, openings, lambda facts: tuple([self.weigh(group(opening, *facts)) for opening in openings]))

    def of_statuses(self, group: Group, *fixed: Any) -> Sums:
        """By facts: the sums for each status, which stands before the names of the group's features."""
        return self._lay("statuses", group, fixed, lambda facts: self._weigh_statuses(group(*fixed, *facts)))

    def forget(self) -> None:
        """Let go of all sums."""
        self._laid.clear()

    def _lay(self, how: Any, group: Group, fixed: Sequence[Any], make: Callable[[Any], Any]) -> Sums:
        """The sums of a group under what is fixed: the same for whoever asks."""
        key = how, group, *fixed
        sums = self._laid.get(key)
        if sums is None:
            sums = self._laid[key] = Sums(make, self._tally)
        return sums

    def _weigh_statuses(self, features: Named) -> tuple[float, ...]:
        get, sums = self._statuses().get, NOTHING
        for name, value in features:
            weights = get(name)
            if weights is not None:
                sums = tuple([total + weight * value for total, weight in zip(sums, weights, strict=True)])
        return sums

    def _statuses(self) -> dict[str, tuple[float, ...]]:
        """The weights of each name under every status, laid out once."""
        if self._by_status is None:
            get, names = self._weights.get, dict.fromkeys(name.partition("|")[2] for name, weight in self._weights.items() if weight)
            self._by_status = {name: tuple([get(f"{status}|{name}", 0.0) for status in STATUSES]) for name in names}
        return self._by_status


NOTHING = (0.0,) * len(STATUSES)  # sums of what speaks for no status


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
        """Let go of all that was made of the tables, and of its sums; who still works with some of it holds it."""
        for scale in (self.filler, self.claim, self.status, self.date, self.particular):
            scale.forget()
        for memo in self.kept.values():
            memo.clear()


@lru_cache(maxsize=4)
def scales_of(weights: Weights) -> Scales:
    """The tables, with the sums made so far."""
    return Scales(weights)
