"""The moment, as the ledger writes it."""

import datetime as dt


def now() -> str:
    """The moment, ISO 8601 in UTC."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
