"""Worth: what speaks for and against a whole claim. Names of features are language-neutral."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from wektor.grammar import ensemble
from wektor.grammar.dating import DateOption
from wektor.grammar.features import Found
from wektor.grammar.filling import Filled, Filling
from wektor.grammar.referents import Opening, Pool
from wektor.grammar.weighing import Features, Scales
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
                            (verb_features, (scene.flags(trigger.verb)[0],)), (sentence_features, (scene.quote < trigger.i, *scene.nature))]  # fmt: skip
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


def date_features(opening: Opening, place: str | None) -> Found:
    """Whether it bears a date, and where that stands."""
    name = "undated" if place is None else f"date-{place}"
    yield name, 1.0
    yield f"{opening.kind}:{name}", 1.0


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


def cue_features(opening: Opening, cue: str) -> Found:
    """A cue in its reach."""
    yield f"cue:{cue}", 1.0


def around_features(opening: Opening, other: str, overlaps: bool) -> Found:
    """Another trigger of the sentence."""
    yield f"{opening.kind}:{'also' if overlaps else 'with'}-{other}", 1.0


def sentence_features(opening: Opening, quoted: bool, first: bool, unfinished: bool, long: bool, holds: Sequence[str]) -> Found:
    """The sentence: its length, its end, its place, whether it holds dates, money, numbers."""
    for name, true in (("unfinished", unfinished), ("quoted", quoted), ("long", long), ("first-sentence", first)):
        if true:
            yield name, 1.0
    for what in holds:
        yield f"{opening.kind}:{what}", 1.0


# how it is filled -------------------------------------------------------------------------------------------------


def filling_features(pool: Pool, filling: Filling) -> Features:
    """Features of how the core roles are filled."""
    opening, kind = pool.opening, pool.opening.kind
    found: Features = [(name, weight * filling.total / 3) for name, weight in filled_features(kind)]
    found += [f for group, facts in ensemble.ensemble_facts(pool, filling, kind) for f in group(opening, *facts)]
    found += [(spelled, weight * value) for name, role, value in ensemble.degrees(pool, filling, kind) for spelled, weight in ensemble.DEGREES[name](kind, role)]
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


class Worth:
    """All weights of claims under one opening."""

    def __init__(self, scales: Scales, opening: Opening) -> None:
        groups = (frame_features, date_features, verb_features, cue_features, around_features, sentence_features, *ensemble.GROUPS)
        weigh, kind = scales.claim.weigh, opening.kind
        self._kind, self._groups = kind, {group: scales.claim.of(group, opening) for group in groups}
        self._role = scales.claim.of(role_features, opening)
        self._roles = [(role, weigh([(f"{kind}:{role}:sure", 1.0)]), weigh([(f"{role}:hand", 1.0)])) for role in core_roles(kind)]
        self._filled, self._sum, self._least = weigh(filled_features(kind)), weigh([("sum", 1.0), (f"{kind}:sum", 1.0)]), weigh([("least", 1.0)])
        self._degrees = {(name, role): weigh(features(kind, role)) for name, features in ensemble.DEGREES.items()
                         for role in ("", "actors", "items", *core_roles(kind))}  # fmt: skip

    def of_event(self, facts: Sequence[Grouped]) -> float:
        """The sum over ``event_features``."""
        total: float = sum([self._groups[group][known] for group, known in facts])
        return total

    def of_filling(self, pool: Pool, filling: Filling) -> float:
        """The sum over ``filling_features``."""
        score, total, least = self._filled * filling.total / 3, 0.0, 0.0
        for role, by_sureness, by_hand in self._roles:
            facts, sure, hand = filling.facts.get(role) or filled(filling, role)
            score += self._role[facts] + by_sureness * sure + by_hand * hand
            total += sure
            if sure < least:
                least = sure
        score += _total([self._groups[group][known] for group, known in ensemble.ensemble_facts(pool, filling, self._kind)])
        score += _total([self._degrees[name, role] * value for name, role, value in ensemble.degrees(pool, filling, self._kind)])
        return score + self._sum * total + self._least * least


def _total(weights: Sequence[float]) -> float:
    return sum(weights)


def filled_features(kind: str) -> Features:
    """How likely the whole filling is, by degrees."""
    return [("filled", 1.0), (f"{kind}:filled", 1.0)]
