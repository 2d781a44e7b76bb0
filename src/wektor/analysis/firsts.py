"""Who was first in a region to do a kind of thing, with a class of equipment or with a partner."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from wektor.analysis.calendar import first_day, last_day
from wektor.analysis.covering import Sieve
from wektor.analysis.sides import kind_of_item, partners_of
from wektor.model.answers import FirstRow, Firsts
from wektor.model.outlines import Outline, Survey
from wektor.model.register import View

BY = ("kind", "class", "partner")
Regions = Mapping[str, Sequence[str]]  # a state's regions, by code or name
Key = tuple[str, str | None, str | None, str | None]


class _Try(msgspec.Struct, frozen=True):
    """One state's deal that counts for a key."""

    first: str
    last: str
    state: str
    date: str
    deal: str


def firsts(view: View | Survey, regions: Regions, by: Sequence[str] = ("kind", "class")) -> Firsts:
    """The first in each region, by kind, class of equipment and partner as asked; what is only planned is left out."""
    sieve = Sieve(view)
    groups: dict[Key, list[_Try]] = {}
    for deal in sieve.standing(sieve.survey.deals.values()):
        why = "only planned" if deal.status == "mooted" else "no date" if deal.came is None else None
        if why:
            sieve.leave(deal.id, why)
            continue
        sieve.take(deal.id)
        for key, tried in _tries(deal, regions, by):
            groups.setdefault(key, []).append(tried)
    rows = [_row(key, tries) for key, tries in groups.items()]
    return Firsts(title="Firsts by region", rows=tuple(sorted(rows, key=lambda r: (r.region, r.kind or "", r.cls or "", r.partner or ""))),
                  coverage=sieve.coverage(), notes=("first among the deals of this register", "regions are those of UN M49",
                                                    "a deal counts from its first date; sure where no other's can be as early"))  # fmt: skip


def _tries(deal: Outline, regions: Regions, by: Sequence[str]) -> Iterator[tuple[Key, _Try]]:
    cls, date = kind_of_item(deal), deal.came or ""
    if "class" in by and cls is None:
        return
    for state in deal.taker_states:
        tried = _Try(first_day(date) or "", last_day(date) or "", state, date, deal.id)
        for region in regions.get(state, ()):
            for partner in partners_of(deal, state) if "partner" in by else (None,):
                yield (region, deal.kind if "kind" in by else None, cls if "class" in by else None, partner), tried


def _row(key: Key, tries: list[_Try]) -> FirstRow:
    best: dict[str, _Try] = {}
    for tried in sorted(tries, key=lambda t: (t.first, t.last, t.state, t.deal)):
        best.setdefault(tried.state, tried)
    first, *others = best.values()
    followed = "; ".join(f"{o.state} {o.date}" for o in others) or None
    return FirstRow(region=key[0], kind=key[1], cls=key[2], partner=key[3], state=first.state, date=first.date, then=followed,
                    sure=all(first.last < o.first for o in others), deals=tuple(t.deal for t in best.values()))  # fmt: skip
