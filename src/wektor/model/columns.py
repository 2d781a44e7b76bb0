"""Outlines of many deals laid by column: of each column its distinct values once, and of each deal the number of its value.

Answers over all deals of a large register read the columns that they need, and look at each distinct value once.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from wektor.model.outlines import Due, Ids, Label, Outline

Numbers = NDArray[np.int32]
Mask = NDArray[np.bool_]
_PAPERS = msgspec.json.Decoder(list[list[int]])
KINDS: dict[str, Any] = {
    "kind": str, "status": str, "giver_states": Ids, "taker_states": Ids, "givers": Ids, "takers": Ids, "item": str | None, "cls": str | None,
    "first": str | None, "last": str | None, "came": str | None, "units": float | None, "value": float | None, "currency": str, "due": Due | None,
    "claims": int, "told_first": str | None, "told_last": str | None, "papers": int,
}  # fmt: skip
NAMES = tuple(KINDS)


class Column(NamedTuple):
    """One column: its distinct values, and of each deal the number of its own. ``each`` is how many values every deal has where
    it has many: those of one follow each other in ``codes``."""

    values: list[Any]
    codes: Numbers
    each: Numbers | None = None

    def mark(self, wanted: Iterable[bool]) -> Mask:
        """Of each deal what is said of its value: one word for each of ``values``."""
        return np.fromiter(wanted, dtype=np.bool_, count=len(self.values))[self.codes]

    def pick(self, rows: NDArray[Any]) -> "Column":
        """The column of some deals: a mask over all, or their places in order."""
        if self.each is None:
            return Column(self.values, self.codes[rows])
        places = np.flatnonzero(rows) if rows.dtype == np.bool_ else rows
        return Column(self.values, self.codes[_spread(self.each, places)], self.each[places])


class Columns(msgspec.Struct, frozen=True, eq=False):
    """Deals by column, in order of their ids; ``held`` are those columns that were asked for, ``entities`` those that deals name."""

    ids: list[str]
    held: dict[str, Column]
    entities: Mapping[str, Label] = {}

    def __getitem__(self, name: str) -> Column:
        return self.held[name]

    def pick(self, rows: NDArray[Any]) -> "Columns":
        """Some of the deals: a mask over all, or their places in order."""
        places = np.flatnonzero(rows) if rows.dtype == np.bool_ else rows
        return Columns([self.ids[i] for i in places.tolist()], {name: column.pick(places) for name, column in self.held.items()}, self.entities)


def lay_columns(outlines: Iterable[Outline], names: Sequence[str] = NAMES) -> Columns:
    """Outlines by column."""
    rows = sorted(outlines, key=lambda o: o.id)
    return Columns([o.id for o in rows], {name: _column(name, rows) for name in names})


def _column(name: str, rows: Sequence[Outline]) -> Column:
    if name == "papers":
        told = _PAPERS.decode(b"[%b]" % b",".join([bytes(o.papers) for o in rows]))
        values, codes = _number([paper for papers in told for paper in papers])
        return Column(values, codes, np.array([len(papers) for papers in told], dtype=np.int32))
    if name.startswith("told_"):
        side = name == "told_last"
        return Column(*_number([o.told[side] for o in rows]))
    return Column(*_number([getattr(o, name) for o in rows]))


def _number(values: Sequence[Any]) -> tuple[list[Any], Numbers]:
    numbers: dict[Any, int] = {}
    codes = np.fromiter((numbers.setdefault(v, len(numbers)) for v in values), dtype=np.int32, count=len(values))
    return list(numbers), codes


def join_columns(one: Columns, other: Columns) -> Columns:
    """Two sets of deals, none of which is in both, as one, in order of ids."""
    if not other.ids:
        return one
    ids = one.ids + other.ids
    order = np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)
    return Columns(ids, {name: _joined(column, other.held[name]) for name, column in one.held.items()}).pick(order)


def _joined(one: Column, other: Column) -> Column:
    numbers = dict(zip(one.values, range(len(one.values)), strict=True))
    moved = np.array([numbers.setdefault(v, len(numbers)) for v in other.values], dtype=np.int32)
    each = None if one.each is None or other.each is None else np.concatenate([one.each, other.each])
    return Column(list(numbers), np.concatenate([one.codes, moved[other.codes]]).astype(np.int32), each)


def _spread(each: Numbers, places: NDArray[Any]) -> NDArray[np.int64]:
    """Where the values of some deals lie among those of all."""
    ends, many = np.cumsum(each, dtype=np.int64), each[places]
    begun = np.repeat(ends[places] - many, many)
    within: NDArray[np.int64] = np.arange(many.sum(), dtype=np.int64) - np.repeat(np.cumsum(many, dtype=np.int64) - many, many)
    return begun + within


def places_of(ids: Sequence[str], wanted: Iterable[str]) -> Mask:
    """Which of the ids are among those wanted."""
    held = set(wanted)
    return np.fromiter((id in held for id in ids), dtype=np.bool_, count=len(ids))


