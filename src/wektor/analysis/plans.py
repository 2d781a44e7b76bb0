"""Plans: which planned dates say when something is due, and which only when it was announced."""

from collections.abc import Iterator, Mapping

from wektor.analysis.calendar import first_day, last_day
from wektor.model.outlines import Due
from wektor.model.register import Cell, ClaimRecord, Deal, Stage

Records = Mapping[str, ClaimRecord]


def foretold(record: ClaimRecord) -> bool:
    """Whether a date lies ahead of the day on which it was told; yes where either is not known.

    A plan dated by the very day on which it was told was made then. A trade register tells of deliveries when they are due; of an order not yet signed it gives the year of the choice.
    """
    if record.origin == "register" and record.claim.kind != "delivery":
        return False
    due = last_day(record.claim.date)
    return due is None or record.published is None or due > record.published or (due == record.published and due != record.claim.date)


def announced(record: ClaimRecord) -> bool:
    """Whether a plan is dated by a day that had passed when it was told: the day on which it was made known, such as that of a signing.

    A delivery is told of by its own date, and a date that is no day may be one by which nothing came.
    """
    return record.claim.kind != "delivery" and len(record.claim.date or "") == len("2022-05-13") and record.published is not None and not foretold(record)


def due_of(deal: Deal, records: Records) -> Due | None:
    """The latest stage with a planned date; one that came stands before those that did not."""
    held = [(s, due) for s in reversed(deal.stages) if (due := list(due_dates(records, deal, s)))]
    for stage, due in sorted(held, key=lambda h: not h[0].actual):
        planned = min((str(c.value) for c in due), key=lambda d: last_day(d) or "")
        newest = max(due, key=lambda c: (_told(records, c), last_day(str(c.value)) or "")) if len(due) > 1 else due[0]
        actual = min((str(c.value) for c in stage.actual if first_day(str(c.value))), key=lambda d: first_day(d) or "", default=None)
        return Due(stage.name, planned, str(newest.value), actual)
    return None


def _told(records: Records, cell: Cell) -> str:
    """When a value was last told."""
    return max((records[c].published or "" for c in cell.sources if c in records), default="")


def due_dates(records: Records, deal: Deal, stage: Stage) -> Iterator[Cell]:
    """The planned dates of a stage that something is due on.

    Not those at which another stage came, such as a signing: the plan was made then. Nor those that had passed when they
    were told, unless the stage came: "in May it announced that it will build" is due in no May.
    """
    for cell in stage.planned:
        if last_day(str(cell.value)) and not is_signing(str(cell.value), deal, stage.name) and (stage.actual or _ahead(cell, records)):
            yield cell


def is_signing(date: str, deal: Deal, stage: str) -> bool:
    """Whether another stage of a deal came at a date: a plan dated so was made then."""
    return any(meet(date, str(c.value)) for s in deal.stages if s.name != stage for c in s.actual)


def _ahead(cell: Cell, records: Records) -> bool:
    """Whether any claim foretold the date."""
    told = [c for c in cell.sources if c in records]
    return not told or any(foretold(records[c]) for c in told)


def meet(a: str, b: str) -> bool:
    """Whether a date lies wholly in the time of another, or holds it, and both are of a month or less."""
    left, right = (first_day(a), last_day(a)), (first_day(b), last_day(b))
    if None in left or None in right or len(a) < 7 or len(b) < 7:
        return False
    return str(left[0]) <= str(right[1]) and str(right[0]) <= str(left[1])
