"""Who was first in a region to do a kind of thing, with a class of equipment or with a partner."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from wektor.analysis.calendar import first_day, last_day
from wektor.analysis.columns.numbering import Listed, number_rows, number_sorted
from wektor.analysis.columns.sifting import COVERING, Sift, columns_of
from wektor.analysis.sides import class_of, partners_between
from wektor.model.answers import FirstRow, Firsts
from wektor.model.columns import Columns
from wektor.model.outlines import Ids, Survey
from wektor.model.register import View

COLUMNS = ("kind", "status", "giver_states", "taker_states", "item", "cls", "came", *COVERING)
_LEFT = ("only planned", "no date")
Regions = Mapping[str, Sequence[str]]  # a state's regions, by code or name
Key = tuple[str, str | None, str | None, str | None]
Own = tuple[str, str | None, str | None, str | None]  # a state, with kind, class and partner as asked
Try = tuple[str, str, str, str, str]  # one state's deal that counts for a key: first and last day, state, deal, date; the earliest is the least


def firsts(view: View | Survey | Columns, regions: Regions, by: Sequence[str] = ("kind", "class")) -> Firsts:
    """The first in each region, by kind, class of equipment and partner as asked; what is only planned is left out."""
    sift = Sift(columns_of(view, COLUMNS))
    sift.stand()
    sift.leave(_reasons(sift), _LEFT)
    rows = [_row(key, tries) for key, tries in _by_region(_best(sift, by), regions).items()]
    return Firsts(title="Firsts by region", rows=tuple(sorted(rows, key=lambda r: (r.region, r.kind or "", r.cls or "", r.partner or ""))),
                  coverage=sift.coverage(), notes=("first among the deals of this register", "regions are those of UN M49",
                                                   "a deal counts from its first date; sure where no other's can be as early"))  # fmt: skip


def _reasons(sift: Sift) -> NDArray[np.int64]:
    """Why deals are left out, by number."""
    planned = np.array([s == "mooted" for s in sift.values("status")], dtype=np.bool_)[sift.codes("status")]
    undated = np.array([c is None for c in sift.values("came")], dtype=np.bool_)[sift.codes("came")]
    return np.where(planned, 0, np.where(undated, 1, -1))


def _best(sift: Sift, by: Sequence[str]) -> dict[Own, Try]:
    """The earliest deal of each state, with kind, class and partner as asked."""
    dates, ids = sift.values("came"), sift.columns.ids
    groups, numbers = _groups(sift, "class" in by)
    sides, of_side = number_rows(*(sift.codes(n) for n in ("kind", "giver_states", "taker_states")))
    columns = [sift.values(n) for n in ("kind", "giver_states", "taker_states")]
    kinds, giving, taking = columns
    owners = Listed([_owners(kinds[k], giving[g], taking[t], "kind" in by, "partner" in by) for k, g, t in sides.tolist()])
    places, whose = owners.of(of_side)  # a deal of several states counts for each
    early = _ranks(dates)[sift.codes("came")]
    fits = np.array([g is not None for g in groups], dtype=np.bool_)[numbers[places]]
    places, whose = places[fits], whose[fits]
    order = np.lexsort((places, early[places], whose, numbers[places]))
    keys, begun = number_sorted(numbers[places][order], whose[order])
    found: dict[Own, Try] = {}
    for (group, own), place in zip(keys, places[order][begun].tolist(), strict=True):
        (state, kind, partner), deal = owners.values[own], sift.rows[place]
        date = dates[sift.columns["came"].codes[deal]]
        found[state, kind, groups[group] or None, partner] = (*_days(date), state, ids[deal], date)
    return found


def _groups(sift: Sift, asked: bool) -> tuple[list[str | None], NDArray[np.int64]]:
    """The classes of equipment, and of each deal the number of its own: None where it has none; all are "" where nobody asks."""
    if not asked:
        return [""], np.zeros(len(sift.rows), dtype=np.int64)
    pairs, numbers = number_rows(sift.codes("item"), sift.codes("cls"))
    items, classes = sift.values("item"), sift.values("cls")
    named = [class_of(items[i], classes[c]) for i, c in pairs.tolist()]
    groups = {name: n for n, name in enumerate(dict.fromkeys(named))}
    return list(groups), np.array([groups[name] for name in named], dtype=np.int64)[numbers]


def _owners(kind: str, givers: Ids, takers: Ids, kinds: bool, partners: bool) -> list[tuple[str, str | None, str | None]]:
    """The states that a deal counts for, each with the kind and its partners as asked."""
    return [(state, kind if kinds else None, partner) for state in takers for partner in (partners_between(kind, givers, takers, state) if partners else (None,))]


def _ranks(dates: Sequence[str | None]) -> NDArray[np.int64]:
    """Of each date how early it is."""
    days = [_days(date or "") for date in dates]
    ranks = {pair: n for n, pair in enumerate(sorted({*days}))}
    return np.array([ranks[pair] for pair in days], dtype=np.int64)


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
