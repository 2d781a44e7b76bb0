"""The life of a relation in phases: where the number of its moments a year, or their kinds, change."""

import datetime as dt
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from wektor.analysis.covering import Sieve
from wektor.analysis.instants import instants
from wektor.analysis.segments import Cuts, Mark, Segments
from wektor.model.answers import Instant, PhaseRow, Phases
from wektor.model.register import View

_TRADE, _MAKING = ("order", "delivery", "selection", "operation"), ("production", "venture", "technology_transfer")
_SORTS = dict.fromkeys(_TRADE, 1) | dict.fromkeys(_MAKING, 2)  # all else, accords and help, is 0
_FEWEST = 6  # moments: with less nothing can be told apart
_CELLS = 240  # of the grid; where moments are more, they are told apart by month, quarter, year
_LIKELY, _CREDIBLE, _WEAK = 0.5, 0.9, 0.2
_SEVERAL = 2  # borders that may be placed by their number; one alone is told only where it is likelier than not
_NOTES = ("moments are the steps of deals and the events, each at its date; a date that is a span counts evenly spread over it",
          "phases differ in their moments a year or in the mix of accords and help, trade, and joint making; the model is in the documentation",
          "there are as many borders as half of the chances speak for, each where it is likeliest, and a single one only where a change is likelier than not;"
          " a phase began between the two days with nine chances in ten, if it did",
          "how much is reported changes too: a phase may be one of the reports")  # fmt: skip


class _Border(msgspec.Struct, frozen=True):
    """Where a phase begins: the day of its first moment, the days between which it may lie, and how likely it is."""

    day: int
    earliest: int
    latest: int
    chance: float


def phases(view: View, one: str, other: str, until: str | None = None) -> Phases:
    """The phases of the relation between two states, as far as reports go, or to a day."""
    sieve = Sieve(view)
    end = until or max((r.published for r in view.claims.values() if r.published), default=None)
    told = instants(view, one, other, end, sieve)
    borders, weak = _borders(told, end) if len(told) >= _FEWEST else ([], ())
    placed = [msgspec.structs.replace(i, phase=sum(_ordinal(i.first) >= b.day for b in borders)) for i in told]
    rows = [_row(number, placed, borders, end) for number in range(len(borders) + 1)] if told else []
    thin = () if len(told) >= _FEWEST else (f"{len(told)} dated moments are too few to tell phases apart",)
    return Phases(title=f"Phases between {one} and {other}", states=(one, other), rows=tuple(rows), instants=tuple(placed), weak=weak, coverage=sieve.coverage(),
                  notes=(*thin, *_NOTES))  # fmt: skip


