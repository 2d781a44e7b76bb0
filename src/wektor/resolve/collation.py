"""Collation: the deals of the press and the rows of a trade register laid side by side.

A pure function of both: which row tells of which deal, where the two agree, where they differ, and what only one has.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from wektor.model.claims import Quantity
from wektor.model.register import Cell, ClaimRecord, Deal, Reason
from wektor.resolve.facts import Span, days_of
from wektor.resolve.knowledge import Knowledge

Outcome = Literal["agree", "differ", "only here", "only there"]
_ORIGIN = "register"
_ENOUGH = 0.5
_NEAR, _FAR = 366, 3 * 366  # days between two dates of an order that are near, and that are too far apart


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """What a register says of one order: entity ids and states, the years of order and delivery, numbers, its claims."""

    id: str
    givers: frozenset[str]
    takers: frozenset[str]
    item: str
    cls: str | None = None
    ordered: float | None = None
    delivered: float | None = None
    signed: str | None = None
    handed: str | None = None
    claims: tuple[str, ...] = ()


class Difference(msgspec.Struct, frozen=True):
    """A field on which press and register differ: what here, what there."""

    field: str
    here: str
    there: str


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the comparison: a deal, a row, or both; why they belong together, and what they differ on."""

    outcome: Outcome
    deal: str | None = None
    row: str | None = None
    states: tuple[str, ...] = ()
    item: str = ""
    differences: tuple[Difference, ...] = ()
    reasons: tuple[Reason, ...] = ()


def lines_of(records: Iterable[ClaimRecord]) -> Iterator[Line]:
    """The rows of a register, from the claims that were read from each."""
    held: dict[str, list[ClaimRecord]] = {}
    for record in records:
        held.setdefault(record.document, []).append(record)
    return (_line(document, rows) for document, rows in held.items())


def _line(document: str, records: Sequence[ClaimRecord]) -> Line:
    order = next((r.claim for r in records if r.claim.kind in ("order", "aid")), records[0].claim)
    handed = next((r.claim for r in records if r.claim.kind == "delivery"), None)
    item = next(iter(order.roles.get("item", ())))
    return Line(id=document, givers=_states(order.roles.get("supplier", ())), takers=_states(order.roles.get("recipient", ())),
                item=str(getattr(item, "id", "")), cls=getattr(item, "cls", None), ordered=_number(order.roles.get("quantity", ())),
                delivered=_number(handed.roles.get("quantity", ())) if handed else None, signed=order.date,
                handed=handed.date if handed else None, claims=tuple(r.id for r in records))  # fmt: skip


def _states(fillers: Iterable[object]) -> frozenset[str]:
    return frozenset(str(getattr(f, "state", None) or getattr(f, "id", "")) for f in fillers)


def _number(fillers: Iterable[object]) -> float | None:
    value = next((f.value for f in fillers if isinstance(f, Quantity)), None)
    return None if value is None else float(value[0] if isinstance(value, tuple | list) else value)


class Press(msgspec.Struct, frozen=True, kw_only=True):
    """What the press alone says of a deal."""

    id: str
    givers: frozenset[str]
    takers: frozenset[str]
    families: frozenset[str]
    classes: frozenset[str]
    ordered: tuple[Cell, ...]
    delivered: tuple[Cell, ...]
    signed: tuple[str, ...]
    handed: tuple[str, ...]
    item: str


def press_of(deal: Deal, origins: Mapping[str, str], knowledge: Knowledge) -> Press | None:
    """The deal without what registers say of it; None where only registers tell of it. ``origins``: claim to origin."""
    own = frozenset(c for c in deal.claims if origins.get(c, "press") != _ORIGIN)
    if not own:
        return None
    items = [str(c.value) for c in _told(deal.items, own)]
    stages = {s.name: tuple(str(c.value) for c in (*_told(s.actual, own), *_told(s.planned, own))) for s in deal.stages}
    return Press(id=deal.id, givers=frozenset(deal.giver_states), takers=frozenset(deal.taker_states),
                 families=frozenset(i.partition("/")[0] for i in items), classes=frozenset(knowledge.classes(deal.cls)),
                 ordered=_told(deal.ordered, own), delivered=_told(deal.delivered, own), item=items[0] if items else "",
                 signed=(*stages.get("ordered", ()), *stages.get("agreed", ())), handed=stages.get("delivered", ()))  # fmt: skip


def _told(cells: Iterable[Cell], own: frozenset[str]) -> tuple[Cell, ...]:
    return tuple(c for c in cells if c.judgement or not own.isdisjoint(c.sources))


