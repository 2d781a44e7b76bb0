"""Deals in a trade register's columns: read back by the reader of such registers, and harmless in a spreadsheet."""

import csv
import io

from tests.output.registers import sample
from wektor.engines.trade_register import TradeRegisterEngine
from wektor.model import Document
from wektor.output.trade_register import HEADER, write_register
from wektor.sources.formats.trade_register import register_rows


def rows() -> list[list[str]]:
    """The table, without its headings."""
    out = io.StringIO()
    write_register(sample(), out)
    table = list(csv.reader(io.StringIO(out.getvalue())))
    assert tuple(table[0]) == HEADER
    return table[1:]


def test_a_deal_is_a_row() -> None:
    row = next(r for r in rows() if r[0] == "Kazakhstan" and r[10])
    assert row[:6] == ["Kazakhstan", "Türkiye", "2021", "", row[4], "?"]
    assert row[4] in ("3", "5") and row[8] == "3" and row[10] == "2022; 2023"
    assert "sources differ on ordered" in row[12]


def test_no_cell_is_a_formula() -> None:
    assert any(r[6].startswith("'=") for r in rows())
    assert not any(cell.startswith(("=", "+", "-", "@")) for r in rows() for cell in r)


def test_what_is_written_can_be_read_back() -> None:
    out = io.StringIO()
    write_register(sample(), out)
    drafts = [d for doc in register_rows(out.getvalue(), "x") if isinstance(doc, Document) for d in TradeRegisterEngine().draft(doc)]
    orders = [d for d in drafts if d.kind == "order"]
    assert any(d.roles["recipient"][0].name == "KAZ" and d.roles["supplier"][0].name == "TUR" and d.date == "2021" for d in orders)
    assert {d.kind for d in drafts} >= {"order", "aid", "delivery"}
