"""Complements: what a trigger is said of, where that is nothing of arms: gas that is delivered, a committee that is founded, a plant that is built."""

from collections.abc import Iterator

from wektor.grammar.relations import Parse
from wektor.grammar.triggers import Trigger
from wektor.grammar.verbs import Verb
from wektor.mentions.events import EXERCISE
from wektor.mentions.mention import Mention
from wektor.text.words import ACC, ADJ, DAT, GEN, NOM, PACT, PPAS, Word

_REACH = 4  # words in which a complement begins
_MUTE = frozenset({"tail"})  # tags that say nothing of what a word means
_SHOT = frozenset({"UAV", "combat UAV", "loitering munition", "rocket", "guided munition", "bomb", "guided bomb", "torpedo", "shell"})
_AIMS = frozenset({"against", "goal", "place"})
_LIGHT = frozenset({"det", "their", "adverb", "more", "first"})


def of_else(parse: Parse, trigger: Trigger) -> bool:
    """Whether the trigger has a complement of its own that is no thing of arms ("deliveries of gas"): then no earlier item is meant."""
    if not parse.cased or parse.sentence.head_final or trigger.pos == "phrase":
        return False
    wanted = GEN if trigger.pos == "noun" else ACC
    for word in _behind(parse, trigger):
        if word.nom_cases:
            return bool(word.nom_cases & wanted) and not word.nom_cases & NOM and word.common and not word.tags - _MUTE and not word.pos & ADJ
        if not word.pos & ADJ or word.tags - {"adverb"}:
            return False
    return False


def _behind(parse: Parse, trigger: Trigger) -> Iterator[Word]:
    """The words behind it, up to a mention, a date or a preposition."""
    sentence = parse.sentence
    for k in range(trigger.j, min(trigger.j + _REACH, len(sentence.tokens))):
        word = sentence.tokens[k].word
        if sentence.cover[k] is not None or k in sentence.blocked or not word.text.isalpha() or sentence.closed(k):
            return
        yield word


def of_plant(parse: Parse, trigger: Trigger) -> bool:
    """Whether a plant is what is built: that founds something, and makes no arms."""
    sentence = parse.sentence
    if sentence.head_final:
        return sentence.has(trigger.i - 1, "facility") and not sentence.tokens[trigger.i - 1].word.owned
    theirs = False
    for k in range(trigger.j, min(trigger.j + _REACH, len(sentence.tokens))):
        word = sentence.tokens[k].word
        if "facility" in word.tags:
            built = not (theirs and word.nom_cases & NOM)  # "ремонтирует их завод": what follows an object that is a pronoun is who does it
            return not parse.cased or (built and bool(word.nom_cases & (GEN | ACC)))
        describing = word.pos & ADJ and not word.nom_cases if parse.cased else not word.tags - _MUTE and sentence.cover[k] is None
        if not (word.tags & _LIGHT or describing) or not word.text.isalpha() or sentence.closed(k):
            return False
        theirs = theirs or {"pron", "their"} <= word.tags
    return False


def recalls(parse: Parse, trigger: Trigger) -> bool:
    """Whether a noun under a preposition only points back to what was told ("thanks to this agreement")."""
    sentence, before = parse.sentence, trigger.i - 2
    if trigger.pos != "noun" or not sentence.has(trigger.i - 1, "anaphoric"):
        return False
    if sentence.head_final:
        return trigger.j < len(sentence.tokens) and sentence.closed(trigger.j)
    return before >= 0 and sentence.closed(before)


def joins_else(parse: Parse, trigger: Trigger) -> bool:
    """Whether what somebody takes part in is named and is no exercise: a tender, a ceremony, an order."""
    sentence, start = parse.sentence, trigger.j
    if sentence.head_final:
        return trigger.pos == "verb" and _comes_to_else(parse, trigger)
    if not parse.cased or start >= len(sentence.tokens) or not sentence.tokens[start].word.preps:
        return False
    drills = {k for m in sentence.matches.frames if m.entry.id.startswith(trigger.frame.kind) for k in range(m.i, m.j)}
    named = False
    for k in range(start + 1, min(start + 1 + _REACH, len(sentence.tokens))):
        word, cover = sentence.tokens[k].word, sentence.cover[k]
        if cover is not None and cover.adjectival:
            continue
        if k in drills or cover is not None or word.cap or not word.text.isalpha():
            return named and k not in drills
        named = named or bool(word.common and word.nom_cases and not word.pos & ADJ)
    return named


