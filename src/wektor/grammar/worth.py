"""Worth: what speaks for and against a whole claim. Names of features are language-neutral."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import mul
from typing import Any, NamedTuple

from wektor.grammar import ensemble
from wektor.grammar.dating import DateOption
from wektor.grammar.features import Found
from wektor.grammar.filling import Filled, Filling, complete
from wektor.grammar.openings import naming, narrowed
from wektor.grammar.referents import Opening, Pool
from wektor.grammar.weighing import Features, Groups, Scales
from wektor.model import core_roles

_PLACES = ("here", "back1", "back2", "back3", "back4")


class Standing(NamedTuple):
    """What is known of a claim before its roles are filled: status, date, cues by distance, and the kinds of the
    sentence's other triggers, with whether each overlaps its own."""

    status: str
    date: DateOption
    cues: Mapping[str, int]
    around: Sequence[tuple[str, bool]]


# what is told, whoever does it ------------------------------------------------------------------------------------


Grouped = tuple[Any, tuple[Any, ...]]  # a group of features and its facts


def event_features(opening: Opening, facts: Sequence[Grouped]) -> Features:
    """Features of what is told, whoever does it; the opening may be another of the frame's family than that of the facts."""
    return [f for group, known in facts for f in group(opening, *known)]


def event_facts(pool: Pool, standing: Standing) -> list[Grouped]:
    """The groups that speak of the event, with their facts."""
    scene, trigger = pool.scene, pool.trigger
    found: list[Grouped] = [(frame_features, (pool.opening.kind, standing.status, trigger.frame.weight)), (date_features, (standing.date.place,)),
                            (verb_features, (scene.flags(trigger.verb)[0],)), (sentence_features, (scene.quote < trigger.i, *scene.nature)), (gift_features, (scene.gifts,))]  # fmt: skip
    found += [(cue_features, (cue,)) for cue in standing.cues]
    found += [(around_features, other) for other in standing.around]
    return found


def frame_features(opening: Opening, origin: str, status: str, weight: float) -> Found:
    """Its frame, kind and status."""
    kind, frame = opening.kind, opening.frame
    yield from (("bias", 1.0), (kind, 1.0), (f"frame:{frame}", 1.0), (f"{opening.valency}:{opening.pos}", 1.0), ("weight", weight),
                (f"status:{status}", 1.0), (f"{kind}:{status}", 1.0), (f"{kind}:weight", weight), (f"{kind}:{opening.pos}", 1.0))  # fmt: skip
    if origin != kind:
        yield from (("varied", 1.0), (f"{origin}-as-{kind}", 1.0), (f"{frame}-as-{kind}", 1.0))


@naming("kind")
def date_features(opening: Opening, place: str | None) -> Found:
    """Whether it bears a date, and where that stands."""
    name = "undated" if place is None else f"date-{place}"
    yield name, 1.0
    yield f"{opening.kind}:{name}", 1.0


@naming("kind", "pos")
def verb_features(opening: Opening, flags: tuple[str, ...] | None) -> Found:
    """How its verb stands."""
    if flags is None:
        yield f"{opening.pos}:verbless", 1.0
        return
    for flag in flags:
        yield f"{opening.pos}:{flag}", 1.0
    if not {"past", "future", "modal", "participle", "infinitive"} & set(flags):
        yield f"{opening.pos}:present", 1.0
        yield f"{opening.kind}:{opening.pos}:present", 1.0


@naming()
def cue_features(opening: Opening, cue: str) -> Found:
    """A cue in its reach."""
    yield f"cue:{cue}", 1.0


@naming("kind")
def around_features(opening: Opening, other: str, overlaps: bool) -> Found:
    """Another trigger of the sentence."""
    yield f"{opening.kind}:{'also' if overlaps else 'with'}-{other}", 1.0


@naming("kind")
def sentence_features(opening: Opening, quoted: bool, first: bool, unfinished: bool, long: bool, holds: Sequence[str]) -> Found:
    """The sentence: its length, its end, its place, whether it holds dates, money, numbers."""
    for name, true in (("unfinished", unfinished), ("quoted", quoted), ("long", long), ("first-sentence", first)):
        if true:
            yield name, 1.0
    for what in holds:
        yield f"{opening.kind}:{what}", 1.0


@naming("kind", "frame")
def gift_features(opening: Opening, gifts: str) -> Found:
    """Where something is said to be given free or lent, if anywhere."""
    yield f"{opening.kind}:gift-{gifts}", 1.0
    yield f"{opening.kind}:{opening.frame}:gift-{gifts}", 1.0


# how it is filled -------------------------------------------------------------------------------------------------


def filling_features(pool: Pool, filling: Filling) -> Features:
    """Features of how the core roles are filled."""
    opening, kind = pool.opening, pool.opening.kind
    found: Features = [(name, weight * filling.total / 3) for name, weight in filled_features(kind)]
    together = [*ensemble.cast_of(pool, filling).told, *ensemble.core_facts(pool, filling, core_roles(kind))]
    found += [f for group, facts in together for f in group(opening, *facts)]
    found += [(spelled, weight * value) for name, role, value in ensemble.degrees(pool, filling, core_roles(kind)) for spelled, weight in ensemble.DEGREES[name](kind, role)]
    total, least = 0.0, 0.0
    for role in core_roles(kind):
        facts, sure, hand = filling.facts.get(role) or filled(filling, role)
        total, least = total + sure, min(least, sure)
        found += [*role_features(opening, *facts), (f"{kind}:{role}:sure", sure), (f"{role}:hand", hand)]
    return found + [("sum", total), (f"{kind}:sum", total), ("least", least)]


