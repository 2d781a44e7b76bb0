"""What a state loses without a partner: suppliers, parts, maintenance, training, by item; and who else gives the same class."""

from collections.abc import Iterator

from wektor.analysis.covering import Sieve
from wektor.analysis.sides import MAKING, kind_of_item, partners_of, states_of, takes, trainings
from wektor.model.answers import Loss, LossRow
from wektor.model.outlines import Detail, Outline, Survey
from wektor.model.register import View

_NONE = Detail()
FIELDED = ("delivered", "in service")
OPEN = ("mooted", "agreed", "ordered", "produced")
_NOTES = ("a loss is total and at once: nothing is stored, repaired elsewhere or paid back",
          "another source is a state that gives the same class in a deal that stands; that it could give more is not known",
          "the fleet is what deals delivered; what was bought before the reports begin is not in it",
          "exposure: no other source first, then the larger share of the deals of the class, then more units")  # fmt: skip


def whatif(view: View | Survey, state: str, without: str) -> Loss:
    """What loses its supplier, parts, maintenance or training, in the order of exposure."""
    sieve = Sieve(view)
    deals = sieve.standing(d for d in sieve.survey.deals.values() if takes(d, state))
    sieve.take(*(d.id for d in deals))
    taught = [(e, t) for e, t in trainings(sieve.survey, state) if without in t]
    sieve.take(*(e.id for e, _ in taught))
    groups: dict[str, list[tuple[Outline, tuple[str, ...]]]] = {}
    for deal in deals:
        losses = tuple(dict.fromkeys(_losses(sieve.survey, deal, state, without)))
        if losses:
            groups.setdefault(deal.item or "not named", []).append((deal, losses))
    lessons: dict[str, list[Outline]] = {}
    for event, _ in taught:
        lessons.setdefault(event.item or "not named", []).append(event)
    rows = [_row(item, groups.get(item, []), lessons.get(item, []), deals, (state, without)) for item in {*groups, *lessons}]
    touched = {d.id for group in groups.values() for d, _ in group}
    fielded = [d for d in deals if d.status in FIELDED]
    known = {d.id: units for d in fielded if (units := d.units)}
    return Loss(title=f"{state} without {without}", state=state, without=without, fleet_share=_part([d.id for d in fielded], touched),
                units_share=sum(n for i, n in known.items() if i in touched) / sum(known.values()) if known else None,
                open_share=_part([d.id for d in deals if d.status in OPEN], touched), coverage=sieve.coverage(), notes=_NOTES,
                rows=tuple(sorted(rows, key=lambda r: (bool(r.other), -r.share, -r.units, -len(r.deals), r.item))))  # fmt: skip


def _losses(survey: Survey, deal: Outline, state: str, without: str) -> Iterator[str]:
    """What one deal would lose."""
    detail = survey.details.get(deal.id, _NONE)
    if without in states_of(detail.parts, survey.entities):
        yield "parts"
    if without not in partners_of(deal, state):
        return
    if deal.kind in MAKING:
        yield "production" if {*detail.rungs} != {"maintenance"} else "maintenance"
    elif deal.kind != "agreement":
        yield "supplier"
    if "maintenance" in detail.rungs:
        yield "maintenance"
    if deal.kind == "agreement":
        yield "agreement"


def _row(item: str, own: list[tuple[Outline, tuple[str, ...]]], lessons: list[Outline], deals: list[Outline], pair: tuple[str, str]) -> LossRow:
    state, without = pair
    cls = next((c for d, _ in own if (c := kind_of_item(d))), None)
    same = [d for d in deals if cls and kind_of_item(d) == cls]
    others = {s for d in same if d.kind != "agreement" and d.status != "mooted" for s in partners_of(d, state) if s != without}
    losses = dict.fromkeys([loss for _, told in own for loss in told] + ["training"] * bool(lessons))
    fielded = [d for d, _ in own if d.status in FIELDED]
    return LossRow(item=item, cls=cls, losses=tuple(losses), other=tuple(sorted(others)), open=sum(d.status in OPEN for d, _ in own), fielded=len(fielded),
                   units=sum(d.units or 0.0 for d in fielded), share=len(own) / max(len(same), len(own)) if own else 0.0,
                   deals=tuple(d.id for d, _ in own), events=tuple(e.id for e in lessons))  # fmt: skip


def _part(ids: list[str], touched: set[str]) -> float | None:
    return sum(i in touched for i in ids) / len(ids) if ids else None
