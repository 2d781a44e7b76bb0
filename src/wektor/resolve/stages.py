"""Stages of a deal's life: what each claim says of which stage, planned or as it came; slippage is a subtraction."""

from collections.abc import Mapping, Sequence

from wektor.model.register import STAGES, Cell, Conflict, Stage
from wektor.resolve.cells import Groups, date_conflict, make_cells
from wektor.resolve.facts import days_of
from wektor.resolve.matters import Matter

_STAGE = {"agreement": "agreed", "venture": "agreed", "technology_transfer": "agreed", "aid": "agreed", "order": "ordered",
          "production": "produced", "delivery": "delivered", "operation": "in service", "selection": "mooted"}  # fmt: skip
_ORDER = {name: i for i, name in enumerate(STAGES)}


def stage_of(matter: Matter) -> str:
    """The stage that a claim speaks of; whatever is ended speaks of the end. A trade register's row is an order, of a gift too."""
    if matter.fact.status == "ended":
        return "ended"
    return "ordered" if matter.fact.row and matter.fact.kind == "aid" else _STAGE.get(matter.fact.kind, "mooted")


def make_stages(members: Sequence[Matter], groups: Groups) -> tuple[Stage, ...]:
    """The stages that claims speak of, in order of life; a thing only planned is also mooted."""
    held: dict[str, list[Matter]] = {}
    for matter in members:
        if matter.fact.status != "denied":
            held.setdefault(stage_of(matter), []).append(matter)
    planned = [m for m in members if m.fact.status == "planned"]
    if planned:
        held.setdefault("mooted", []).extend(m for m in planned if stage_of(m) != "mooted")
    return tuple(_stage(name, held[name], groups) for name in sorted(held, key=_ORDER.__getitem__))


def _stage(name: str, matters: Sequence[Matter], groups: Groups) -> Stage:
    sides: dict[bool, tuple[Cell, ...]] = {}
    for planned in (True, False):
        own = [m for m in matters if (m.fact.status == "planned") == planned and m.fact.date and (name != "mooted" or stage_of(m) == name)]
        sides[planned] = make_cells(((str(m.fact.date), None, m) for m in own), groups)
    return Stage(name=name, planned=sides[True], actual=sides[False], sources=tuple(sorted({m.fact.claim for m in matters})))


def stage_conflicts(stages: Sequence[Stage], homes: Mapping[str, str]) -> list[Conflict]:
    """Dates that exclude each other, of stages that happen once (deliveries come in parts); ``homes`` gives each claim's source."""
    found = [date_conflict(f"{s.name} date", s.actual, f"when it was {s.name}", homes) for s in stages if s.name in ("agreed", "ordered")]
    return [c for c in found if c]


def slippage(stages: Sequence[Stage]) -> int | None:
    """Months by which the first actual date lies wholly after, or before, the first planned one, of the latest stage with both; None without."""
    for stage in reversed(stages):
        planned = [s for c in stage.planned if (s := days_of(str(c.value)))]
        actual = [s for c in stage.actual if (s := days_of(str(c.value)))]
        if planned and actual:
            (wanted, due), (begun, ended) = min(planned, key=lambda s: s[1]), min(actual)
            return max(0, months_between(due, begun)) or min(0, months_between(wanted, ended))
    return None


def months_between(early: int, late: int) -> int:
    """Whole calendar months from one ordinal day's month to another's."""
    import datetime as dt

    a, b = dt.date.fromordinal(early), dt.date.fromordinal(late)
    return (b.year - a.year) * 12 + b.month - a.month
