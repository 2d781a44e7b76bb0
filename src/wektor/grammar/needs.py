"""Needs: whether what a frame asks for stands by its trigger."""

from wektor.grammar.complements import describes_else, joins_else, of_else, of_plant, only_describes, recalls, shoots
from wektor.grammar.drills import EVENT, concludes_drill, names_drill
from wektor.grammar.holding import HOLDER, holds
from wektor.grammar.relations import Parse
from wektor.grammar.scene import COURSES, Scene
from wektor.grammar.triggers import Trigger
from wektor.grammar.verbs import Verb
from wektor.mentions.mention import Mention
from wektor.text.words import ACC, DAT, NOM, PL

ALLIANCE = "alliance"  # what frames of joining need: an alliance that one joins or leaves
CHANGE = "change"  # what frames of lasting ties need: a word that they begin, end or are raised
_CHANGES = frozenset({"begin", "ended", "lift", "approve", "refuse"})
_NEAR = 5  # tokens between a verb and its course in another clause
_SURE = 0.5
_OBJECT, _SUBJECT = frozenset({"obj", "psubj"}), frozenset({"subj", "psubj"})
_JOINED = frozenset({"obj", "dat", "goal", "source"})
_OF_SUBJECT = frozenset({"arrive", "arise", "serve"})
_LASTING = frozenset({"cue:begin", "cue:ongoing"})
_LATELY = frozenset({"item", "topic"})
_ENDS = frozenset(".!?…")
_WHETHER = frozenset({"hearsay", "doubt", "denied"})
_OPENING = 3  # tokens of a clause in which its conjunction stands


def needs_met(scene: Scene, trigger: Trigger) -> bool:
    """One of the things that the frame needs is in the sentence, or was just spoken of."""
    needs = trigger.frame.needs
    if _asked(scene.parse, trigger) or _unreal(scene.parse, trigger) or _said_of_else(scene, trigger) or _plainly_delivered(scene, trigger) or _takes_thing(scene, trigger) or _goes_on(scene, trigger):
        return False
    if not needs:
        return True
    if CHANGE in needs:
        return not _CHANGES.isdisjoint(scene.cues(trigger))
    if ALLIANCE in needs:
        return _of_alliance(scene.parse, trigger)
    if "object" in needs:
        return _of_thing(scene, trigger)
    if EVENT in needs:
        return names_drill(scene, trigger)
    if HOLDER in needs:
        return holds(scene.parse, trigger, scene.lately)
    there = scene.present.intersection(needs)
    if there == {"course"}:
        return _course_near(scene.parse, trigger)
    return bool(there) or (scene.lately and not _LATELY.isdisjoint(needs) and not of_else(scene.parse, trigger))


def _asked(parse: Parse, trigger: Trigger) -> bool:
    """Whether the words belong to a question of running text, which tells nothing ("Will Fiji buy it? Hardly."); one that ends its paragraph is put to somebody who answers."""
    tokens, text, hi = parse.sentence.tokens, parse.sentence.text, parse.sentence.hi
    ends = next((t for t in tokens[trigger.j :] if t.word.text in _ENDS), None)
    if ends is None or ends.word.text != "?" or any(c.entry.id in _WHETHER for c in parse.sentence.matches.cues):
        return False  # "Is it true that …? No.": what is asked is told of afterwards
    answered = text[hi:].lstrip(" ")[:1] == "\n" and bool(text[hi:].strip())
    return not answered


def _unreal(parse: Parse, trigger: Trigger) -> bool:
    """Whether a particle beside a past verb of a language with case says that it was not so: "если бы X купил", "X купил бы"."""
    verb = trigger.verb
    if not parse.cased or parse.sentence.head_final or trigger.pos != "verb" or verb is None or not verb.past or verb.modal or verb.passive:
        return False
    start = parse.starts[verb.clause]
    beside = {verb.i - 1, verb.j, *range(start, start + _OPENING)}
    return any(c.entry.id == "counterfactual" and c.j - 1 in beside and parse.clause_of[c.j - 1] == verb.clause for c in parse.sentence.matches.cues)


def _plainly_delivered(scene: Scene, trigger: Trigger) -> bool:
    """Whether a vague word of giving is one of delivery as well ("supplied"), and nothing near speaks of a gift or loan."""
    if trigger.frame.kind != "aid" or trigger.frame.weight >= 0.0 or scene.gifts != "nowhere":
        return False
    return ("delivery", True) in scene.others(trigger)


def _said_of_else(scene: Scene, trigger: Trigger) -> bool:
    """Whether the trigger's own complement is none for its kind."""
    parse, kind = scene.parse, trigger.frame.kind
    if kind == "exercise" and trigger.frame.weight < 0.0 and (joins_else(parse, trigger) or _of_tender(scene, trigger)):
        return True
    if trigger.frame.attribute == "roadmap" and trigger.pos == "noun" and parse.sentence.tokens[trigger.i].word.number == PL:
        return True  # "great plans of cooperation": several plans are intent, one is an instrument
    if kind in ("agreement", "order") and (recalls(parse, trigger) or concludes_drill(parse, trigger)):
        return True
    if kind == "relation" and trigger.frame.valency == "bond" and _joined_by_thing(trigger):
        return True
    if kind == "production" and only_describes(parse, trigger):
        return True
    if kind in ("production", "operation", "venture") and shoots(parse, trigger):
        return True
    return (kind == "venture" and of_else(parse, trigger)) or (kind == "production" and of_plant(parse, trigger)) or describes_else(parse, trigger)


def _of_tender(scene: Scene, trigger: Trigger) -> bool:
    """ "of the two participants in the tender": the sentence speaks of a choice, and of no exercise."""
    told = {kind for kind, _ in scene.others(trigger)}
    return "selection" in told and "exercise" not in told


