"""Matters: facts with their names resolved, and what the rest of the article lends to one that leaves something out."""

from collections.abc import Iterable

import msgspec

from wektor.resolve.facts import EVENTS, Fact, Span, distance
from wektor.resolve.names import Names

States = tuple[str, ...]
MAKING = frozenset({"production", "venture", "technology_transfer"})
_NEW = MAKING | {"selection"}  # what is made or sought is not what is only fielded
_ERA = 3 * 366  # days: what an article tells of a time farther off is not about the same equipment …
_LIFE = 9 * 366  # … but for what follows from a deal
_FOLLOWS = frozenset({"delivery", "production", "operation"})
_HANDING = frozenset({"order", "aid", "delivery", "operation"})
_SEASON = 183  # days: an order farther off is not what an agreement is about


class Matter(msgspec.Struct, gc=False):
    """A fact as matching sees it: who gives, who takes (entity ids and states), the family of equipment, its class."""

    fact: Fact
    givers: tuple[str, ...] = ()
    giver_states: States = ()
    takers: tuple[str, ...] = ()
    taker_states: States = ()
    directed: bool = True
    family: str | None = None
    variant: str | None = None
    cls: str | None = None
    maker: str | None = None
    lent: str = ""
    making: bool = False
    part: bool = False  # its number is that of what the same words say was handed over


def resolve_document(facts: list[Fact], names: Names) -> list[Matter]:
    """The matters of one article, in its order, completed from each other."""
    matters = [_resolve(f, names) for f in sorted(facts, key=lambda f: (f.start, f.claim))]
    for matter in matters:
        if matter.fact.kind not in EVENTS:
            _lend_item(matter, matters, names)
    for matter in matters:
        _right(matter, matters)
    for matter in matters:
        _turn(matter, matters, names)
    for matter in matters:
        _lend_side(matter, matters)
    for matter in matters:
        _count(matter, matters)
        _pay(matter, matters)
    for matter in matters:
        matter.making = matter.fact.kind in MAKING
    for matter in matters:
        matter.making |= matter.fact.kind == "agreement" and _about_making(matter, matters)
    return matters


def _about_making(matter: Matter, matters: list[Matter]) -> bool:
    """Whether an agreement is about making the type, not buying it: the article's other claims tell; an order of another time does not."""
    kin = [m for m in matters if _same_thing(m, matter) and m is not matter and (_both(m) & _both(matter))]
    return any(m.fact.kind in MAKING for m in kin) and not any(m.fact.kind == "order" and _within(m.fact.days, matter.fact.days, _SEASON) for m in kin)


def _same_thing(a: Matter, b: Matter) -> bool:
    """Whether two claims name the same type, or else the same class, or neither names any."""
    return a.family == b.family and (a.family is not None or a.cls == b.cls)


def _within(a: Span | None, b: Span | None, days: int) -> bool:
    """Whether two dates may lie within so many days of each other; yes where one is not known."""
    return a is None or b is None or distance(a, b) <= days


def _contemporary(matter: Matter, family: str | None, matters: list[Matter]) -> bool:
    """Whether the article speaks of a type at the time of a claim; yes where it gives no dates."""
    told = [m.fact.days for m in matters if m.family == family and m.lent == "" and m.fact.days and _related(matter, m)]
    days = matter.fact.days
    later = days is not None and matter.fact.kind in _FOLLOWS
    return not told or any(_within(d, days, _LIFE if later and days and d[0] <= days[1] else _ERA) for d in told)


def _resolve(fact: Fact, names: Names) -> Matter:
    givers, takers = ([names.who(n) for n in group] for group in (fact.givers, fact.takers or fact.parties))
    matter = Matter(fact, _ids(p.id for p in givers), _ids(p.state for p in givers), _ids(p.id for p in takers), _ids(p.state for p in takers))
    matter.directed = not fact.parties and not (fact.kind == "production" and not givers and len(matter.taker_states) > 1)
    for number in fact.items:
        link = names.what(number)
        if link is not None:
            matter.family, matter.variant, matter.maker = link.family, link.variant, link.state
        matter.cls = matter.cls or names.class_of(number)
        if matter.family:
            break
    return matter


def _ids(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({v for v in values if v}))


def _both(matter: Matter) -> frozenset[str]:
    return frozenset(matter.giver_states + matter.taker_states)


