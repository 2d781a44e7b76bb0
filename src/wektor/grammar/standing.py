"""Standing: how far a claim has got, weighed from tense, cues, negation and dates around its trigger."""

from collections.abc import Iterator, Mapping

from wektor.grammar.dating import tense_of
from wektor.grammar.discourse import Discourse
from wektor.grammar.features import Features
from wektor.grammar.relations import Parse
from wektor.grammar.status import cues_of, status_of
from wektor.grammar.triggers import Trigger
from wektor.lexicon.weights import Weights
from wektor.model import STATUSES

_FLAGS = ("past", "future", "modal", "negated", "passive", "participle", "infinitive", "relative", "progressive", "perfect", "impersonal")


def choose_status(parse: Parse, trigger: Trigger, discourse: Discourse, weights: Weights) -> str:
    """The likeliest status; of equals the first of the codebook's order."""
    features = status_features(parse, trigger, discourse)
    return max(STATUSES, key=lambda s: weights.weigh_status((f"{s}|{name}", value) for name, value in features))


def status_features(parse: Parse, trigger: Trigger, discourse: Discourse) -> Features:
    """What speaks of the status: the rule's own word, cues by distance, the verb's form, dates to come or gone."""
    kind, cues = trigger.frame.kind, cues_of(parse, trigger)
    rule = status_of(parse, trigger)
    found: Features = [("bias", 1.0), (f"rule:{rule}", 1.0), (f"rule:{rule}:{kind}", 1.0), (f"rule:{rule}:{trigger.pos}", 1.0),
                       (kind, 1.0), (f"{kind}:{trigger.pos}", 1.0), (f"frame:{trigger.frame.id}", 1.0)]  # fmt: skip
    found += _cue_features(cues, kind, trigger.pos)
    found += _verb_features(parse, trigger)
    found += _date_features(parse, trigger, discourse.published)
    found += _sentence_cues(parse, trigger, cues)
    return found


def _cue_features(cues: Mapping[str, int], kind: str, pos: str) -> Iterator[tuple[str, float]]:
    for cue, distance in cues.items():
        near = "1" if distance <= 3 else "2" if distance <= 7 else "3" if distance <= 14 else "4"
        yield f"cue:{cue}", 1.0
        yield f"cue:{cue}:{near}", 1.0
        yield f"cue:{cue}:{pos}", 1.0
        yield f"cue:{cue}:{kind}", 1.0


def _verb_features(parse: Parse, trigger: Trigger) -> Iterator[tuple[str, float]]:
    verb, pos = trigger.verb, trigger.pos
    if verb is None:
        yield f"{pos}:verbless", 1.0
        return
    flags = [flag for flag in _FLAGS if getattr(verb, flag)]
    for flag in flags:
        yield f"{pos}:{flag}", 1.0
        yield f"{pos}:{flag}:{trigger.frame.kind}", 1.0
    if not {"past", "future", "modal", "participle", "infinitive"} & set(flags):
        yield f"{pos}:present", 1.0
        yield f"{pos}:present:{trigger.frame.kind}", 1.0
    yield f"{pos}:{'+'.join(flags)}", 1.0
    if verb.governor is not None:
        for flag in ("past", "future", "modal", "negated"):
            if getattr(verb.governor, flag):
                yield f"{pos}:governor-{flag}", 1.0


def _date_features(parse: Parse, trigger: Trigger, published: str | None) -> Iterator[tuple[str, float]]:
    clause = parse.clause_of[trigger.i]
    for date in parse.sentence.dates:
        value = date.edtf  # type: ignore[attr-defined]
        if not value or date.dateline:  # type: ignore[attr-defined]
            continue
        at = next((n for n, t in enumerate(parse.sentence.tokens) if t.end > date.span.start), 0)  # type: ignore[attr-defined]
        tense = tense_of(value, published)
        where = "same" if parse.clause_of[at] == clause else "other"
        yield f"date:{tense}", 1.0
        yield f"date:{tense}:{where}", 1.0
        yield f"date:{tense}:{where}:{trigger.pos}", 1.0
        if date.modifier:  # type: ignore[attr-defined]
            yield f"date:{date.modifier}", 1.0  # type: ignore[attr-defined]


def _sentence_cues(parse: Parse, trigger: Trigger, own: Mapping[str, int]) -> Iterator[tuple[str, float]]:
    """Cues that stand elsewhere in the sentence."""
    seen = set()
    for match in parse.sentence.matches:
        if match.entry.kind == "cue" and match.entry.id not in own and match.entry.id not in seen:
            seen.add(match.entry.id)
            side = "before" if match.i < trigger.i else "after"
            yield f"afar:{match.entry.id}", 1.0
            yield f"afar:{match.entry.id}:{side}", 1.0
    for other in parse.verbs:
        if other is not trigger.verb and other.clause < parse.clause_of[trigger.i]:
            for flag in ("future", "modal", "negated"):
                if getattr(other, flag):
                    yield f"earlier-verb:{flag}", 1.0
