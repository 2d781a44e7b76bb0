"""Features: what speaks for and against a filler of a role, in groups, each a function of few facts. Names are language-neutral.

The first fact of a group is the role, the second the trigger's opening. ``HERE``, ``EARLIER`` and ``FOR_ROLE`` list the groups
with the functions that find their facts: learning takes features from these lists, weighing sums of them.
"""

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from wektor.grammar.referents import Opening, Pool, Referent
from wektor.grammar.weighing import Features

Feature = tuple[str, float]
Found = Iterator[Feature]


def filler_features(pool: Pool, role: str, referent: Referent) -> Features:
    """Features of a referent as a filler of ``role``, whoever else fills the frame."""
    found: Features = []
    for facts, group in EARLIER if referent.back else HERE:
        found += group(role, pool.opening, *facts(pool, referent))
    for facts, group in FOR_ROLE:
        if (known := facts(pool, role, referent)) is not None:
            found += group(role, pool.opening, *known)
    for name, value in degrees(pool, role, referent):
        found += [(spelled, weight * value) for spelled, weight in DEGREES[name](role)]
    return found


# of who is named in the sentence itself ---------------------------------------------------------------------------


def raw_facts(pool: Pool, referent: Referent) -> tuple[str]:
    """Its likeliest relation, whatever the valency wants."""
    return (referent.raw,)


def raw_features(role: str, opening: Opening, raw: str) -> Found:
    """How it stands to the trigger."""
    yield f"{role}:raw-{raw}", 1.0
    yield f"{opening.valency}:{opening.pos}:{role}:raw-{raw}", 1.0


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


def beside_facts(pool: Pool, referent: Referent) -> tuple[str | None, bool]:
    """What an adjective stands beside, and whether it is the subject of a verb, but not so to the trigger."""
    mention, trigger = referent.mention, pool.trigger
    beside = None
    if mention.adjectival:
        beside = "trigger" if mention.j == trigger.i or mention.i == trigger.j else "other"
    return beside, id(mention) in pool.scene.subjects and referent.raw not in ("subj", "psubj")


def beside_features(role: str, opening: Opening, beside: str | None, elsewhere: bool) -> Found:
    """What an adjective stands beside; the subject of another verb."""
    if beside is not None:
        yield f"{role}:adjective-{beside}", 1.0
    if elsewhere:
        yield f"{role}:subject-elsewhere", 1.0
        yield f"{opening.valency}:{role}:subject-elsewhere", 1.0


def place_facts(pool: Pool, referent: Referent) -> tuple[int, str, str, int]:
    """Its clause, its side of the trigger, how far, how many of its like between."""
    i, at = referent.mention.i, pool.trigger.i
    clause = pool.parse.clause_of[i] - pool.parse.clause_of[at]
    gap = i - at if i > at else at - i
    near = "1" if gap <= 2 else "2" if gap <= 5 else "3" if gap <= 10 else "4" if gap <= 18 else "5"
    between = pool.scene.between(at, i, referent.item)
    return -2 if clause < -2 else 2 if clause > 2 else clause, "after" if i >= pool.trigger.j else "before", near, between if between < 3 else 3


def place_features(role: str, opening: Opening, clause: int, side: str, near: str, between: int) -> Found:
    """Where it stands in the sentence."""
    yield f"{role}:clause{clause}", 1.0
    yield f"{role}:{side}{near}", 1.0
    yield f"{opening.pos}:{role}:{side}", 1.0
    yield f"{role}:between{between}{side}", 1.0


def order_facts(pool: Pool, referent: Referent) -> tuple[str]:
    """Whether the sentence names no other, or this one first."""
    field = pool.items if referent.item else pool.actors
    if len(field) == 1 or field[1].back:
        return ("alone",)
    return ("first" if referent is field[0] else "",)


def order_features(role: str, opening: Opening, order: str) -> Found:
    """The only one of the sentence, or its first."""
    if order:
        yield f"{role}:{order}", 1.0
    if order == "first":
        yield f"{opening.valency}:{role}:first", 1.0


# of who was named before ------------------------------------------------------------------------------------------


def past_features(role: str, opening: Opening, back: int, rank: int, sort_rank: int, sort: str, *standing: Any) -> Found:
    """How long ago it was named, what was named since, and what the text has made of it so far."""
    yield f"{role}:back{back}", 1.0
    yield f"{role}:rank{rank}", 1.0
    yield f"{role}:{sort}:rank{sort_rank}", 1.0
    yield f"{opening.kind}:{role}:before", 1.0
    yield from standing_features(role, opening, sort, *standing)


def standing_features(role: str, opening: Opening, sort: str, home: str | None, topic: int, history: tuple[Any, ...]) -> Found:
    """Its sort; the home state or another; how often it was named, and in which roles of earlier claims."""
    kind = opening.kind
    yield f"{role}:{sort}", 1.0
    yield f"{kind}:{role}:{sort}", 1.0
    if home is not None:
        yield f"{role}:{home}", 1.0
        yield f"{kind}:{role}:{home}", 1.0
        yield f"{role}:topic{topic}", 1.0
        yield f"{kind}:{role}:topic{topic}", 1.0
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


def relation_facts(pool: Pool, role: str, referent: Referent) -> tuple[str]:
    """The relation that speaks for the role."""
    return ("before" if referent.back else referent.relation.get(role, "none"),)


