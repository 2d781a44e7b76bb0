"""What a state fields: by type, class, origin and maker; which classes hang on one supplier; the mix of origins."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from wektor.analysis.calendar import last_day
from wektor.analysis.covering import Sieve
from wektor.analysis.holdings import SOUGHT
from wektor.analysis.shares import FORMULA, effective, hhi, shares, split
from wektor.analysis.sides import kind_of_item, partners_of, states_of
from wektor.model.answers import ClassRow, HoldingRow, Inventory, OriginRow
from wektor.model.ledger import Holding
from wektor.model.outlines import Detail, Outline, Survey
from wektor.model.register import View

Standing = Literal["in service", "delivered", "on order", "in production", "agreed", "planned"]
FIELDED: tuple[Standing, ...] = ("in service", "delivered")
_NOTES = ("orders and deliveries of several deals add up; of reports on what is in service the latest counts",
          "fielded is what was delivered or is reported in service; what was bought before the reports begin and is not reported is not in it",
          "the origin is whose make it is, as told, else as known of the type, else who supplies it; a type of several origins is split evenly",
          "what is only planned or agreed is sought: it is neither on order nor fielded", "a class hangs on a supplier where all its fielded types come from it alone")  # fmt: skip
_NONE = Detail()
_ORDER: tuple[Standing, ...] = ("planned", "agreed", "in production", "on order", *reversed(FIELDED))
_STATUS: dict[str, Standing] = {"mooted": "planned", "agreed": "agreed", "produced": "in production"}


class _Told(msgspec.Struct, frozen=True):
    """What a deal or event says of a type in the state's hands."""

    holding: Holding
    held: Outline


def inventory(view: View | Survey, state: str) -> Inventory:
    """What a state ordered, received and fields; what most deals and reports speak of stands first."""
    sieve = Sieve(view)
    groups: dict[str, list[_Told]] = {}
    for told in _told(sieve.survey, state, sieve):
        sieve.take(told.held.id)
        groups.setdefault(told.holding.item, []).append(told)
    rows = [_row(sieve.survey, state, item, sorted(group, key=lambda t: t.held.id)) for item, group in groups.items()]
    rows.sort(key=lambda r: (-len(r.holders), r.item))
    fielded = [r for r in rows if r.standing in FIELDED]
    origins = _origins(fielded)
    index = hhi(r.share for r in origins)
    return Inventory(title=f"Fleet of {state}", state=state, hhi=index, effective=effective(index), rows=tuple(rows), classes=_classes(fielded, state),
                     origins=origins, coverage=sieve.coverage(), notes=(*_NOTES, FORMULA))  # fmt: skip


def units_of(row: HoldingRow) -> float:
    """How many of a type are fielded: as reported in service, else as delivered; 0 where no source says."""
    return row.serving or row.delivered


def _told(survey: Survey, state: str, sieve: Sieve) -> Iterator[_Told]:
    for deal in survey.deals.values():
        if state not in deal.taker_states:
            continue
        if deal.item is None or deal.status in ("denied", "ended"):
            sieve.leave(deal.id, "no item is named" if deal.item is None else deal.status)
        yield from (_Told(h, deal) for h in survey.details.get(deal.id, _NONE).holdings if h.state == state)
    for event in survey.events.values():
        if event.kind == "operation":
            yield from (_Told(h, event) for h in survey.details.get(event.id, _NONE).holdings if h.state == state)


def _row(survey: Survey, state: str, item: str, group: list[_Told]) -> HoldingRow:
    deals, events = [t.held for t in group if t.held.id not in survey.events], [t.held for t in group if t.held.id in survey.events]
    entity = survey.entities.get(item)
    suppliers = sorted({s for d in _supplying(deals) for s in partners_of(d, state)})
    makers = [who for t in group for who in survey.details.get(t.held.id, _NONE).makers]
    origins = set(states_of(makers, survey.entities)) or ({entity.state} if entity and entity.state else set()) or set(suppliers)
    firms = {id for id, _ in makers if id.startswith("org:")} | {id for d in deals for id in d.givers if id.startswith("org:")}
    reports = [(t.holding.day, t.holding.serving) for t in group if t.holding.serving]
    day, serving = max(reports) if reports else (max(_day(t) for t in group), 0.0)
    cls = next((c for d in deals if (c := kind_of_item(d))), None) or (entity.cls if entity else None) or (item[6:].replace("-", " ") if item.startswith("class:") else None)
    return HoldingRow(state=state, item=item, cls=cls, origins=tuple(sorted(o for o in origins if o)), suppliers=tuple(suppliers), makers=tuple(sorted(firms)),
                      standing=max((_standing(t, t.held.id in survey.events) for t in group), key=_ORDER.index),
                      sought=sum(d.units or 0.0 for d in deals if d.status in SOUGHT), ordered=sum(t.holding.ordered for t in group),
                      delivered=sum(t.holding.delivered for t in group), serving=serving, day=day, deals=tuple(d.id for d in deals),
                      events=tuple(e.id for e in events))  # fmt: skip


def _supplying(deals: list[Outline]) -> list[Outline]:
    """The deals that supply a type; those that are only sought count where there are no others."""
    return [d for d in deals if d.status not in SOUGHT and d.kind != "selection"] or deals


def _day(told: _Told) -> str:
    """As of when a deal or event tells: of what is still to come only as far as it got."""
    over = told.held.status in ("delivered", "in service") or not told.held.id.startswith("d-")
    return told.holding.day if over else last_day(told.held.came) or ""


def _standing(told: _Told, event: bool) -> Standing:
    if event or told.held.status == "in service" or told.holding.serving:
        return "in service"
    if told.held.status == "delivered" or told.holding.delivered:
        return "delivered"
    return _STATUS.get(told.held.status, "on order")


def _classes(fielded: Iterable[HoldingRow], state: str) -> tuple[ClassRow, ...]:
    groups: dict[str, list[HoldingRow]] = {}
    for row in fielded:
        groups.setdefault(row.cls or "not named", []).append(row)
    return tuple(sorted((_class(cls, rows, state) for cls, rows in groups.items()), key=lambda r: (-r.types, -r.units, r.cls)))


def _class(cls: str, rows: list[HoldingRow], state: str) -> ClassRow:
    sources = [r.suppliers or r.origins for r in rows]
    suppliers = sorted({s for group in sources for s in group})
    alone = len(suppliers) == 1 and all(sources) and suppliers[0] != state and cls != "not named"
    return ClassRow(cls=cls, types=len(rows), units=sum(units_of(r) for r in rows), suppliers=tuple(suppliers), hangs_on=suppliers[0] if alone else None,
                    deals=_all(r.deals for r in rows), events=_all(r.events for r in rows))  # fmt: skip


def _origins(fielded: list[HoldingRow]) -> tuple[OriginRow, ...]:
    types = split([(r.origins, 1.0) for r in fielded])
    units = split([(r.origins, units_of(r)) for r in fielded if units_of(r)])
    of_types, of_units = shares(types), shares(units)
    rows = [OriginRow(origin=o, types=n, share=of_types[o], units=units.get(o, 0.0), units_share=of_units.get(o, 0.0) if of_units else None,
                      deals=_all(r.deals for r in fielded if o in r.origins), events=_all(r.events for r in fielded if o in r.origins))
            for o, n in types.items()]  # fmt: skip
    return tuple(sorted(rows, key=lambda r: (-r.share, -r.units, r.origin)))


def _all(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for group in groups for i in group))
