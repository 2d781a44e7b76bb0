"""Days laid on an axis of years as plain numbers, so that no time zone and no locale bears on a picture."""

import datetime as dt
from collections.abc import Iterable
from math import ceil, floor
from typing import Any


def year(day: str) -> float:
    """An ISO day as a year and its part."""
    date = dt.date.fromisoformat(day)
    start, end = dt.date(date.year, 1, 1).toordinal(), dt.date(date.year + 1, 1, 1).toordinal() if date.year < 9999 else dt.date.max.toordinal()
    return round(date.year + (date.toordinal() - start) / (end - start), 4)


def axis(days: Iterable[float], room: float = 0) -> dict[str, Any]:
    """The x encoding over whole years that hold the days; ``room`` is left at the right for words, as a share of them."""
    held = list(days) or [2000.0]
    low, high = floor(min(held)), ceil(max(held) + 0.02)
    step = max(1, ceil((high - low) / 14))
    margin = (high - low) * 0.012
    return {"type": "quantitative", "title": None, "scale": {"domain": [low - margin, high + margin + (high - low) * room], "nice": False, "zero": False},
            "axis": {"format": "d", "values": list(range(low, high + 1, step)), "grid": True}}  # fmt: skip