def _comes_to_else(parse: Parse, trigger: Trigger) -> bool:
    """Where verbs stand last: a noun or an alliance in the dative before it, and no exercise in the dative."""
    sentence, clause, named = parse.sentence, parse.clause_of[trigger.i], False
    drills = {m.j - 1 for m in sentence.matches.frames if m.entry.id.startswith(trigger.frame.kind)}
    for k in range(trigger.i - 1, -1, -1):
        word, cover = sentence.tokens[k].word, sentence.cover[k]
        if parse.clause_of[k] != clause or not word.nom_cases & DAT or sentence.closed(k):
            continue
        if k in drills or (cover is not None and cover.cls == EXERCISE):
            return False
        named = named or (cover.kind == "org" and cover.head == k if cover is not None else word.common and (not word.cap or not k))
    return named


def describes_else(parse: Parse, trigger: Trigger) -> bool:
    """Whether an active participle describes a thing that does nothing by itself: "the growing cooperation"."""
    verb, sentence = trigger.verb, parse.sentence
    if trigger.pos != "verb" or verb is None or not parse.cased or sentence.head_final:
        return False
    own = sentence.tokens[verb.head].word
    if not own.form & PACT or own.form & PPAS:
        return False
    for word in _behind(parse, trigger):
        if word.nom_cases and not word.pos & ADJ:
            return word.common and bool(word.nom_cases & own.cases) and not word.tags - _MUTE - {"frame"}
    return False


def only_describes(parse: Parse, trigger: Trigger) -> bool:
    """Whether a word of making only says what a thing is like: "modernised tanks", "jets of American make"; what one makes oneself is told."""
    if not parse.cased or parse.sentence.head_final:
        return False
    return _attribute(parse, trigger) or _of_make(parse, trigger)


def shoots(parse: Parse, trigger: Trigger) -> bool:
    """Whether a verb that is also said of ships and novelties is said of what is shot at somebody, or in numbers: "launched 40 drones"."""
    verb = trigger.verb
    if trigger.pos != "verb" or verb is None or trigger.j - trigger.i > 1 or not parse.sentence.has(verb.head, "shooting"):
        return False
    for thing in parse.sentence.mentions:
        if thing.kind == "item" and thing.cls is not None and (thing.cls in _SHOT or thing.cls.endswith("missile")) and {"obj", "psubj"}.intersection(r for r, _ in parse.to_verb(thing, verb)):
            return thing.qty is not None or any(_aimed_at(parse, m, verb) for m in parse.sentence.mentions)
    return False


def _aimed_at(parse: Parse, mention: Mention, verb: Verb) -> bool:
    return mention.state is not None and not mention.adjectival and any(relation in _AIMS for relation, _ in parse.to_verb(mention, verb))


def _attribute(parse: Parse, trigger: Trigger) -> bool:
    """A passive participle right before the thing, with nobody and no place of its own, in a clause that a verb tells."""
    verb, sentence = trigger.verb, parse.sentence
    if trigger.pos != "verb" or verb is None or not verb.participle or verb.j >= len(sentence.tokens):
        return False
    thing, own = sentence.cover[verb.j], sentence.tokens[verb.head].word
    bare = thing is not None and thing.kind == "item" and thing.i == verb.j and bool(own.form & PPAS)
    return bare and any(not v.participle for v in parse.verbs)


def _of_make(parse: Parse, trigger: Trigger) -> bool:
    """A noun of making in the genitive right behind the thing, with whose make it is before or behind it."""
    sentence, word = parse.sentence, parse.sentence.tokens[trigger.i].word
    if trigger.pos != "noun" or trigger.j - trigger.i > 1 or trigger.frame.id != "manufacture" or not word.nom_cases & GEN:
        return False
    k = trigger.i - 1
    whose = sentence.cover[k] if k >= 0 else None
    if whose is not None and whose.adjectival:
        k = whose.i - 1
    else:
        whose = sentence.cover[trigger.j] if trigger.j < len(sentence.tokens) else None
    thing = sentence.cover[k] if k >= 0 else None
    return whose is not None and whose.actor and thing is not None and thing.kind == "item" and not thing.adjectival
