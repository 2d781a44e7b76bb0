"""Needs: whether what a frame asks for stands by its trigger."""

from wektor.grammar.relations import Parse
from wektor.grammar.scene import COURSES, Scene
from wektor.grammar.triggers import Trigger
from wektor.text.words import ACC, ADJ, GEN, NOM

_NEAR = 5  # tokens between a verb and its course in another clause
_LATELY = frozenset({"item", "topic"})


def needs_met(scene: Scene, trigger: Trigger) -> bool:
    """One of the things that the frame needs is in the sentence, or was just spoken of."""
    needs = trigger.frame.needs
    if not needs:
        return True
    there = scene.present.intersection(needs)
    if there == {"course"}:
        return _course_near(scene.parse, trigger)
    return bool(there) or (scene.lately and not _LATELY.isdisjoint(needs) and not _of_else(scene.parse, trigger))


def _course_near(parse: Parse, trigger: Trigger) -> bool:
    """Whether the course that one passes stands by the verb: a delivery is completed too."""
    at, clause = trigger.i, parse.clause_of
    courses = [m.i for m in parse.sentence.matches if m.entry.kind == "frame" and m.entry.name == "noun" and m.entry.id in COURSES]
    return any(abs(k - at) <= _NEAR or clause[k] == clause[at] for k in courses)


def _of_else(parse: Parse, trigger: Trigger) -> bool:
    """Whether the trigger has a complement of its own that is no thing of arms ("deliveries of gas"): then no earlier item is meant."""
    sentence = parse.sentence
    if not parse.cased or sentence.head_final or trigger.pos == "phrase":
        return False
    wanted = GEN if trigger.pos == "noun" else ACC
    for k in range(trigger.j, min(trigger.j + 4, len(sentence.tokens))):
        word = sentence.tokens[k].word
        if sentence.cover[k] is not None or k in sentence.blocked or not word.text.isalpha() or sentence.closed(k):
            return False
        if word.nom_cases:
            return bool(word.nom_cases & wanted) and not word.nom_cases & NOM and word.common and not word.tags and not word.pos & ADJ
        if not word.pos & ADJ or word.tags - {"adverb"}:
            return False
    return False


def moves_people(parse: Parse, trigger: Trigger) -> bool:
    """People who are sent are no delivery, and those whom a school turns out no product."""
    if trigger.frame.kind not in ("delivery", "production") or any(m.kind == "item" and m.i > trigger.i for m in parse.sentence.mentions):
        return False
    subject = trigger.verb.subject if trigger.verb is not None else []
    return any(m.kind == "people" and m not in subject and 0 <= m.i - trigger.j <= 4 for m in parse.sentence.mentions)
