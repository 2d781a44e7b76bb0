"""A matter compared with a deal so far: the reasons for and against, each with its weight.

The weights are set by hand: two that agree in parties and type and contradict in nothing belong together; numbers and
dates that agree bind, those that disagree part; a single contradiction among much agreement does not part.
"""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from wektor.model.register import Reason
from wektor.resolve.facts import Fact, Span, distance, same_row
from wektor.resolve.matters import Matter

ACCEPT = 0.5
SIGNING = frozenset({"order", "aid", "agreement", "venture", "technology_transfer"})
BUYING = frozenset({"order", "aid", "selection"})
_INTENT = frozenset({"letter_of_intent", "memorandum"})
_MONTH = 30.5

_ROW = Reason("row", "the same row of a trade register", 1.0)
_ROWS = Reason("row", "another row of a trade register", -2.0)
_TYPE = Reason("item", "same taker and type of equipment", 0.45)
_CLASS = Reason("item", "same taker and class of equipment", 0.35)
_BARE = Reason("item", "same parties, no equipment named", 0.3)
_VARIANT = Reason("variant", "same variant", 0.1)
_VARIANTS = Reason("variant", "different variants", -0.6)
_GIVER = Reason("giver", "same giver", 0.2)
_MAKERS = Reason("makers", "made by other firms", -0.3)
_GIVERS = Reason("giver", "different givers", -1.0)
_FIRM = Reason("firm", "same firm", 0.1)
_WORKS = Reason("makers", "made by the same firm", 0.2)
_BEGUN = Reason("date", "begun at the same time", 0.25)
_FORCES = Reason("taker", "different forces take it", -0.35)
_MAKE = Reason("kind", "one is about making it, the other about having it", -0.35)
_ARTICLE = Reason("article", "told beside it in the same article", 0.2)
_BESIDE = Reason("article", "told beside it in the same article", 0.1)
_GIFT = Reason("kind", "one is given, the other bought", -0.5)
_NAME = Reason("name", "same name of the venture", 0.3)
_NAMES = Reason("name", "different names of the venture", -0.4)
_NUMBER = Reason("number", "same number", 0.35)
_NUMBERS = Reason("number", "quite different numbers", -0.35)
_OTHER = Reason("number", "different numbers", -0.15)
_HELD = Reason("number", "the article tells of an order of another number beside it", -0.4)
_WHOLE = Reason("number", "delivered as many as were ordered", 0.1)
_AGAIN = Reason("number", "all that was ordered had come before", -0.4)
_TRANCHE = Reason("number", "a part of the number ordered", 0.05)
_EXCESS = Reason("number", "more delivered than ordered", -0.3)
_VALUE = Reason("value", "same value", 0.35)
_VALUED = Reason("value", "nearly the same value", 0.15)
_VALUES = Reason("value", "different values", -0.25)
_DAY = Reason("date", "signed at the same time", 0.3)
_NEAR = Reason("date", "signed within half a year", 0.05)
_APART = Reason("date", "signed more than half a year apart", -0.25)
_FAR = Reason("date", "signed more than eighteen months apart", -0.6)
_NEWS = Reason("press", "each was news when it was signed", -0.25)
_BEFORE = Reason("order", "delivered before it was ordered", -0.6)
_LATER = tuple(Reason("order", f"follows {n} to {n + 1} years later" if n else "follows within a year", round(0.15 - 0.04 * n, 2)) for n in range(9))
_LATE = Reason("order", "more than nine years after the order", -0.5)
_EXPECTED = Reason("order", "follows what was planned", 0.05)
_MEANWHILE = Reason("date", "planned when the other was signed", 0.15)
_FURTHER = Reason("order", "to be bought more than a year after the other was signed", -0.4)
_PRESS = Reason("press", "reported at the same time", 0.1)
_AGES = Reason("press", "reported more than five years apart, undated", -0.3)
_T = TypeVar("_T")


