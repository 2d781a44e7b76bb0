"""Rows of views in every format that is text: table, CSV, JSON Lines, Markdown, a page of HTML."""

import csv
import os
import shutil
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, TextIO

import msgspec

from wektor.output.defusing import defuse
from wektor.output.grid import lay_grid
from wektor.output.wording import visible

Records = Sequence[Mapping[str, Any]]
_WIDE = 160
_WHOLE = frozenset(("id", "claim", "deal", "day", "when", "as of", "first", "last", "date"))  # columns that are not wrapped
STYLE = """
:root{--ink:#1c1c1c;--paper:#fdfdfb;--rule:#d9d6cd;--soft:#6b675d}@media(prefers-color-scheme:dark){:root{--ink:#eceae4;--paper:#191918;--rule:#3c3a35;--soft:#a5a094}}
body{margin:0 auto;max-width:90rem;padding:1.5rem;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}h1{font-size:1.3rem}
div.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--rule)}
th{color:var(--soft);font-weight:600;position:sticky;top:0;background:var(--paper)}td.n{text-align:right;font-variant-numeric:tabular-nums}
"""  # fmt: skip


def write_table(records: Records, out: TextIO, title: str = "") -> None:
    """Print a table; in a pipe it is wide enough for other programs."""
    if not records:
        out.write("nothing fits\n")
        return
    columns, screen = _columns(records), out.isatty()
    width = shutil.get_terminal_size().columns if screen else _WIDE
    rows = [[visible(word(v)) for v in record.values()] for record in records]
    right = {c for c in columns if _numeric(records, c)}
    bold = screen and os.environ.get("TERM") != "dumb" and os.name != "nt"
    out.writelines(f"{line}\n" for line in lay_grid(columns, rows, width, whole=_WHOLE, right=right, bold=bold))


def write_csv(records: Records, out: TextIO, title: str = "") -> None:
    """A header and a row each; cells that a spreadsheet would run are defused."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_columns(records))
    writer.writerows([defuse(v) if isinstance(v, str) else "" if v is None else v for v in record.values()] for record in records)


def write_markdown(records: Records, out: TextIO, title: str = "") -> None:
    """A Markdown table."""
    columns = _columns(records)
    if columns:
        lines = [columns, ["---:" if _numeric(records, c) else "---" for c in columns], *([_cell(v) for v in r.values()] for r in records)]
        out.writelines("| " + " | ".join(line) + " |\n" for line in lines)


def write_html(records: Records, out: TextIO, title: str = "") -> None:
    """A self-contained page with the table."""
    columns = _columns(records)
    head = "".join(f"<th scope=col>{escape(c)}</th>" for c in columns)
    rows = "".join("<tr>" + "".join(_td(v) for v in r.values()) + "</tr>\n" for r in records)
    out.write(f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
              f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><h1>{escape(title)}</h1>"
              f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table></div></body></html>\n')  # fmt: skip


def write_lines(values: Sequence[Any], out: TextIO) -> None:
    """Whole values as JSON Lines: nothing is left out."""
    out.writelines(msgspec.json.encode(value).decode() + "\n" for value in values)


def word(value: Any) -> str:
    """A plain value as a person reads it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,.10g}" if isinstance(value, float) else str(value)


def _columns(records: Records) -> list[str]:
    return list(records[0]) if records else []


def _numeric(records: Records, column: str) -> bool:
    return all(isinstance(r[column], int | float | None) and not isinstance(r[column], bool) for r in records)


def _cell(value: Any) -> str:
    return " ".join(word(value).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").split())


def _td(value: Any) -> str:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return f"<td{' class=n' if number else ''}>{escape(word(value))}</td>"