def _lend_item(matter: Matter, matters: list[Matter], names: Names) -> None:
    """ "The drones", "this agreement": the type that the article names nearest before, between the same states."""
    if matter.family is not None:
        return
    if twin := _twin(matter, matters):
        _lend(twin, matter, matters)
        return
    mine = names.knowledge.classes(matter.cls)
    near = [m for m in matters if m.family and m.lent == "" and _related(matter, m) and _fits(mine, names.knowledge.classes(m.cls))]
    kin = {m.family: [k for k in matters if k.family == m.family and k is not matter] for m in near}
    near = [m for m in near if _contemporary(matter, m.family, matters) and _possible(matter, kin[m.family])]
    if not near or (matter.cls is None and len({m.family for m in near}) > 1):
        return
    before = [m for m in near if m.fact.start <= matter.fact.start]
    lender = before[-1] if before else near[0]
    if not before and len({m.family for m in near}) > 1:
        return
    _lend(lender, matter, matters)


def _lend(lender: Matter, matter: Matter, matters: list[Matter]) -> None:
    """Give a matter the type of another, and its variant where the article names one alone."""
    variants = {m.variant for m in matters if m.family == lender.family and m.lent == ""}
    matter.family, matter.cls, matter.maker, matter.lent = lender.family, lender.cls, lender.maker, "i"
    matter.variant = lender.variant if len(variants) == 1 else None


def _twin(matter: Matter, matters: list[Matter]) -> Matter | None:
    """The same instrument named before with its equipment: "the memorandum" is the one of that day between the same states."""
    if matter.fact.kind != "agreement" or matter.cls or not matter.fact.days:
        return None
    alike = [m for m in matters if m.family and m.lent == "" and _instrument(m) == _instrument(matter) and _both(m) == _both(matter)]
    return alike[0] if len({m.family for m in alike}) == 1 else None


def _instrument(matter: Matter) -> tuple[str, str | None, Span | None]:
    return matter.fact.kind, matter.fact.attribute, matter.fact.days


def _related(a: Matter, b: Matter) -> bool:
    """Whether what both say of the sides can hold together: a common taker, or the same two states."""
    if a.directed and b.directed:
        return _meet(a.taker_states, b.taker_states) and _meet(a.giver_states, b.giver_states)
    return len(_both(a) & _both(b)) >= min(2, len(_both(a)), len(_both(b)))


def _possible(matter: Matter, kin: list[Matter]) -> bool:
    """Whether a type that the article names can be meant: where it is made or sought, or nothing is said of it, not one that is
    only fielded; and not one that other states give or other firms make."""
    fielded = all(m.fact.kind == "operation" for m in kin)
    givers = {s for m in kin for s in m.giver_states}
    given = not matter.giver_states or not givers or not givers.isdisjoint(matter.giver_states)
    return given and not (fielded and (matter.cls is None or matter.fact.kind in _NEW)) and not _made_elsewhere(matter, kin)


def _made_elsewhere(matter: Matter, kin: list[Matter]) -> bool:
    """Whether the matter names a firm that makes it, and the claims on the type name others."""
    mine, theirs = _firms(matter), {f for m in kin for f in _firms(m)}
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _firms(matter: Matter) -> frozenset[str]:
    makers = (*matter.givers, *(matter.takers if matter.fact.kind in MAKING or not matter.directed else ()))
    return frozenset(m for m in makers if not m.startswith("state:"))


def _meet(a: States, b: States) -> bool:
    return not a or not b or not set(a).isdisjoint(b)


