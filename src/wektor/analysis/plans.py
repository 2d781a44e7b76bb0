"""Plans: which planned dates say when something is due, and which only when it was announced."""

from collections.abc import Iterator

from wektor.analysis.calendar import first_day, last_day
from wektor.model.register import Cell, ClaimRecord, Deal, Stage, View


def foretold(record: ClaimRecord) -> bool:
    """Whether a date lies ahead of the day on which it was told; yes where either is not known."""
    due = last_day(record.claim.date)
    return due is None or record.published is None or due >= record.published


def due_dates(view: View, deal: Deal, stage: Stage) -> Iterator[Cell]:
    """The planned dates of a stage that something is due on.

    Not those at which another stage came, such as a signing: the plan was made then. Nor those that had passed when they
    were told, unless the stage came: "in May it announced that it will build" is due in no May.
    """
    signed = [str(c.value) for s in deal.stages if s.name != stage.name for c in s.actual]
    for cell in stage.planned:
        if last_day(str(cell.value)) and not any(_meet(str(cell.value), s) for s in signed) and (stage.actual or _ahead(cell, view)):
            yield cell


def _ahead(cell: Cell, view: View) -> bool:
    """Whether any claim foretold the date."""
    told = [c for c in cell.sources if c in view.claims]
    return not told or any(foretold(view.claims[c]) for c in told)


def _meet(a: str, b: str) -> bool:
    """Whether a date lies wholly in the time of another, or holds it, and both are of a month or less."""
    left, right = (first_day(a), last_day(a)), (first_day(b), last_day(b))
    if None in left or None in right or len(a) < 7 or len(b) < 7:
        return False
    return str(left[0]) <= str(right[1]) and str(right[0]) <= str(left[1])