class Profile(msgspec.Struct):
    """What a deal's matters say so far, as sets and spans."""

    givers: set[str] = set()
    giver_states: set[str] = set()
    takers: set[str] = set()
    makers: set[str] = set()
    variants: set[str] = set()
    kinds: set[str] = set()
    names: set[str] = set()
    signers: set[str] = set()
    numbers: dict[str, list[tuple[Span, Span | None, str]]] = {}
    made: bool = False
    bought: bool = False
    ordered: list[Span] = []
    delivered: list[Span] = []
    values: list[tuple[str, float]] = []
    signed: list[Span] = []
    news: list[Span] = []
    planned: list[Span] = []
    intents: list[Span] = []
    handed: list[Span] = []
    press: list[int] = []
    life: list[int] = []
    rows: set[str] = set()

    def lives(self, days: Span | None, slack: int) -> bool:
        """Whether days fall into what is told of the deal, give or take some; yes where nothing is known."""
        return days is None or not self.life or (days[0] <= self.life[1] + slack and days[1] >= self.life[0] - slack)

    def take(self, m: Matter, published: int | None) -> None:
        """Let the matter's values join."""
        f = m.fact
        self.givers.update(m.givers)
        self.giver_states.update(m.giver_states)
        self.takers.update(m.takers)
        self.kinds.add(f.kind)
        self.made |= m.making
        self.makers |= _makers(m.takers) if m.making else frozenset()
        self.bought |= f.kind in BUYING or f.kind == "delivery"
        if f.kind in SIGNING:
            self.signers.add(f.document)
        if m.variant:
            self.variants.add(m.variant)
        if f.row:
            self.rows.add(f.row)
        if f.entity:
            self.names.add(f.entity.casefold())
        if published is not None:
            _grow(self.press, published)
            _grow(self.life, published)
        if f.amount is not None and f.currency:
            _once(self.values, (f.currency, f.amount))
        if f.quantity and f.unit != "people" and f.kind != "production":
            self._number(m, f.quantity)
        if f.days:
            _grow(self.life, f.days[0])
            _grow(self.life, f.days[1])
            if is_intent(m):
                _once(self.intents, f.days)
            elif f.status != "ended":  # the day of an end is none of signing or handing over
                _once(self.handed if f.kind in ("delivery", "operation") else self.planned if f.status == "planned" else self.signed, f.days)
            if is_news(f, published):
                _once(self.news, f.days)


    def _number(self, m: Matter, quantity: Span) -> None:
        if m.fact.kind in ("delivery", "operation"):
            if m.fact.status != "planned":
                _once(self.delivered, quantity)
        elif is_whole(m):
            _once(self.ordered, quantity)
            if m.fact.kind == "order":
                _once(self.numbers.setdefault(m.fact.document, []), (quantity, m.fact.days, m.fact.status))


def is_whole(m: Matter) -> bool:
    """Whether a claim's number says how many there are to be, not how many of them came, or no longer will."""
    return not m.part and m.fact.status != "ended"


def _once(held: list[_T], value: _T) -> None:
    if value not in held:
        held.append(value)


def _grow(bounds: list[int], day: int) -> None:
    bounds[:] = [min(bounds[0], day), max(bounds[1], day)] if bounds else [day, day]


def compare(m: Matter, p: Profile, published: int | None) -> list[Reason]:
    """The reasons for and against the matter being part of the deal; the sum of their weights decides."""
    reasons = [_TYPE if m.family else _CLASS if m.cls else _BARE]
    reasons += _rows(m, p) if m.fact.row and p.rows else []
    reasons += _parties(m, p)
    reasons += _item(m, p)
    reasons += _numbers(m, p)
    reasons += _dates(m, p, published)
    return reasons


def total(reasons: Iterable[Reason]) -> float:
    """The sum of the weights."""
    return sum(r.weight for r in reasons)


def _rows(m: Matter, p: Profile) -> list[Reason]:
    """A trade register's rows are deals: those of one register are told apart by it."""
    same = [same_row(m.fact.row, row) for row in p.rows]
    return [_ROW] if True in same else [_ROWS] if False in same else []


def _parties(m: Matter, p: Profile) -> list[Reason]:
    found = []
    if m.giver_states and p.giver_states:
        if p.giver_states.isdisjoint(m.giver_states):
            return [_GIVERS]
        found.append(_GIVER)
    if any(not g.startswith("state:") and g in p.givers for g in m.givers):
        found.append(_FIRM)
    if m.making and (mine := _makers(m.takers)) and (theirs := p.makers):
        found += [_MAKERS] if mine.isdisjoint(theirs) else [_WORKS] if p.made and m.fact.kind == "production" else []
    forces = [t for t in m.takers if _force(t)]
    if forces and (held := [t for t in p.takers if _force(t)]) and not set(forces) & set(held):
        found.append(_FORCES)
    return found


