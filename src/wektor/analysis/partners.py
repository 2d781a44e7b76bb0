"""Who supplies, makes, gives and teaches: a state's partners with their shares."""

from collections import Counter

from wektor.analysis.calendar import first_day, last_day
from wektor.analysis.covering import Sieve
from wektor.analysis.shares import FORMULA, Measure, effective, hhi, measure, shares, split
from wektor.analysis.sides import ROLES, partners_of, takes, trainings
from wektor.model.answers import Basis, PartnerRow, Partners
from wektor.model.outlines import Outline, Survey
from wektor.model.register import View

NOTES = ("a deal with several partners is split evenly among them and counted once", "of a range the lower end counts",
         "unknown amounts are counted, not guessed", "trainings are counted beside the deals and are in no share")  # fmt: skip
Shared = list[tuple[Outline, tuple[str, ...]]]


def partners(view: View | Survey, state: str, basis: Basis = "deals", currency: str | None = None) -> Partners:
    """The partners of a state: shares by deals, units or value, concentration (HHI) and effective number (see ``shares``)."""
    sieve = Sieve(view)
    held = shared_deals(state, sieve)
    by = measure(basis, (d for d, _ in held), currency)
    amounts = split([(p, amount) for d, p in held if (amount := by.of(d)) is not None])
    taught: dict[str, list[str]] = {}
    for event, teachers in trainings(sieve.survey, state):
        for teacher in teachers:
            taught.setdefault(teacher, []).append(event.id)
    part = shares(amounts)
    index = hhi(part.values())
    rows = [_row(name, held, by, taught.get(name, []), amounts.get(name, 0.0), part.get(name)) for name in {*taught, *(s for _, p in held for s in p)}]
    for deal, _ in held:
        sieve.take(deal.id)
        if by.of(deal) is None:
            sieve.leave(deal.id, by.why_not(deal.value, deal.currency))
    return Partners(title=f"Partners of {state}", state=state, basis=basis, unit=by.unit, total=sum(by.of(d) or 0.0 for d, _ in held), hhi=index, effective=effective(index),
                    rows=tuple(sorted(rows, key=lambda r: (-(r.share or 0.0), -len(r.deals), r.partner))), coverage=sieve.coverage(), notes=(*NOTES, FORMULA))  # fmt: skip


def shared_deals(state: str, sieve: Sieve) -> Shared:
    """The deals that a state takes part in as the taking side, with their partners; the others are left out with their reason."""
    found: Shared = []
    for deal in sieve.standing(d for d in sieve.survey.deals.values() if state in d.taker_states or state in d.giver_states):
        others = partners_of(deal, state)
        if others:
            found.append((deal, others))
        else:
            sieve.leave(deal.id, "no partner is named" if takes(deal, state) else f"{state} is the giving side")
    return found


def _row(name: str, held: Shared, by: Measure, events: list[str], amount: float, share: float | None) -> PartnerRow:
    own = [deal for deal, others in held if name in others]
    roles = Counter(ROLES.get(d.kind, "supplies") for d in own)
    return PartnerRow(partner=name, share=share, amount=amount, supplies=roles["supplies"], makes=roles["makes"], gives=roles["gives"],
                      agrees=roles["agrees"], teaches=len(events), mooted=sum(d.status == "mooted" for d in own),
                      unknown=sum(by.of(d) is None for d in own), events=tuple(events),
                      first=min((day for d in own if (day := first_day(d.first))), default=None),
                      last=max((day for d in own if (day := last_day(d.last))), default=None), deals=tuple(d.id for d in own))  # fmt: skip
