"""What happened and was planned, date by date: the steps of deals, and events."""

from collections.abc import Iterable, Iterator, Mapping

from wektor.analysis.calendar import first_day, last_day
from wektor.analysis.covering import Sieve
from wektor.analysis.plans import announced
from wektor.model.answers import Chronicle, Happening
from wektor.model.claims import Quantity
from wektor.model.register import Cell, ClaimRecord, Deal, Event, View

Records = Mapping[str, ClaimRecord]
_PARTS = frozenset({"delivery"})  # what comes in parts: every date is a step of its own
_NOTES = ("each kind of step by its best sourced date; deliveries by all", "what came hides the plan for it")


def chronicle(view: View, *states: str) -> Chronicle:
    """Everything with a date, the earliest first; of several states only what joins them all."""
    return Chronicler(*states).tell(view)


class Chronicler:
    """Tells of some states, in views that grow: steps that were found in one are not looked for again."""

    def __init__(self, *states: str) -> None:
        self._states = states
        self._found: dict[str, tuple[Happening, ...]] = {}

    def steps(self, view: View) -> dict[str, tuple[Happening, ...]]:
        """The steps of each deal and event that joins all the states."""
        everything: list[Deal | Event] = [*view.deals.values(), *view.events.values()]
        wanted = [held for held in everything if {*self._states} <= {*_states(held)}]
        self._found |= {held.id: tuple(happenings(held, view.claims)) for held in wanted if held.id not in self._found}
        return {held.id: self._found[held.id] for held in wanted}

    def tell(self, view: View) -> Chronicle:
        """Everything with a date, the earliest first."""
        sieve, rows = Sieve(view), list[Happening]()
        for id, found in self.steps(view).items():
            if found:
                sieve.take(id)
            else:
                sieve.leave(id, "no date")
            rows += found
        rows.sort(key=lambda h: (h.day, h.until, h.deals, h.events, h.kind, h.attribute or ""))
        return Chronicle(title="Timeline " + " ".join(self._states), states=self._states, rows=tuple(rows), coverage=sieve.coverage(), notes=_NOTES)


def happenings(held: Deal | Event, records: Records) -> Iterator[Happening]:
    """An event; or the dated steps of a deal."""
    if isinstance(held, Event):
        own = [records[c] for c in held.claims if c in records]
        yield from _point(held, held.date, held.kind, held.status, own)
        return
    told: dict[tuple[str, str | None, bool], list[Happening]] = {}
    for cell in _cells(held):
        for kind, own in _kinds(cell, records).items():
            for step in _point(held, str(cell.value), kind, own[0].claim.status, own):
                _tell(told.setdefault((kind, step.attribute, step.status == "announced"), []), step)
    yield from _named([h for steps in told.values() for h in steps])


def _cells(deal: Deal) -> Iterator[Cell]:
    """Dates as they came, then as planned."""
    for stage in deal.stages:
        yield from stage.actual
    for stage in deal.stages:
        yield from stage.planned


def _kinds(cell: Cell, records: Records) -> dict[str, list[ClaimRecord]]:
    found: dict[str, list[ClaimRecord]] = {}
    for record in (records[c] for c in cell.sources if c in records):
        found.setdefault(record.claim.kind, []).append(record)
    return found


def _tell(steps: list[Happening], step: Happening) -> None:
    """Add a step unless the best sourced one of its kind stands; what comes in parts may stand often."""
    if not steps or (step.kind in _PARTS and not step.planned and step.date not in {s.date for s in steps}):
        steps.append(step)


def _named(steps: list[Happening]) -> Iterator[Happening]:
    """Without the steps that name no instrument where another of the kind and day does, or, of an accord, an order of that day."""
    named = {(h.kind, h.day) for h in steps if h.attribute} | {("agreement", h.day) for h in steps if h.kind == "order" and not h.planned}
    yield from (h for h in steps if h.attribute or (h.kind, h.day) not in named)


def _point(held: Deal | Event, date: str | None, kind: str, status: str, own: Iterable[ClaimRecord]) -> Iterator[Happening]:
    day = first_day(date)
    if day is None or date is None:
        return
    records, is_deal = list(own), isinstance(held, Deal)
    told = {r.id for r in records}
    attribute = next((r.claim.attribute for r in records if r.claim.attribute not in (None, "other")), None)
    amount = next((f for r in records for f in r.claim.roles.get("quantity", ()) if isinstance(f, Quantity)), None)
    value = amount.value if amount else None
    low = value[0] if isinstance(value, tuple) else value
    status = "announced" if status == "planned" and records and all(map(announced, records)) else status
    parties = _own((*held.givers, *held.takers), told) if isinstance(held, Deal) else held.parties
    yield Happening(date=date, day=day, until=last_day(date) or day, kind=kind, attribute=attribute, status=status, states=_states(held),
                    givers=held.giver_states if isinstance(held, Deal) else (),
                    parties=tuple(p for p in parties if not p.startswith("state:")), name=None if isinstance(held, Deal) else held.name,
                    items=_own(held.items, told) if isinstance(held, Deal) else held.items, amount=low, unit=amount.unit if amount else None,
                    deals=(held.id,) if is_deal else (), events=() if is_deal else (held.id,), claims=tuple(r.id for r in records))  # fmt: skip


def _states(held: Deal | Event) -> tuple[str, ...]:
    return held.states if isinstance(held, Event) else tuple(sorted({*held.giver_states, *held.taker_states}))


def _own(cells: Iterable[Cell], told: set[str]) -> tuple[str, ...]:
    """Of a deal's values those that the claims give; what other claims of the deal give stands with their steps."""
    return tuple(dict.fromkeys(str(c.value) for c in cells if told & set(c.sources)))
