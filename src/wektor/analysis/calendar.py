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


def months(early: str, late: str) -> int:
    """Whole calendar months from one ISO day's month to another's."""
    return (int(late[:4]) - int(early[:4])) * 12 + int(late[5:7]) - int(early[5:7])
