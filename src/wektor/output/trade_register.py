"""Deals in the columns of a trade register of arms transfers, as CSV: one row a deal that has a taker and an item."""

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from wektor.lexicon.state_names import state_names
from wektor.model.dates import Edtf
from wektor.model.register import Cell, Deal, Entity, View
from wektor.output.defusing import defuse

HEADER = ("Recipient", "Supplier", "Year of order", "", "Number ordered", "", "Weapon designation", "Weapon description", "Number delivered", "",
          "Year(s) of delivery", "status", "Comments")  # fmt: skip


def register_rows(view: View) -> Iterator[tuple[str, ...]]:
    """A row for each deal by which equipment passes from one state to another; a ``?`` follows what is an estimate."""
    for deal in view.deals.values():
        if deal.taker_states and deal.items and deal.status != "denied" and deal.standing != "rejected":
            yield _row(deal, view)


def write_register(view: View, out: TextIO) -> None:
    """Write the headings and the rows; cells that a spreadsheet would run are made plain text."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for row in register_rows(view):
        writer.writerow([defuse(cell) for cell in row])


def _row(deal: Deal, view: View) -> tuple[str, ...]:
    stages = {s.name: s for s in deal.stages}
    signed = [c for name in ("ordered", "agreed") if name in stages for c in (stages[name].actual or stages[name].planned)]
    handed = list(stages["delivered"].actual) if "delivered" in stages else []
    ordered, delivered = _number(deal.ordered), _number(deal.delivered) or ("0" if not handed else "")
    return (
        _states(deal.taker_states), _states(deal.giver_states), _years(signed[:1]), _doubt(signed), ordered, _doubt(deal.ordered),
        _name(deal.items[0], view), deal.cls or "", delivered, _doubt(deal.delivered), _years(handed), _status(deal), _comment(deal, view),
    )  # fmt: skip


def _states(codes: Iterable[str]) -> str:
    return "; ".join(state_names().get(c, c) for c in codes)


def _name(cell: Cell, view: View) -> str:
    entity: Entity | None = view.entities.get(str(cell.value))
    return entity.name if entity else str(cell.value).partition(":")[2].replace("-", " ")


def _number(cells: tuple[Cell, ...]) -> str:
    """The best sourced number; of a range the lower."""
    value = cells[0].value if cells else None
    return "" if value is None else f"{value[0] if isinstance(value, tuple | list) else value}"


def _doubt(cells: Iterable[Cell]) -> str:
    """``?`` where sources differ, give a range, or a date that had to be inferred."""
    held = list(cells)
    vague = any(isinstance(c.value, tuple | list) or str(c.value).endswith(("?", "~", "%")) for c in held[:1])
    return "?" if vague or len({str(c.value)[:4] for c in held}) > 1 else ""


def _years(cells: Iterable[Cell]) -> str:
    """All years that the dates touch."""
    spans = [e for c in cells if (e := Edtf.parse(str(c.value)))]
    years = {year for e in spans for year in range(int((e.first or e.last or "0")[:4]), int((e.last or e.first or "0")[:4]) + 1)}
    return "; ".join(map(str, sorted(years)))


def _status(deal: Deal) -> str:
    return "" if deal.status in ("mooted", "agreed", "ordered", "produced", "delivered", "in service") else deal.status


def _comment(deal: Deal, view: View) -> str:
    """What the columns have no place for: aid, licence, value, firms, differences, how many sources."""
    firms = [view.entities[str(c.value)].name for c in deal.givers if str(c.value) in view.entities and not str(c.value).startswith("state:")]
    values = [f"{c.value:,} {c.unit}" for c in deal.value[:1] if isinstance(c.value, int | float)]
    rungs = [f"local {c.value}" for c in deal.localisation[:1]]
    differ = [f"sources differ on {c.field}" for c in deal.conflicts]
    sources = f"{deal.independent} independent source{'s' if deal.independent != 1 else ''}"
    return "; ".join([*(["Aid"] if deal.kind == "aid" else []), *values, *firms[:1], *rungs, *differ, *(["Planned"] if deal.status == "mooted" else []), sources, deal.id])
