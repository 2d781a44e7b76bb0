"""Days of EDTF dates, and months between days."""

from wektor.model.dates import Edtf


def first_day(date: str | None) -> str | None:
    """The first day that a date can mean; where its beginning is open, its last."""
    edtf = Edtf.parse(date) if date else None
    return (edtf.first or edtf.last) if edtf else None


def last_day(date: str | None) -> str | None:
    """The last day that a date can mean; where its end is open, its first."""
    edtf = Edtf.parse(date) if date else None
    return (edtf.last or edtf.first) if edtf else None


def months(early: str, late: str) -> int:
    """Whole calendar months from one ISO day's month to another's."""
    return (int(late[:4]) - int(early[:4])) * 12 + int(late[5:7]) - int(early[5:7])
