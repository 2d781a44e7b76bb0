"""Dating: which of the dates that the text gives is a claim's, or none."""

from collections.abc import Iterator, Sequence

from wektor.grammar.carrying import (
    before_facts,
    before_features,
    carry_facts,
    carry_features,
    head_facts,
    head_features,
)
from wektor.grammar.dated import Dated
from wektor.grammar.features import Found
from wektor.grammar.openings import naming, narrowed
from wektor.grammar.referents import Opening, Pool
from wektor.grammar.siting import (
    Grouped,
    form_of,
    headed_groups,
    site_groups,
    told_at,
)
from wektor.grammar.weighing import Features, Groups, Scales
from wektor.model import Span

_AFAR = "afar"  # in another sentence


class DateOption:
    """A date that the claim may bear: its value, its words, what speaks for it, its place (all empty for no date)."""

    __slots__ = ("groups", "place", "span", "value")

    def __init__(self, value: str | None, span: Span | None, groups: Sequence[Grouped], place: str | None = None) -> None:
        self.value, self.span, self.groups, self.place = value, span, groups, place

    def features(self, opening: Opening) -> Features:
        """All features that speak for it."""
        return [f for group, facts in self.groups for f in group(opening, *facts)]


def date_options(pool: Pool, status: str) -> Iterator[DateOption]:
    """No date, every date of the sentence in each of its readings, the date that heads it, and those of other sentences that may hold."""
    here, head = pool.scene.dates, _heading(pool, status)
    form = form_of(pool.trigger)
    yield DateOption(None, None, [(none_features, (status, min(len(here), 3), form))])
    nearest = min(here, key=lambda d: abs(d.at - pool.trigger.i), default=None)
    for dated in here:
        yield from _readings(pool, dated, status, form, "here", [*site_groups(pool, dated, dated is nearest, status)], told_at(pool, dated))
    if head is not None and (status == "planned" or form not in ("v-participle", "v-infinitive", "v-future")):
        yield from _readings(pool, head, status, form, "here", [*headed_groups(pool, status)])
    yield from _carried(pool, status, form, head)


def _heading(pool: Pool, status: str) -> Dated | None:
    """The date under which the sentence stands, for what has happened; in a calendar of the year to come, for what is planned."""
    head = pool.scene.head
    if status == "planned":
        return head if head is not None and any(tense == "coming" for _, _, tense, _ in head.readings) else None
    return head if status in ("done", "ended") else None


def _carried(pool: Pool, status: str, form: str, head: Dated | None) -> Iterator[DateOption]:
    """The latest dates before, those of the text's first sentences, and those of the sentence after an opening that has none."""
    scene = pool.scene
    for rank, dated in enumerate(d for d in scene.dates_before if d is not head):
        yield from _readings(pool, dated, status, form, "before", _elsewhere(pool, dated, rank, status, form))
    for rank, dated in enumerate(d for d in scene.first_dates if d is not head):
        first = head_features, head_facts(pool, dated, "first", rank, status, form)
        yield from _readings(pool, dated, status, form, "first", [(before_features, before_facts(pool, dated, min(rank, 3), form)), first])
    if scene.filed is not None and status == "done":
        filed = head_features, head_facts(pool, scene.filed, "filed", min(scene.index - scene.filed.sentence, 2), status, form)
        yield from _readings(pool, scene.filed, status, form, "filed", [filed])
    for rank, dated in enumerate(scene.next_dates):
        following = head_features, head_facts(pool, dated, "next", rank, status, form)
        yield from _readings(pool, dated, status, form, "next", [*_elsewhere(pool, dated, rank, status, form), following])


def _elsewhere(pool: Pool, dated: Dated, rank: int, status: str, form: str) -> list[Grouped]:
    return [(before_features, before_facts(pool, dated, min(rank, 3), form)), (carry_features, carry_facts(pool, dated, status))]


class Dating:
    """All weights of dates under one opening."""

    def __init__(self, scales: Scales, opening: Opening) -> None:
        self._groups = Groups(lambda group: scales.date.of(group, narrowed(group, opening)))

    def choose(self, pool: Pool, status: str) -> DateOption:
        """The likeliest date; of equals the first."""
        return max(date_options(pool, status), key=lambda o: sum([self._groups[group][facts] for group, facts in o.groups]))


def _readings(pool: Pool, dated: Dated, status: str, form: str, place: str, groups: Sequence[Grouped], told: str = _AFAR) -> Iterator[DateOption]:
    thread = pool.scene.discourse.thread(dated) if len(dated.readings) > 1 and dated.date.relative else None
    for name, value, tense, grain in dated.readings:
        if value not in dated.borne[status]:
            continue
        nature = nature_features, (status, form, tense, grain, dated.date.modifier, dated.date.relative)
        own: list[Grouped] = [*groups, (told_features, (status, tense, told)), nature]
        if len(dated.readings) > 1:
            own.append((reading_features, (status, name, tense, told)))
        if thread is not None:
            own.append((thread_features, (name, *thread)))
        yield DateOption(value, dated.date.span, own, place)


@naming("kind", "pos")
def none_features(opening: Opening, status: str, count: int, form: str) -> Found:
    """No date, of so many."""
    kind, of = opening.kind, f"of{count}"
    for name in ("none", f"none:{of}", f"none:{kind}", f"none:{status}", f"none:{form}", f"none:{status}:{of}", f"none:{kind}:{of}",
                 f"none:{form}:{of}", f"none:{opening.pos}:{of}"):  # fmt: skip
        yield name, 1.0


@naming("kind")
def nature_features(opening: Opening, status: str, form: str, tense: str, grain: str, modifier: str | None, relative: bool) -> Found:
    """What the date is: to come or gone, how exact, with which modifier."""
    for name in (f"{status}:{tense}", f"{opening.kind}:{tense}", f"{form}:{tense}", grain, f"{opening.kind}:{grain}", f"{status}:{grain}", f"modifier:{modifier}",
                 f"modifier:{modifier}:{status}", f"relative:{relative}"):  # fmt: skip
        yield name, 1.0


@naming()
def told_features(opening: Opening, status: str, tense: str, told: str) -> Found:
    """What the verb beside it says of time."""
    yield f"told:{told}:{tense}:{status}", 1.0
    yield f"told:{told}:{status}", 1.0


@naming()
def reading_features(opening: Opening, status: str, reading: str, tense: str, told: str) -> Found:
    """One of several values that its words can have."""
    for name in (reading, f"{reading}:{status}", f"{tense}:{told}", f"{tense}:{told}:{status}", f"{reading}:{told}"):
        yield f"reading:{name}", 1.0


@naming()
def thread_features(opening: Opening, reading: str, gap: int, parted: bool, relative: bool, age: str, told: str) -> Found:
    """Whether a story goes on, or the date counts from publication."""
    near = f"gap{gap}:{parted}"
    for name in (age, f"gap{gap}", near, f"{age}:gap{gap}", f"{age}:{relative}", f"{age}:{parted}", f"told:{told}", f"told:{told}:{near}", f"told:{told}:{near}:{relative}"):
        yield f"thread:{reading}:{name}", 1.0