def _joined_by_thing(trigger: Trigger) -> bool:
    """ "two frigates will join the fleet": what things join is no alliance."""
    subject = trigger.verb.subject if trigger.pos == "verb" and trigger.verb is not None else []
    return bool(subject) and all(m.kind == "item" for m in subject)


def _takes_thing(scene: Scene, trigger: Trigger) -> bool:
    """ "received drones": who takes things in meets nobody, though the verb is also said of guests."""
    verb = trigger.verb
    if trigger.pos != "verb" or verb is None or trigger.frame.kind != "talks" or trigger.frame.valency != "meet":
        return False
    if ("delivery", True) not in scene.others(trigger):
        return False
    things = [m for m in scene.parse.sentence.mentions if m.kind == "item" and not m.adjectival]
    return any(relation in _OBJECT and sure >= _SURE for m in things for relation, sure in scene.parse.to_verb(m, verb))


def _goes_on(scene: Scene, trigger: Trigger) -> bool:
    """ "resumed deliveries": a verb of talks or ties that goes on with something tells what the noun behind it tells."""
    if trigger.pos != "verb" or trigger.verb is None or trigger.j - trigger.i > 1 or trigger.frame.kind not in ("talks", "relation"):
        return False
    parse = scene.parse
    if parse.sentence.head_final or not parse.sentence.tokens[trigger.verb.head].word.tags & _LASTING:
        return False
    nouns = [t for t in scene.around if t.pos == "noun" and trigger.j <= t.i <= trigger.j + 3 and not any(m.kind != "item" for m in parse.sentence.mentions if trigger.j <= m.i < t.i)]
    return bool(nouns) and all(t.frame.kind != trigger.frame.kind for t in nouns)


def _of_thing(scene: Scene, trigger: Trigger) -> bool:
    """Whether a vague verb is said of a thing: its object, or what arrives or serves, named or at least not something else."""
    parse, verb = scene.parse, trigger.verb
    if trigger.pos != "verb" or verb is None:
        return "item" in scene.present
    wanted = _SUBJECT if trigger.frame.valency in _OF_SUBJECT else _OBJECT
    things = [m for m in parse.sentence.mentions if m.kind in ("item", "pron") and not m.adjectival]
    if any(relation in wanted and sure >= _SURE for m in things for relation, sure in parse.to_verb(m, verb)):
        return True
    spoken_of = scene.lately or "item" in scene.present
    return parse.sentence.head_final and spoken_of and not _carries(parse, verb)


def _of_alliance(parse: Parse, trigger: Trigger) -> bool:
    """Whether the verb is said of an alliance that one joins or leaves."""
    verb = trigger.verb
    if trigger.pos != "verb" or verb is None:
        return False
    allied = [m for m in parse.sentence.mentions if m.cls == ALLIANCE and not m.anaphor and not m.possessive]
    return any(relation in _JOINED and sure >= _SURE for m in allied for relation, sure in parse.to_verb(m, verb))


def _carries(parse: Parse, verb: Verb) -> bool:
    """Where verbs stand last: whether the noun before it, or the one that it describes, is its object and no thing."""
    sentence = parse.sentence
    if verb.object_relative and (verb.antecedent is None or verb.antecedent.kind != "item"):
        return True
    k = verb.i - 1
    while k > 0 and sentence.cover[k] is None and sentence.has(k, "adverb"):
        k -= 1
    if k < 0 or sentence.cover[k] is not None or k in sentence.blocked:
        return False
    word = sentence.tokens[k].word
    measure = word.tags & {"counting", "first", "more", "piece", "det"}
    return word.text.isalpha() and word.common and not measure and bool(word.nom_cases & (NOM | ACC | DAT))


def _course_near(parse: Parse, trigger: Trigger) -> bool:
    """Whether the course that one passes stands by the verb: a delivery is completed too."""
    at, clause = trigger.i, parse.clause_of
    courses = [m.i for m in parse.sentence.matches.frames if m.entry.name == "noun" and m.entry.id in COURSES]
    return any(abs(k - at) <= _NEAR or clause[k] == clause[at] for k in courses)


def moves_people(parse: Parse, trigger: Trigger) -> bool:
    """People who are sent are no delivery, and those whom a school turns out no product."""
    if trigger.frame.kind == "delivery" and trigger.frame.valency in _OF_SUBJECT and _people_come(parse, trigger):
        return True
    if trigger.frame.kind not in ("delivery", "production") or any(m.kind == "item" and m.i > trigger.i for m in parse.sentence.mentions):
        return False
    if trigger.frame.attribute == "maintenance":
        return False  # a school turns people out, but nobody services them
    subject = trigger.verb.subject if trigger.verb is not None else []
    return any(_is_people(parse, m) and m not in subject and 0 <= m.i - trigger.j <= 4 for m in parse.sentence.mentions)


def _people_come(parse: Parse, trigger: Trigger) -> bool:
    """ "thirty engineers will leave for Ankara": those who come or go are people alone."""
    subject = trigger.verb.subject if trigger.verb is not None and trigger.pos == "verb" else []
    beside = any(m.kind == "item" and parse.clause_of[m.i] == parse.clause_of[trigger.i] and m.i < trigger.i for m in parse.sentence.mentions)  # "four trainers" may be aircraft
    return bool(subject) and not beside and all(_is_people(parse, m) for m in subject)


def _is_people(parse: Parse, mention: Mention) -> bool:
    """People, or a force that is named after its people: "officers of the army"."""
    return mention.kind == "people" or (mention.kind == "force" and any(e.kind == "actor" and e.id == "people" for e in parse.sentence.tokens[mention.i].word.meanings))