def _ordinal(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal()


def _iso(day: int) -> str:
    return dt.date.fromordinal(day).isoformat()


def _borders(told: Sequence[Instant], end: str | None) -> tuple[list[_Border], tuple[tuple[str, float], ...]]:
    """The borders that are likelier than not, and the days of weaker signs; each cut lies between two neighbouring beginnings of moments."""
    marks = [Mark(_ordinal(i.first), _ordinal(i.last) + 1, _SORTS.get(i.kind, 0)) for i in told]
    stop = max(_ordinal(end) + 1 if end else 0, *(m.first + 1 for m in marks))
    starts, grid = _grid(marks, stop)
    segments = Segments(marks, grid, 3)
    cuts = segments.cuts()
    gaps = [(bisect_left(grid, a) + 1, bisect_left(grid, b)) for a, b in pairwise(starts)]
    chances = [cuts.chance(low, high) for low, high in gaps]
    chosen = _choose(cuts, gaps, chances, segments.number())
    ends = {day: min(m.end for m in marks if m.first == day) if day in {m.first for m in marks} else day + 1 for day in starts}
    found = []
    for place, gap in enumerate(chosen):
        before, after = chosen[place - 1] + 1 if place else 0, chosen[place + 1] - 1 if place + 1 < len(chosen) else len(gaps) - 1
        low, high = _spread(cuts, gaps, gap, (before, after))
        found.append(_Border(starts[gap + 1], min(ends[starts[low]], starts[low + 1]), max(ends[starts[high + 1]] - 1, starts[high + 1]), chances[gap]))
    weak = tuple((_iso(starts[g + 1]), round(c, 2)) for g, c in enumerate(chances) if c >= _WEAK and g not in chosen)
    return found, weak


def _choose(cuts: Cuts, gaps: Sequence[tuple[int, int]], chances: Sequence[float], number: int) -> list[int]:
    """The gaps in which a border is likelier than not, and further ones, the likeliest first, up to the number of two or more that
    there are; none of these within the uncertainty of another."""
    chosen = [g for g, chance in enumerate(chances) if chance > _LIKELY]
    taken = {g for border in chosen for g in _around(cuts, gaps, border)}
    for gap in sorted(range(len(gaps)), key=lambda g: -chances[g]):
        if number < _SEVERAL or len(chosen) >= number or chances[gap] < _WEAK:
            break
        if gap not in taken:
            chosen.append(gap)
            taken.update(_around(cuts, gaps, gap))
    return sorted(chosen) if len(chosen) >= _SEVERAL or any(chances[g] > _LIKELY for g in chosen) else []


def _around(cuts: Cuts, gaps: Sequence[tuple[int, int]], gap: int) -> range:
    low, high = _spread(cuts, gaps, gap, (0, len(gaps) - 1))
    return range(low, high + 1)


def _spread(cuts: Cuts, gaps: Sequence[tuple[int, int]], gap: int, within: tuple[int, int]) -> tuple[int, int]:
    """The gaps around one that hold nine tenths of the chance of a cut in its neighbourhood; the likelier side is taken first."""
    def chance(low: int, high: int) -> float:
        return cuts.chance(gaps[low][0], gaps[high][1])

    low = high = gap
    while chance(low, high) < _CREDIBLE * chance(*within):
        left, right = (chance(low - 1, high) if low > within[0] else -1.0), (chance(low, high + 1) if high < within[1] else -1.0)
        low, high = (low - 1, high) if left >= right else (low, high + 1)
    return low, high


def _grid(marks: Sequence[Mark], stop: int) -> tuple[list[int], list[int]]:
    """The beginnings of moments, and the grid of these and of ends; coarser where there are too many."""
    for months in (0, 1, 3, 12):
        starts = sorted({_round(m.first, months) for m in marks})
        grid = sorted({*starts, *(e for m in marks if (e := _round(m.end, months)) < stop), stop})
        if len(grid) <= _CELLS:
            break
    return starts, _refined(grid)


def _refined(grid: list[int]) -> list[int]:
    """The same with a point for every year, or few, within the long gaps: between moments a cut is least likely, at their ends most."""
    for years in (1, 2, 4):
        finer = sorted({*grid, *range(grid[0], grid[-1], 365 * years)})
        if len(finer) <= _CELLS:
            return finer
    return grid


def _round(day: int, months: int) -> int:
    """The first day of the month, quarter or year that a day lies in; the day itself for 0."""
    if not months:
        return day
    date = dt.date.fromordinal(day)
    return date.replace(month=(date.month - 1) // months * months + 1, day=1).toordinal()


def _row(number: int, placed: Sequence[Instant], borders: Sequence[_Border], end: str | None) -> PhaseRow:
    own = [i for i in placed if i.phase == number]
    border = borders[number - 1] if number else None
    start = _ordinal(own[0].first)
    stop = borders[number].day if number < len(borders) else max(_ordinal(end or own[-1].first), *(_ordinal(i.first) for i in own)) + 1
    kinds = Counter(i.kind for i in own).most_common()
    last = max(own, key=lambda i: (i.first, i.last))
    until = last.date if number == len(borders) or _ordinal(last.last) < stop else last.date.partition("/")[0]  # what runs on ends in no phase that another follows
    return PhaseRow(name=_name(kinds), since=own[0].date, until=until, earliest=_iso(border.earliest) if border else own[0].first,
                    latest=_iso(border.latest) if border else own[0].last, chance=border.chance if border else None, moments=len(own),
                    per_year=len(own) / max(1.0, (stop - start) / 365.25), kinds=tuple(k for k, _ in kinds), counts=tuple(n for _, n in kinds),
                    deals=tuple(dict.fromkeys(d for i in own for d in i.deals)), events=tuple(dict.fromkeys(e for i in own for e in i.events)))  # fmt: skip


def _name(kinds: Sequence[tuple[str, int]]) -> str:
    """The commonest kinds, as many as make up half of the moments, at most three."""
    total, held, names = sum(n for _, n in kinds), 0, []
    for kind, number in kinds[:3]:
        names.append(kind.replace("_", " "))
        held += number
        if 2 * held >= total:
            break
    return ", ".join(names)