def collate(deals: Iterable[Deal], lines: Iterable[Line], knowledge: Knowledge, origins: Mapping[str, str] | None = None) -> list[Comparison]:
    """Deals and rows side by side: each row goes with the deal that it fits best, each deal with one row at most."""
    press = {p.id: p for d in deals if (p := press_of(d, origins or {}, knowledge))}
    rows = {line.id: line for line in lines}
    by_taker: dict[str, list[Press]] = {}
    for one in press.values():
        for state in one.takers:
            by_taker.setdefault(state, []).append(one)
    pairs = [(match, p.id, line.id) for line in rows.values() for p in _near(line, by_taker) if (match := _match(p, line, knowledge))]
    pairs.sort(key=lambda t: (-sum(r.weight for r in t[0]), t[1], t[2]))
    return [*_both(pairs, press, rows)]


def _near(line: Line, by_taker: Mapping[str, list[Press]]) -> list[Press]:
    found = {p.id: p for state in line.takers for p in by_taker.get(state, ())}
    return list(found.values())


def _both(pairs: Iterable[tuple[tuple[Reason, ...], str, str]], press: Mapping[str, Press], rows: Mapping[str, Line]) -> Iterator[Comparison]:
    deals_left, rows_left = dict(press), dict(rows)
    for reasons, deal, row in pairs:
        if deal in deals_left and row in rows_left:
            here, there = deals_left.pop(deal), rows_left.pop(row)
            found = tuple(_differences(here, there))
            yield Comparison(outcome="differ" if found else "agree", deal=deal, row=row, states=tuple(sorted(here.givers | here.takers)),
                             item=here.item or there.item, differences=found, reasons=reasons)  # fmt: skip
    for here in deals_left.values():
        yield Comparison(outcome="only here", deal=here.id, states=tuple(sorted(here.givers | here.takers)), item=here.item)
    for there in rows_left.values():
        yield Comparison(outcome="only there", row=there.id, states=tuple(sorted(there.givers | there.takers)), item=there.item)


def _match(here: Press, there: Line, knowledge: Knowledge) -> tuple[Reason, ...] | None:
    """Why a row tells of a deal, or None if it does not."""
    if here.givers and there.givers and here.givers.isdisjoint(there.givers):
        return None
    reasons = [r for r in (_same_item(here, there, knowledge), _same_giver(here, there), _same_number(here, there), _same_time(here, there)) if r]
    item = next((r for r in reasons if r.code == "item"), None)
    return tuple(reasons) if item and sum(r.weight for r in reasons) >= _ENOUGH else None


def _same_item(here: Press, there: Line, knowledge: Knowledge) -> Reason | None:
    if there.item.partition("/")[0] in here.families:
        return Reason("item", "same type", 0.5)
    known = {f for f in here.families if f.startswith("eq:")}
    if not known and there.cls and here.classes & set(knowledge.classes(there.cls)):
        return Reason("item", "same class; the press names no type", 0.25)
    return None


def _same_giver(here: Press, there: Line) -> Reason | None:
    return Reason("giver", "same giver", 0.2) if here.givers & there.givers else None


def _same_number(here: Press, there: Line) -> Reason | None:
    if there.ordered is None or not here.ordered:
        return None
    same = any(low <= there.ordered <= high for low, high in map(_bounds, here.ordered))
    return Reason("number", "same number", 0.25) if same else Reason("number", "another number", -0.1)


def _same_time(here: Press, there: Line) -> Reason | None:
    gaps = [_gap(a, b) for x in here.signed if (a := days_of(x)) for y in (there.signed,) if (b := days_of(y))]
    gaps += [_gap(a, b) for x in here.handed if (a := days_of(x)) for y in (there.handed,) if (b := days_of(y))]
    if not gaps:
        return None
    if min(gaps) <= _NEAR:
        return Reason("date", "at the same time" if min(gaps) == 0 else "within a year", 0.25 if min(gaps) == 0 else 0.1)
    return Reason("date", "years apart", -0.3 if min(gaps) > _FAR else -0.1)


def _gap(a: Span, b: Span) -> int:
    return max(a[0] - b[1], b[0] - a[1], 0)


def _bounds(cell: Cell) -> tuple[float, float]:
    value = cell.value
    if isinstance(value, tuple | list):
        return float(value[0]), float(value[1])
    return (float(value), float(value)) if isinstance(value, int | float) else (0.0, -1.0)


def _differences(here: Press, there: Line) -> Iterator[Difference]:
    """Numbers that no source of the press has, years that exclude each other, another giver."""
    for field, cells, number in (("ordered", here.ordered, there.ordered), ("delivered", here.delivered, there.delivered)):
        if cells and number is not None and not any(low <= number <= high for low, high in map(_bounds, cells)):
            yield Difference(field, " or ".join(_say(c) for c in cells), f"{number:g}")
    for field, told, date in (("order year", here.signed, there.signed), ("delivery years", here.handed, there.handed)):
        spans = [d for t in told if (d := days_of(t))]
        row = days_of(date)
        if spans and row and all(_gap(s, row) > 0 for s in spans):
            yield Difference(field, " or ".join(told), str(date))


def _say(cell: Cell) -> str:
    low, high = _bounds(cell)
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"
