"""The ladder of localisation: maintenance < assembly < licence < manufacture < development, by item and partner."""

from collections.abc import Iterator

import msgspec

from wektor.analysis.calendar import first_day
from wektor.analysis.covering import Sieve
from wektor.analysis.sides import partners_of, states_in, takes
from wektor.model.answers import Localisation, RungRow
from wektor.model.register import RUNGS, ClaimRecord, Deal, View

_STATUS = {"planned": "planned", "ongoing": "reached", "done": "reached", "ended": "ended", "denied": "denied"}


class _Step(msgspec.Struct, frozen=True):
    """A claim of production in a deal: which rung it speaks of, and with whom."""

    item: str | None
    rung: str
    partner: str | None
    deal: Deal
    record: ClaimRecord


def localisation(view: View, state: str) -> Localisation:
    """When each rung was planned and reached in a state, by item and partner; the highest rungs stand first."""
    sieve = Sieve(view)
    groups: dict[tuple[str, str, str], list[_Step]] = {}
    for deal in (d for d in view.deals.values() if takes(d, state)):
        steps = list(_steps(view, deal, state))
        for step in steps:
            groups.setdefault((step.item or "", step.rung, step.partner or ""), []).append(step)
        if steps:
            sieve.take(deal.id)
        else:
            sieve.leave(deal.id, "no rung of the ladder is named")
    rows = sorted((_row(view, group) for group in groups.values()), key=lambda r: (r.item or "~", -RUNGS.index(r.rung), r.partner or "~"))
    reached = [r.rung for r in rows if r.standing == "reached"]
    return Localisation(title=f"Localisation in {state}", state=state, highest=max(reached, key=RUNGS.index) if reached else None, rows=tuple(rows),
                        coverage=sieve.coverage(), notes=("a rung is as the reports name it", "local shares in per cent are not read from texts"))  # fmt: skip


def _steps(view: View, deal: Deal, state: str) -> Iterator[_Step]:
    """The claims that name a rung in this state; production elsewhere is passed over."""
    for cell in deal.localisation:
        for record in (view.claims[c] for c in cell.sources if c in view.claims):
            roles = record.claim.roles
            producers = states_in(roles.get("producer", ()), view)
            if producers and state not in producers:
                continue
            others: list[str | None] = [s for s in (*states_in(roles.get("licensor", ()), view), *producers) if s != state] or [*partners_of(deal, state)]
            for partner in dict.fromkeys(others or [None]):
                yield _Step(deal.item, str(cell.value), partner, deal, record)


def _row(view: View, steps: list[_Step]) -> RungRow:
    dates = {"planned": _earliest(steps, "planned"), "reached": _earliest(steps, "reached")}
    told = {_STATUS[s.record.claim.status] for s in steps}
    standing = next(s for s in ("reached", "planned", "ended", "denied") if s in told)
    parts = {p for s in steps for p in states_in(s.record.claim.roles.get("parts_supplier", ()), view)}
    return RungRow(item=steps[0].item, rung=steps[0].rung, partner=steps[0].partner, planned=dates["planned"], reached=dates["reached"], standing=standing,
                   parts_from=tuple(sorted(parts)), deals=tuple(dict.fromkeys(s.deal.id for s in steps)),
                   claims=tuple(dict.fromkeys(s.record.id for s in steps)))  # fmt: skip


def _earliest(steps: list[_Step], standing: str) -> str | None:
    dates = [s.record.claim.date for s in steps if _STATUS[s.record.claim.status] == standing and first_day(s.record.claim.date)]
    return min((d for d in dates if d), key=lambda d: first_day(d) or "", default=None)
