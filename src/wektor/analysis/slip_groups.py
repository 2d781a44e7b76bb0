"""Slippage summed up by partner, item or kind."""

from collections.abc import Callable
from statistics import median

from wektor.model.answers import SlipGroup, Slippage, SlipRow

BY: dict[str, Callable[[SlipRow], str | None]] = {"partner": lambda r: r.partner, "item": lambda r: r.item, "kind": lambda r: r.kind}


def group_slips(found: Slippage, by: str) -> Slippage:
    """The same by ``partner``, ``item`` or ``kind``; the worst median stands first."""
    groups: dict[str, list[SlipRow]] = {}
    for row in found.rows:
        if isinstance(row, SlipRow):
            groups.setdefault(BY[by](row) or "not named", []).append(row)
    rows = sorted((_group(by, of, own) for of, own in groups.items()), key=lambda g: (-(g.median if g.median is not None else -1e9), -g.overdue, g.of))
    return Slippage(title=f"{found.title}, by {by}", day=found.day, measured=found.measured, median=found.median, worst=found.worst,
                    overdue=found.overdue, rows=tuple(rows), coverage=found.coverage, notes=found.notes)  # fmt: skip


def _group(by: str, of: str, own: list[SlipRow]) -> SlipGroup:
    came = [r.months for r in own if r.standing == "came"]
    return SlipGroup(by=by, of=of, measured=len(came), median=median(came) if came else None, worst=max(came, default=None),
                     overdue=sum(r.standing == "overdue" for r in own), due=sum(r.standing in ("due", "put off") for r in own),
                     deals=tuple(d for r in own for d in r.deals))  # fmt: skip
