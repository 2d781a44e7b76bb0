"""What deals and reports say of a state's fleet: how many of which type were ordered, delivered, and are in service."""

from collections.abc import Iterable, Iterator, Mapping

from wektor.model.claims import Actor, Equipment, Quantity
from wektor.model.dates import Edtf
from wektor.model.ledger import Holding
from wektor.model.register import Cell, ClaimRecord, Deal, Event

_DONE = ("delivered", "in service")
SOUGHT = ("mooted", "agreed")  # nothing is on order yet
Records = Mapping[str, ClaimRecord]


def holdings_of_deal(deal: Deal, records: Records) -> Iterator[Holding]:
    """Ordered and delivered by the best sourced cell, for each taker; and what its reports say."""
    if deal.item is None or deal.status in ("denied", "ended"):
        return
    ordered, delivered = 0.0 if deal.status in SOUGHT else _number(deal.ordered), _number(deal.delivered)
    delivered = delivered or (ordered if deal.status in _DONE else 0.0)
    reports = _reports(deal.claims, records)
    for state in deal.taker_states:
        serving, day = reports.get(state, (0.0, ""))
        yield Holding(state, deal.item, ordered, delivered, serving, day or _latest(deal))


def _latest(deal: Deal) -> str:
    """The day up to which a deal got anywhere; of one that did not, its last."""
    came = [days_of(str(c.value))[1] for s in deal.stages if s.name != "mooted" for c in s.actual]
    return max(came, default="") or days_of(deal.last)[1]


def holdings_of_event(event: Event, records: Records) -> Iterator[Holding]:
    """The fleet that an event reports."""
    if event.kind == "operation" and event.status not in ("denied", "ended", "planned"):
        item = event.items[0] if event.items else _class(event.claims, records)
        for state, (serving, day) in sorted(_reports(event.claims, records).items()) if item else ():
            yield Holding(state, str(item), 0.0, 0.0, serving, day)


def _reports(claims: Iterable[str], records: Records) -> dict[str, tuple[float, str]]:
    """By operator's state the latest report: how many (0 where it gives no number), and its day."""
    found: dict[str, tuple[str, float]] = {}
    for record in (records[c] for c in claims if c in records):
        claim = record.claim
        count = next((_low(f) for f in claim.roles.get("quantity", ()) if isinstance(f, Quantity) and f.unit != "people"), 0.0)
        day = days_of(claim.date)[1] or record.published or ""
        for filler in claim.roles.get("operator", ()):
            if claim.kind == "operation" and isinstance(filler, Actor) and filler.state:
                found[filler.state] = max(found.get(filler.state, ("", 0.0)), (day, count))
    return {state: (count, day) for state, (day, count) in found.items()}


def _class(claims: Iterable[str], records: Records) -> str | None:
    fillers = (f for c in sorted(claims) if c in records for f in records[c].claim.roles.get("item", ()))
    return next((f"class:{f.cls.replace(' ', '-')}" for f in fillers if isinstance(f, Equipment) and f.cls), None)


def _low(quantity: Quantity) -> float:
    return float(quantity.value[0] if isinstance(quantity.value, tuple) else quantity.value)


def _number(cells: tuple[Cell, ...]) -> float:
    """The best sourced number; of a range the lower."""
    value = cells[0].value if cells else 0.0
    value = value[0] if isinstance(value, tuple) else value
    return float(value) if isinstance(value, int | float) else 0.0


def days_of(date: str | None) -> tuple[str, str]:
    """First and last day of an EDTF date, or "" twice; an open end takes the other's."""
    edtf = Edtf.parse(date) if date else None
    return (edtf.first or edtf.last or "", edtf.last or edtf.first or "") if edtf else ("", "")
