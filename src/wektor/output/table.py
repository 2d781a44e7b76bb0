"""The table that a person wants to see."""

from collections.abc import Sequence
from typing import TextIO

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from wektor.model import Claim
from wektor.output.wording import COLUMNS, visible, word_row

_WIDE = 140


def write_table(claims: Sequence[Claim], out: TextIO) -> None:
    """Print claims as a table; in a pipe it is wide enough to be read by other programs."""
    console = Console(file=out, width=None if out.isatty() else _WIDE, highlight=False, emoji=False)
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1))
    for column in COLUMNS:
        table.add_column(column, ratio=3 if column == "quote" else None, overflow="fold")
    for claim in claims:
        table.add_row(*(escape(visible(cell)) for cell in word_row(claim)))
    console.print(table)
    console.print(f"{len(claims)} claim{'s' if len(claims) != 1 else ''}")
