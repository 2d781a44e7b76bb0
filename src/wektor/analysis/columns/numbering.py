"""Rows of numbers told apart, and what belongs to them laid out: groups are made without looking at each row by itself."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")
Whole = NDArray[np.int64]


def number_rows(*columns: NDArray[Any]) -> tuple[Whole, Whole]:
    """The distinct rows of some columns of small numbers, and of each row which of them it is."""
    wide = [int(c.max()) + 1 if len(c) else 1 for c in columns]
    packed = np.zeros(len(columns[0]), dtype=np.int64)
    for column, width in zip(columns, wide, strict=True):
        packed = packed * width + column
    found, numbers = np.unique(packed, return_inverse=True)
    parts = []
    for width in reversed(wide):
        found, part = np.divmod(found, width)
        parts.append(part)
    return np.stack(parts[::-1], axis=1), numbers


def number_sorted(*columns: NDArray[Any]) -> tuple[list[list[int]], Whole]:
    """The distinct rows of columns that are sorted, and where each begins."""
    if not len(columns[0]):
        return [], np.zeros(0, dtype=np.int64)
    moved = np.zeros(len(columns[0]) - 1, dtype=np.bool_)
    for column in columns:
        moved |= column[1:] != column[:-1]
    begun = np.concatenate([[0], np.flatnonzero(moved) + 1])
    return np.stack([c[begun] for c in columns], axis=1).tolist(), begun


def sum_by(numbers: Whole, amounts: NDArray[np.float64], many: int) -> NDArray[np.float64]:
    """The sum of the amounts of each number below so many, added up one after the other, as a sum in Python."""
    return np.bincount(numbers, amounts, minlength=many).astype(np.float64)


class Listed(Generic[T]):
    """Lists of values by number; equal values are one."""

    def __init__(self, lists: Sequence[Sequence[T]]) -> None:
        numbers: dict[T, int] = {}
        self._flat = np.array([numbers.setdefault(value, len(numbers)) for values in lists for value in values], dtype=np.int64)
        self.values = list(numbers)
        self.many = np.array([len(values) for values in lists], dtype=np.int64)
        self._begun = np.cumsum(self.many) - self.many

    def of(self, numbers: Whole) -> tuple[Whole, Whole]:
        """The values of the lists whose numbers stand in some rows, row after row: the place of the row, and the number of the value."""
        many = self.many[numbers]
        places = np.repeat(np.arange(len(numbers)), many)
        within = np.arange(len(places)) - np.repeat(np.cumsum(many) - many, many)
        return places, self._flat[self._begun[numbers][places] + within]
