"""Roles: how well each mention fits each slot of a valency, by its relation to the trigger."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from wektor.grammar.holding import HOLDER, to_holding
from wektor.grammar.relations import Parse, Relations
from wektor.grammar.triggers import Trigger
from wektor.grammar.weighing import Memo
from wektor.lexicon.packs import Valency
from wektor.mentions.mention import Mention
from wektor.model import roles_of


class Candidate(NamedTuple):
    """A mention for a role, with its score and the relation that speaks for it."""

    role: str
    mention: Mention
    score: float
    relation: str


class Character(NamedTuple):
    """What a valency looks at in a mention."""

    kind: str
    cls: str | None
    actor: bool
    definite: bool
    person: bool


_CLASSES = frozenset({None, "firm", "service", "trainer", "force", "ministry", "agency"})
_LEAST = 0.05


def candidates(parse: Parse, trigger: Trigger, valency: Valency) -> list[Candidate]:
    """Every (role, mention) with a positive score, best first."""
    wanted, found = wants(valency, trigger.frame.kind), list[Candidate]()
    for m in parse.sentence.mentions:
        if not (m.i < trigger.j and m.j > trigger.i) and not m.anaphor:
            hand, relation = score_roles(wanted[character_of(m)], relations_to(parse, trigger, m), distance(trigger, m))
            found += [Candidate(role, m, score, relation[role]) for role, score in hand.items()]
    found.sort(key=lambda c: (-c.score, c.mention.i, c.role))
    return found


def score_roles(wanted: Mapping[str, Sequence[tuple[str, float]]], relations: Relations, far: float) -> tuple[dict[str, float], dict[str, str]]:
    """Each role that the relations speak for, with its positive score, and with the relation that gives it."""
    hand, best = dict[str, float](), dict[str, str]()
    for relation, sure in relations:
        for role, score in wanted[relation]:
            value = score * sure - far
            if value > hand.get(role, _LEAST):
                hand[role], best[role] = round(value, 4), relation
    return hand, best


def distance(trigger: Trigger, mention: Mention) -> float:
    """What a mention loses by its distance."""
    gap = mention.i - trigger.i
    return 0.015 * (gap - 6) if gap > 6 else 0.015 * (-gap - 6) if gap < -6 else 0.0


@cache
def wants(valency: Valency, kind: str) -> Memo:
    """By character, and then by relation: the roles of the kind that the valency fills so, with scores."""
    legal = frozenset(roles_of(kind))
    return Memo(lambda character: Memo(lambda relation: [(role, score) for role, score in _scores(valency, character, relation, kind) if role in legal]))


def character_of(mention: Mention) -> Character:
    """All of a mention that a valency looks at."""
    return Character(TOWN if mention.kind == "place" and mention.state is None else mention.kind, mention.cls if mention.cls in _CLASSES else "other", mention.actor, mention.definite, mention.kind == "name" and _person(mention.name))


def _scores(valency: Valency, mention: Character, relation: str, kind: str) -> list[tuple[str, float]]:
    if mention.kind == "item" and mention.cls == "service" and "item" in valency.items:
        return []
    if mention.kind == "item":
        return [("item", valency.items[relation])] if relation in valency.items else []
    if mention.actor or mention.kind in ("country", "buyer", "partner"):
        return [(role, score + _leaning(mention, role, kind)) for role, score in valency.actors.get(relation, {}).items()]
    if mention.kind == "name":
        doubt = 2.4 if mention.person else 0.9
        found = [(role, score - doubt) for role, score in valency.actors.get(relation, {}).items()]
        return found + ([("item", valency.items[relation] - 0.8)] if mention.definite and relation in valency.items else [])
    if mention.kind in ("pron", "we"):
        found = [(role, score - 0.6) for role, score in valency.actors.get(relation, {}).items()]
        return found + ([("item", valency.items[relation] - 0.6)] if relation in valency.items and mention.kind == "pron" else [])
    if mention.kind == "place":
        site = [("site", 1.5)] if relation == "place" else []
        return site + [(r, s - 0.6) for r, s in valency.actors.get(relation, {}).items() if relation in ("place", "goal", "source")]
    return []


def _person(name: str) -> bool:
    """Two or more words that begin with a capital and hold nothing else are a person as a rule."""
    words = name.split()
    return len(words) > 1 and all(w[0].isupper() and not w.isupper() and w.isalpha() for w in words)


def _leaning(mention: Character, role: str, kind: str) -> float:
    """Firms sell and make, forces and ministries take and field."""
    if mention.kind == "org" and mention.cls in (None, "firm"):
        return -1.2 if role in ("recipient", "operator") and kind in ("order", "delivery", "operation") else -0.5 if role in ("recipient", "operator") else 0.2 if role in ("supplier", "producer", "candidate") else 0.0
    if mention.kind == "people" and mention.cls == "trainer":
        return -0.8 if role == "recipient" else 0.2
    if mention.kind == "people" and role == "supplier":
        return -0.8
    if mention.kind in _STATES_OWN or (mention.kind == "org" and mention.cls in _STATES_OWN):
        return -0.5 if role in ("supplier", "producer", "candidate") else 0.1
    return 0.0


_STATES_OWN = frozenset({"force", "ministry", "agency"})
TOWN = "town"  # a place of no state that is known: where something is done, never who does it
_GIVING = "give"
_OWNER = 3  # tokens between a possessor and its noun, the possessive's own among them


def relations_to(parse: Parse, trigger: Trigger, mention: Mention) -> Relations:
    """How the mention stands to the trigger and the verb it leans on, with how sure that is."""
    if trigger.pos == "verb" and trigger.verb is not None:
        found = parse.to_verb(mention, trigger.verb)
        if trigger.verb.governor is not None and found and found[0][0] == "near":
            found = [(r, s * 0.8) for r, s in parse.to_verb(mention, trigger.verb.governor)] or found
        return found
    if HOLDER in trigger.frame.needs:
        return to_holding(parse, trigger, mention)
    found = parse.to_noun(mention, mention.i - 1 if trigger.i < mention.i < trigger.j else _last_noun(parse, trigger))
    if parse.silent and mention is parse.sayer and trigger.i in parse.quoted:
        found = [*found, ("subj", 0.8)]  # "There is no such purchase," says who would have bought
    for verb in parse.verbs:  # "ćwiczenia organizowane przez X", "a treaty signed by X"
        if verb.participle and verb.passive and 0 <= verb.i - trigger.j <= 9 and parse.clause_of[mention.i] == verb.clause and mention.i >= verb.j:
            found += [(r, s * 0.85) for r, s in parse.to_verb(mention, verb) if r in ("agent", "source", "goal", "partner", "place", "beneficiary")]
    if trigger.verb is not None:
        strong = {"subj", "psubj", "agent", "source", "goal", "dat", "partner", "between", "beneficiary", "place", "near", "obj"}
        owned = not parse.cased and _has_owner(parse, trigger)
        taken = trigger.frame.valency == _GIVING and parse.sentence.has(trigger.verb.head, "taking")
        for relation, sure in parse.to_verb(mention, trigger.verb):
            if taken and relation in ("subj", "agent"):
                relation = "goal"  # "Jordan receives American aid": who takes what is given
            if relation == "agent" and owned:
                relation = "near"  # "Kyiv's request was refused by Berlin": it is not Berlin's
            if relation in strong:
                found.append((relation if relation != "psubj" else "near", sure * (0.9 if relation != "obj" else 0.5)))
    return found or [("near", 0.4)]


def _has_owner(parse: Parse, trigger: Trigger) -> bool:
    """Whether a possessive stands before the noun: "Kyiv's request", "India's first order"."""
    return any(m.possessive and m.actor and 0 < trigger.i - m.j <= _OWNER for m in parse.sentence.mentions)


def _last_noun(parse: Parse, trigger: Trigger) -> int:
    """The last word of a noun's phrase but for the preposition that the phrase may end in ("a contract for")."""
    at = trigger.j - 1
    while at > trigger.i and parse.sentence.tokens[at].word.preps and not parse.sentence.tokens[at].word.nom_cases:
        at -= 1
    return at
