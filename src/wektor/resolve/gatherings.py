"""Gatherings: facts that are no deal (talks, exercises, training, recognition, a fleet), one for all who tell of it."""

from collections.abc import Iterable, Sequence

import msgspec

from wektor.resolve.facts import EVENTS, Span
from wektor.resolve.matters import Matter
from wektor.resolve.scoring import ACCEPT, compare, total
from wektor.resolve.strands import Cluster, day_of, rank

_DAYS = {"exercise": 45, "training": 45, "operation": 366, "relation": 31, "talks": 10}
_BUCKET = 64  # days of the calendar that are looked up at once
_LONG = 24  # buckets of a date so vague that it is tried against everything
Topic = tuple[str, tuple[str, ...], str, str]


class Gathering(msgspec.Struct):
    """Matters that tell of one event, and the deal it serves, if one fits clearly."""

    members: list[Matter]
    deal: Cluster | None = None


def topic_of(matter: Matter) -> Topic:
    """What matters must share to tell of one event: kind, states, type."""
    states = tuple(sorted({*matter.giver_states, *matter.taker_states}))
    return matter.fact.kind, states, matter.family or "", matter.variant or ""


class _Round(msgspec.Struct):
    """The matters of one topic and the gatherings made of them."""

    matters: dict[str, Matter] = {}
    gatherings: list[Gathering] = []
    kin: tuple[Cluster, ...] = ()
    stale: bool = True


class Assembly:
    """The event matters of a pool by topic; a topic whose matters stand as they stood keeps its gatherings."""

    def __init__(self) -> None:
        self._rounds: dict[Topic, _Round] = {}
        self._fleets: dict[Topic, _Round] = {}

    def __bool__(self) -> bool:
        return bool(self._rounds)

    def __contains__(self, claim: object) -> bool:
        return any(claim in r.matters for r in self._rounds.values())

    def put(self, matter: Matter) -> None:
        """Take a matter in."""
        held = self._rounds.setdefault(topic_of(matter), _Round())
        held.matters[matter.fact.claim], held.stale = matter, True

    def drop(self, matter: Matter) -> None:
        """Take a matter out."""
        topic = topic_of(matter)
        held = self._rounds[topic]
        held.stale = held.matters.pop(matter.fact.claim, None) is not None or held.stale
        if not held.matters:
            del self._rounds[topic]

    def gather(self, fleet: Iterable[Matter], clusters: Sequence[Cluster]) -> list[Gathering]:
        """All events: of the matters held, and of a fleet's states that are part of no deal."""
        self._muster(fleet)
        kin: dict[str, list[Cluster]] = {}
        for cluster in clusters:
            kin.setdefault(cluster.members[0].family or "", []).append(cluster)
        for topic, held in (*self._rounds.items(), *self._fleets.items()):
            near = tuple(kin.get(topic[2], ())) if topic[2] and topic[0] in EVENTS else ()
            if held.stale or len(near) != len(held.kin) or any(a is not b for a, b in zip(near, held.kin, strict=True)):
                held.gatherings, held.kin, held.stale = _gather(sorted(held.matters.values(), key=rank), near), near, False
        return [g for rounds in (self._rounds, self._fleets) for topic in sorted(rounds) for g in rounds[topic].gatherings]

    def _muster(self, fleet: Iterable[Matter]) -> None:
        held: dict[Topic, dict[str, Matter]] = {}
        for matter in fleet:
            held.setdefault(topic_of(matter), {})[matter.fact.claim] = matter
        for topic in self._fleets.keys() - held.keys():
            del self._fleets[topic]
        for topic, matters in held.items():
            kept = self._fleets.get(topic)
            if kept is None or kept.matters.keys() != matters.keys() or any(kept.matters[k] is not m for k, m in matters.items()):
                self._fleets[topic] = _Round(matters)


def _gather(matters: Iterable[Matter], kin: Sequence[Cluster]) -> list[Gathering]:
    """The events of a topic's matters, which come in a fixed order; each joins the first that it agrees with."""
    found: list[Gathering] = []
    calendar = _Calendar()
    for matter in matters:
        near = next((n for n in calendar.near(matter) if _agree(matter, found[n].members[0])), None)
        if near is None:
            calendar.note(matter, len(found))
            found.append(Gathering([matter], _served(matter, kin)))
        else:
            found[near].members.append(matter)
    return found


class _Calendar:
    """Gatherings by when they were, so that a matter is held against those of its time only."""

    def __init__(self) -> None:
        self._buckets: dict[int, list[int]] = {}
        self._long: list[int] = []
        self._count = 0

    def note(self, matter: Matter, number: int) -> None:
        """Keep when gathering ``number`` was."""
        span, self._count = _when(matter), number + 1
        if span is None:
            return
        first, last = span[0] // _BUCKET, span[1] // _BUCKET
        for place in [self._long] if last - first > _LONG else [self._buckets.setdefault(b, []) for b in range(first, last + 1)]:
            place.append(number)

    def near(self, matter: Matter) -> Iterable[int]:
        """The gatherings that may be of the same time, earliest made first."""
        span = _when(matter)
        if span is None:
            return ()
        slack = _DAYS[matter.fact.kind]
        first, last = (span[0] - slack) // _BUCKET, (span[1] + slack) // _BUCKET
        if last - first > 2 * _LONG:
            return range(self._count)
        return sorted({*self._long, *(n for b in range(first, last + 1) for n in self._buckets.get(b, ()))})


def _agree(a: Matter, b: Matter) -> bool:
    names = {m.fact.entity.casefold() for m in (a, b) if m.fact.entity}
    if len(names) == 2 or _is_no(a) != _is_no(b) or (a.fact.quantity and b.fact.quantity and a.fact.quantity != b.fact.quantity):
        return False
    left, right = _when(a), _when(b)
    return left is not None and right is not None and max(left[0] - right[1], right[0] - left[1]) <= _DAYS[a.fact.kind]


def _is_no(matter: Matter) -> bool:
    """Whether it tells that something is not, or no longer."""
    return matter.fact.status in ("denied", "ended")


def _when(matter: Matter) -> Span | None:
    day = day_of(matter.fact.published)
    return matter.fact.days or ((day, day) if day is not None else None)


def _served(matter: Matter, kin: Sequence[Cluster]) -> Cluster | None:
    """The only deal over the same type that the event fits."""
    fit = [c for c in kin if total(compare(matter, c.profile, day_of(matter.fact.published))) >= ACCEPT]
    return fit[0] if len(fit) == 1 else None
