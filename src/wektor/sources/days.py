"""Days of publication as people give them."""

import datetime as dt

from wektor.model import InputError


def parse_day(text: str, where: str) -> str:
    """An ISO day, checked. Raises InputError naming ``where`` it stood."""
    try:
        return dt.date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        raise InputError(f"{where}: {text!r} is no day; write it as 2024-11-20") from None
