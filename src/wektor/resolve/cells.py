"""Cells: the values that sources give, each with its sources, best sourced first; where they differ, a conflict."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from wektor.model.register import Cell, Conflict
from wektor.resolve.facts import days_of
from wektor.resolve.matters import Matter

Value = str | int | float | tuple[int | float, int | float]
Groups = Callable[[str], str]  # a document's group of near-copies


def make_cells(told: Iterable[tuple[Value, str | None, Matter]], groups: Groups) -> tuple[Cell, ...]:
    """One cell for each value and unit: most independent sources first, then the latest told, then by value."""
    held: dict[tuple[Value, str | None], list[Matter]] = {}
    for value, unit, matter in told:
        held.setdefault((value, unit), []).append(matter)
    if len(held) < 2:
        return tuple(_cell(value, unit, ms, groups) for (value, unit), ms in held.items())
    cells = [(_rank(ms), _cell(value, unit, ms, groups)) for (value, unit), ms in held.items()]
    cells.sort(key=lambda t: str(t[1].value))
    cells.sort(key=lambda t: (t[1].independent, t[0]), reverse=True)
    return tuple(cell for _, cell in cells)


def _cell(value: Value, unit: str | None, matters: list[Matter], groups: Groups) -> Cell:
    if len(matters) == 1:
        return Cell(value=value, unit=unit, sources=(matters[0].fact.claim,), independent=1)
    sources = tuple(sorted({m.fact.claim for m in matters}))
    return Cell(value=value, unit=unit, sources=sources, independent=independent(matters, groups))


def _rank(matters: Sequence[Matter]) -> tuple[bool, str]:
    """Values that a person accepted before others, then those told latest."""
    return any(m.fact.standing in _JUDGED for m in matters), max([m.fact.published or "" for m in matters])


_JUDGED = ("accepted", "corrected")


def independent(matters: Iterable[Matter], groups: Groups) -> int:
    """How many sources that are no copies of each other."""
    return len({groups(m.fact.document) for m in matters})


def number_conflict(field: str, cells: tuple[Cell, ...], words: str, homes: Mapping[str, str], slack: float = 0.0) -> Conflict | None:
    """Numbers of one unit that no range reconciles, of sources of which none tells both; ``slack`` is the share by which they may differ."""
    units = {c.unit for c in cells}
    for unit in sorted(units, key=str):
        same = [c for c in cells if c.unit == unit]
        low, high = max(_bounds(c)[0] for c in same), min(_bounds(c)[1] for c in same)
        if len(same) > 1 and low > high * (1 + slack) and _contrary([(_bounds(c), {homes[s] for s in c.sources}) for c in same], slack):
            values = " or ".join(_say(c) for c in same)
            return Conflict(field=field, values=tuple(same), words=f"sources differ on {words}: {values}")
    return None


def date_conflict(field: str, cells: tuple[Cell, ...], words: str, homes: Mapping[str, str]) -> Conflict | None:
    """Dates that cannot be the same, of sources of which none tells both: one that does holds them apart. ``homes`` gives each claim's source."""
    dated = [(span, c) for c in cells if (span := days_of(str(c.value)))]
    if len(dated) < 2 or max(first for (first, _), _ in dated) <= min(last for (_, last), _ in dated):
        return None
    if _contrary([(span, {homes[s] for s in c.sources}) for span, c in dated]):
        return Conflict(field=field, values=cells, words=f"sources differ on {words}: {' or '.join(str(c.value) for c in cells)}")
    return None


def _contrary(told: Iterable[tuple[tuple[float, float], set[str]]], slack: float = 0.0) -> bool:
    """Whether any two ranges exclude each other that nobody tells both."""
    pairs = combinations(told, 2)
    return any(max(a[0], b[0]) > min(a[1], b[1]) * (1 + slack) and one.isdisjoint(other) for (a, one), (b, other) in pairs)


def _bounds(cell: Cell) -> tuple[float, float]:
    value = cell.value
    return (value[0], value[1]) if isinstance(value, tuple) else (float(value), float(value))


def _say(cell: Cell) -> str:
    low, high = _bounds(cell)
    return f"{low:,.15g}" + ("" if low == high else f"–{high:,.15g}") + (f" {cell.unit}" if cell.unit else "")
