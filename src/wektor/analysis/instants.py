"""The dated moments of a relation between two states: steps of their deals, and events."""

from collections.abc import Iterable, Iterator

from wektor.analysis.calendar import first_day, last_day
from wektor.analysis.chronicle import happenings
from wektor.analysis.covering import Sieve
from wektor.analysis.plans import foretold
from wektor.analysis.sides import partners_of
from wektor.model.answers import Happening, Instant
from wektor.model.dates import Edtf
from wektor.model.register import Cell, Deal, Event, View


def instants(view: View, one: str, other: str, until: str | None, sieve: Sieve) -> list[Instant]:
    """The moments up to a day, in order; a date without a beginning begins with the first moment that has one."""
    found = [i for deal in view.deals.values() if joins(deal, one, other) for i in _of_deal(deal, view, sieve)]
    found += [i for event in view.events.values() if {one, other} <= {*event.states} for i in _of_event(event, sieve)]
    first = min((i.first for i in found if i.first), default=None)
    dated = [Instant(date=i.date, first=i.first or first or i.last, last=i.last, kind=i.kind, what=i.what, phase=0, deals=i.deals, events=i.events) for i in found]
    kept: list[Instant] = []
    for instant in dated:
        if until and instant.first > until:
            sieve.leave((*instant.deals, *instant.events)[0], "after the last report")
        else:
            sieve.take(*instant.deals, *instant.events)
            kept.append(instant)
    return sorted(kept, key=lambda i: (i.first, i.last, i.deals, i.events, i.what))


def joins(deal: Deal, one: str, other: str) -> bool:
    """Whether a deal is between two states."""
    return other in partners_of(deal, one) or one in partners_of(deal, other)


def _of_deal(deal: Deal, view: View, sieve: Sieve) -> Iterator[Instant]:
    """The steps that claims tell of; else the earliest date of each stage. Of a deal that is only planned the date it is planned for."""
    if deal.status == "denied":
        return sieve.leave(deal.id, "denied")
    steps = {(h.date, h.kind): h for h in reversed([*happenings(deal, view.claims)]) if h.status != "denied" and not _due(h, view)}
    if steps:
        for (date, kind), step in steps.items():
            yield _instant(date, kind, step.attribute or step.status, (deal.id,), ())
        return
    dates: dict[str, list[str]] = {}
    for stage in deal.stages:
        if day := _earliest(stage.actual):
            dates.setdefault(day, []).append(stage.name)
    planned = [day for stage in deal.stages if (day := _earliest(stage.planned))]
    for date in () if dates else planned[:1]:
        dates[date] = ["planned"]
    if not dates:
        return sieve.leave(deal.id, "no date")
    for date, names in dates.items():
        yield _instant(date, deal.kind, ", ".join(names), (deal.id,), ())


def _due(step: Happening, view: View) -> bool:
    """Whether a step is a plan for a day that lay ahead when it was told: nothing has happened yet."""
    return step.planned and any(foretold(view.claims[c]) for c in step.claims if c in view.claims)


def _earliest(cells: Iterable[Cell]) -> str | None:
    return min((d for c in cells if first_day(d := str(c.value))), key=lambda d: (first_day(d) or "", d), default=None)


def _of_event(event: Event, sieve: Sieve) -> Iterator[Instant]:
    if event.status == "denied" or event.date is None or not first_day(event.date):
        return sieve.leave(event.id, "denied" if event.status == "denied" else "no date")
    yield _instant(event.date, event.kind, event.status, (), (event.id,))


def _instant(date: str, kind: str, what: str, deals: tuple[str, ...], events: tuple[str, ...]) -> Instant:
    """A moment; its first day is empty where the date has no beginning. One without an end is its first day."""
    edtf = Edtf.parse(date)
    first, last = (edtf.first or "", last_day(date) or "") if edtf else ("", "")
    return Instant(date=date, first=first, last=first if edtf and edtf.last is None else last, kind=kind, what=what, phase=0, deals=deals, events=events)
