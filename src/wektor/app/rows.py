"""The rows that a view gives: typed values, with the names of the entities in them; a frame on request."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar, overload

from wektor.output.flat import brief, flatten
from wektor.output.frames import make_frame

T = TypeVar("T")


class Rows(Sequence[T], Generic[T]):
    """A page of a view. ``more`` says whether further rows follow; ``names`` leads from entity ids to names.

    >>> Rows((3, 4))[1]
    4
    """

    def __init__(self, values: Sequence[T], names: Mapping[str, str] | None = None, *, more: bool = False) -> None:
        self._values, self.names, self.more = tuple(values), dict(names or {}), more

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        """A row, or a slice of rows."""
        return self._values[index]

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[T]:
        return iter(self._values)

    def __repr__(self) -> str:
        return f"Rows({list(self._values)!r})"

    def records(self) -> list[dict[str, Any]]:
        """The rows flat: columns to plain values."""
        return [flatten(value, self.names) for value in self._values]

    def briefs(self) -> list[dict[str, Any]]:
        """The rows flat, with no more columns than fit on a terminal."""
        return [brief(value, self.names) for value in self._values]

    def to_polars(self) -> Any:
        """The rows as a ``polars.DataFrame``, flat, one column for each of ``records``."""
        return make_frame(self.records())
