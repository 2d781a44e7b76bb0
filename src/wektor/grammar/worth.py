"""Worth: what speaks for and against a whole claim. Names of features are language-neutral."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from wektor.grammar.dating import DateOption
from wektor.grammar.features import Features, sort_of
from wektor.grammar.filling import Filling
from wektor.grammar.referents import Pool
from wektor.model import core_roles


class Standing(NamedTuple):
    """What is known of a claim before its roles are filled: status, date, cues by distance, and the kinds of the
    sentence's other triggers, with whether each overlaps its own."""

    status: str
    date: DateOption
    cues: Mapping[str, int]
    around: Sequence[tuple[str, bool]]


def event_features(pool: Pool, origin: str, standing: Standing) -> Features:
    """Features of what is told, whoever does it. ``origin`` is the kind of the frame, which the pool's kind may vary."""
    trigger, status = pool.trigger, standing.status
    frame, kind = trigger.frame, trigger.frame.kind
    found = [("bias", 1.0), (kind, 1.0), (f"frame:{frame.id}", 1.0), (f"{frame.valency}:{trigger.pos}", 1.0), ("weight", frame.weight),
             (f"status:{status}", 1.0), (f"{kind}:{status}", 1.0), (f"{kind}:weight", frame.weight), (f"{kind}:{trigger.pos}", 1.0)]  # fmt: skip
    if origin != kind:
        found += [("varied", 1.0), (f"{origin}-as-{kind}", 1.0), (f"{frame.id}-as-{kind}", 1.0)]
    found += _date_features(standing.date, kind)
    found += _verb_features(pool)
    found += [(f"cue:{cue}", 1.0) for cue in standing.cues]
    found += [(f"{kind}:{'also' if overlaps else 'with'}-{other}", 1.0) for other, overlaps in standing.around]
    found += _sentence_features(pool)
    if pool.parse.sentence.index == 0:
        found.append(("first-sentence", 1.0))
    return found


def filling_features(pool: Pool, filling: Filling) -> Features:
    """Features of how the core roles are filled."""
    kind, logs = pool.trigger.frame.kind, filling.logs
    found: Features = [("filled", filling.total / 3), (f"{kind}:filled", filling.total / 3)]
    total, least = 0.0, 0.0
    for role in core_roles(kind):
        fillers = filling.roles.get(role, ())
        sure = max(-6.0, logs.get(role, -6.0))
        total, least = total + sure, min(least, sure)
        where = "none" if not fillers else "here" if fillers[0].back == 0 else f"back{min(fillers[0].back, 4)}"
        found += [(f"{kind}:{role}:{where}", 1.0), (f"{role}:{where}", 1.0), (f"{kind}:{role}:sure", sure), (f"{role}:hand", fillers[0].hand.get(role, 0.0) if fillers else 0.0)]
        if fillers:
            found.append((f"{role}:{sort_of(fillers[0].mention)}", 1.0))
        if role == "party":
            found += [(f"parties{min(len(fillers), 3)}", 1.0), (f"{kind}:parties{min(len(fillers), 3)}", 1.0)]
    return found + [("sum", total), (f"{kind}:sum", total), ("least", least)]


def _date_features(date: DateOption, kind: str) -> Iterator[tuple[str, float]]:
    if date.value is None:
        yield "undated", 1.0
        yield f"{kind}:undated", 1.0
        return
    place = "here" if any(name == "here" for name, _ in date.features) else "before"
    yield f"date-{place}", 1.0
    yield f"{kind}:date-{place}", 1.0


def _verb_features(pool: Pool) -> Iterator[tuple[str, float]]:
    trigger, verb = pool.trigger, pool.trigger.verb
    if verb is None:
        yield f"{trigger.pos}:verbless", 1.0
        return
    for flag in ("past", "future", "modal", "negated", "passive", "participle", "infinitive", "relative", "progressive", "perfect"):
        if getattr(verb, flag):
            yield f"{trigger.pos}:{flag}", 1.0
    if not (verb.past or verb.future or verb.modal or verb.participle or verb.infinitive):
        yield f"{trigger.pos}:present", 1.0
        yield f"{trigger.frame.kind}:{trigger.pos}:present", 1.0


def _sentence_features(pool: Pool) -> Iterator[tuple[str, float]]:
    sentence, trigger = pool.parse.sentence, pool.trigger
    if sentence.tokens[-1].word.text not in ".!…":
        yield "unfinished", 1.0
    if sentence.dates:
        yield f"{trigger.frame.kind}:dated", 1.0
    if sentence.money:
        yield f"{trigger.frame.kind}:priced", 1.0
    if any(m.kind == "item" and m.qty is not None for m in sentence.mentions):
        yield f"{trigger.frame.kind}:counted", 1.0
    if any(t.word.text in "\"“„«" for t in sentence.tokens[: trigger.i]):
        yield "quoted", 1.0
    if len(sentence.tokens) > 40:
        yield "long", 1.0
