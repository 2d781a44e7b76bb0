"""Dating: which of the dates that the text gives is a claim's, or none."""

from collections.abc import Iterator, Sequence
from typing import Any

from wektor.grammar.dated import Dated
from wektor.grammar.features import Found
from wektor.grammar.referents import Opening, Pool
from wektor.grammar.siting import (
    before_facts,
    before_features,
    bracket_features,
    form_of,
    headed_facts,
    place_features,
    rivalry_features,
    site_groups,
    tie_features,
)
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
    """No date, every date of the sentence in each of its readings, the date that heads it, and the latest dates before."""
    here, scene = pool.scene.dates, pool.scene
    form = form_of(pool.trigger)
    yield DateOption(None, None, [(none_features, (status, min(len(here), 3), form))])
    nearest = min(here, key=lambda d: abs(d.at - pool.trigger.i), default=None)
    for dated in here:
        yield from _readings(dated, status, form, "here", site_groups(pool, dated, dated is nearest))
    head = scene.head if status in ("done", "ended") else None
    if head is not None and form not in ("v-participle", "v-infinitive", "v-future"):
        yield from _readings(head, status, form, "here", headed_facts(pool))
    for rank, dated in enumerate(d for d in scene.dates_before if d is not head):
        yield from _readings(dated, status, form, "before", [(before_features, before_facts(pool, dated, min(rank, 3), form))])


class Dating:
    """All weights of dates under one opening."""

    def __init__(self, scales: Scales, opening: Opening) -> None:
        groups = (none_features, place_features, bracket_features, tie_features, rivalry_features, before_features, nature_features, reading_features)
        self._groups: dict[Any, Memo] = {group: scales.date.of(group, opening) for group in groups}

    def choose(self, pool: Pool, status: str) -> DateOption:
        """The likeliest date; of equals the first."""
        return max(date_options(pool, status), key=lambda o: sum([self._groups[group][facts] for group, facts in o.groups]))


def _readings(dated: Dated, status: str, form: str, place: str, groups: Sequence[Grouped]) -> Iterator[DateOption]:
    for name, value, tense, grain in dated.readings:
        if value not in dated.borne[status]:
            continue
        own: list[Grouped] = [*groups, (nature_features, (status, form, tense, grain, dated.date.modifier, dated.date.relative))]
        if len(dated.readings) > 1:
            own.append((reading_features, (status, name)))
        yield DateOption(value, dated.date.span, own, place)


def none_features(opening: Opening, status: str, count: int, form: str) -> Found:
    """No date, of so many."""
    kind, of = opening.kind, f"of{count}"
    for name in ("none", f"none:{of}", f"none:{kind}", f"none:{status}", f"none:{form}", f"none:{status}:{of}", f"none:{kind}:{of}",
                 f"none:{form}:{of}", f"none:{opening.pos}:{of}"):  # fmt: skip
        yield name, 1.0


def nature_features(opening: Opening, status: str, form: str, tense: str, grain: str, modifier: str | None, relative: bool) -> Found:
    """What the date is: to come or gone, how exact, with which modifier."""
    for name in (f"{status}:{tense}", f"{opening.kind}:{tense}", f"{form}:{tense}", grain, f"{opening.kind}:{grain}", f"{status}:{grain}", f"modifier:{modifier}",
                 f"modifier:{modifier}:{status}", f"relative:{relative}"):  # fmt: skip
        yield name, 1.0


def reading_features(opening: Opening, status: str, reading: str) -> Found:
    """One of several values that its words can have."""
    yield f"reading:{reading}", 1.0
    yield f"reading:{reading}:{status}", 1.0
