"""Drills: whether a verb that says no more than that something took place is said of an exercise by name."""

from wektor.grammar.relations import Parse
from wektor.grammar.scene import Scene
from wektor.grammar.triggers import Trigger
from wektor.mentions.events import EXERCISE
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence

EVENT = "event"  # what frames of such verbs need
_SUBJECT = frozenset({"subj", "psubj"})
_SURE = 0.5
_TWO = 2  # states at least, where nothing before says that the name is an exercise's


def names_drill(scene: Scene, trigger: Trigger) -> bool:
    """Whether the verb's subject is the name of an exercise, or one that the text called so, or soldiers of several states are spoken of beside it."""
    verb, sentence = trigger.verb, scene.parse.sentence
    if verb is None or trigger.pos != "verb":
        return False
    for mention in sentence.mentions:
        if mention.kind == "name" and not mention.anaphor and not mention.possessive and _is_subject(scene.parse, trigger, mention):
            before = scene.discourse.sentences[: sentence.index]
            return mention.cls == EXERCISE or any(_calls_drill(s, mention) for s in before) or _soldiers(sentence)
    return False


def _is_subject(parse: Parse, trigger: Trigger, mention: Mention) -> bool:
    return trigger.verb is not None and any(relation in _SUBJECT and sure >= _SURE for relation, sure in parse.to_verb(mention, trigger.verb))


def _calls_drill(sentence: Sentence, mention: Mention) -> bool:
    """Whether the sentence names it beside the noun of an exercise."""
    if not any(m.id == mention.id for m in sentence.mentions):
        return False
    return any(m.entry.id == "exercise" and m.entry.name == "noun" for m in sentence.matches.frames)


def _soldiers(sentence: Sentence) -> bool:
    people = any(m.kind in ("people", "force") or m.cls == "force" for m in sentence.mentions)
    return people and len({m.state for m in sentence.mentions if m.state}) >= _TWO


def concludes_drill(parse: Parse, trigger: Trigger) -> bool:
    """ "the exercise concluded": a verb that brings an exercise to its end agrees on nothing."""
    verb, sentence = trigger.verb, parse.sentence
    if trigger.pos != "verb" or verb is None or trigger.j - trigger.i > 1 or not sentence.has(verb.head, "cue:completed"):
        return False
    clause = parse.clause_of[trigger.i]
    told = [m for m in sentence.matches.frames if m.entry.name == "noun" and m.i < trigger.i and parse.clause_of[m.i] == clause]
    return any(m.entry.id == "exercise" for m in told) and not any(m.entry.id in parse.instruments for m in told)
