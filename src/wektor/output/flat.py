"""Rows of views made flat: columns to plain values, the same for tables, spreadsheets and frames."""

from collections.abc import Iterable, Mapping, Sequence
from functools import singledispatch
from typing import Any

from wektor.model.ledger import Entry, Failure, Fleet, Run
from wektor.model.register import Cell, Deal, Entity, Event, MergeExplanation
from wektor.model.views import Dispute, Hit, Moment, Newness, Quote, Step

Names = Mapping[str, str]
Flat = dict[str, Any]


@singledispatch
def flatten(value: Any, names: Names) -> Flat:
    """The columns of a row. Raises TypeError for a type that is no row."""
    raise TypeError(f"{type(value).__name__} is no row of a view")


@flatten.register
def _(deal: Deal, names: Names) -> Flat:
    ordered, delivered, value = (_best(cells) for cells in (deal.ordered, deal.delivered, deal.value))
    return {
        "id": deal.id, "kind": deal.kind, "status": deal.status, "givers": _sides(deal.givers, deal.giver_states, names),
        "takers": _sides(deal.takers, deal.taker_states, names), "items": _list((str(c.value) for c in deal.items), names), "class": deal.cls,
        "ordered": ordered, "delivered": delivered, "value": value, "currency": deal.value[0].unit if deal.value else None,
        "first": deal.first, "last": deal.last, "slippage": deal.slippage, "sources": deal.independent, "claims": len(deal.claims),
        "conflicts": "; ".join(c.field for c in deal.conflicts) or None, "confidence": deal.confidence, "standing": deal.standing,
    }  # fmt: skip


@flatten.register
def _(event: Event, names: Names) -> Flat:
    return {"id": event.id, "kind": event.kind, "status": event.status, "date": event.date, "states": ", ".join(event.states),
            "parties": _list(event.parties, names), "name": event.name, "items": _list(event.items, names), "deal": event.deal,
            "sources": event.independent, "claims": len(event.claims)}  # fmt: skip


@flatten.register
def _(moment: Moment, names: Names) -> Flat:
    held = moment.deal
    states = held.states if isinstance(held, Event) else tuple(sorted({*held.giver_states, *held.taker_states}))
    items = held.items if isinstance(held, Event) else tuple(str(c.value) for c in held.items)
    return {"when": moment.date, "what": moment.words, "kind": held.kind, "states": ", ".join(states), "items": _list(items, names),
            "status": held.status, "sources": held.independent, "id": held.id}  # fmt: skip


@flatten.register
def _(fleet: Fleet, names: Names) -> Flat:
    return {"state": fleet.state, "item": names.get(fleet.item, fleet.item), "ordered": _number(fleet.ordered), "delivered": _number(fleet.delivered),
            "in service": _number(fleet.serving), "as of": fleet.day or None, "deals and reports": len(fleet.holders)}  # fmt: skip


@flatten.register
def _(entity: Entity, names: Names) -> Flat:
    return {"id": entity.id, "kind": entity.kind, "name": entity.name, "state": entity.state, "class": entity.cls, "family": entity.family,
            "known": entity.known, "spellings": len(entity.names), "named": sum(n.count for n in entity.names),
            "also": "; ".join(n.text for n in entity.names[:6] if n.text not in (entity.name, entity.id)) or None}  # fmt: skip


@flatten.register
def _(doubt: MergeExplanation, names: Names) -> Flat:
    return {"left": doubt.left, "right": doubt.right, "verdict": doubt.verdict, "score": doubt.score, "why": "; ".join(r.words for r in doubt.reasons)}


@flatten.register
def _(dispute: Dispute, names: Names) -> Flat:
    deal = dispute.deal
    values = " / ".join(f"{say_value(c)} ({c.independent} source{'s' if c.independent != 1 else ''})" for c in dispute.values)
    return {"deal": deal.id, "field": dispute.field, "values": values, "words": dispute.words, "givers": _sides(deal.givers, deal.giver_states, names),
            "takers": _sides(deal.takers, deal.taker_states, names), "items": _list((str(c.value) for c in deal.items), names)}  # fmt: skip


@flatten.register
def _(hit: Hit, names: Names) -> Flat:
    claim = hit.record.claim
    return {"claim": hit.record.id, "kind": claim.kind, "status": claim.status, "date": claim.date, "quote": _line(claim.evidence.text),
            "in": hit.home, **_source(hit.source)}  # fmt: skip


