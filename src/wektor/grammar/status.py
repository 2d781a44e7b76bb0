"""Status: planned, ongoing, done, ended or denied, from tense, cues and negation around a trigger."""

from collections.abc import Mapping

from wektor.grammar.relations import Parse
from wektor.grammar.triggers import Trigger
from wektor.grammar.verbs import Verb
from wektor.mentions.sentence import Sentence
from wektor.text.words import NEG

_FLOWS = ("order", "delivery", "aid", "technology_transfer", "training")
_LASTING = ("production", "training", "exercise", "talks", "selection", "operation", "delivery", "technology_transfer")
_FINISHED = ("exercise", "training", "delivery", "production", "order", "aid", "venture", "selection")  # done when they come to their end; of others nothing is left
_DEEDS = frozenset({"ended", "begin", "approve", "refuse"})  # cues that count as verbs alone: "the start", "a block"
_COMING = ("planned", "soon", "pledge", "possible", "delayed")
_FAR = 20
_USED = 2  # tokens from "used" to the infinitive that it makes a thing of the past
_NO_LONGER = 6  # tokens between "no longer" and what has ended
_DOUBTS = frozenset({"denied", "refuse", "doubt"})


def cues_of(parse: Parse, trigger: Trigger) -> dict[str, int]:
    """Cue type -> distance in tokens, for cues of the trigger's clause and of the verbs that govern it."""
    sentence = parse.sentence
    clause = parse.clause_of[trigger.i]
    found: dict[str, int] = {}
    if not sentence.matches.cues:
        return found
    heads = {k for v in parse.verbs for k in range(v.i, v.j)}
    described = trigger.pos == "verb" and trigger.verb is not None and trigger.verb.participle  # it says nothing of the verb with which the clause goes on
    resumed = None if described else parse.resumed(clause)
    own = {clause} if resumed is None else {clause, resumed.clause}
    model = None if trigger.verb is None else trigger.verb.model  # what a dash repeats is as far as the verb that it stands for
    for match in sentence.matches.cues:
        if match.i < trigger.j and match.j > trigger.i:
            continue
        if match.entry.id == "completed" and sentence.dated(match.i, match.j):
            continue  # "by the end of 2025": of a date
        if not parse.cased and match.entry.id in _DEEDS and match.j - match.i == 1 and match.i not in heads:
            continue
        again = model is not None and parse.clause_of[match.i] == model.clause
        if again or parse.clause_of[match.i] in own or parse.governs(match.i, clause, trigger.i):
            distance = abs(match.i - (model.head if again and model is not None else trigger.i))
            if distance < found.get(match.entry.id, 99):
                found[match.entry.id] = distance
    return found


def status_of(parse: Parse, trigger: Trigger, cues: Mapping[str, int]) -> str:
    """The status that the words around the trigger give."""
    verb, kind = trigger.verb, trigger.frame.kind
    own = trigger.pos == "verb"
    if ("denied" in cues and cues["denied"] < 30) or hearsay_of(parse, trigger) == "denied":
        return "denied"
    if cues.get("lapsed", 99) < _NO_LONGER:
        return "ended"
    if verb is not None and verb.negated and (own or (_leans(trigger, verb) and not _under_preposition(parse, trigger))):
        return "ended" if verb.future or (verb.modal and verb.past) else "denied"  # "will not", "could not"
    if trigger.frame.status:
        return trigger.frame.status
    if _none_of(parse, trigger):
        return "denied"
    if kind in _FLOWS and _promised(parse, trigger):
        return "planned"
    if kind == "relation" and cues.get("lift", 99) < 8:
        return "ended"
    if not own and kind not in ("agreement", "relation", "talks", "venture") and is_agreed(parse, trigger):
        return "planned"
    if cues.get("ended", 99) < 12 or cues.get("failed", 99) < 12 or (cues.get("completed", 99) < 8 and kind not in _FINISHED):
        return "ended"
    if "refuse" in cues and kind in ("order", "delivery", "aid", "technology_transfer"):
        return "ended"
    if own and verb is not None and verb.infinitive and cues.get("former", 99) <= _USED:
        return "ended"
    if verb is not None and (verb.future or verb.modal) and not (verb.past and not verb.modal):
        return "planned"
    if any(cues.get(cue, 99) < 14 for cue in _COMING) or cues.get("future_noun", 99) < 6:
        return "planned"
    if cues.get("approve", 99) < 10 and kind in ("order", "aid", "delivery"):
        return "planned"
    if cues.get("begin", 99) < 8 and kind in _LASTING:
        return "ongoing"
    if own and verb is not None:
        return _by_tense(parse, verb, kind, cues)
    if kind in ("operation",) or (cues.get("ongoing", 99) < 8 and "begin" not in cues):
        return "ongoing"
    if verb is not None and not verb.past and kind in ("talks", "training", "production", "exercise", "venture", "selection"):
        return "ongoing"
    return "done"


