"""Standing: how far a claim has got, weighed from tense, cues, negation and dates around its trigger."""

import math
from collections.abc import Iterator, Mapping
from typing import Any

from wektor.grammar.dated import Dated
from wektor.grammar.features import Found
from wektor.grammar.links import parted
from wektor.grammar.openings import naming, narrowed
from wektor.grammar.referents import Opening, Pool
from wektor.grammar.status import hearsay_of, is_agreed, status_of
from wektor.grammar.ties import (
    ties,
)
from wektor.grammar.verbs import Verb
from wektor.grammar.weighing import NOTHING, Features, Groups, Scales
from wektor.grammar.wording import word_features, words_about
from wektor.model import STATUSES

_NEAR = 6
_ANSWER = 4  # tokens within which an answer says "no", behind a dash or who speaks
_GOVERNOR = frozenset({"past", "future", "modal", "negated"})


def status_features(pool: Pool) -> Features:
    """What speaks of the status: the rule's own word, cues by distance, the verb's form, dates to come or gone."""
    return [f for group, facts in status_facts(pool) for f in group(pool.opening, *facts)]


def status_facts(pool: Pool) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """The groups that have something to say, with their facts."""
    scene, trigger = pool.scene, pool.trigger
    cues, clause = scene.cues(trigger), pool.parse.clause_of[trigger.i]
    yield rule_features, (_rule(pool, cues),)
    for cue, distance in cues.items():
        yield cue_features, (cue, "1" if distance <= 3 else "2" if distance <= 7 else "3" if distance <= 14 else "4")
    yield verb_features, _form(pool)
    for dated in scene.dates:
        yield date_features, ("coming" if _to_come(pool, dated) else dated.tense, _where(pool, dated.at), dated.date.modifier)
    for cue, at in scene.first_cues.items():
        if cue not in cues:
            yield afar_features, (cue, f"{'before' if at < trigger.i else 'after'}{'-apart' if parted(pool.parse, at, trigger.i) else ''}")
    yield from _company(pool)
    yield from ties(pool)
    for said in words_about(pool):
        yield word_features, said
    if (answer := _answer(pool)) is not None:
        yield answer_features, (answer,)
    for verb in pool.parse.verbs:
        if verb is not trigger.verb and verb.clause < clause and (verb.future or verb.modal or verb.negated) and not parted(pool.parse, verb.head, trigger.i):
            yield earlier_features, (verb.future, verb.modal, verb.negated)


_UNTIL = ("until", "by")
_CALLED_OFF = frozenset({"ended", "failed", "lapsed", "former", "refuse"})
_MEETING = ("talks", "exercise", "training")  # what people come and go for: "travels to Riga for talks in May"


def _rule(pool: Pool, cues: Mapping[str, int]) -> str:
    """What the words around say; what begins or goes on at a day to come is planned: "production starts next year"."""
    rule, verb = status_of(pool.parse, pool.trigger, cues), pool.trigger.verb
    if rule not in ("ongoing", "done") or verb is None or verb.past or verb.participle:
        return rule
    here = [d for d in pool.scene.dates if d.date.modifier not in _UNTIL and _where(pool, d.at) == "same"]
    ahead = any(_to_come(pool, d) or (rule == "ongoing" and d.tense == "coming") for d in here)
    return "planned" if ahead else rule


def _to_come(pool: Pool, dated: Dated) -> bool:
    """A month without its year, beside a verb of the future ("will sign in October") or, in a language whose present may tell of what will be, a finite
    one of the present: "they come in October", "is joining in January"."""
    verb, yearless = pool.trigger.verb, dated.date.relative and dated.date.future is not None and dated.date.modifier not in ("since", *_UNTIL)
    if verb is None or not yearless or _where(pool, dated.at) != "same":
        return False
    if verb.future and not verb.past:
        return not _opens_line(pool, dated)
    if pool.parse.cased or (pool.trigger.pos != "verb" and pool.opening.kind not in _MEETING) or _opens_line(pool, dated):
        return False
    return not (verb.past or verb.participle or verb.infinitive or verb.passive or verb.perfect or verb.negated)