@flatten.register
def _(quote: Quote, names: Names) -> Flat:
    claim = quote.record.claim
    return {"claim": quote.record.id, "kind": claim.kind, "status": claim.status, "date": claim.date, "quote": _line(claim.evidence.text),
            "why": "; ".join(quote.why) or None, "page": quote.page, **_source(quote.source)}  # fmt: skip


@flatten.register
def _(news: Newness, names: Names) -> Flat:
    held = news.now or news.then
    states = () if held is None else held.states if isinstance(held, Event) else tuple(sorted({*held.giver_states, *held.taker_states}))
    return {"id": news.id, "news": news.news, "kind": held.kind if held else None, "states": ", ".join(states), "what": news.words}


@flatten.register
def _(step: Step, names: Names) -> Flat:
    return {"run": step.run.number, "at": step.run.at, "what": step.words, "by": step.by or None, "why": step.why or None}


@flatten.register
def _(run: Run, names: Names) -> Flat:
    return {"run": run.number, "at": run.at, "verb": run.verb, "words": run.words or None}


@flatten.register
def _(entry: Entry, names: Names) -> Flat:
    d = entry.document
    return {"document": entry.digest, "name": d.id, "title": d.title, "publisher": d.publisher, "published": d.published, "lang": d.lang,
            "url": d.url, "place": entry.place, "media": entry.media, "run": entry.run}  # fmt: skip


@flatten.register
def _(failure: Failure, names: Names) -> Flat:
    return {"place": failure.place, "reason": failure.reason, "run": failure.run}


def say_value(cell: Cell) -> str:
    """A cell's value in words: a range with a dash, its unit or currency after it."""
    value = cell.value
    words = f"{value[0]:,.15g}–{value[1]:,.15g}" if isinstance(value, tuple) else f"{value:,.15g}" if isinstance(value, int | float) else value
    return f"{words} {cell.unit}" if cell.unit and not isinstance(value, str) else words


def _best(cells: Sequence[Cell]) -> float | None:
    """The best sourced number; of a range the lower."""
    value = cells[0].value if cells else None
    value = value[0] if isinstance(value, tuple) else value
    return _number(value) if isinstance(value, int | float) else None


def _number(value: float) -> float | None:
    return float(value) or None


def _sides(cells: Iterable[Cell], states: Sequence[str], names: Names) -> str:
    """Firms and ministries by name, then the states that no name stands for already."""
    named = [names.get(str(c.value), str(c.value)) for c in cells]
    return ", ".join(dict.fromkeys([*named, *states]))


def _list(ids: Iterable[str], names: Names) -> str:
    return ", ".join(dict.fromkeys(names.get(i, i) for i in ids))


def _source(entry: Entry | None) -> Flat:
    document = entry.document if entry else None
    return {"published": document.published if document else None, "publisher": document.publisher if document else None,
            "source": (document.url or entry.place or document.id) if document and entry else None}  # fmt: skip


def _line(text: str) -> str:
    return " ".join(text.split())




def brief(value: Any, names: Names) -> Flat:
    """The columns of a row that fit on a terminal."""
    if isinstance(value, Entry):
        return _brief_entry(value)
    return _brief_deal(value, names) if isinstance(value, Deal) else flatten(value, names)


def _brief_entry(entry: Entry) -> Flat:
    d = entry.document
    return {"document": entry.digest[:12], "published": d.published, "publisher": d.publisher, "lang": d.lang,
            "title": d.title or d.id, "from": d.url or entry.place, "run": entry.run}  # fmt: skip


def _brief_deal(deal: Deal, names: Names) -> Flat:
    flow = " → ".join(s for s in (_sides(deal.givers, deal.giver_states, names), _sides(deal.takers, deal.taker_states, names)) if s)
    numbers = [f"{words} {say_value(cells[0])}" for words, cells in (("", deal.ordered), ("delivered", deal.delivered), ("", deal.value)) if cells]
    when = "/".join(dict.fromkeys(d for d in (deal.first, deal.last) if d))
    return {"id": deal.id, "when": when, "kind": deal.kind, "status": deal.status, "who → whom": flow,
            "what": _list((str(c.value) for c in deal.items), names), "how many": "; ".join(n.strip() for n in numbers),
            "sources": deal.independent, "conflicts": ", ".join(c.field for c in deal.conflicts)}  # fmt: skip
