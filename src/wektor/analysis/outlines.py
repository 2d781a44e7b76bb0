"""Outlines made of deals, events and their claims; a view in outline."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec

from wektor.analysis.calendar import first_day
from wektor.analysis.holdings import holdings_of_deal, holdings_of_event
from wektor.analysis.plans import due_of
from wektor.analysis.sides import units_of, value_of
from wektor.model.claims import Actor, Filler
from wektor.model.outlines import Detail, Label, Outline, Survey, Who
from wektor.model.register import Cell, ClaimRecord, Deal, Entity, Event, View

Records = Mapping[str, ClaimRecord]
_MAKER = {"operation": "maker", "production": "licensor"}  # the role that says whose make it is


def outline_deal(deal: Deal, records: Records) -> Outline:
    """A deal in outline."""
    value, currency = value_of(deal) or (None, "")
    return Outline(deal.id, deal.kind, deal.status, deal.giver_states, deal.taker_states, _bodies(deal.givers), _bodies(deal.takers), deal.item, deal.cls,
                   deal.first, deal.last, came(deal), units_of(deal), value, currency, due_of(deal, records), *_told(deal.claims, records))  # fmt: skip


def outline_event(event: Event, records: Records) -> Outline:
    """An event in outline."""
    item = event.items[0] if event.items else None
    return Outline(event.id, event.kind, event.status, (), event.states, (), (), item, None, event.date, event.date, None, None, None, "", None,
                   *_told(event.claims, records))  # fmt: skip


def detail_deal(deal: Deal, records: Records) -> Detail:
    """What answers on one state ask of a deal besides."""
    own = _own(deal.claims, records)
    return Detail(rungs=tuple(str(c.value) for c in deal.localisation), parts=_whos(f for r in own for f in r.claim.roles.get("parts_supplier", ())),
                  makers=_makers(own), holdings=tuple(holdings_of_deal(deal, records)))  # fmt: skip


def detail_event(event: Event, records: Records) -> Detail:
    """What answers on one state ask of an event besides."""
    own = _own(event.claims, records)
    lessons = [(_whos(r.claim.roles.get("recipient", ())), _whos(r.claim.roles.get("supplier", ()))) for r in own] if event.kind == "training" else []
    return Detail(makers=_makers(own) if event.kind == "operation" else (), holdings=tuple(holdings_of_event(event, records)),
                  lessons=tuple((a, b) for a, b in lessons if a and b))  # fmt: skip


def label(entity: Entity) -> Label:
    """An entity without its spellings."""
    return Label(entity.id, entity.name, entity.kind, entity.state, entity.cls)


def came(deal: Deal) -> str | None:
    """The earliest date at which a deal got anywhere; what was only talked of or planned then does not count."""
    dates = [str(c.value) for s in deal.stages if s.name != "mooted" for c in s.actual if first_day(str(c.value))]
    return min(dates, key=lambda d: first_day(d) or "", default=None)


def survey_of(view: View | Survey) -> Survey:
    """A view in outline."""
    if isinstance(view, Survey):
        return view
    deals, events = view.deals.values(), view.events.values()
    details = {d.id: detail_deal(d, view.claims) for d in deals} | {e.id: detail_event(e, view.claims) for e in events}
    return Survey(deals={d.id: outline_deal(d, view.claims) for d in deals}, events={e.id: outline_event(e, view.claims) for e in events}, details=details,
                  entities={k: label(e) for k, e in view.entities.items()})  # fmt: skip


def _bodies(cells: Iterable[Cell]) -> tuple[str, ...]:
    return tuple(i for c in cells if not (i := str(c.value)).startswith("state:"))


def _own(claims: Iterable[str], records: Records) -> list[ClaimRecord]:
    return [records[c] for c in claims if c in records]


def _told(claims: Iterable[str], records: Records) -> tuple[int, msgspec.Raw, tuple[str | None, str | None]]:
    """The number of claims, their documents, and when the first and last were published."""
    own = {r.id: r for r in _own(claims, records)}.values()
    days = [r.published for r in own if r.published]
    papers = msgspec.Raw(msgspec.json.encode(sorted({_paper(r.document) for r in own})))
    return len(own), papers, (min(days, default=None), max(days, default=None))


@lru_cache(maxsize=1 << 14)
def _paper(document: str) -> int:
    return int.from_bytes(hashlib.blake2b(document.encode(), digest_size=7).digest(), "big")


def _makers(own: Iterable[ClaimRecord]) -> tuple[Who, ...]:
    """Whose make it is, as claims of a fleet and of licences tell."""
    return _whos(f for r in own for f in r.claim.roles.get(_MAKER.get(r.claim.kind, ""), ()))


def _whos(fillers: Iterable[Filler]) -> tuple[Who, ...]:
    return tuple(dict.fromkeys((f.id, f.state) for f in fillers if isinstance(f, Actor)))
