"""What flows between states, or states and firms, as deals tell."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wektor.analysis.calendar import first_day
from wektor.analysis.columns.numbering import Listed, Whole, number_rows
from wektor.analysis.columns.sifting import Sift
from wektor.analysis.shares import Measure
from wektor.model.outlines import Ids

UNDATED = -1  # the year of a deal without a date
_FIRMS = ("firm", "institute", "agency", "other")  # whatever is no ministry, force or alliance acts for itself


class Flows(NamedTuple):
    """A row for each deal and pair between which it flows: the deal's place, who gives and who takes (numbers of ``names``), how
    much, and the year of the deal's first date."""

    names: list[str]
    deals: Whole
    givers: Whole
    takers: Whole
    amounts: NDArray[np.float64]
    years: Whole


class _Pairs(NamedTuple):
    """The same before anything is known of amounts; ``rows`` are places among the deals that are taken in."""

    names: list[str]
    rows: Whole
    givers: Whole
    takers: Whole


def flows(by: Measure, firms: bool, dated: bool, sift: Sift) -> Flows:
    """The flows of all standing deals, of those with a date if they must be ``dated``; each deal's amount is split evenly over its
    pairs, and between equals half flows each way."""
    sift.stand()
    pairs = _pairs(*(_bodies(sift) if firms else _states(sift)))
    many = np.bincount(pairs.rows, minlength=len(sift.rows))
    amounts, years = _amounts(by, sift), np.array([_year(d) for d in sift.values("first")], dtype=np.int64)[sift.codes("first")]
    why, reasons = _unknown(by, sift, amounts)
    why = np.where(many == 0, len(reasons), np.where(why >= 0, why, np.where(dated & (years == UNDATED), len(reasons) + 1, -1)))
    held, deals = why < 0, sift.rows
    sift.leave(why, (*reasons, "one side is not named", "no date"))
    kept = held[pairs.rows]
    rows = pairs.rows[kept]
    return Flows(pairs.names, deals[rows], pairs.givers[kept], pairs.takers[kept], (amounts / np.maximum(many, 1))[rows], years[rows])


def _pairs(sides: Sequence[Ids], givers: Whole, takers: Whole) -> _Pairs:
    """Each giver with each taker of a deal, of which the one side may stand for both; nobody gives to himself."""
    named = Listed(sides)
    rows, giving = named.of(np.where(named.many[givers] == 0, takers, givers))
    again, taking = named.of(takers[rows])
    giving, rows = giving[again], rows[again]
    apart = giving != taking
    return _Pairs(named.values, rows[apart], giving[apart], taking[apart])


def _states(sift: Sift) -> tuple[list[Ids], Whole, Whole]:
    """Of each deal the states on its two sides, as numbers of sides."""
    giving = sift.values("giver_states")
    return [*giving, *sift.values("taker_states")], sift.codes("giver_states").astype(np.int64), sift.codes("taker_states") + np.int64(len(giving))


def _bodies(sift: Sift) -> tuple[list[Ids], Whole, Whole]:
    """Who acts on each side of a deal: its firms, and the states that no firm stands for."""
    homes = {id: entity.state for id, entity in sift.columns.entities.items() if entity.kind in _FIRMS}
    giving, givers = _acting(sift, "givers", "giver_states", homes)
    taking, takers = _acting(sift, "takers", "taker_states", homes)
    return [*giving, *taking], givers, takers + len(giving)


def _acting(sift: Sift, bodies: str, states: str, homes: Mapping[str, str | None]) -> tuple[list[Ids], Whole]:
    pairs, numbers = number_rows(sift.codes(bodies), sift.codes(states))
    named, held = sift.values(bodies), sift.values(states)
    return [_side(named[b], held[s], homes) for b, s in pairs.tolist()], numbers


def _side(bodies: Ids, states: Ids, homes: Mapping[str, str | None]) -> Ids:
    if not bodies:
        return states
    firms = {ident: homes[ident] for ident in bodies if ident in homes}
    return (*sorted(firms), *(s for s in states if s not in firms.values()))


def _amounts(by: Measure, sift: Sift) -> NDArray[np.float64]:
    """How much each deal counts; no number where it is not known."""
    if by.basis == "deals":
        return np.ones(len(sift.rows))
    found = _floats(sift.values(by.basis))[sift.codes(by.basis)]
    if by.basis == "value":
        found[np.array([c != by.unit for c in sift.values("currency")], dtype=np.bool_)[sift.codes("currency")]] = np.nan
    return found


def _unknown(by: Measure, sift: Sift, amounts: NDArray[np.float64]) -> tuple[Whole, tuple[str, ...]]:
    """Why deals do not count, as numbers of reasons; those that do have none."""
    currencies = sift.values("currency") if by.basis == "value" else []
    reasons = (by.why_not(None, ""), *(by.why_not(1.0, c) for c in currencies))
    why = np.where(np.isnan(amounts), 0, -1)
    if currencies:
        worth = ~np.isnan(_floats(sift.values("value"))[sift.codes("value")])
        why = np.where((why == 0) & worth, sift.codes("currency") + 1, why)
    return why, reasons


def _floats(values: Iterable[float | None]) -> NDArray[np.float64]:
    return np.array([np.nan if v is None else v for v in values], dtype=np.float64)


def _year(date: str | None) -> int:
    day = first_day(date)
    return int(day[:4]) if day else UNDATED
