"""What every store does alike, whatever it keeps its rows in."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from wektor.model.ledger import Fleet

_CHUNK = 20_000  # values that one statement is asked with


def chunks(values: Iterable[str]) -> Iterator[list[str]]:
    """Values without doubles, in parts for one statement each."""
    held = list(dict.fromkeys(values))
    yield from (held[i : i + _CHUNK] for i in range(0, len(held), _CHUNK))


def sum_fleet(state: str, items: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[Fleet]:
    """Rows of (item, holder, ordered, delivered, serving, day) summed by item, in the items' order.

    Orders and deliveries of several deals add up; reports of a fleet do not: the latest counts, of one day the largest.
    """
    held: dict[str, list[Sequence[Any]]] = {item: [] for item in items}
    for row in rows:
        held[row[0]].append(row)
    return [_sum(state, item, sorted(held[item], key=lambda r: str(r[1]))) for item in items]


def _sum(state: str, item: str, rows: Sequence[Sequence[Any]]) -> Fleet:
    reports = [(r[5], r[4]) for r in rows if r[4]]
    day, serving = max(reports) if reports else (max(r[5] for r in rows), 0.0)
    return Fleet(state=state, item=item, ordered=sum(r[2] for r in rows), delivered=sum(r[3] for r in rows), serving=serving, day=day,
                 holders=tuple(r[1] for r in rows))  # fmt: skip
