"""Tables for a terminal look as rich's simple table does, and are laid in a fraction of its time."""

import io
import time

from hypothesis import given, settings
from hypothesis import strategies as st
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from wektor.output.grid import lay_grid
from wektor.output.pages import write_table

HEAD = ["deal", "kind", "title", "number"]
CELLS = st.lists(st.text("abcdeż漢[]-", max_size=45), max_size=7).map(" ".join).map(str.strip)
ROWS = st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=4)


def by_rich(rows, width, right):
    out = io.StringIO()
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1))
    for name in HEAD:
        table.add_column(name, overflow="fold", justify="right" if name in right else "left")
    for row in rows:
        table.add_row(*map(escape, row))
    Console(file=out, width=width, highlight=False, emoji=False).print(table)
    return out.getvalue().splitlines()


@settings(deadline=None, max_examples=40)
@given(ROWS, st.integers(80, 160), st.sets(st.sampled_from(HEAD)))
def test_it_looks_as_by_rich(rows, width, right):
    assert [*lay_grid(HEAD, rows, width, right=right)] == by_rich(rows, width, right)


@settings(deadline=None, max_examples=40)
@given(ROWS, st.integers(60, 160))
def test_no_letter_is_lost_that_has_room(rows, width):
    lines = [*lay_grid(HEAD, rows, width)]
    assert sorted("".join(lines[3:-1]).replace(" ", "")) == sorted("".join(map("".join, rows)).replace(" ", ""))
    assert all(len(line) <= width for line in lines)


def test_whole_columns_are_not_wrapped():
    lines = [*lay_grid(["deal", "words"], [["d-1 of 2", "many words " * 20]], 40, whole={"deal"})]
    assert "  d-1 of 2  " in lines[3] and len(lines) > 6


def test_names_are_shown_as_they_are_spelled():
    out = io.StringIO()
    write_table([{"name": "[bold] :car: \x1b[2J"}], out)
    assert "[bold] :car: \\x1b[2J" in out.getvalue()


def test_many_rows_take_little():
    made = [{"deal": f"d-{n}", "kind": "order", "partner": "Ministry of Defence of a state with a long name " * 3, "months": n} for n in range(2000)]
    began = time.process_time()
    write_table(made, io.StringIO())
    assert time.process_time() - began < 3