def relation_features(role: str, opening: Opening, relation: str) -> Found:
    """The relation that speaks for the role."""
    yield f"{role}:{relation}", 1.0
    yield f"{opening.kind}:{role}:{relation}", 1.0
    yield f"{opening.valency}:{opening.pos}:{role}:{relation}", 1.0


def rival_facts(pool: Pool, role: str, referent: Referent) -> tuple[int]:
    """How many others the valency likes better for the role."""
    hand = referent.hand.get(role, 0.0)
    return (min(3, sum(1 for r in (pool.items if referent.item else pool.actors) if r.hand.get(role, 0.0) > hand)),)


def rival_features(role: str, opening: Opening, better: int) -> Found:
    """How many others the valency likes better for the role."""
    yield f"{role}:better{better}", 1.0


def pointer_facts(pool: Pool, role: str, referent: Referent) -> tuple[str, str, int, int, str] | None:
    """What in this sentence points back, if anything does."""
    standin = pool.standins.get(role)
    if standin is None or not referent.back:
        return None
    state = "" if not standin.mention.state else "=" if standin.mention.state == referent.state else "!"
    return standin.mention.kind, referent.figure.sort, min(referent.figure.rank, 3), min(referent.figure.sort_rank, 2), state


def pointer_features(role: str, opening: Opening, pointer: str, sort: str, rank: int, sort_rank: int, state: str) -> Found:
    """What in this sentence points back to one that was named before."""
    yield f"{role}:via-{pointer}", 1.0
    yield f"{role}:via-{pointer}:{sort}", 1.0
    yield f"{role}:via-{pointer}:rank{rank}", 1.0
    yield f"{role}:via-{pointer}:{sort}:rank{sort_rank}", 1.0
    if state:
        yield f"{role}:via-state{state}", 1.0


def taken_up_facts(pool: Pool, role: str, referent: Referent) -> tuple[str | None, str, bool] | None:
    """A class word of this sentence that the earlier item narrows ("the vehicles")."""
    if role != "item" or not referent.back:
        return None
    best = max((r for r in pool.items if r.back == 0 and r.item), key=lambda r: r.hand.get("item", 0.0), default=None)
    if best is None or best.hand.get("item", 0.0) < 0.5:
        return None, "", False
    mention, fit = best.mention, ""
    if not mention.designated and mention.cls and referent.mention.cls:
        fit = "same" if mention.cls == referent.mention.cls else "other"
    return best.figure.sort, fit, mention.definite


def taken_up_features(role: str, opening: Opening, here: str | None, fit: str, definite: bool) -> Found:
    """A class word of this sentence that the earlier item narrows."""
    if here is None:
        yield "item:nothing-here", 1.0
        return
    yield f"item:here-{here}", 1.0
    if fit:
        yield f"item:{fit}-class:{'definite' if definite else 'bare'}", 1.0


def dropped_facts(pool: Pool, role: str, referent: Referent) -> tuple[str, int] | None:
    """Where the verb's subject is dropped and would have the role: whether it was the last one's subject."""
    if role == "item" or not referent.back or dropped_role(pool) != role:
        return None
    seen = referent.figure.seen
    return None if seen is None else ("subject" if seen.subject == seen.sentence else "other", min(referent.figure.rank, 3))


def dropped_role(pool: Pool) -> str | None:
    """The role that a dropped subject has."""
    verb = pool.trigger.verb
    if verb is None or not pool.parse.cased or verb.subject or verb.impersonal or verb.participle:
        return None
    return max(pool.valency.actors.get("psubj" if verb.passive else "subj", {"": 0.0}).items(), key=lambda kv: kv[1])[0]


def dropped_features(role: str, opening: Opening, last: str, rank: int) -> Found:
    """A dropped subject that may be the last one's."""
    yield f"{role}:dropped:{last}", 1.0
    yield f"{role}:dropped:rank{rank}", 1.0


# by degrees -------------------------------------------------------------------------------------------------------


def degrees(pool: Pool, role: str, referent: Referent) -> Iterator[tuple[str, float]]:
    """What is a matter of degree: the valency's score, how far it lies before that for any other role, a pointer's score."""
    hand = referent.hand.get(role, 0.0)
    rest = max((s for r, s in referent.hand.items() if r != role), default=0.0)
    yield "hand", hand
    if rest > hand:
        yield "elsewhere", min(2.0, rest - hand)
    elif hand > 0:
        yield "above", min(2.0, hand - rest)
    standin = pool.standins.get(role)
    if standin is not None and referent.back:
        yield "via", standin.score / 3


DEGREES: dict[str, Callable[[str], Features]] = {
    "hand": lambda role: [("hand", 1.0), (f"{role}:hand", 1.0)],
    "elsewhere": lambda role: [(f"{role}:rather-elsewhere", 1.0)],
    "above": lambda role: [(f"{role}:here-above-all", 1.0)],
    "via": lambda role: [(f"{role}:via", 1.0)],
}


def _of_figure(name: str) -> Any:
    get = attrgetter(name)
    return lambda pool, referent: get(referent.figure)


HERE = ((raw_facts, raw_features), (_of_figure("form"), form_features), (beside_facts, beside_features), (place_facts, place_features),
        (order_facts, order_features), (_of_figure("profile"), standing_features))  # fmt: skip
EARLIER = ((_of_figure("profile"), past_features),)
FOR_ROLE: Sequence[Any] = ((relation_facts, relation_features), (rival_facts, rival_features), (pointer_facts, pointer_features),
                           (taken_up_facts, taken_up_features), (dropped_facts, dropped_features))  # fmt: skip