def filled(filling: Filling, role: str) -> Filled:
    """How a role is filled: facts of its fillers, how sure they are, the valency's score of the first."""
    fillers, sure = filling.roles.get(role), max(-6.0, filling.logs.get(role, -6.0))
    if fillers:
        first = fillers[0]
        facts = (role, _PLACES[min(first.back, 4)], first.sort, min(len(fillers), 3))
        known = filling.facts[role] = facts, sure, first.hand.get(role, 0.0)
    else:
        known = filling.facts[role] = (role, "none", "", 0), sure, 0.0
    return known


@naming("kind")
def role_features(opening: Opening, role: str, where: str, sort: str, count: int) -> Found:
    """Who fills a core role: where the first was named, of which sort, how many parties."""
    kind = opening.kind
    yield f"{kind}:{role}:{where}", 1.0
    yield f"{role}:{where}", 1.0
    if sort:
        yield f"{role}:{sort}", 1.0
    if role == "party":
        yield f"parties{count}", 1.0
        yield f"{kind}:parties{count}", 1.0


# weighed ----------------------------------------------------------------------------------------------------------


class Worths:
    """All weights of claims under the openings of one trigger: its own kind, and the others of the family, side by side."""

    def __init__(self, scales: Scales, openings: Sequence[Opening]) -> None:
        self._groups = Groups(lambda group: scales.claim.of_openings(group, [narrowed(group, o) for o in openings]))
        self._cores = [Core(scales, roles, [o for o in openings if core_roles(o.kind) == roles]) for roles in dict.fromkeys(core_roles(o.kind) for o in openings)]
        self._kinds, self._nothing = [o.kind for o in openings], [0.0] * len(openings)

    def ways(self, pool: Pool, fillings: Sequence[Filling], event: Sequence[Grouped]) -> Iterator[tuple[float, Filling, str]]:
        """Every complete way to tell what the trigger opens, with its log-odds: the sum over ``event_features`` and ``filling_features``."""
        odds = self._sums(event)
        for filling in fillings:
            kinds = [kind for kind in self._kinds if complete(kind, filling.roles)]
            if kinds:
                told = self._sums(ensemble.cast_of(pool, filling).told)
                by_kind = {kind: score for core in self._cores if not core.kinds.isdisjoint(kinds) for kind, score in core.of_filling(pool, filling)}
                for kind, before, own in zip(self._kinds, odds, told, strict=True):
                    if kind in kinds:
                        yield before + own + by_kind[kind], filling, kind

    def _sums(self, facts: Sequence[Grouped]) -> list[float]:
        groups = self._groups
        return [*map(sum, zip(self._nothing, *[groups[group][known] for group, known in facts], strict=True))]


class Core:
    """Weights of how core roles are filled, under the openings that have the same ones."""

    def __init__(self, scales: Scales, roles: tuple[str, ...], openings: Sequence[Opening]) -> None:
        self._roles, self._of, self.kinds = roles, [o.kind for o in openings], frozenset(o.kind for o in openings)
        self._groups = Groups(lambda group: scales.claim.of_openings(group, [narrowed(group, o) for o in openings]))

        def each(features: Callable[[str], Features]) -> tuple[float, ...]:
            return tuple([scales.claim.weigh(features(kind)) for kind in self._of])

        rows = [each(lambda kind, name=name, role=role: ensemble.DEGREES[name](kind, role))  # type: ignore[misc]
                for name, role in (("keen", "actors"), ("keen", "items"), *(("behind", role) for role in roles), ("all-behind", ""))]  # fmt: skip
        for role in roles:
            rows.append(each(lambda kind, role=role: [(f"{kind}:{role}:sure", 1.0)]))  # type: ignore[misc]
            rows.append(each(lambda kind, role=role: [(f"{role}:hand", 1.0)]))  # type: ignore[misc]
        rows += [each(filled_features), each(lambda kind: [("sum", 1.0), (f"{kind}:sum", 1.0)]), each(lambda kind: [("least", 1.0)])]
        self._by_degrees = list(zip(self._of, zip(*rows, strict=True), strict=True))  # by kind, in the order in which ``of_filling`` finds the degrees

    def of_filling(self, pool: Pool, filling: Filling) -> Iterator[tuple[str, float]]:
        """By kind: the sum over ``filling_features`` without what the cast tells whatever the kind."""
        groups, roles, total, least = self._groups, self._roles, 0.0, 0.0
        plain = [groups[group][known] for group, known in ensemble.core_facts(pool, filling, roles)]
        values, places = [value for _, _, value in ensemble.degrees(pool, filling, roles)], groups[role_features]
        for role in roles:
            facts, sure, hand = filling.facts.get(role) or filled(filling, role)
            plain.append(places[facts])
            values.append(sure)
            values.append(hand)
            total += sure
            if sure < least:
                least = sure
        values += (filling.total / 3, total, least)
        for (kind, weights), own in zip(self._by_degrees, zip(*plain, strict=True), strict=True):
            yield kind, sum(own) + sum(map(mul, weights, values))


def filled_features(kind: str) -> Features:
    """How likely the whole filling is, by degrees."""
    return [("filled", 1.0), (f"{kind}:filled", 1.0)]
