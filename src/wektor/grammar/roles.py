"""Roles: every mention that could fill a slot is scored; the best joint assignment wins."""

from typing import NamedTuple

from wektor.grammar.relations import Parse
from wektor.grammar.triggers import Trigger
from wektor.lexicon.packs import Valency
from wektor.mentions.mention import Mention
from wektor.model import core_roles, roles_of


class Candidate(NamedTuple):
    """A mention for a role, with its score and the relation that speaks for it."""

    role: str
    mention: Mention
    score: float
    relation: str


_THRESHOLD = 1.0
_CORE_THRESHOLD = 0.75


def candidates(parse: Parse, trigger: Trigger, valency: Valency) -> list[Candidate]:
    """Every (role, mention) with a positive score, best first."""
    found: list[Candidate] = []
    legal = set(roles_of(trigger.frame.kind))
    for mention in parse.sentence.mentions:
        if (mention.i < trigger.j and mention.j > trigger.i) or mention.anaphor:
            continue
        best: dict[str, Candidate] = {}
        for relation, sure in _relations(parse, trigger, mention):
            for role, score in _scores(valency, mention, relation, trigger.frame.kind):
                value = score * sure - _distance(parse, trigger, mention)
                if role in legal and value > best.get(role, Candidate(role, mention, 0.05, "")).score:
                    best[role] = Candidate(role, mention, round(value, 4), relation)
        found += best.values()
    found.sort(key=lambda c: (-c.score, c.mention.i, c.role))
    return found


def _scores(valency: Valency, mention: Mention, relation: str, kind: str) -> list[tuple[str, float]]:
    if mention.kind == "item" and mention.cls == "service" and "item" in valency.items:
        return []
    if mention.kind == "item":
        return [("item", valency.items[relation])] if relation in valency.items else []
    if mention.actor or mention.kind in ("country", "buyer", "partner"):
        return [(role, score + _leaning(mention, role, kind)) for role, score in valency.actors.get(relation, {}).items()]
    if mention.kind == "name":
        doubt = 2.4 if _person(mention.name) else 0.9
        found = [(role, score - doubt) for role, score in valency.actors.get(relation, {}).items()]
        return found + ([("item", valency.items[relation] - 0.8)] if mention.definite and relation in valency.items else [])
    if mention.kind in ("pron", "we"):
        found = [(role, score - 0.6) for role, score in valency.actors.get(relation, {}).items()]
        return found + ([("item", valency.items[relation] - 0.6)] if relation in valency.items and mention.kind == "pron" else [])
    if mention.kind == "place":
        return [("site", 1.5)] if relation == "place" else [(r, s - 0.6) for r, s in valency.actors.get(relation, {}).items()] if relation in ("place", "goal", "source") else []
    return []


def _person(name: str) -> bool:
    """Two or more words that begin with a capital and hold nothing else are a person as a rule."""
    words = name.split()
    return len(words) > 1 and all(w[0].isupper() and not w.isupper() and w.isalpha() for w in words)


def _leaning(mention: Mention, role: str, kind: str) -> float:
    """Firms sell and make, forces and ministries take and field."""
    if mention.kind == "org" and mention.cls in (None, "firm"):
        return -1.2 if role in ("recipient", "operator") and kind in ("order", "delivery", "operation") else -0.5 if role in ("recipient", "operator") else 0.2 if role in ("supplier", "producer", "candidate") else 0.0
    if mention.kind == "people" and mention.cls == "trainer":
        return -0.8 if role == "recipient" else 0.2
    if mention.kind == "people" and role == "supplier":
        return -0.8
    if mention.kind in ("force", "ministry"):
        return -0.5 if role in ("supplier", "producer", "candidate") else 0.1
    return 0.0


def _relations(parse: Parse, trigger: Trigger, mention: Mention) -> list[tuple[str, float]]:
    if trigger.pos == "verb" and trigger.verb is not None:
        found = parse.to_verb(mention, trigger.verb)
        if trigger.verb.governor is not None and found and found[0][0] == "near":
            found = [(r, s * 0.8) for r, s in parse.to_verb(mention, trigger.verb.governor)] or found
        return found
    found = parse.to_noun(mention, trigger.j - 1)
    for verb in parse.verbs:  # "ćwiczenia organizowane przez X", "a treaty signed by X"
        if verb.participle and verb.passive and 0 <= verb.i - trigger.j <= 9 and parse.clause_of[mention.i] == verb.clause and mention.i >= verb.j:
            found += [(r, s * 0.85) for r, s in parse.to_verb(mention, verb) if r in ("agent", "source", "goal", "partner", "place", "beneficiary")]
    if trigger.verb is not None:
        strong = {"subj", "psubj", "agent", "source", "goal", "dat", "partner", "between", "beneficiary", "place", "near", "obj"}
        for relation, sure in parse.to_verb(mention, trigger.verb):
            if relation in strong:
                found.append((relation if relation != "psubj" else "near", sure * (0.9 if relation != "obj" else 0.5)))
    return found or [("near", 0.4)]


def _distance(parse: Parse, trigger: Trigger, mention: Mention) -> float:
    return 0.015 * max(0, abs(mention.i - trigger.i) - 6)


def assign(parse: Parse, trigger: Trigger, valency: Valency) -> dict[str, list[Candidate]]:
    """Greedy joint assignment: one role a mention, one state a side of a flow, coordinated mentions together."""
    kind = trigger.frame.kind
    core = set(core_roles(kind))
    chosen: dict[str, list[Candidate]] = {}
    used: set[int] = set()
    for candidate in candidates(parse, trigger, valency):
        role, mention = candidate.role, candidate.mention
        if id(mention) in used or candidate.score < (_CORE_THRESHOLD if role in core else _THRESHOLD):
            continue
        if role in chosen and role != "party" and not _joins(chosen[role], mention, role):
            continue
        if role == "party" and ((candidate.score < 1.2 and len(chosen.get("party", [])) >= 2) or _same(chosen.get("party", []), mention)):
            continue
        if _opposed(chosen, role, mention, kind):
            continue
        chosen.setdefault(role, []).append(candidate)
        used.add(id(mention))
    return chosen


def _joins(present: list[Candidate], mention: Mention, role: str) -> bool:
    """Whether the mention is coordinated with one that the role already has; a firm and a ministry are not one side."""
    if role in ("supplier", "recipient") and any((c.mention.kind == "org") != (mention.kind == "org") for c in present):
        return False
    chain, m = set(), mention.coord
    while m is not None:
        chain.add(id(m))
        m = m.coord
    for candidate in present:
        m2: Mention | None = candidate.mention
        while m2 is not None:
            if id(m2) in chain or m2 is mention:
                return True
            m2 = m2.coord
    return False


def _same(present: list[Candidate], mention: Mention) -> bool:
    return any((c.mention.id == mention.id and mention.id) or (c.mention.state == mention.state and mention.state and "state" in (c.mention.kind, mention.kind)) for c in present)


_SIDES = {"supplier": "recipient", "recipient": "supplier", "producer": "licensor", "licensor": "producer",
          "operator": "maker", "maker": "operator", "candidate": "recipient"}  # fmt: skip


def _opposed(chosen: dict[str, list[Candidate]], role: str, mention: Mention, kind: str) -> bool:
    """The same actor, or the same state in plain form, on both sides of a flow."""
    other = chosen.get(_SIDES.get(role, ""), [])
    return any(c.mention.id == mention.id or (c.mention.state == mention.state and mention.state is not None
               and "state" in (c.mention.kind, mention.kind)) for c in other)  # fmt: skip
