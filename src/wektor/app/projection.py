"""Deals, events and entities as stores keep them: their JSON, and the keys by which views find them.

Keys read ``deal:state:KAZ``: what it is, which filter, its value. ``deal:all`` is every deal.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

import msgspec

from wektor.analysis.holdings import Records, days_of
from wektor.analysis.outlines import detail_deal, detail_event, label, outline_deal, outline_event
from wektor.model.ledger import Holding, Thing
from wektor.model.outlines import Detail, Label, Outline
from wektor.model.register import Change, Deal, Entity, Event, MergeExplanation

Classes = Callable[[str | None], tuple[str, ...]]  # a class and the wider ones
_NONE = Detail()
_COUNTED = range(2, 11)  # numbers of sources that have a key of their own
_STATES = 12  # more parties than this make no pairs


def project(change: Change, classes: Classes, records: Records) -> Iterator[Thing]:
    """The things of a change; ``records`` holds the claims of its deals and events."""
    for deal in change.deals.values():
        yield deal_thing(deal, classes, records)
    for event in change.events.values():
        yield event_thing(event, records)
    for entity in change.entities.values():
        yield entity_thing(entity, classes)
    for claim, why in change.aside.items():
        yield _thing("aside", claim, why, ["aside:all"], "", "", 0)


def deal_thing(deal: Deal, classes: Classes, records: Records) -> Thing:
    """A deal with its keys, its places on the timelines of its states, and what it says of their fleets."""
    states = sorted({*deal.giver_states, *deal.taker_states})
    keys = [*_common("deal", deal.kind, deal.status, states, deal.independent, deal.claims)]
    keys += [f"deal:giver:{s}" for s in deal.giver_states] + [f"deal:taker:{s}" for s in deal.taker_states]
    keys += [f"deal:firm:{c.value}" for c in (*deal.givers, *deal.takers) if not str(c.value).startswith("state:")]
    keys += [f"deal:item:{i}" for c in deal.items for i in _items(str(c.value))] + [f"deal:class:{fold(c)}" for c in classes(deal.cls)]
    keys += ["deal:conflict"] * bool(deal.conflicts) + [f"deal:standing:{deal.standing}"]
    days = [day for stage in deal.stages for c in (*stage.actual[:1], *(() if stage.actual else stage.planned[:1])) if (day := days_of(str(c.value))[0])]
    detail = detail_deal(deal, records)
    return _thing("deal", deal.id, deal, keys, days_of(deal.first)[0], days_of(deal.last)[1], deal.independent, places=_places(states, days),
                  holdings=_merge(detail.holdings), outline=outline_deal(deal, records), detail=detail)  # fmt: skip


def event_thing(event: Event, records: Records) -> Thing:
    """An event with its keys, its place on the timelines of its states, and a fleet that it reports."""
    keys = [*_common("event", event.kind, event.status, event.states, event.independent, event.claims)]
    keys += [f"event:firm:{p}" for p in event.parties if not p.startswith("state:")]
    keys += [f"event:item:{i}" for item in event.items for i in _items(item)]
    detail, (first, last) = detail_event(event, records), days_of(event.date)
    return _thing("event", event.id, event, keys, first, last, event.independent, places=_places(event.states, [first] if first else []),
                  holdings=_merge(detail.holdings), outline=outline_event(event, records), detail=detail)  # fmt: skip


def entity_thing(entity: Entity, classes: Classes) -> Thing:
    """An entity with its keys; the most named stand first."""
    keys = ["entity:all", f"entity:kind:{entity.kind}", "entity:known" if entity.known else "entity:new"]
    keys += [f"entity:state:{entity.state}"] * bool(entity.state) + [f"entity:class:{fold(c)}" for c in classes(entity.cls)]
    keys += [f"entity:name:{fold(text)}" for text in sorted({entity.name, *(n.text for n in entity.names[:50])})]
    count = sum(n.count for n in entity.names)
    return _thing("entity", entity.id, entity, keys, "", "", 0, sort=f"{count:010d}", outline=label(entity))


def doubt_thing(doubt: MergeExplanation) -> Thing:
    """A pair that a person should see; the surest first."""
    return _thing("doubt", f"{doubt.left} | {doubt.right}", doubt, ["doubt:all"], "", "", 0, sort=f"{doubt.score:.4f}")


def fold(text: str) -> str:
    """A name as it is looked up: folded, spaces made one."""
    return " ".join(text.casefold().split())


def _common(what: str, kind: str, status: str, states: Iterable[str], independent: int, claims: Iterable[str]) -> Iterator[str]:
    yield from (f"{what}:all", f"{what}:kind:{kind}", f"{what}:status:{status}")
    yield from (f"{what}:state:{s}" for s in states)
    yield from (f"{what}:sources:{n}" for n in _COUNTED if n <= independent)
    yield from (f"claim:{c}" for c in claims)


def _items(item: str) -> tuple[str, ...]:
    """A type and the family it belongs to."""
    family = item.partition("/")[0]
    return (item,) if family == item else (item, family)


def _places(states: Iterable[str], days: Iterable[str]) -> tuple[tuple[str, str], ...]:
    held = sorted(states)[:_STATES]
    keys = [f"timeline:{s}" for s in held] + [f"timeline:{a}+{b}" for a, b in combinations(held, 2)]
    return tuple((key, day) for key in keys for day in dict.fromkeys(days))


def _merge(holdings: Iterable[Holding]) -> tuple[Holding, ...]:
    """One for each state and item: the first."""
    found: dict[tuple[str, str], Holding] = {}
    for holding in holdings:
        found.setdefault((holding.state, holding.item), holding)
    return tuple(found.values())


def _thing(what: str, id: str, value: object, keys: Iterable[str], first: str, last: str, independent: int, *, sort: str | None = None,
           places: tuple[tuple[str, str], ...] = (), holdings: tuple[Holding, ...] = (), outline: Outline | Label | None = None,
           detail: Detail = _NONE) -> Thing:  # fmt: skip
    body, found = msgspec.json.encode(value, order="deterministic"), tuple(dict.fromkeys(keys))
    mark = hashlib.blake2b(body + msgspec.json.encode([found, places, outline, detail]), digest_size=12).hexdigest()
    return Thing(what=what, id=id, body=body.decode(), sort=last if sort is None else sort, first=first, last=last, independent=independent,
                 keys=found, places=places, holdings=holdings, outline=_text(outline) if outline else "", detail=_text(detail), mark=mark)  # fmt: skip


def _text(value: object) -> str:
    return msgspec.json.encode(value, order="deterministic").decode()