def _makers(takers: Iterable[str]) -> frozenset[str]:
    """Firms and ministries that stand for themselves, not for their state."""
    return frozenset(t for t in takers if not t.startswith("state:") and not _force(t))


def _force(ident: str) -> bool:
    """Whether an entity is an armed service, by the words that every such name is made of."""
    return ident.endswith(("-force", "-navy", "-army", "-guard")) or "-force-" in ident or "-navy-" in ident or "-army-" in ident


def _item(m: Matter, p: Profile) -> list[Reason]:
    found = []
    kind = m.fact.kind
    if m.variant and p.variants:
        alike = any(m.variant.startswith(v) or v.startswith(m.variant) for v in p.variants)
        found.append(_VARIANT if m.variant in p.variants else _VARIANTS if not alike else _TRANCHE)
    if (kind == "aid" and "order" in p.kinds and "aid" not in p.kinds) or (kind == "order" and "aid" in p.kinds and "order" not in p.kinds):
        found.append(_GIFT)
    if (m.making and p.bought and not p.made) or ((kind in BUYING or kind in ("delivery", "operation")) and p.made and not p.bought):
        found.append(_MAKE)
    if m.fact.document in p.signers and (m.making or is_loose(m.fact)):
        found.append(_ARTICLE if m.making else _BESIDE)
    if m.fact.entity and p.names:
        found.append(_NAME if m.fact.entity.casefold() in p.names else _NAMES)
    return found


def _numbers(m: Matter, p: Profile) -> list[Reason]:
    f, found = m.fact, []
    if f.quantity and f.unit != "people":
        part = f.kind in ("delivery", "operation") or not is_whole(m)
        found += _handed_over(m, f.quantity, p) if part else _ordered(f.quantity, p) if f.kind in BUYING else []
        if f.kind == "order" and not part and (told := p.numbers.get(f.document)) and not any(_one_order(f, f.quantity, *n) for n in told):
            found.append(_HELD)
    if f.amount is not None and (same := [v for c, v in p.values if c == f.currency]):
        gap = min(abs(f.amount - v) / max(f.amount, v, 1) for v in same)
        found += [_VALUE] if gap <= 0.02 else [_VALUED] if gap <= 0.1 else [_VALUES] if gap > 0.3 else []
    return found


def _one_order(fact: Fact, quantity: Span, other: Span, days: Span | None, status: str) -> bool:
    """Whether two numbers of one article may be of one order: the same, or both signed, launchers and missiles; not where one is only planned, or of another day."""
    alike = fact.status == status and (fact.days is None or days is None or _gap(fact.days, days) == 0)
    return _meet(quantity, other) or alike


def _meet(a: Span, b: Span) -> bool:
    """Whether two ranges of numbers have one in common."""
    return a[0] <= b[1] and b[0] <= a[1]


def _ordered(quantity: Span, p: Profile) -> list[Reason]:
    if not p.ordered:
        most = max((high for _, high in p.delivered), default=0)
        return [_EXCESS] if most > quantity[1] * 1.05 else [_NUMBER] if most == quantity[1] else []
    if any(_meet(quantity, n) for n in p.ordered):
        return [_NUMBER]
    gap = min(abs(quantity[1] - high) / max(quantity[1], high, 1) for _, high in p.ordered)
    return [] if gap <= 0.12 else [_OTHER] if gap <= 0.5 else [_NUMBERS]


def _handed_over(m: Matter, quantity: Span, p: Profile) -> list[Reason]:
    if not p.ordered:
        return [_NUMBER] if quantity in p.delivered else []
    most = max(high for _, high in p.ordered)
    if quantity[0] > most * 1.05:
        return [_EXCESS]
    days = m.fact.days
    if days and any(high >= most for _, high in p.delivered) and all(_gap(days, h) > 4 * _MONTH for h in p.handed):
        return [_AGAIN]
    return [_WHOLE] if any(q[1] == quantity[1] for q in p.ordered) else [_TRANCHE]


