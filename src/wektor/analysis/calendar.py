"""Days of EDTF dates, and months between days."""

from functools import lru_cache

from wektor.model.dates import Edtf

_parse = lru_cache(maxsize=1 << 16)(Edtf.parse)  # a register has many deals and few dates


def first_day(date: str | None) -> str | None:
    """The first day that a date can mean; where its beginning is open, its last."""
    edtf = _parse(date) if date else None
    return (edtf.first or edtf.last) if edtf else None


def last_day(date: str | None) -> str | None:
    """The last day that a date can mean; where its end is open, its first."""
    edtf = _parse(date) if date else None
    return (edtf.last or edtf.first) if edtf else None


def months_apart(planned: str, actual: str) -> int:
    """Months by which the actual date lies wholly after the planned one, less than nothing if before; 0 where the one may lie in the other."""
    begun, ended, due, wanted = first_day(actual), last_day(actual), last_day(planned), first_day(planned)
    if None in (begun, ended, due, wanted):
        return 0
    return max(0, months(str(due), str(begun))) or min(0, months(str(wanted), str(ended)))


def months(early: str, late: str) -> int:
    """Whole calendar months from one ISO day's month to another's."""
    return (int(late[:4]) - int(early[:4])) * 12 + int(late[5:7]) - int(early[5:7])