def _fits(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one class is the other or a wider one; no class fits all."""
    return not a or not b or a[0] in b or b[0] in a


def _side_by_side(a: Matter, b: Matter) -> bool:
    """Whether two claims rest on the same words."""
    return a is not b and a.fact.start < b.fact.end and b.fact.start < a.fact.end


def _right(matter: Matter, matters: list[Matter]) -> None:
    """In one sentence the same type does not go both ways, nor the same number of it in one article: the less certain claim goes as the more certain one has it."""
    if matter.family is None or matter.fact.kind not in _HANDING or not matter.giver_states:
        return
    turned = matter.taker_states, matter.giver_states
    near = [m for m in matters if m.family == matter.family and m.fact.kind in _HANDING and (m.giver_states, m.taker_states) == turned]
    if any((_side_by_side(matter, m) or _as_many(matter, m)) and _certain(m) > _certain(matter) for m in near):
        matter.givers, matter.takers = matter.takers, matter.givers
        matter.giver_states, matter.taker_states = turned


def _as_many(a: Matter, b: Matter) -> bool:
    return a.fact.quantity is not None and a.fact.quantity == b.fact.quantity and (a.fact.days is None or b.fact.days is None)


def _certain(matter: Matter) -> tuple[float, int]:
    return matter.fact.confidence, -matter.fact.start


def _count(matter: Matter, matters: list[Matter]) -> None:
    """Mark an order whose number is what the same words say came of it: "two of those ordered arrived"."""
    if matter.fact.kind == "order" and (number := matter.fact.quantity):
        come = [m for m in matters if m.fact.kind == "delivery" and m.fact.status in ("done", "ongoing") and m.fact.quantity == number]
        matter.part = any(m.family == matter.family and _side_by_side(matter, m) for m in come)


def _pay(matter: Matter, matters: list[Matter]) -> None:
    """A sum that an article names for a number and for one only planned is paid for the first: "eight for 96 million, with an option for four"."""
    f = matter.fact
    if f.kind == "order" and f.amount is not None and f.quantity:
        first = next(m.fact for m in matters if m.family == matter.family and m.fact.kind == "order" and m.fact.quantity and m.fact.amount == f.amount)
        if first.quantity != f.quantity and first.status != f.status:
            matter.fact = msgspec.structs.replace(f, amount=None, currency=None)


def _turn(matter: Matter, matters: list[Matter], names: Names) -> None:
    """Give parties, and makers who work together, their direction: from the maker's state, else as the article's other claims have it.

    Where the same words give the type by one of many parties to another, the agreement on it is theirs. A firm of no one state
    gives where the article's other claims on the type have it so."""
    if matter.directed or len(matter.taker_states) < 2:
        _turn_to_firm(matter, matters)
        return
    told = [m for m in matters if m.directed and m.giver_states and m.taker_states and _both(m) <= _both(matter)]
    own = {_both(m) for m in told if m.family == matter.family and matter.family and _side_by_side(m, matter)}
    sides = own.pop() if len(own) == 1 else _both(matter)
    givers: set[str] = {matter.maker} & sides if matter.maker else set()
    if not givers:
        givers = set(told[0].giver_states) - set(told[0].taker_states) if told else set()
    if givers and givers != sides:
        parties = [p for p in map(names.who, matter.fact.parties or matter.fact.takers) if p.state in sides or p.state is None]
        giving, taking = [p for p in parties if p.state in givers], [p for p in parties if p.state not in givers]
        matter.givers, matter.giver_states = _ids(p.id for p in giving), _ids(p.state for p in giving)
        matter.takers, matter.taker_states = _ids(p.id for p in taking), _ids(p.state for p in taking)
        matter.directed = True


def _turn_to_firm(matter: Matter, matters: list[Matter]) -> None:
    if matter.directed or matter.family is None or not matter.taker_states:
        return
    told = {g for m in matters if m.family == matter.family and m.directed and m.taker_states == matter.taker_states for g in m.givers}
    giving = tuple(t for t in matter.takers if t in told and not t.startswith("state:"))
    if giving and len(giving) < len(matter.takers):
        matter.givers, matter.takers, matter.directed = giving, tuple(t for t in matter.takers if t not in giving), True


def _lend_side(matter: Matter, matters: list[Matter]) -> None:
    """A side that is left out, where every claim of the article about this type has the same one."""
    if matter.family is None or not matter.directed or matter.fact.kind in EVENTS:
        return
    kin = [m for m in matters if m.family == matter.family and m.directed and m is not matter and m.fact.kind not in EVENTS]
    if matter.fact.kind == "production" and not matter.giver_states:
        abroad = {m.taker_states: m for m in kin if set(m.giver_states) & set(matter.taker_states) and m.taker_states != matter.taker_states}
        if len(abroad) == 1:
            matter.givers, matter.giver_states = matter.takers, matter.taker_states
            matter.takers, matter.taker_states, matter.lent = (), next(iter(abroad)), matter.lent + "t"
            return
    if not matter.taker_states and len(found := {m.taker_states for m in kin if m.taker_states and _meet(matter.giver_states, m.giver_states)}) == 1:
        matter.taker_states, matter.lent = found.pop(), matter.lent + "t"
    elif not matter.giver_states and len(found := {m.giver_states for m in kin if m.giver_states and m.taker_states == matter.taker_states}) == 1:
        matter.giver_states, matter.lent = found.pop(), matter.lent + "g"
