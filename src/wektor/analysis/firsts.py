"""Who was first in a region to do a kind of thing, with a class of equipment or with a partner."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from wektor.analysis.calendar import first_day, last_day
from wektor.analysis.covering import Sieve
from wektor.analysis.sides import kind_of_item, partners_of
from wektor.model.answers import FirstRow, Firsts
from wektor.model.outlines import Outline, Survey
from wektor.model.register import View

BY = ("kind", "class", "partner")
Regions = Mapping[str, Sequence[str]]  # a state's regions, by code or name
Key = tuple[str, str | None, str | None, str | None]
Own = tuple[str, str | None, str | None, str | None]  # a state, with kind, class and partner as asked
Try = tuple[str, str, str, str, str]  # one state's deal that counts for a key: first and last day, state, deal, date; the earliest is the least


def firsts(view: View | Survey, regions: Regions, by: Sequence[str] = ("kind", "class")) -> Firsts:
    """The first in each region, by kind, class of equipment and partner as asked; what is only planned is left out."""
    sieve = Sieve(view)
    best: dict[Own, Try] = {}
    taken: list[str] = []
    for deal in sieve.standing(sieve.survey.deals.values()):
        why = "only planned" if deal.status == "mooted" else "no date" if deal.came is None else None
        if why:
            sieve.leave(deal.id, why)
            continue
        taken.append(deal.id)
        for own, tried in _tries(deal, by):
            if (held := best.get(own)) is None or tried < held:
                best[own] = tried
    sieve.take(*taken)
    rows = [_row(key, tries) for key, tries in _by_region(best, regions).items()]
    return Firsts(title="Firsts by region", rows=tuple(sorted(rows, key=lambda r: (r.region, r.kind or "", r.cls or "", r.partner or ""))),
                  coverage=sieve.coverage(), notes=("first among the deals of this register", "regions are those of UN M49",
                                                    "a deal counts from its first date; sure where no other's can be as early"))  # fmt: skip


def _tries(deal: Outline, by: Sequence[str]) -> Iterator[tuple[Own, Try]]:
    cls, date = kind_of_item(deal) if "class" in by else None, deal.came or ""
    if cls is None and "class" in by:
        return
    kind, (first, last) = deal.kind if "kind" in by else None, _days(date)
    for state in deal.taker_states:
        for partner in partners_of(deal, state) if "partner" in by else (None,):
            yield (state, kind, cls, partner), (first, last, state, deal.id, date)


@lru_cache(maxsize=1 << 15)  # a register has many deals and few dates
def _days(date: str) -> tuple[str, str]:
    return first_day(date) or "", last_day(date) or ""


def _by_region(best: Mapping[Own, Try], regions: Regions) -> dict[Key, list[Try]]:
    """The tries of every region, kind, class and partner: one of each state."""
    groups: dict[Key, list[Try]] = {}
    for (state, kind, cls, partner), tried in best.items():
        for region in regions.get(state, ()):
            groups.setdefault((region, kind, cls, partner), []).append(tried)
    return groups


def _row(key: Key, found: Sequence[Try]) -> FirstRow:
    tries = sorted(found)
    _, last, state, _, date = tries[0]
    others = tries[1:]
    followed = "; ".join(f"{state} {date}" for _, _, state, _, date in others) or None
    return FirstRow(region=key[0], kind=key[1], cls=key[2], partner=key[3], state=state, date=date, then=followed, sure=all(last < first for first, *_ in others),
                    deals=tuple(deal for _, _, _, deal, _ in tries))  # fmt: skip