def _dates(m: Matter, p: Profile, published: int | None) -> list[Reason]:
    f = m.fact
    if f.days is None and _is_further(m, p, published):
        return [_FURTHER]
    if f.days is None:
        return _undated("delivery" if f.status == "ended" else f.kind, p, published)
    if f.status == "ended" or f.kind in ("delivery", "operation"):
        start = p.signed or p.planned
        return _after(f.days, min(start)) if start else _between(f.days, p.handed, 24)
    if f.status == "planned":
        between, foreseen = _between(f.days, p.planned, 24), _foreseen(f, f.days, p.signed)
        return foreseen if not between or total(foreseen) > max(0, total(between)) else between
    if f.kind == "production":
        if f.days in p.signed and p.made:
            return [_BEGUN]
        return _after(f.days, min(p.signed)) if p.signed else []
    if is_intent(m) and p.signed and f.days[0] <= min(p.signed)[1]:
        return _after(min(p.signed), f.days)
    if p.intents and (not p.signed or is_intent(m)):
        return _signing(min(distance(f.days, s) for s in p.intents)) if is_intent(m) else _after(f.days, min(p.intents))
    if p.signed and p.kinds & SIGNING:
        found = _signing(min(distance(f.days, s) for s in p.signed))
        return [*found, _NEWS] if found == [_FAR] and p.news and is_news(f, published) else found
    return _after(min(p.handed), f.days) if p.handed else []


def _is_further(m: Matter, p: Profile, published: int | None) -> bool:
    """Whether so many are still to be bought, or for so much, when the other had long been signed for."""
    fact, told = m.fact, not m.part and (m.fact.quantity is not None or m.fact.amount is not None)
    return bool(fact.kind in BUYING and fact.status == "planned" and told and p.signed and published and published > max(s[1] for s in p.signed) + 12 * _MONTH)


def is_intent(m: Matter) -> bool:
    """Whether what was signed is a letter of intent to buy, or the like, which an order follows."""
    return m.fact.kind == "agreement" and m.fact.attribute in _INTENT and not m.making and m.fact.status != "planned"


def is_loose(fact: Fact) -> bool:
    """Whether what follows from a deal is told without a day: the article says which deal is meant."""
    return fact.days is None and fact.kind in ("delivery", "operation")


def is_news(fact: Fact, published: int | None) -> bool:
    """Whether a signature was told of when it was given."""
    return (published is not None and fact.days is not None and fact.kind in SIGNING and fact.status not in ("planned", "ended")
            and fact.days[1] - fact.days[0] <= 2 * _MONTH and abs(published - fact.days[1]) <= 2 * _MONTH)  # fmt: skip


def _foreseen(fact: Fact, days: Span, signed: list[Span]) -> list[Reason]:
    """What is planned for a day, beside what was signed."""
    if not signed:
        return []
    gap = min(_gap(days, s) for s in signed)
    further = fact.kind in BUYING and days[0] > max(s[1] for s in signed)  # what is still to be bought long after a signing is another purchase
    if gap >= (24 if further else 36) * _MONTH:
        return [_APART] if further else []
    return [_MEANWHILE if gap <= 1.6 * _MONTH else _EXPECTED]


def _signing(days: float) -> list[Reason]:
    months = days / _MONTH
    return [_DAY] if months <= 1.6 else [_NEAR] if months <= 6 else [_APART] if months <= 18 else [_FAR]


def _undated(kind: str, p: Profile, published: int | None) -> list[Reason]:
    """Without a date the day of publication says when it was news."""
    if published is None:
        return []
    dated = p.press or [min(s)[0] for s in (p.signed, p.handed) if s]
    if not dated:
        return []
    gap = max(min(dated) - published, published - max(dated), 0)
    if kind in SIGNING and gap > 24 * _MONTH:
        return [_APART]
    return [_PRESS] if gap <= 1.6 * _MONTH else [_AGES] if gap > 60 * _MONTH else []


def _gap(a: Span, b: Span) -> int:
    """Days between two spans; 0 where they overlap."""
    return max(a[0] - b[1], b[0] - a[1], 0)


def _after(later: Span, earlier: Span) -> list[Reason]:
    if later[1] < earlier[0] - 45:
        return [_BEFORE]
    years = max(0, int((later[0] - earlier[1]) / (12 * _MONTH)))
    return [_LATE if years >= len(_LATER) else _LATER[years]]


def _between(days: Span, held: list[Span], months: int) -> list[Reason]:
    if not held:
        return []
    gap = min(_gap(days, h) for h in held)
    return [_NEAR] if gap <= 3 * _MONTH else [_APART] if gap > months * _MONTH else []
