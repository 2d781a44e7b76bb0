"""Ensemble: what speaks for and against all fillers of a claim taken together: whom they leave out, how they go with one another.

Groups of features, each a function of few facts.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from wektor.grammar.features import Found
from wektor.grammar.filling import Filling
from wektor.grammar.openings import naming
from wektor.grammar.referents import Opening, Pool, Referent
from wektor.grammar.weighing import Features

_GIVES, _TAKES = ("supplier", "producer", "candidate"), ("recipient", "operator")
_SEEN = 3  # of those left out, how many are looked at
Named = Sequence[tuple[str, Referent | None]]
Grouped = tuple[Any, tuple[Any, ...]]  # a group of features and its facts


class Cast:
    """A filling as a whole, whatever kind it tells: whom it leaves out, who gives and takes; what a kind asks for, once it asks."""

    __slots__ = ("left", "places", "shapes", "told")

    def __init__(self, pool: Pool, filling: Filling) -> None:
        chosen = {r.key for rs in filling.roles.values() for r in rs}
        self.left: list[tuple[str, int, list[Referent]]] = []  # of each list how many fill no role, and those of the trigger's clause
        for name, field in zip(("actors", "items"), pool.bystanders, strict=True):
            rest = [(r, near) for r, near in field if r.key not in chosen]
            self.left.append((name, min(len(rest), 3), [r for r, near in rest if near]))
        self.told: list[Grouped] = [(bystander_features, (name, r.raw, r.sort)) for name, _, near in self.left for r in near[:_SEEN]]
        self.told += _flow(pool, filling)
        self.places: dict[str, Grouped] = {}
        self.shapes: dict[tuple[str, ...], Grouped] = {}


def cast_of(pool: Pool, filling: Filling) -> Cast:
    """The filling as a whole, looked at once."""
    found: Cast = filling.cast or _cast(pool, filling)
    return found


def core_facts(pool: Pool, filling: Filling, roles: tuple[str, ...]) -> list[Grouped]:
    """The groups that speak of the fillers of core roles together, with their facts: all that ``Cast.told`` does not say."""
    cast = cast_of(pool, filling)
    core, found = _core(roles, filling), list[Grouped]()
    back = [r.item for _, r in core if r is not None and r.back]
    for name, rest, near in cast.left:
        found.append((left_features, (name, rest, min(len(near), 3), (name == "items") in back)))
    if roles not in cast.shapes:
        cast.shapes[roles] = (shape_features, shape_facts(core))
    found.append(cast.shapes[roles])
    for role, referent in core:
        if referent is not None:
            if role not in cast.places:
                cast.places[role] = (place_features, (role, *place_facts(pool, role, referent)))
            found.append(cast.places[role])
    return found


def degrees(pool: Pool, filling: Filling, core: tuple[str, ...]) -> list[tuple[str, str, float]]:
    """By degrees: how well the valency likes those left out for a core role, and how far fillers lie behind its favourites."""
    found, total = list[tuple[str, str, float]](), 0.0
    for name, _, near in cast_of(pool, filling).left:
        found.append(("keen", name, _keen(near, core)))
    for role in core:
        mine = 0.0
        for referent in filling.roles.get(role, ()):
            score = referent.hand.get(role, 0.0)
            if score > mine:
                mine = score
        behind = pool.favourite(role) - mine
        behind = 0.0 if behind <= 0.0 else behind if behind < 3.0 else 3.0
        total += behind
        found.append(("behind", role, behind))
    found.append(("all-behind", "", total))
    return found


def _keen(near: Sequence[Referent], core: Sequence[str]) -> float:
    """The best score that the valency gives any of them for a core role."""
    best = 0.0
    for referent in near:
        for role, score in referent.hand.items():
            if score > best and role in core:
                best = score
    return best if best < 3.0 else 3.0


def _cast(pool: Pool, filling: Filling) -> Cast:
    found = filling.cast = Cast(pool, filling)
    return found


DEGREES: dict[str, Callable[[str, str], Features]] = {"keen": lambda kind, name: [(f"left-keen-{name}", 1.0)], "behind": lambda kind, role: [(f"behind:{role}", 1.0)],
           "all-behind": lambda kind, role: [("behind", 1.0)]}  # fmt: skip


# who is left out ---------------------------------------------------------------------------------------------------


@naming("kind")
def left_features(opening: Opening, name: str, rest: int, near: int, borrowed: bool) -> Found:
    """Actors, or things, that fill no role, and whether a core role is filled from before instead."""
    yield f"left-{name}{rest}", 1.0
    yield f"left-near-{name}{near}", 1.0
    yield f"{opening.kind}:left-near-{name}{min(near, 2)}", 1.0
    if borrowed:
        yield f"left-{name}{min(rest, 2)}:borrowed", 1.0
        yield f"left-near-{name}{min(near, 2)}:borrowed", 1.0
        yield f"{opening.kind}:left-near-{name}{min(near, 2)}:borrowed", 1.0


@naming()
def bystander_features(opening: Opening, name: str, raw: str, sort: str) -> Found:
    """One of the clause that fills no role: how it stands to the trigger, and of which sort it is."""
    yield f"left:{name}:{raw}", 1.0
    yield f"left:{sort}", 1.0


# how the fillers stand ---------------------------------------------------------------------------------------------


def _core(roles: Sequence[str], filling: Filling) -> Named:
    """The first filler of each core role; of parties, the first two."""
    if "party" in roles:
        parties = [*filling.roles.get("party", ()), None, None]
        return [("party", parties[0]), ("party2", parties[1])]
    return [(role, fillers[0] if (fillers := filling.roles.get(role)) else None) for role in roles]


def _relation(role: str, referent: Referent | None) -> str:
    return "none" if referent is None else "back" if referent.back else referent.relation.get("party" if role == "party2" else role, "none")


def shape_facts(core: Named) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[int, ...]]:
    """Where the core fillers stand, their relations as wanted and as likeliest, their sorts, their order."""
    wheres, relations, raws, sorts, order = list[str](), list[str](), list[str](), list[str](), list[tuple[int, int]]()
    for n, (role, r) in enumerate(core):
        where = relation = raw = "none" if r is None else "back"
        if r is not None and not r.back:
            where, relation, raw = "here", _relation(role, r), r.raw
            order.append((r.mention.i, n))
        wheres.append(where)
        relations.append(relation)
        raws.append(raw)
        sorts.append("none" if r is None else r.sort)
    order.sort()
    return tuple(wheres), tuple(relations), tuple(raws), tuple(sorts), tuple([n for _, n in order])


@naming("kind", "pos", "valency")
def shape_features(opening: Opening, wheres: Sequence[str], relations: Sequence[str], raws: Sequence[str], sorts: Sequence[str], order: Sequence[int]) -> Found:
    """How all core fillers stand at once."""
    kind, valency, pos = opening.kind, opening.valency, opening.pos
    where, relation = "-".join(wheres), "-".join(relations)
    yield f"{kind}:wheres:{where}", 1.0
    yield f"{pos}:wheres:{where}", 1.0
    yield f"{valency}:{pos}:relations:{relation}", 1.0
    yield f"{valency}:relations:{relation}", 1.0
    yield f"{valency}:raws:{'-'.join(raws)}", 1.0
    yield f"{kind}:sorts:{'-'.join(sorts)}", 1.0
    yield f"{valency}:{pos}:order{''.join(map(str, order))}", 1.0


def place_facts(pool: Pool, role: str, referent: Referent) -> tuple[str, int, bool, int]:
    """A core filler's relation; its clause and whether it is another verb's subject, or how long ago it was named."""
    relation = _relation(role, referent)
    if referent.back:
        return relation, 0, False, min(referent.rank, 4)
    clause = pool.parse.clause_of[referent.mention.i] - pool.parse.clause_of[pool.trigger.i]
    elsewhere = referent.raw not in ("subj", "psubj") and id(referent.mention) in pool.scene.subjects
    return relation, max(-2, min(2, clause)), elsewhere, -1


@naming("pos", "valency")
def place_features(opening: Opening, role: str, relation: str, clause: int, elsewhere: bool, rank: int) -> Found:
    """How one core filler stands."""
    yield f"{opening.valency}:{opening.pos}:{role}:{relation}", 1.0
    if rank >= 0:
        yield f"{role}:back-rank{rank}", 1.0
        return
    yield f"{role}:clause{clause}", 1.0
    if elsewhere:
        yield f"{role}:subject-elsewhere", 1.0


# who gives and who takes -------------------------------------------------------------------------------------------


def _first(filling: Filling, roles: Sequence[str]) -> Referent | None:
    return next((r for role in roles for r in filling.roles.get(role, ())), None)


def _flow(pool: Pool, filling: Filling) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Groups of giver, taker and item."""
    discourse = pool.scene.discourse
    giver, taker, item = _first(filling, _GIVES), _first(filling, _TAKES), _first(filling, ("item",))
    home, topics = discourse.heading or discourse.home, discourse.topics
    origin = (item.mention.origin or item.state) if item is not None else None
    for name, r in (("giver", giver), ("taker", taker)):
        if r is not None and r.state:
            yield side_features, (name, r.state == home, topics.get(r.state, 4), None if origin is None else origin == r.state)
    if giver is not None and taker is not None and giver.state and taker.state:
        pair = (giver.state, taker.state)
        yield pair_features, (pair[0] == pair[1], topics.get(pair[0], 4), topics.get(pair[1], 4),
                              pair in discourse.flows, pair[::-1] in discourse.flows, bool(discourse.flows))  # fmt: skip
    if item is not None:
        last = "" if not discourse.last_item else "continued" if item.key == discourse.last_item else "changed"
        yield item_features, (item.mention.qty is not None, item.sort, last, bool(item.back))