def _promised(parse: Parse, trigger: Trigger) -> bool:
    """The trigger's own words say that it is to come ("cleared the sale", "is due")."""
    model = None if trigger.verb is None else trigger.verb.model
    lo, hi = (trigger.i, trigger.j) if model is None else (model.i, model.j)
    inner = [m.entry.id for m in parse.sentence.matches.cues if lo <= m.i < hi]
    return "approve" in inner or any(cue in inner for cue in _COMING)


def _none_of(parse: Parse, trigger: Trigger) -> bool:
    """ "No contract has been signed", "sent no weapons": a word of negation before a noun, in languages that negate once."""
    if parse.cased or trigger.verb is None:
        return False
    clause, tokens = parse.clause_of[trigger.i], parse.sentence.tokens
    for k in range(max(0, trigger.i - 5), min(len(tokens) - 1, trigger.j + 1)):
        word = tokens[k].word
        if "not" in word.tags and parse.clause_of[k] == clause and not any(v.i - 1 <= k < v.j for v in parse.verbs) and (k in (0, trigger.j) or k == trigger.i - 1):
            return True
    return False


def hearsay_of(parse: Parse, trigger: Trigger) -> str | None:
    """Whether the trigger hangs on a rumour or report (``told``), and whether the sentence says that it is none (``denied``)."""
    cues, final = parse.sentence.matches.cues, parse.sentence.head_final
    said = [m.i for m in cues if m.entry.id == "hearsay" and (m.i > trigger.i if final else m.i < trigger.i)]
    if not said or abs(said[-1] - trigger.i) > _FAR:
        return None
    return "denied" if any(m.entry.id in ("denied", "refuse") or (m.entry.id == "doubt" and m.i > max(trigger.i, said[-1])) for m in cues) else "told"


def _under_preposition(parse: Parse, trigger: Trigger) -> bool:
    """ "does not comment on talks": the verb's negation is not the noun's."""
    sentence = parse.sentence
    for k in range(trigger.i - 1, max(-1, trigger.i - 5), -1):
        word = sentence.tokens[k].word
        if word.preps:
            return True
        if word.tags & {"be", "have", "modal", "verb"} or (word.form & 1 and word.pos & 2):
            return False
    return False


def is_agreed(parse: Parse, trigger: Trigger) -> bool:
    """ "an agreement on the production of …": what is agreed is planned."""
    field = parse.topic_of(trigger.i)
    if field is None:
        return False
    lo, hi = field
    return any(lo <= m.j <= hi and m.entry.name == "noun" and m.entry.id in parse.instruments for m in parse.sentence.matches.frames)


def _leans(trigger: Trigger, verb: Verb) -> bool:
    return abs(verb.head - trigger.i) < 8


def _by_tense(parse: Parse, verb: Verb, kind: str, cues: Mapping[str, int]) -> str:
    if verb.governor is not None and verb.infinitive:
        return "planned"
    if cues.get("ongoing", 99) < (12 if verb.perfect else 6) or verb.progressive:
        return "ongoing"
    if kind == "operation":
        return "ongoing"
    if verb.past or verb.passive or verb.participle or verb.perfect:
        return "done"
    return "ongoing" if kind in ("production", "training", "talks", "exercise", "venture", "relation", "delivery") else "done"


def may_deny(sentence: Sentence) -> bool:
    """Whether any word of the sentence negates, denies, doubts or asks: where none does, nothing in it is said not to be so."""
    if any("not" in t.word.tags or t.word.form & NEG or t.word.text == "?" for t in sentence.tokens):
        return True
    return any(m.entry.id in _DOUBTS for m in sentence.matches.cues)