def _opens_line(pool: Pool, dated: Dated) -> bool:
    """Whether it is the date of a chronicle's line, which tells in the present what has been: "September – The ship arrives"."""
    tokens = pool.parse.sentence.tokens
    return dated.at <= 1 and dated.end < len(tokens) and tokens[dated.end].word.text in ("–", "—", "-", ":", ".")


def _where(pool: Pool, at: int) -> str:
    """How the stretch of a token stands to the trigger's."""
    if parted(pool.parse, at, pool.trigger.i):
        return "apart"
    return pool.scene.layout.relation(at, pool.trigger.i).partition("-")[0]


def _answer(pool: Pool) -> str | None:
    """Of a question, how the next sentence answers: with a "no", or otherwise."""
    sentence = pool.parse.sentence
    if sentence.tokens[-1].word.text != "?" or sentence.index + 1 >= len(pool.scene.discourse.sentences):
        return None
    following = pool.scene.discourse.sentences[sentence.index + 1]
    refused = any("not" in t.word.tags for t in following.tokens[:_ANSWER]) or any(m.entry.id == "denied" and m.i < _ANSWER for m in following.matches.cues)
    return "no" if refused else "other"


def _company(pool: Pool) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """What else the clause tells ("suspended the embargo"), a "no" in it, and whether it is somebody's rumour."""
    parse, trigger = pool.parse, pool.trigger
    clause = parse.clause_of[trigger.i]
    for frame in pool.scene.frames_in(clause):
        if frame != trigger.frame.id:
            yield beside_features, (frame,)
    negated = any(trigger.i - _NEAR <= k < trigger.j + _NEAR and parse.clause_of[k] == clause for k in pool.scene.noes)
    hearsay = hearsay_of(parse, trigger)
    if negated or hearsay:
        yield contrary_features, (negated, hearsay)


def _form(pool: Pool) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    """How its verb stands, and what governs that."""
    verb = pool.trigger.verb
    if verb is None:
        return None, ()
    flags, impersonal = pool.scene.flags(verb)
    governor = pool.scene.flags(verb.governor)[0] or ()
    return (*(flags or ()), "impersonal") if impersonal else flags, tuple([f for f in governor if f in _GOVERNOR]) if governor else ()


def rule_features(opening: Opening, rule: str) -> Found:
    """What the rule says, and what is told."""
    kind, pos = opening.kind, opening.pos
    for name in ("bias", f"rule:{rule}", f"rule:{rule}:{kind}", f"rule:{rule}:{pos}", kind, f"{kind}:{pos}", f"frame:{opening.frame}"):
        yield name, 1.0


@naming("kind", "pos")
def cue_features(opening: Opening, cue: str, near: str) -> Found:
    """A cue in the trigger's reach."""
    yield f"cue:{cue}", 1.0
    yield f"cue:{cue}:{near}", 1.0
    yield f"cue:{cue}:{opening.pos}", 1.0
    yield f"cue:{cue}:{opening.kind}", 1.0


@naming("kind", "pos")
def verb_features(opening: Opening, flags: tuple[str, ...] | None, governor: tuple[str, ...]) -> Found:
    """How its verb stands."""
    pos, kind = opening.pos, opening.kind
    if flags is None:
        yield f"{pos}:verbless", 1.0
        return
    for flag in flags:
        yield f"{pos}:{flag}", 1.0
        yield f"{pos}:{flag}:{kind}", 1.0
    if not {"past", "future", "modal", "participle", "infinitive"} & set(flags):
        yield f"{pos}:present", 1.0
        yield f"{pos}:present:{kind}", 1.0
    yield f"{pos}:{'+'.join(flags)}", 1.0
    for flag in governor:
        yield f"{pos}:governor-{flag}", 1.0


