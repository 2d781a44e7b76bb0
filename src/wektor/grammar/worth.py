"""Worth: what speaks for and against a whole claim. Names of features are language-neutral."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from wektor.grammar import ensemble
from wektor.grammar.dating import DateOption
from wektor.grammar.features import Found
from wektor.grammar.filling import Filling
from wektor.grammar.referents import Opening, Pool
from wektor.grammar.weighing import Features, Memo, Scales
from wektor.model import core_roles

_FLAGS = ("past", "future", "modal", "negated", "passive", "participle", "infinitive", "relative", "progressive", "perfect")


class Standing(NamedTuple):
    """What is known of a claim before its roles are filled: status, date, cues by distance, and the kinds of the
    sentence's other triggers, with whether each overlaps its own."""

    status: str
    date: DateOption
    cues: Mapping[str, int]
    around: Sequence[tuple[str, bool]]


# what is told, whoever does it ------------------------------------------------------------------------------------


def event_features(pool: Pool, origin: str, standing: Standing) -> Features:
    """Features of what is told, whoever does it. ``origin`` is the kind of the frame, which the pool's kind may vary."""
    return [f for group, facts in event_facts(pool, origin, standing) for f in group(pool.opening, *facts)]


def event_facts(pool: Pool, origin: str, standing: Standing) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """The groups that speak of the event, with their facts."""
    yield frame_features, (origin, standing.status, pool.trigger.frame.weight)
    yield date_features, (standing.date.place,)
    yield verb_features, (flags_of(pool),)
    for cue in standing.cues:
        yield cue_features, (cue,)
    for other in standing.around:
        yield around_features, other
    yield sentence_features, (quoted(pool), *pool.scene.nature)


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


def flags_of(pool: Pool) -> tuple[str, ...] | None:
    """How its verb stands."""
    verb = pool.trigger.verb
    return None if verb is None else tuple(flag for flag in _FLAGS if getattr(verb, flag))


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


def quoted(pool: Pool) -> bool:
    """Whether a quotation is opened before it."""
    return pool.scene.quote < pool.trigger.i


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
    found = [f for group, facts in filling_facts(pool, filling) for f in group(pool.opening, *facts)]
    return found + [(spelled, weight * value) for name, role, value in degrees(pool, filling) for spelled, weight in DEGREES[name](pool.opening.kind, role)]


def filling_facts(pool: Pool, filling: Filling) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """The groups that speak of the filling, with their facts."""
    yield from ensemble.ensemble_facts(pool, filling)
    for role in core_roles(pool.opening.kind):
        fillers = filling.roles.get(role, ())
        where = "none" if not fillers else "here" if fillers[0].back == 0 else f"back{min(fillers[0].back, 4)}"
        yield role_features, (role, where, fillers[0].figure.sort if fillers else "", min(len(fillers), 3))


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


def degrees(pool: Pool, filling: Filling) -> Iterator[tuple[str, str, float]]:
    """What is a matter of degree: how sure each core role is, all together, and the least; the valency's scores."""
    yield from ensemble.degrees(pool, filling)
    yield "filled", "", filling.total / 3
    total, least = 0.0, 0.0
    for role in core_roles(pool.opening.kind):
        sure, fillers = max(-6.0, filling.logs.get(role, -6.0)), filling.roles.get(role, ())
        total, least = total + sure, min(least, sure)
        yield "sure", role, sure
        yield "hand", role, fillers[0].hand.get(role, 0.0) if fillers else 0.0
    yield "sum", "", total
    yield "least", "", least


DEGREES: dict[str, Callable[[str, str], Features]] = {
    **ensemble.DEGREES,
    "filled": lambda kind, role: [("filled", 1.0), (f"{kind}:filled", 1.0)],
    "sure": lambda kind, role: [(f"{kind}:{role}:sure", 1.0)],
    "hand": lambda kind, role: [(f"{role}:hand", 1.0)],
    "sum": lambda kind, role: [("sum", 1.0), (f"{kind}:sum", 1.0)],
    "least": lambda kind, role: [("least", 1.0)],
}


# weighed ----------------------------------------------------------------------------------------------------------


class Worth:
    """All weights of claims under one opening."""

    def __init__(self, scales: Scales, opening: Opening) -> None:
        groups = (frame_features, date_features, verb_features, cue_features, around_features, sentence_features, role_features, *ensemble.GROUPS)
        self._groups: dict[Any, Memo] = {group: scales.claim.of(group, opening) for group in groups}
        self._degrees = {(name, role): scales.claim.weigh(features(opening.kind, role))
                         for name, features in DEGREES.items() for role in ("", "actors", "items", *core_roles(opening.kind))}  # fmt: skip

    def of_event(self, pool: Pool, origin: str, standing: Standing) -> float:
        """The sum over ``event_features``."""
        total: float = sum([self._groups[group][facts] for group, facts in event_facts(pool, origin, standing)])
        return total

    def of_filling(self, pool: Pool, filling: Filling) -> float:
        """The sum over ``filling_features``."""
        total: float = sum([self._groups[group][facts] for group, facts in filling_facts(pool, filling)])
        return total + sum([self._degrees[name, role] * value for name, role, value in degrees(pool, filling)])
