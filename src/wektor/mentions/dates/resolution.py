"""Resolving date expressions into EDTF: by the day of publication, else by the dates around, then marked ``?``."""

from collections.abc import Sequence
from typing import Any

import msgspec

from wektor.mentions.dates.context import Context
from wektor.mentions.dates.finding import DateExpr
from wektor.mentions.dates.valuation import evaluate
from wektor.model import Edtf, Span

_WRITTEN = ("year", "year2", "yy", "decade", "tens")


class ResolvedDate(msgspec.Struct, frozen=True):
    """A date mention with its value; ``future`` is the value if the text speaks of what is to come.

    ``point``: of "since May" or "until May" the month itself, for what happened then and did not last; of "after May" the
    time from then on.
    """

    edtf: str | None
    span: Span
    modifier: str | None = None
    relative: bool = False
    future: str | None = None
    dateline: bool = False
    point: str | None = None

    def readings(self) -> tuple[str, ...]:
        """Every value that the words can have, the likeliest first."""
        return tuple(dict.fromkeys(v for v in (self.edtf, self.future, self.point) if v))


def resolve(exprs: Sequence[DateExpr], published: str | None) -> list[ResolvedDate]:
    """Values of a whole document's expressions, in document order; ``published`` is an ISO day, or None."""
    context = Context(exprs, published)
    found = []
    for expr in exprs:
        context.come_to(expr.span.start)
        date = _resolved(expr, context)
        found.append(date)
        if not expr.dateline:
            context.remember(date.point or date.edtf, expr.span.end, due=date.modifier == "by")
    return found


def _resolved(expr: DateExpr, context: Context) -> ResolvedDate:
    values = expr.values
    if len(shorthand := str(values.get("shorthand", "")).split()) == 3:
        values = values | {"part": shorthand[2]}
    relative = not any(role in values for role in _WRITTEN)
    ranged = _is_range(values)
    lead = None if ranged else values.get("lead")
    bare, ahead = (_marked(evaluate(values, context, side), relative, context) for side in (-1, 1))
    if lead == "by" and relative and values.get("deictic", 0) < 1:
        bare = ahead
    past, future = _opened(bare, lead, False), _opened(ahead, lead, not relative)
    point = bare if bare != past else _beyond(bare, lead)
    return ResolvedDate(past, expr.span, lead or (None if ranged else values.get("part")), relative, future if future != past else None, expr.dateline, point)


def _marked(value: str | None, relative: bool, context: Context) -> str | None:
    """Marked where it was inferred without a day of publication; None unless it is valid."""
    if value is None:
        return None
    if relative and not context.sure:
        value = "/".join(f"{part.rstrip('~')}?" for part in value.split("/"))
    return value if Edtf.parse(value) else None


def _opened(value: str | None, lead: str | None, due: bool) -> str | None:
    """Opened by "since" and "until"; by "by" if it is still to come."""
    if value is None:
        return None
    first, _, last = value.partition("/")
    if lead == "since":
        return f"{first}/.."
    return f"../{last or first}" if lead == "until" or (lead == "by" and due) else value


def _beyond(value: str | None, lead: str | None) -> str | None:
    """ "after 2014" may mean the time from then on, "before 2014" the time up to then."""
    if value is None or lead not in ("before", "after"):
        return None
    return f"../{value.partition('/')[0]}" if lead == "before" else f"{value.rpartition('/')[2]}/.."


def _is_range(values: dict[str, Any]) -> bool:
    """Both ends are written: "from" and "until" then belong to the range."""
    return any(role[-1] == "2" for role in values)