@naming("pos")
def date_features(opening: Opening, tense: str, where: str, modifier: str | None) -> Found:
    """A date of the sentence: to come or gone, in the trigger's clause or not."""
    yield f"date:{tense}", 1.0
    yield f"date:{tense}:{where}", 1.0
    yield f"date:{tense}:{where}:{opening.pos}", 1.0
    if modifier:
        yield f"date:{modifier}", 1.0


@naming()
def afar_features(opening: Opening, cue: str, side: str) -> Found:
    """A cue that stands elsewhere in the sentence."""
    yield f"afar:{cue}", 1.0
    yield f"afar:{cue}:{side}", 1.0


@naming("kind")
def beside_features(opening: Opening, frame: str) -> Found:
    """Another frame of the clause."""
    yield f"{opening.kind}:beside-{frame}", 1.0


@naming("kind", "pos")
def contrary_features(opening: Opening, negated: bool, hearsay: str | None) -> Found:
    """A "no" near by; a rumour."""
    if negated:
        yield "negation-near", 1.0
        yield f"negation-near:{opening.pos}:{opening.kind}", 1.0
    if hearsay:
        yield f"hearsay:{hearsay}", 1.0
        yield f"hearsay:{hearsay}:{opening.pos}", 1.0


@naming("pos")
def answer_features(opening: Opening, answer: str) -> Found:
    """A question, by its answer."""
    yield f"asked:{answer}", 1.0
    yield f"asked:{answer}:{opening.pos}", 1.0


@naming()
def earlier_features(opening: Opening, future: bool, modal: bool, negated: bool) -> Found:
    """The verb of a clause before."""
    for flag, true in (("future", future), ("modal", modal), ("negated", negated)):
        if true:
            yield f"earlier-verb:{flag}", 1.0


def _contracted(pool: Pool) -> bool:
    """ "signed a contract to buy": a purchase whose purpose clause hangs on a contract that has been made."""
    trigger, verb = pool.trigger, pool.trigger.verb
    if trigger.frame.kind != "order" or trigger.pos != "verb" or verb is None or not verb.infinitive or verb.negated:
        return False
    return any(t.frame.id == "contract" and t.i != trigger.i and _made(t.verb) for t in pool.scene.around)


def _to_be_made(pool: Pool) -> bool:
    """ "a contract on the building of ships": what an agreement is about is not made yet."""
    trigger = pool.trigger
    return pool.opening.kind == "production" and trigger.frame.kind == "production" and trigger.pos == "noun" and is_agreed(pool.parse, trigger)


def _made(verb: Verb | None) -> bool:
    return verb is not None and verb.past and not (verb.future or verb.modal or verb.negated or verb.infinitive)


class StatusChoice:
    """All weights of statuses under one opening."""

    def __init__(self, scales: Scales, opening: Opening) -> None:
        self._groups = Groups(lambda group: scales.status.of_statuses(group, narrowed(group, opening)))

    def weigh(self, pool: Pool) -> list[float]:
        """The log-odds of each status, up to what all have in common. Nothing is denied without a word that gainsays it, and
        what a signed contract is to buy is bought, what it is to make is not made yet."""
        groups = self._groups
        told = [own for group, facts in status_facts(pool) if (own := groups[group][facts]) is not NOTHING]
        sums: list[float] = [*map(sum, zip(NOTHING, *told, strict=True))]
        if not pool.scene.gainsaid:
            sums[STATUSES.index("denied")] = -math.inf
        if _contracted(pool):
            sums[STATUSES.index("planned")] = -math.inf
        if _to_be_made(pool):
            sums[STATUSES.index("done")] = sums[STATUSES.index("ongoing")] = -math.inf
            if _CALLED_OFF.isdisjoint(pool.scene.first_cues):
                sums[STATUSES.index("ended")] = -math.inf
        return sums

    def choose(self, pool: Pool) -> str:
        """The likeliest status; of equals the first of the codebook's order."""
        sums = self.weigh(pool)
        return STATUSES[sums.index(max(sums))]
