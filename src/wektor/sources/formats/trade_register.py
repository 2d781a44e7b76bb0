"""A trade register of arms transfers: each row a document, which holds the table's headings and the row as it stands.

Its id is the file, the line and, after ``#``, the register's own number of the row, where it gives one.
"""

import csv
from collections.abc import Iterator

from wektor.lexicon.trade_register import TradeRegisterPack, load_trade_register
from wektor.model import Document, InputError
from wektor.sources.results import SetAside

_NEEDED = frozenset({"recipient", "supplier", "designation"})
_WIDEST = 100_000  # characters of a row that is one


def register_rows(text: str, name: str) -> Iterator[Document | SetAside]:
    """The rows of a register's CSV, in any layout that the pack knows; lines before the headings are passed over.

    A row that says not who, whom and what is set aside. Raises InputError where no line has the headings.
    """
    pack = load_trade_register()
    lines = text.splitlines()
    first = next((i for i, line in enumerate(lines) if is_heading(line, pack)), None)
    if first is None:
        raise InputError(f"{name}: no line has the headings of a trade register (recipient, supplier, designation, …)")
    layout = pack.layout(next(csv.reader([lines[first]])))
    number = first + 1
    while number < len(lines):
        row, number, place = *_row(lines, number), f"{name}:{number + 1}"
        if row.strip(" ,;\t"):
            yield _document(row, lines[first], layout, place, pack)


def is_heading(line: str, pack: TradeRegisterPack) -> bool:
    """Whether a line holds the headings of a trade register."""
    return set(pack.layout(next(csv.reader([line]), []))) >= _NEEDED


def _row(lines: list[str], number: int) -> tuple[str, int]:
    """A row, which goes on over lines as long as a quotation mark is open, and the number of the next line."""
    row = lines[number]
    while row.count('"') % 2 and number + 1 < len(lines) and len(row) < _WIDEST:
        number += 1
        row += "\n" + lines[number]
    return row, number + 1


def _document(row: str, heading: str, layout: list[str | None], place: str, pack: TradeRegisterPack) -> Document | SetAside:
    try:
        cells = dict(zip(layout, next(csv.reader(row.splitlines(keepends=True), strict=True)), strict=False))
    except csv.Error as error:
        return SetAside(place, f"is no row of a table: {error}")
    lacking = sorted(c for c in _NEEDED if not (cells.get(c) or "").strip())
    if lacking:
        return SetAside(place, f"the row gives no {' and no '.join(lacking)}")
    ident = (cells.get("register_id") or "").strip()
    return Document(id=f"{place}#{ident}" if ident else place, text=f"{heading}\n{row}", title=f"{pack.publisher} {pack.title}", publisher=pack.publisher, lang="en")
