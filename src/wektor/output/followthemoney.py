"""A register as entities of the FollowTheMoney model, one JSON object a line: who is in it, and contracts between them.

States, ministries and forces are public bodies, firms companies, alliances and the rest organisations; equipment is an
asset; a deal is a contract with an award for each giver; what is no deal is an event. Every entity says which documents
it rests on in its notes. Only properties that the model has are used (tests validate with the library itself).
"""

from collections.abc import Iterator, Mapping
from typing import TextIO

import msgspec

from wektor.lexicon.state_names import state_names
from wektor.model.dates import Edtf
from wektor.model.register import Cell, Deal, Entity, Event, View

_SCHEMATA = {"state": "PublicBody", "ministry": "PublicBody", "force": "PublicBody", "agency": "PublicBody", "firm": "Company", "equipment": "Asset"}
Json = dict[str, object]


def ftm_entities(view: View) -> Iterator[Json]:
    """All entities, deals and events, in order of their ids."""
    names = {ident: _name(entity) for ident, entity in view.entities.items()}
    for entity in view.entities.values():
        yield _party(entity)
    missing = {s for d in view.deals.values() for s in (*d.giver_states, *d.taker_states)} | {s for e in view.events.values() for s in e.states}
    for code in sorted(c for c in missing if f"state:{c}" not in view.entities):
        yield _party(Entity(id=f"state:{code}", kind="state", name=code, state=code, known=True))
    for deal in view.deals.values():
        if deal.standing != "rejected":
            yield _contract(deal, view, names)
            yield from _awards(deal, view)
    for event in view.events.values():
        yield _event(event, view, names)


def write_ftm(view: View, out: TextIO) -> None:
    """Write a line for each."""
    for entity in ftm_entities(view):
        out.write(msgspec.json.encode(entity).decode() + "\n")


def _id(ident: str) -> str:
    """The model's ids bear no blanks or slashes."""
    return "wektor-" + "".join(c if c.isalnum() or c in "-_." else "-" for c in ident)


def _entity(ident: str, schema: str, properties: Mapping[str, list[str]]) -> Json:
    return {"id": _id(ident), "schema": schema, "properties": {k: list(dict.fromkeys(v)) for k, values in properties.items() if (v := [x for x in values if x])}}


def _name(entity: Entity) -> str:
    return state_names().get(entity.name, entity.name) if entity.kind == "state" else entity.name


def _party(entity: Entity) -> Json:
    schema = _SCHEMATA.get(entity.kind, "Organization")
    aliases = [n.text for n in entity.names if n.text not in (entity.name, entity.id)]
    properties = {"name": [_name(entity)], "alias": aliases, "country": _countries(entity.state)}
    if entity.kind == "equipment":
        properties |= {"description": [entity.cls or ""]}
    else:
        properties |= {"classification": [entity.kind]}
    return _entity(entity.id, schema, properties)


def _countries(*codes: str | None) -> list[str]:
    """Codes as the model has them: ISO 3166-1 alpha-2 in lower case."""
    import pycountry

    found = (pycountry.countries.get(alpha_3=c) for c in codes if c)
    return [c.alpha_2.lower() for c in found if c] + ["xk" for c in codes if c == "XKX"] + ["suhh" for c in codes if c == "SUN"]


def _contract(deal: Deal, view: View, names: Mapping[str, str]) -> Json:
    takers = [str(c.value) for c in deal.takers] or [f"state:{s}" for s in deal.taker_states]
    items = [names.get(str(c.value), str(c.value)) for c in deal.items]
    value = [c for c in deal.value[:1] if isinstance(c.value, int | float)]
    signed = [str(c.value) for s in deal.stages if s.name in ("agreed", "ordered") for c in s.actual]
    title = f"{deal.kind.replace('_', ' ')}: {', '.join(items[:1]) or 'cooperation'} ({', '.join(deal.giver_states) or '?'} → {', '.join(deal.taker_states) or '?'})"
    return _entity(deal.id, "Contract", {
        "title": [title], "name": [title], "type": [deal.kind], "status": [deal.status], "authority": [_id(t) for t in takers],
        "amount": [str(c.value) for c in value], "currency": [str(c.unit) for c in value], "contractDate": _dates(signed),
        "country": _countries(*deal.taker_states, *deal.giver_states), "classification": [deal.cls or ""],
        "description": [_numbers(deal)], "notes": [*_quotes(deal.claims, view), *(c.words for c in deal.conflicts)],
    })  # fmt: skip


def _awards(deal: Deal, view: View) -> Iterator[Json]:
    for giver in [str(c.value) for c in deal.givers] or [f"state:{s}" for s in deal.giver_states]:
        yield _entity(f"{deal.id}-{giver}", "ContractAward", {"contract": [_id(deal.id)], "supplier": [_id(giver)], "status": [deal.status],
                                                             "date": _dates([deal.first or ""]), "role": [deal.kind]})  # fmt: skip


def _event(event: Event, view: View, names: Mapping[str, str]) -> Json:
    involved = list(event.parties) or [f"state:{s}" for s in event.states]
    title = event.name or f"{event.kind}: {', '.join(event.states)}"
    return _entity(event.id, "Event", {
        "name": [title], "date": _dates([event.date or ""]), "country": _countries(*event.states), "involved": [_id(i) for i in involved],
        "keywords": [event.kind, *(names.get(i, i) for i in event.items)], "notes": _quotes(event.claims, view),
    })  # fmt: skip


def _numbers(deal: Deal) -> str:
    parts = [f"{word} {_say(cells[0])}" for word, cells in (("ordered", deal.ordered), ("delivered", deal.delivered)) if cells]
    return "; ".join(parts)


def _say(cell: Cell) -> str:
    value = cell.value
    return f"{value[0]}–{value[1]}" if isinstance(value, tuple | list) else str(value)


def _dates(told: list[str]) -> list[str]:
    """EDTF dates as the model has them: a year, a month or a day; of a span its first."""
    found = []
    for text in told:
        first = text.partition("/")[0].rstrip("?~%")
        edtf = Edtf.parse(first) if first and first != ".." else None
        if edtf and "X" not in first:
            found.append(first)
        elif edtf and edtf.first:
            found.append(edtf.first[:4])
    return found


def _quotes(claims: tuple[str, ...], view: View) -> list[str]:
    """The evidence, each quote with where it stands."""
    records = [view.claims[c] for c in claims if c in view.claims]
    return [f"{r.publisher or r.claim.doc}{f', {r.published}' if r.published else ''}: “{' '.join(r.claim.evidence.text.split())}”" for r in records]
