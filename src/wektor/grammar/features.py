"""Features: what speaks for and against a filler of a role, in groups, each a function of few facts. Names are language-neutral.

The first fact of a group is the role, the second the trigger's opening. The lists at the end say which groups there are:
learning spells their features, weighing keeps their sums by facts.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from wektor.grammar.openings import naming
from wektor.grammar.referents import Opening, Pool, Referent
from wektor.grammar.weighing import Facts, Features

Feature = tuple[str, float]
Found = Iterator[Feature]


class Group(NamedTuple):
    """A group of features, with the function that finds its facts, and one that tells whether it has to do with a role."""

    facts: Callable[..., Any]
    features: Callable[..., Found]
    concerns: Callable[[Pool, str], bool] = lambda pool, role: True


def filler_features(pool: Pool, role: str, referent: Referent) -> Features:
    """Features of a referent as a filler of ``role``, whoever else fills the frame."""
    found: Features = []
    for group in EARLIER if referent.back else HERE:
        found += group.features(role, pool.opening, *group.facts(pool, referent))
    for group in FOR_ROLE + (EARLIER_FOR_ROLE if referent.back else ()):
        if group.concerns(pool, role):
            found += group.features(role, pool.opening, *group.facts(pool, role, referent))
    for name, value in [*degrees(role, referent), ("via", pointed(pool, role, referent))]:
        found += [(spelled, weight * value) for spelled, weight in DEGREES[name](role)]
    return found


# of who is named in the sentence itself ---------------------------------------------------------------------------


def syntax_facts(pool: Pool, referent: Referent) -> tuple[str, str | None, str, str]:
    """Its likeliest relation, whatever the valency wants; what an adjective stands beside; whether it is the subject of
    a verb, but not so to the trigger; whether the sentence names no other, or this one first."""
    mention, raw, beside = referent.mention, referent.raw, None
    if mention.adjectival:
        beside = "trigger" if mention.j == pool.trigger.i or mention.i == pool.trigger.j else "other"
    elsewhere = "" if id(mention) not in pool.scene.subjects or raw in ("subj", "psubj") else "sayer" if id(mention) in pool.scene.sayers else "subject"
    field = pool.items if referent.item else pool.actors
    order = "alone" if len(field) == 1 or field[1].back else "first" if referent is field[0] else ""
    return raw, beside, elsewhere, order


@naming("kind", "valency", "pos")
def syntax_features(role: str, opening: Opening, raw: str, beside: str | None, elsewhere: str, order: str) -> Found:
    """How it stands to the trigger and to other verbs; the only one of the sentence, or its first."""
    yield f"{role}:raw-{raw}", 1.0
    yield f"{opening.valency}:{opening.pos}:{role}:raw-{raw}", 1.0
    if beside is not None:
        yield f"{role}:adjective-{beside}", 1.0
    if elsewhere:
        yield f"{role}:subject-elsewhere", 1.0
        yield f"{opening.valency}:{role}:subject-elsewhere", 1.0
        yield f"{role}:{elsewhere}-elsewhere", 1.0
        yield f"{opening.kind}:{role}:{elsewhere}-elsewhere", 1.0
    if order:
        yield f"{role}:{order}", 1.0
    if order == "first":
        yield f"{opening.valency}:{role}:first", 1.0


@naming("valency", "pos")
def form_features(role: str, opening: Opening, marking: str | int, conjunct: bool, counted: bool, definite: bool) -> Found:
    """How it is put: its preposition or case, list, number, article."""
    valency, pos = opening.valency, opening.pos
    if isinstance(marking, str):
        yield f"{role}:prep-{marking}", 1.0
        yield f"{valency}:{role}:prep-{marking}", 1.0
        yield f"{valency}:{pos}:{role}:prep-{marking}", 1.0
    elif marking:
        yield f"{valency}:{pos}:{role}:case{marking}", 1.0
        yield f"{role}:case{marking}", 1.0
    else:
        yield f"{role}:bare", 1.0
    if conjunct:
        yield f"{role}:conjunct", 1.0
    if counted:
        yield f"{role}:counted", 1.0
    if definite:
        yield f"{role}:definite", 1.0


def place_facts(pool: Pool, referent: Referent) -> tuple[int, str, str, int]:
    """Its clause, its side of the trigger, how far, how many of its like between."""
    i, at = referent.mention.i, pool.trigger.i
    clause = pool.parse.clause_of[i] - pool.parse.clause_of[at]
    gap = i - at if i > at else at - i
    near = "1" if gap <= 2 else "2" if gap <= 5 else "3" if gap <= 10 else "4" if gap <= 18 else "5"
    between = pool.scene.between(at, i, referent.item)
    return -2 if clause < -2 else 2 if clause > 2 else clause, "after" if i >= pool.trigger.j else "before", near, between if between < 3 else 3


@naming("pos")
def place_features(role: str, opening: Opening, clause: int, side: str, near: str, between: int) -> Found:
    """Where it stands in the sentence."""
    yield f"{role}:clause{clause}", 1.0
    yield f"{role}:{side}{near}", 1.0
    yield f"{opening.pos}:{role}:{side}", 1.0
    yield f"{role}:between{between}{side}", 1.0


# of who was named before ------------------------------------------------------------------------------------------


@naming("kind")
def past_features(role: str, opening: Opening, near: str, back: int, rank: int, sort_rank: int, sort: str) -> Found:
    """How long ago it was named, and what was named since."""
    yield f"{role}:back{back}", 1.0
    yield f"{role}:rank{rank}", 1.0
    yield f"{role}:{sort}:rank{sort_rank}", 1.0
    yield f"{opening.kind}:{role}:before", 1.0
    yield f"{role}:{near}", 1.0
    yield f"{role}:{near}:back{back}", 1.0


@naming("kind")
def standing_features(role: str, opening: Opening, sort: str, home: str | None, topic: int, spot: str, history: tuple[Any, ...]) -> Found:
    """Its sort; the home state (a heading's too) or another; how often it was named, and in which roles of earlier claims."""
    kind = opening.kind
    yield f"{role}:{sort}", 1.0
    yield f"{kind}:{role}:{sort}", 1.0
    if home == "heading":
        yield f"{role}:heading", 1.0
        yield f"{kind}:{role}:heading", 1.0
        home = "home"
    if home is not None:
        yield f"{role}:{home}", 1.0
        yield f"{kind}:{role}:{home}", 1.0
        yield f"{role}:topic{topic}", 1.0
        yield f"{kind}:{role}:topic{topic}", 1.0
        yield f"{role}:{home}-{spot}", 1.0
        yield f"{kind}:{role}:{home}-{spot}", 1.0
    if not history:
        yield f"{role}:new", 1.0
        return
    count, lead, subject, roles = history
    yield f"{role}:often", count / 3
    if lead:
        yield f"{role}:lead", 1.0
    if subject:
        yield f"{role}:was-subject", 1.0
    for earlier, lately in roles:
        if lately:
            yield f"{role}:was-{earlier}", 1.0
        yield f"{role}:ever-{earlier}", 1.0


# of how it suits one role rather than another ----------------------------------------------------------------------


def liking_facts(pool: Pool, role: str, referent: Referent) -> tuple[str, int]:
    """The relation that speaks for the role, and how many others the valency likes better for it."""
    return "before" if referent.back else referent.relation.get(role, "none"), min(3, pool.better(role, referent))


@naming("kind", "valency", "pos")
def liking_features(role: str, opening: Opening, relation: str, better: int) -> Found:
    """The relation that speaks for the role, and how many others the valency likes better for it."""
    yield f"{role}:{relation}", 1.0
    yield f"{opening.kind}:{role}:{relation}", 1.0
    yield f"{opening.valency}:{opening.pos}:{role}:{relation}", 1.0
    yield f"{role}:better{better}", 1.0


def points(pool: Pool, role: str) -> bool:
    """Whether a word of this sentence points back to who has the role."""
    return role in pool.standins


_OPENING = 2  # sentences that say who speaks


def pointer_facts(pool: Pool, role: str, referent: Referent) -> tuple[str, str, int, int, str, str, str, str]:
    """What points back, and whether the referent speaks for the text: the first firm or office, or named as it opens, of the state where it is at home."""
    (mention, _, pointer), seen = pool.standins[role], referent.seen
    state = "" if not mention.state else "=" if mention.state == referent.state else "!"
    opens = "opens" if seen is not None and seen.first <= _OPENING else "later"
    whose = "home" if referent.state is not None and referent.state == pool.scene.home else "abroad"
    voice = "speaker" if referent.key == pool.scene.speaker else f"{opens}:{whose}"
    return pointer, referent.sort, min(referent.rank, 3), min(referent.sort_rank, 2), state, voice, mention.cls or "", "" if mention.kind == "we" else _played(referent)


@naming()
def pointer_features(role: str, opening: Opening, pointer: str, sort: str, rank: int, sort_rank: int, state: str, voice: str, sense: str, played: str) -> Found:
    """What in this sentence points back to one that was named before."""
    if played:
        yield f"via-{pointer}{sense}:{played}", 1.0
        yield f"{role}:via-{pointer}{sense}:{played}", 1.0
    if sense:
        yield f"{role}:via-{pointer}{sense}", 1.0
        yield f"via-{pointer}{sense}:{sort}", 1.0
    yield f"{role}:via-{pointer}:{voice}", 1.0
    yield f"via-{pointer}:{voice}", 1.0
    yield f"{role}:via-{pointer}", 1.0
    yield f"{role}:via-{pointer}:{sort}", 1.0
    yield f"{role}:via-{pointer}:rank{rank}", 1.0
    yield f"{role}:via-{pointer}:{sort}:rank{sort_rank}", 1.0
    if state:
        yield f"{role}:via-state{state}", 1.0


_SIDES = {"supplier": "gave", "producer": "gave", "candidate": "gave", "maker": "gave", "licensor": "gave", "recipient": "took", "operator": "took", "party": "dealt"}


def _played(referent: Referent) -> str:
    """On which side of a flow the text has put it last."""
    roles = referent.seen.roles if referent.seen is not None else {}
    last = max(roles.items(), key=lambda told: told[1], default=None)
    return "nothing" if last is None else _SIDES.get(last[0], "nothing")


def of_things(pool: Pool, role: str) -> bool:
    """Whether things have the role."""
    return role == "item"


def taken_up_facts(pool: Pool, role: str, referent: Referent) -> tuple[str | None, str, bool, bool, int, str]:
    """A class word of this sentence that the earlier item narrows ("the vehicles"): how their classes go together, how
    many others that fit as well were named since, and what the text has made of the item."""
    best = pool.thing
    if best is None:
        return None, "", False, False, 0, ""
    mention, fit, rank = best.mention, "", 0
    if not mention.designated:
        fit, rank = pool.fits.get(referent.key, ("unknown", 0))
    told = "last" if referent.key == pool.scene.discourse.last_item else "told" if referent.seen is not None and "item" in referent.seen.roles else "named"
    return best.sort, fit, mention.definite, mention.qty is not None, min(rank, 2), told


@naming()
def taken_up_features(role: str, opening: Opening, here: str | None, fit: str, definite: bool, counted: bool, rank: int, told: str) -> Found:
    """A class word of this sentence that the earlier item narrows."""
    if here is None:
        yield "item:nothing-here", 1.0
        return
    yield f"item:here-{here}", 1.0
    if fit:
        yield f"item:{fit}-class:{'definite' if definite else 'bare'}", 1.0
        yield f"item:{fit}-class:{'counted' if counted else 'plain'}", 1.0
        yield f"item:{fit}-class:rank{rank}", 1.0
        yield f"item:{fit}-class:{told}", 1.0
        yield f"item:{here}:{fit}-class:{told}:rank{rank}", 1.0


def taking_up_facts(pool: Pool, referent: Referent) -> tuple[str, bool, bool]:
    """Of a class word, how well the best of the things named before suits it."""
    mention = referent.mention
    if not referent.item or mention.designated or mention.kind != "item":
        return "", False, False
    return pool.scene.suited(mention), mention.definite, mention.qty is not None


@naming()
def taking_up_features(role: str, opening: Opening, fit: str, definite: bool, counted: bool) -> Found:
    """A class word that may stand for a thing named before."""
    if fit and role == "item":
        yield f"item:takes-up-{fit}", 1.0
        yield f"item:takes-up-{fit}:{'definite' if definite else 'bare'}", 1.0
        yield f"item:takes-up-{fit}:{'counted' if counted else 'plain'}", 1.0


def drops(pool: Pool, role: str) -> bool:
    """Whether the verb's subject is dropped and would have the role."""
    return role != "item" and pool.dropped == role


def dropped_facts(pool: Pool, role: str, referent: Referent) -> tuple[str, int, int, str]:
    """Whether it was the subject where it was named last, and when; on which side of a flow it was."""
    seen = referent.seen
    return "subject" if seen is not None and seen.subject == seen.sentence else "other", min(referent.rank, 3), min(referent.back, 3), _played(referent)


@naming()
def dropped_features(role: str, opening: Opening, last: str, rank: int, back: int, played: str) -> Found:
    """A dropped subject that may be the last one's."""
    yield f"dropped:{last}:back{back}", 1.0
    yield f"{role}:dropped:{played}", 1.0
    yield f"{role}:dropped:{last}", 1.0
    yield f"{role}:dropped:rank{rank}", 1.0


# by degrees -------------------------------------------------------------------------------------------------------


def degrees(role: str, referent: Referent) -> list[tuple[str, float]]:
    """What is a matter of degree: the valency's score, and how far it lies before or behind that for any other role."""
    hand = referent.hand
    if role not in hand:
        return [("hand", 0.0), ("elsewhere", min(2.0, max(hand.values())))] if hand else []
    own = hand[role]
    lead = own - (max([s for r, s in hand.items() if r != role]) if len(hand) > 1 else 0.0)
    return [("hand", own), ("above", min(2.0, lead)) if lead >= 0 else ("elsewhere", min(2.0, -lead))]


def pointed(pool: Pool, role: str, referent: Referent) -> float:
    """The score of what points back for the role, if it does."""
    return pool.standins[role].score / 3 if referent.back and role in pool.standins else 0.0


DEGREES: dict[str, Callable[[str], Features]] = {
    "hand": lambda role: [("hand", 1.0), (f"{role}:hand", 1.0)],
    "elsewhere": lambda role: [(f"{role}:rather-elsewhere", 1.0)],
    "above": lambda role: [(f"{role}:here-above-all", 1.0)],
    "via": lambda role: [(f"{role}:via", 1.0)],
}


def form_facts(pool: Pool, referent: Referent) -> Facts:
    """How it is put."""
    return referent.form


def past_facts(pool: Pool, referent: Referent) -> Facts:
    """How long ago it was named."""
    return referent.past


def profile_facts(pool: Pool, referent: Referent) -> Facts:
    """What the text has made of it so far."""
    return referent.profile


HERE = (Group(syntax_facts, syntax_features), Group(form_facts, form_features), Group(place_facts, place_features), Group(profile_facts, standing_features), Group(taking_up_facts, taking_up_features))
EARLIER = (Group(past_facts, past_features), Group(profile_facts, standing_features))
FOR_ROLE = (Group(liking_facts, liking_features),)
EARLIER_FOR_ROLE = (Group(pointer_facts, pointer_features, points), Group(taken_up_facts, taken_up_features, of_things), Group(dropped_facts, dropped_features, drops))
