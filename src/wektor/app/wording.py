"""Short wording of what a deal or event came to on a day."""

from wektor.analysis.holdings import days_of
from wektor.model.register import Deal, Event


def word_moment(held: Deal | Event, day: str) -> str:
    """The stages that a deal reached, or was to reach, in the time that begins on a day; an event by its kind."""
    if isinstance(held, Event):
        return f"{held.kind}: {held.name}" if held.name else f"{held.kind} {held.status}" if held.status != "done" else held.kind
    came = [s.name for s in held.stages if any(days_of(str(c.value))[0] == day for c in s.actual)]
    planned = [f"{s.name} (planned)" for s in held.stages if not s.actual and any(days_of(str(c.value))[0] == day for c in s.planned)]
    return ", ".join((*came, *planned)) or held.status
