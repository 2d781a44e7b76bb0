"""``wektor compare`` and ``wektor import``: a trade register beside the register, or taken into it."""

import sys
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from wektor.cli.sharing import Asked, Db, open_register, opened, shared, show

Csv = Annotated[Path, typer.Argument(metavar="CSV", help="A trade register's table, in any of its layouts.")]
compare = typer.Typer(no_args_is_help=True)
import_ = typer.Typer(no_args_is_help=True)


class Outcome(StrEnum):
    """What comes of comparing."""

    agree = "agree"
    differ = "differ"
    here = "only-here"
    there = "only-there"


@compare.callback()
def _comparing() -> None:
    """Lay another register beside this one."""


@import_.callback()
def _importing() -> None:
    """Take another register in."""


@compare.command("sipri")
@shared(page=False, filters=True)
def compare_sipri(
    asked: Asked,
    csv: Csv,
    only: Annotated[list[Outcome] | None, typer.Option("--only", help="Only these outcomes.")] = None,
) -> None:
    """Lay the columns of SIPRI's trade register beside the deals that the press tells of: agree, differ, only here, only there."""
    with opened(asked) as register:
        found = register.compare(csv, asked.filters, as_of=asked.as_of)
    wanted = {o.value.replace("-", " ") for o in only or Outcome}
    show([_record(c) for c in found if c.outcome in wanted], asked, f"{csv.name} beside the register")
    counts: Counter[str] = Counter(c.outcome for c in found)
    print("; ".join(f"{o.value.replace('-', ' ')}: {counts[o.value.replace('-', ' ')]}" for o in Outcome), file=sys.stderr)


def _record(c: Any) -> dict[str, Any]:
    differences = "; ".join(f"{d.field}: {d.here} here, {d.there} there" for d in c.differences)
    return {"outcome": c.outcome, "deal": c.deal, "row": c.row, "states": ", ".join(c.states), "item": c.item, "differences": differences or None,
            "why": "; ".join(r.words for r in c.reasons) or None}  # fmt: skip


@import_.command("sipri")
def import_sipri(csv: Csv, db: Db = None) -> None:
    """Take SIPRI's trade register in as a source: each row is the evidence of what it says."""
    with open_register(db, create=True) as register:
        added = register.import_register(csv)
    print(f"{added.documents} rows with {added.claims} claims; {added.known} were known, {added.failed} set aside")
