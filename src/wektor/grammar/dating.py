"""Dating: which of the dates that the text gives is a claim's, or none."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from wektor.grammar.dated import Dated
from wektor.grammar.features import Found
from wektor.grammar.referents import Opening, Pool
from wektor.grammar.weighing import Features, Memo, Scales
from wektor.model import Span

Grouped = tuple[Any, tuple[Any, ...]]  # a group of features and its facts


class DateOption:
    """A date that the claim may bear: its value, its words, what speaks for it, its place (all empty for no date)."""

    __slots__ = ("groups", "place", "span", "value")

    def __init__(self, value: str | None, span: Span | None, groups: Sequence[Grouped], place: str | None = None) -> None:
        self.value, self.span, self.groups, self.place = value, span, groups, place

    def features(self, opening: Opening) -> Features:
        """All features that speak for it."""
        return [f for group, facts in self.groups for f in group(opening, *facts)]


def date_options(pool: Pool, status: str) -> Iterator[DateOption]:
    """No date, every date of the sentence in each of its readings, and the latest dates of the sentences before."""
    here = pool.scene.dates
    count = min(len(here), 3)
    yield DateOption(None, None, [(none_features, (status, count))])
    nearest = min(here, key=lambda d: abs(d.at - pool.trigger.i), default=None)
    for dated in here:
        yield from _readings(dated, status, "here", _places(pool, dated, dated is nearest))
    for rank, dated in enumerate(pool.scene.dates_before):
        yield from _readings(dated, status, "before", [(before_features, (pool.scene.index - dated.sentence, min(rank, 3), count))])


class Dating:
    """All weights of dates under one opening."""

    def __init__(self, scales: Scales, opening: Opening) -> None:
        groups = (none_features, place_features, field_features, before_features, nature_features, reading_features)
        self._groups: dict[Any, Memo] = {group: scales.date.of(group, opening) for group in groups}

    def choose(self, pool: Pool, status: str) -> DateOption:
        """The likeliest date; of equals the first."""
        return max(date_options(pool, status), key=lambda o: sum([self._groups[group][facts] for group, facts in o.groups]))


def _readings(dated: Dated, status: str, place: str, groups: Sequence[Grouped]) -> Iterator[DateOption]:
    for name, value, tense, grain in dated.readings:
        if value not in dated.borne[status]:
            continue
        own: list[Grouped] = [*groups, (nature_features, (status, tense, grain, dated.date.modifier, dated.date.relative))]
        if len(dated.readings) > 1:
            own.append((reading_features, (status, name)))
        yield DateOption(value, dated.date.span, own, place)


def _places(pool: Pool, dated: Dated, nearest: bool) -> list[Grouped]:
    """Where a date of the sentence stands: its clause, side and distance; how many other triggers are closer or between."""
    at, i, clauses, triggers = dated.at, pool.trigger.i, pool.parse.clause_of, pool.scene.triggers
    side, gap = "after" if at >= i else "before", abs(at - i)
    near = "1" if gap <= 3 else "2" if gap <= 6 else "3" if gap <= 12 else "4" if gap <= 20 else "5"
    closer = bisect_left(triggers, at + gap) - bisect_right(triggers, at - gap)
    between = bisect_left(triggers, max(at, i)) - bisect_right(triggers, min(at, i))
    opens = at == 0 or (at == 1 and side == "before")
    return [(place_features, (max(-2, min(2, clauses[at] - clauses[i])), side, near, opens)),
            (field_features, (side, nearest, max(0, min(closer, 3)), max(0, min(between, 2))))]  # fmt: skip


def none_features(opening: Opening, status: str, count: int) -> Found:
    """No date, of so many."""
    for name in ("none", f"none:of{count}", f"none:{opening.kind}", f"none:{status}", f"none:{status}:of{count}", f"none:{opening.kind}:of{count}"):
        yield name, 1.0


def place_features(opening: Opening, clause: int, side: str, near: str, opens: bool) -> Found:
    """Where a date of the sentence stands."""
    yield "here", 1.0
    yield f"clause{clause}", 1.0
    yield f"{side}{near}", 1.0
    yield f"{opening.pos}:{side}{near}", 1.0
    if opens:
        yield "opens", 1.0


def field_features(opening: Opening, side: str, nearest: bool, closer: int, between: int) -> Found:
    """Whether it is the nearest, and how many other triggers are closer to it or between."""
    yield f"nearest:{nearest}", 1.0
    yield f"closer{closer}", 1.0
    yield f"between{between}:{side}", 1.0


def before_features(opening: Opening, back: int, rank: int, count: int) -> Found:
    """A date of a sentence before, and how many stand in this one."""
    for name in ("before", f"before:{opening.kind}", f"back{back}", f"back{back}:rank{rank}", f"before:of{count}", f"back{back}:of{count}"):
        yield name, 1.0


def nature_features(opening: Opening, status: str, tense: str, grain: str, modifier: str | None, relative: bool) -> Found:
    """What the date is: to come or gone, how exact, with which modifier."""
    for name in (f"{status}:{tense}", f"{opening.kind}:{tense}", grain, f"{opening.kind}:{grain}", f"{status}:{grain}", f"modifier:{modifier}",
                 f"modifier:{modifier}:{status}", f"relative:{relative}"):  # fmt: skip
        yield name, 1.0


def reading_features(opening: Opening, status: str, reading: str) -> Found:
    """One of several values that its words can have."""
    yield f"reading:{reading}", 1.0
    yield f"reading:{reading}:{status}", 1.0
