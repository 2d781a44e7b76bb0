"""Carries the register of an SQLite file into an empty database on a server, row by row, so that both can be measured alike.

Words to search for stay behind: answers ask none.
"""

import sqlite3
import time
from pathlib import Path

import psycopg

from wektor import Register
from wektor.stores import schema


def carry(path: Path, url: str) -> None:
    """Fill the empty database at an address with the tables of a file."""
    with Register.open(url) as register:
        assert not register.counts()["documents"], f"{register.store.url} is not empty"
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as source, psycopg.connect(url) as server:
        for table in schema.metadata.sorted_tables:
            _carry(table.name, [f'"{c.name}"' for c in table.columns], source, server)
    with Register.open(url) as register:
        register.store.settle()


def _carry(name: str, columns: list[str], source: sqlite3.Connection, server: psycopg.Connection) -> None:
    before, rows, named = time.perf_counter(), 0, ", ".join(columns)
    server.execute(f"DELETE FROM {name}")  # the clock has a row from the start
    with server.cursor().copy(f"COPY {name} ({named}) FROM STDIN") as copy:
        for row in source.execute(f"SELECT {named} FROM {name}"):
            copy.write_row(row)
            rows += 1
    print(f"{name:<12}{rows:>10,} rows in {time.perf_counter() - before:.0f} s", flush=True)
