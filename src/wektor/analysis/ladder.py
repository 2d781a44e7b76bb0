"""The ladder of localisation: maintenance < assembly < licence < manufacture < development, by item and partner."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from wektor.analysis.calendar import first_day
from wektor.analysis.covering import Sieve
from wektor.analysis.plans import foretold, is_signing
from wektor.analysis.sides import partners_of, states_in, takes
from wektor.model.answers import Localisation, RungRow
from wektor.model.claims import Actor
from wektor.model.register import RUNGS, ClaimRecord, Deal, View

Shares = Callable[[ClaimRecord], float | None]
_NOTES = ("a rung is as the reports name it", "the local share stands in a quote of the deal: the latest, if they differ; one beside no rung counts for the highest",
          "parts are foreign where a report says whose they are; that others are local is not said")  # fmt: skip
_STAGE = "produced"  # the stage of a deal at which a rung is reached
_STATUS = {"planned": "planned", "ongoing": "reached", "done": "reached", "ended": "ended", "denied": "denied"}


class _Step(msgspec.Struct, frozen=True):
    """A claim of production in a deal: which rung it speaks of, with whom, and which others of the deal name none."""

    item: str | None
    rung: str
    partner: str | None
    deal: Deal
    record: ClaimRecord
    beside: tuple[ClaimRecord, ...] = ()


def localisation(view: View, state: str, shares: Shares = lambda record: None, others: Iterable[str] = ()) -> Localisation:
    """When each rung was planned and reached in a state, by item and partner; the highest rungs stand first.

    ``shares`` gives the share made in the country that the words of a claim tell, None where they tell none; ``others`` are deals that the
    state takes part in and the view leaves out, for they name no rung.
    """
    sieve = Sieve(view)
    groups: dict[tuple[str, str, str], list[_Step]] = {}
    silent = [*others]
    for deal in (d for d in view.deals.values() if takes(d, state)):
        steps = list(_steps(view, deal, state))
        for step in steps:
            groups.setdefault((step.item or "", step.rung, step.partner or ""), []).append(step)
        if steps:
            sieve.take(deal.id)
        else:
            silent.append(deal.id)
    for id in sorted(silent):
        sieve.leave(id, "no rung of the ladder is named")
    rows = sorted((_row(view, group, shares) for group in groups.values()), key=lambda r: (r.item or "~", -RUNGS.index(r.rung), r.partner or "~"))
    reached = [r.rung for r in rows if r.standing == "reached"]
    return Localisation(title=f"Localisation in {state}", state=state, highest=max(reached, key=RUNGS.index) if reached else None, rows=tuple(rows),
                        coverage=sieve.coverage(), notes=_NOTES)  # fmt: skip


def _steps(view: View, deal: Deal, state: str) -> Iterator[_Step]:
    """The claims that name a rung in this state; production elsewhere is passed over."""
    told = {c for cell in deal.localisation for c in cell.sources}
    rest = tuple(view.claims[c] for c in deal.claims if c not in told and c in view.claims) if told else ()
    top = max((str(c.value) for c in deal.localisation), key=RUNGS.index, default=None)
    for cell in deal.localisation:
        for record in (view.claims[c] for c in cell.sources if c in view.claims):
            roles = record.claim.roles
            producers = states_in(roles.get("producer", ()), view)
            if producers and state not in producers:
                continue
            others: list[str | None] = [s for s in (*states_in(roles.get("licensor", ()), view), *producers) if s != state] or [*partners_of(deal, state)]
            for partner in dict.fromkeys(others or [None]):
                yield _Step(deal.item, str(cell.value), partner, deal, record, rest if cell.value == top else ())


def _row(view: View, steps: list[_Step], shares: Shares) -> RungRow:
    dates = {"planned": _earliest(steps, "planned"), "reached": _earliest(steps, "reached")}
    told = {_STATUS[s.record.claim.status] for s in steps}
    standing = next(s for s in ("reached", "planned", "ended", "denied") if s in told)
    fillers = [f for s in steps for f in s.record.claim.roles.get("parts_supplier", ())]
    firms = {f.id for f in fillers if isinstance(f, Actor) and f.id.startswith("org:")}
    records = [r for s in steps for r in (s.record, *s.beside)]
    first = sorted(steps, key=lambda s: not s.record.claim.date or s.record.claim.date not in dates.values())  # who gives a date that is told stands first
    return RungRow(item=steps[0].item, rung=steps[0].rung, partner=steps[0].partner, planned=dates["planned"], reached=dates["reached"], standing=standing,
                   local=_share(records, "reached", shares), local_planned=_share(records, "planned", shares), parts_from=tuple(sorted(states_in(fillers, view))),
                   parts_by=tuple(sorted(firms)), deals=tuple(dict.fromkeys(s.deal.id for s in steps)),
                   claims=tuple(dict.fromkeys([*(s.record.id for s in first), *(r.id for r in records if shares(r) is not None)])))  # fmt: skip


def _share(records: Iterable[ClaimRecord], standing: str, shares: Shares) -> float | None:
    """The share that was told last."""
    own = {r.id: r for r in records if _STATUS[r.claim.status] == standing}
    told = [(r.published or "", r.id, share) for r in own.values() if (share := shares(r)) is not None]
    return max(told)[2] if told else None


def _earliest(steps: list[_Step], standing: str) -> str | None:
    """The earliest date; of plans first those that lay ahead when they were told, not at a signing."""
    own = [(s, date) for s in steps if _STATUS[s.record.claim.status] == standing and first_day(date := s.record.claim.date) and date]
    ahead = [(s, date) for s, date in own if standing != "planned" or (foretold(s.record) and not is_signing(date, s.deal, _STAGE))]
    return min((date for _, date in ahead or own), key=lambda d: first_day(d) or "", default=None)
