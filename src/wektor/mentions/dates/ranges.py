"""Ranges told by two expressions side by side: "from late June" and "until 12 July" make one date."""

from collections.abc import Iterator, Sequence
from itertools import product

import msgspec

from wektor.mentions.dates.dating import ResolvedDate
from wektor.model import Edtf, Span

_NEXT, _NEAR = 1, 5
"""Characters between the two: a space, or an ending and a little word."""
_PARTS = ("start", "mid", "end")


def join_ranges(dates: Sequence[ResolvedDate]) -> list[ResolvedDate]:
    """The dates, those that are the two ends of one range joined."""
    found: list[ResolvedDate] = []
    for date in dates:
        joined = _joined(found[-1], date) if found and _side_by_side(found[-1], date) else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(date)
    return found


def _side_by_side(first: ResolvedDate, last: ResolvedDate) -> bool:
    gap = last.span.start - first.span.end
    if first.modifier == "since":
        return last.modifier in ("until", "by") and gap <= _NEAR
    return first.modifier in _PARTS and last.modifier == "until" and gap == _NEXT


def _joined(first: ResolvedDate, last: ResolvedDate) -> ResolvedDate | None:
    values = list(_ranges(first, last))
    if not values:
        return None
    future = next((v for v in values[1:] if first.relative or last.relative), None)
    return msgspec.structs.replace(
        first, edtf=values[0], span=Span(first.span.start, last.span.end), modifier=None, relative=first.relative or last.relative,
        future=future, point=None, story=None,
    )  # fmt: skip


def _ranges(first: ResolvedDate, last: ResolvedDate) -> Iterator[str]:
    """Every range that the readings of both ends make, the shortest first where no year is written: what begins must end, soon."""
    ends = [end for end in (last.edtf, last.future, last.point) if end]
    begins = [begin for begin in (first.edtf, first.future, first.point) if begin]
    if first.relative:  # "from May to June 2023"
        begins += [_in_year(begin, end) for begin in begins for end in ends]
    pairs = dict.fromkeys(f"{begin.partition('/')[0]}/{end.rpartition('/')[2]}" for begin, end in product(begins, ends))
    spans = [(value, *known) for value in pairs if (known := _years(value)) is not None]
    if first.relative:
        spans.sort(key=lambda span: span[2] - span[1])
    yield from (value for value, _, _ in spans)


def _years(value: str) -> tuple[int, int] | None:
    """The years in which a range begins and ends, if it ends after it began."""
    edtf = Edtf.parse(value)
    if edtf is None or not edtf.first or not edtf.last or edtf.first > edtf.last:
        return None
    return int(edtf.first[:4]), int(edtf.last[:4])


def _in_year(begin: str, end: str) -> str:
    """The beginning in the year in which the end lies."""
    year = end.rpartition("/")[2][:4]
    return year + begin[4:] if year.isdigit() and begin[:4].isdigit() else begin
