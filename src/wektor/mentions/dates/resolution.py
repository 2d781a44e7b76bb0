"""Resolving date expressions into EDTF: by the day of publication, else by the dates around, then marked ``?``."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from wektor.mentions.dates.calendar import about_week
from wektor.mentions.dates.context import Context
from wektor.mentions.dates.dating import ResolvedDate as ResolvedDate
from wektor.mentions.dates.finding import DateExpr
from wektor.mentions.dates.ranges import join_ranges
from wektor.mentions.dates.valuation import coming, continued, evaluate
from wektor.model import Edtf

_WRITTEN = ("year", "year2", "yy", "decade", "tens", "named")

_ASIDE = ("now", "named")
"""Senses of dates that no story goes on from."""
_DEADLINES = ("by", "due")
_DUE = ("by", "until")
"""Senses of dates up to which something lasts: the text was written before."""


_FAR_AHEAD = 300  # days


def resolve(exprs: Sequence[DateExpr], published: str | None) -> list[ResolvedDate]:
    """Values of a whole document's expressions, in document order; ``published`` is an ISO day, or None."""
    context = Context(exprs, published)
    found = []
    for expr in exprs:
        context.come_to(expr.span.start, expr.opens)
        date = _resolved(expr, context)
        found.append(date)
        if not expr.dateline and date.modifier not in _ASIDE:
            context.remember(date.point or date.edtf, expr.span.end, due=date.modifier == "by", written=not date.relative and date.modifier not in _DUE)
            if not _looks_ahead(expr):
                context.go_on(date.story)
    return join_ranges(found)


def _looks_ahead(expr: DateExpr) -> bool:
    """ "Two were to follow in three years": a span that is counted on within a sentence may be no more than a term, from which no story goes on."""
    first = next((role for role in expr.values if role in ("sequel", "distance", "unit")), "unit")  # "three years later" tells on
    return not expr.opens and first != "unit" and expr.values[first] > 0


def _resolved(expr: DateExpr, context: Context) -> ResolvedDate:
    values = expr.values
    if len(shorthand := str(values.get("shorthand", "")).split()) == 3:
        values = values | {"part": shorthand[2]}
    elif shorthand[:1] == ["month"] and int(shorthand[1]) > 1 and not {"month", "season"} & values.keys():  # "in a year and a half" may be "a year and a half later"
        values = {role: value for role, value in values.items() if role != "shorthand"} | {"unit": "month", "count": int(shorthand[1]), "distance": 1, "either": 1}
    relative = not any(role in values for role in _WRITTEN)
    ranged = _is_range(values)
    lead = None if ranged else values.get("lead")
    before = _marked(evaluate(values, context, -1), relative, context)
    ahead = _marked(coming(values, context) or evaluate(values, context, 1), relative, context)
    bare = ahead if lead in _DEADLINES and relative and values.get("deictic", 0) < 1 else before
    past, future = _opened(bare, lead, False), _opened(None if _just_gone(bare, ahead, context) else ahead, lead, not relative)
    point = before if before != past else _beyond(before, lead) or (_about(before) if values.get("unit") == "week" else None)
    story = _opened(_gone(continued(values, context), context), lead, False)
    sense = next((name for name in _ASIDE if name in values), None)
    named = "by" if lead == "due" else lead
    return ResolvedDate(
        past, expr.span, sense or named or (None if ranged else values.get("part")), relative, future if future != past else None, expr.dateline, point,
        story if story != past else None,
    )  # fmt: skip


def _just_gone(past: str | None, future: str | None, context: Context) -> bool:
    """Whether a day without its year was a few weeks ago, and comes again in nearly a year: of that one a writer would say so."""
    if context.today is None or not past or not future or past == future or len(past) != 10 or len(future) != 10:
        return False
    return (dt.date.fromisoformat(future) - context.today).days > _FAR_AHEAD


def _about(week: str | None) -> str | None:
    return about_week(week) if week and "?" not in week else None


def _gone(value: str | None, context: Context) -> str | None:
    """The value if it begins before the day to count from."""
    known = Edtf.parse(value) if value else None
    return value if known and context.today and (known.first or "") <= context.today.isoformat() else None


def _marked(value: str | None, relative: bool, context: Context) -> str | None:
    """Marked where it was inferred without a day of publication; None unless it is valid."""
    if value is None:
        return None
    if relative and not context.sure:
        value = "/".join(f"{_known(part.rstrip('~'), context)}?" for part in value.split("/"))
    return value if Edtf.parse(value) else None


def _known(value: str, context: Context) -> str:
    """The day to count from as far as it is known: "today" of a text that names but a year is some day of it."""
    return value[: context.grain] if context.today is not None and value == context.today.isoformat() else value


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
