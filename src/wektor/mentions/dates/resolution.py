"""Resolving date expressions into EDTF: by the day of publication, else by the dates around, then marked ``?``."""

from collections.abc import Sequence
from typing import Any

import msgspec

from wektor.mentions.dates.context import Context
from wektor.mentions.dates.finding import DateExpr
from wektor.mentions.dates.valuation import evaluate
from wektor.model import Edtf, Span

_WRITTEN = ("year", "year2", "decade", "tens")


class ResolvedDate(msgspec.Struct, frozen=True):
    """A date mention with its value; ``future`` is the value if the text speaks of what is to come."""

    edtf: str | None
    span: Span
    modifier: str | None = None
    relative: bool = False
    future: str | None = None
    dateline: bool = False


def resolve(exprs: Sequence[DateExpr], published: str | None) -> list[ResolvedDate]:
    """Values of a whole document's expressions, in document order; ``published`` is an ISO day, or None."""
    context = Context(exprs, published)
    found = []
    for expr in exprs:
        date = _resolved(expr, context)
        found.append(date)
        if not expr.dateline and date.modifier != "by":
            context.remember(date.edtf)
    return found


def _resolved(expr: DateExpr, context: Context) -> ResolvedDate:
    values = expr.values
    if len(shorthand := str(values.get("shorthand", "")).split()) == 3:
        values = values | {"part": shorthand[2]}
    relative = not any(role in values for role in _WRITTEN)
    ranged = _is_range(values)
    lead = None if ranged else values.get("lead")
    past, future = (_finished(evaluate(values, context, side), values, relative, context) for side in (-1, 1))
    if lead == "by" and future:
        past = future
    return ResolvedDate(past, expr.span, lead or (None if ranged else values.get("part")), relative, future if future != past else None, expr.dateline)


def _finished(value: str | None, values: dict[str, Any], relative: bool, context: Context) -> str | None:
    """Opened by "since" or "until", marked where it was inferred, and valid, else None."""
    if value is None:
        return None
    if relative and not context.sure:
        value = "/".join(part + "?" for part in value.split("/"))
    first, _, last = value.partition("/")
    ranged = _is_range(values)
    if (values.get("lead") == "since" and not last) or (values.get("lead") == "since" and not ranged):
        value = f"{first}/.."
    elif values.get("lead") == "until" and not ranged:
        value = f"../{last or first}"
    return value if Edtf.parse(value) else None


def _is_range(values: dict[str, Any]) -> bool:
    """Both ends are written: "from" and "until" then belong to the range."""
    return any(role[-1] == "2" for role in values)