@naming("kind")
def side_features(opening: Opening, name: str, home: bool, topic: int, makes: bool | None) -> Found:
    """A giver or taker: at home, a topic of the text, of the state that makes the item."""
    yield f"{opening.kind}:{name}:{'home' if home else 'abroad'}", 1.0
    yield f"{opening.kind}:{name}:topic{topic}", 1.0
    if makes is not None:
        yield f"{opening.kind}:{name}:{'makes' if makes else 'makes-not'}", 1.0


@naming("kind")
def pair_features(opening: Opening, one: bool, giver: int, taker: int, told: bool, turned: bool, any_told: bool) -> Found:
    """Giver and taker: of one state, topics of the text, told so before or the other way round."""
    kind = opening.kind
    yield f"{kind}:{'one-state' if one else 'two-states'}", 1.0
    yield f"{kind}:topics{giver}>{taker}", 1.0
    if told:
        yield "flow-told", 1.0
        yield f"{kind}:flow-told", 1.0
    if turned:
        yield "flow-turned", 1.0
        yield f"{kind}:flow-turned", 1.0
    if any_told and not told and not turned:
        yield "flow-new", 1.0


@naming("kind")
def item_features(opening: Opening, counted: bool, sort: str, last: str, back: bool) -> Found:
    """The item: counted, of which sort, the one that was told of last."""
    yield f"{opening.kind}:item:{'counted' if counted else 'plain'}:{sort}", 1.0
    if last:
        yield f"item:{last}:{'back' if back else 'here'}", 1.0
