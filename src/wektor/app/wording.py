"""Short wording of what a deal or event came to on a day, and of how exactly the day is known."""

from wektor.analysis.holdings import days_of
from wektor.model.register import Deal, Event


def word_moment(held: Deal | Event, day: str) -> str:
    """The stages that a deal reached, or was to reach, in the time that begins on a day; an event by its kind."""
    if isinstance(held, Event):
        return f"{held.kind}: {held.name}" if held.name else f"{held.kind} {held.status}" if held.status != "done" else held.kind
    came = [s.name for s in held.stages if any(days_of(str(c.value))[0] == day for c in s.actual)]
    planned = [f"{s.name} (planned)" for s in held.stages if not s.actual and any(days_of(str(c.value))[0] == day for c in s.planned)]
    return ", ".join((*came, *planned)) or held.status


def date_moment(held: Deal | Event, day: str) -> str:
    """The date as it was told: the best sourced of those that begin on a day, such as 1991 for the first of January."""
    told = [held.date] if isinstance(held, Event) else [str(c.value) for s in held.stages for c in (*s.actual, *s.planned)]
    return next((d for d in told if d and days_of(d)[0] == day), day)
