"""Ties: what a trigger's status hangs on: the cues of its sentence by their link, and its verb's tense beside the nearest date."""

from collections.abc import Iterator
from typing import Any

from wektor.grammar.features import Found
from wektor.grammar.links import links_of
from wektor.grammar.openings import naming
from wektor.grammar.referents import Opening, Pool
from wektor.grammar.tenses import tense_of

_SENSES = {
    "coming": ("planned", "soon", "pledge", "possible", "delayed", "future_noun", "request", "approve"),
    "over": ("ended", "failed", "refuse", "completed", "lapsed", "former"),
    "untrue": ("denied", "doubt", "hearsay"),
    "going": ("ongoing", "begin"),
}
_SENSE_OF = {cue: sense for sense, cues in _SENSES.items() for cue in cues}


def ties(pool: Pool) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """How each cue hangs together with the trigger; its verb's tense beside the nearest date."""
    parse, trigger, scene = pool.parse, pool.trigger, pool.scene
    clause = parse.clause_of[trigger.i]
    others = {t.i for t in scene.around if not (t.i < trigger.j and trigger.i < t.j)}
    met: dict[str, str] = {}
    tense = tense_of(parse, trigger.verb)
    for link in links_of(parse, trigger, others):
        yield link_features, tuple(link)
        sense = _SENSE_OF.get(link.cue, "")
        if sense and sense not in met:
            yield sense_features, (sense, link.bond, link.rival, not met)
            yield grip_features, (sense, link.bond, link.rival, tense)
            met[sense] = link.bond
    yield free_features, (tense, *[_grip(met.get(sense, "")) for sense in _SENSES])
    near = min(scene.dates, key=lambda d: (parse.clause_of[d.at] != clause, abs(d.at - trigger.i)), default=None)
    date = "none" if near is None else f"{near.tense}{'' if parse.clause_of[near.at] == clause else '-other'}"
    yield when_features, (tense, date, *[_grip(met.get(sense, "")) for sense in ("coming", "over", "going")])
    yield tense_features, (tense, date, trigger.frame.status, scene.nature[1])


@naming("kind", "pos")
def link_features(opening: Opening, cue: str, bond: str, rival: bool) -> Found:
    """How a cue hangs together with the trigger."""
    yield f"link:{cue}:{bond}", 1.0
    yield f"link:{cue}:{bond}:{opening.pos}", 1.0
    yield f"link:{cue}:{bond}:{opening.kind}", 1.0
    yield f"rival:{cue}:{rival}", 1.0


@naming("kind", "pos")
def sense_features(opening: Opening, sense: str, bond: str, rival: bool, first: bool) -> Found:
    """What the nearest of several types of cue agree on."""
    yield f"sense:{sense}:{bond}", 1.0
    yield f"sense:{sense}:{bond}:{opening.kind}", 1.0
    yield f"sense:{sense}:{rival}", 1.0
    if first:
        yield f"nearest:{sense}:{bond}:{rival}", 1.0
        yield f"nearest:{sense}:{opening.pos}:{rival}", 1.0


def tense_features(opening: Opening, tense: str, date: str, framed: str | None, unfinished: bool) -> Found:
    """The tense of its verb beside the nearest date, the status that the frame alone gives, and a sentence without an end."""
    pos, kind = opening.pos, opening.kind
    yield f"tense:{pos}:{tense}", 1.0
    yield f"tense:{pos}:{tense}:{kind}", 1.0
    yield f"tense:{pos}:{tense}:{date}", 1.0
    yield f"dated:{kind}:{date}", 1.0
    yield f"framed:{opening.frame}:{tense}", 1.0
    yield f"unfinished:{unfinished}:{tense}", 1.0
    if framed:
        yield f"frame:{framed}", 1.0
        yield f"frame:{framed}:{kind}", 1.0
        yield f"frame:{framed}:{tense}", 1.0


_GRIPS = {"own": "own", "governor": "own", "inside": "own", "close-before": "near", "close-behind": "near", "matrix": "matrix", "clause-before": "clause", "clause-behind": "clause"}


def _grip(bond: str) -> str:
    """How firmly a cue holds: the verb itself, close by, in the clause, or from afar."""
    return _GRIPS.get(bond, "far" if bond else "")


@naming("pos")
def grip_features(opening: Opening, sense: str, bond: str, rival: bool, tense: str) -> Found:
    """A type of cue beside the tense of the trigger's verb."""
    pos, grip = opening.pos, _grip(bond)
    yield f"grip:{sense}:{bond}:{pos}:{tense}", 1.0
    yield f"grip:{sense}:{grip}:{pos}:{tense}", 1.0
    yield f"grip:{sense}:{grip}:{rival}:{pos}:{tense}", 1.0


@naming("kind", "pos")
def free_features(opening: Opening, tense: str, coming: str, over: str, untrue: str, going: str) -> Found:
    """Which types of cue hold at all."""
    pos = opening.pos
    yield f"held:{pos}:{coming}:{over}:{untrue}:{going}", 1.0
    yield f"held:{pos}:{tense}:{coming}:{over}:{untrue}:{going}", 1.0
    held = any(g in ("own", "near", "matrix", "clause") for g in (coming, over, untrue, going))
    yield f"free{not held}:{pos}:{tense}", 1.0
    yield f"free{not held}:{pos}:{tense}:{opening.kind}", 1.0


@naming("pos")
def when_features(opening: Opening, tense: str, date: str, coming: str, over: str, going: str) -> Found:
    """What the nearest date says beside the verb's tense and the cues."""
    pos = opening.pos
    yield f"when:coming:{coming}:{date}:{pos}", 1.0
    yield f"when:over:{over}:{date}:{pos}", 1.0
    yield f"when:going:{going}:{date}:{pos}", 1.0
    yield f"when:going:{going}:{date}:{tense}", 1.0
