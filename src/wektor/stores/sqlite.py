"""SQLite: one file, many readers beside one writer (write-ahead log), words found by FTS5."""

import json
import logging
import os
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    LargeBinary,
    Select,
    column,
    create_engine,
    event,
    func,
    select,
    table,
    text,
)
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool
from sqlalchemy.types import TypeEngine

from wektor.model.errors import StoreError
from wektor.stores.schema import claims

_TERMS = table("claim_terms", column("rowid"), column("terms"))
_CAUSES = {
    "SQLITE_FULL": "the disk is full; make room and run it again: what was committed is safe",
    "SQLITE_READONLY": "the file or its folder cannot be written; allow it, or name another with --db",
    "SQLITE_CANTOPEN": "it cannot be opened; check the path and its rights, or name another with --db",
    "SQLITE_CORRUPT": "the file is damaged; put back a copy, or save what can be read with: sqlite3 FILE .recover",
    "SQLITE_NOTADB": "the file is no SQLite database; name another with --db",
    "SQLITE_IOERR": "the disk could not be read or written; check it and run it again: what was committed is safe",
    "SQLITE_BUSY": "another program has been writing to it for too long; try again when it is done",
    "SQLITE_LOCKED": "another program has been writing to it for too long; try again when it is done",
}  # fmt: skip


# A stop in the middle of closing goes on as a stop; the pool's own report of it is no news for people.
logging.getLogger("sqlalchemy.pool").addHandler(logging.NullHandler())


class Sqlite:
    """A register in a file. ``patience`` is how many seconds a writer waits for another."""

    plain: TypeEngine[Any] = LargeBinary()  # bytes as they lie, no text made of them

    def __init__(self, path: Path, *, create: bool, patience: float = 600.0) -> None:
        self.path, self._create, self._patience = path, create, patience

    def connect(self) -> Engine:
        """An engine for the file. Raises StoreError if it is not there and is not to be made."""
        if not self._create and not self.path.exists():
            raise StoreError(f"register {self.path}: there is none; make one with: wektor add FILE --db {self.path}")
        engine = create_engine("sqlite://", creator=self._opener(), poolclass=NullPool)
        event.listen(engine, "begin", _begin)
        return engine

    def _opener(self) -> Callable[[], sqlite3.Connection]:
        def opened() -> sqlite3.Connection:
            connection = sqlite3.connect(self._uri(), uri=True, timeout=1.0, isolation_level=None, check_same_thread=False, cached_statements=256)
            try:
                connection.execute("PRAGMA synchronous=NORMAL")
            except UnicodeDecodeError:  # SQLite quotes the damaged words of the schema
                raise sqlite3.DatabaseError("database disk image is malformed") from None
            connection.execute("PRAGMA cache_size=-65536")
            connection.execute("PRAGMA temp_store=MEMORY")
            return connection

        return opened

    def _uri(self) -> str:
        """The file; on a shelf that cannot be written it is read as it lies, for the log beside it could not be kept."""
        plain = "file:" + quote(str(self.path.absolute()))
        log = Path(f"{self.path}-wal")
        shelved = self.path.exists() and not os.access(self.path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)
        return plain + "?mode=ro&immutable=1" if shelved else plain

    def prepare(self, engine: Engine) -> None:
        """Turn the write-ahead log on, which the file remembers."""
        with closing(self._opener()()) as connection:
            connection.execute("PRAGMA journal_mode=WAL")

    def begin_reading(self, connection: Connection) -> None:
        """Begin a transaction; it sees what stood at its first look."""
        connection.execute(text("SELECT 1"))

    def begin_writing(self, connection: Connection) -> None:
        """Begin the writing transaction, waiting in short naps, so that a person can stop it."""
        connection.execution_options(wektor_begin="BEGIN IMMEDIATE")
        end = time.monotonic() + self._patience
        while True:
            try:
                connection.begin()
                return
            except OperationalError as error:
                if _code(error.orig) != "SQLITE_BUSY" or time.monotonic() > end:
                    raise

    def begin_migrating(self, connection: Connection) -> None:
        """Begin a transaction that makes tables."""
        self.begin_writing(connection)

    def among(self, column: ColumnElement[Any], values: Sequence[str]) -> ColumnElement[bool]:
        """By a list in JSON."""
        return column.in_(select(func.json_each(json.dumps(values)).table_valued("value").c.value))

    def search(self, words: Sequence[Sequence[str]]) -> tuple[Select[Any], ColumnElement[Any]]:
        """By FTS5; newest first is the order of its own rows."""
        wanted = " AND ".join("(" + " OR ".join(f'"{form}"' for form in forms) + ")" for forms in words)
        joined = _TERMS.join(claims, claims.c.number == _TERMS.c.rowid)
        return select(claims.c.id).select_from(joined).where(text("claim_terms MATCH :wanted").bindparams(wanted=wanted)), _TERMS.c.rowid

    def add_terms(self, connection: Connection, terms: Mapping[int, Sequence[str]]) -> None:
        """Index the terms of claims, by number."""
        rows = [{"rowid": number, "terms": " ".join(words)} for number, words in terms.items()]
        connection.execute(text("INSERT INTO claim_terms (rowid, terms) VALUES (:rowid, :terms)"), rows)

    def settle(self, connection: Connection) -> None:
        """Count what the planner wants to know."""
        connection.execute(text("PRAGMA optimize"))

    def explain(self, error: BaseException) -> str | None:
        """By SQLite's own name of the failure."""
        code = _code(error)
        return next((words for name, words in _CAUSES.items() if code.startswith(name)), None)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("wektor_begin", "BEGIN"))


def _code(error: BaseException | None) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if not name and isinstance(error, sqlite3.DatabaseError) and "malformed" in str(error):
        return "SQLITE_CORRUPT"
    return str(name)
