"""PostgreSQL: a register for a team. Writers wait at one row, readers see a snapshot, words are found by tsvector."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Engine,
    Select,
    Text,
    any_,
    column,
    create_engine,
    literal,
    select,
    table,
    text,
)
from sqlalchemy.exc import NoSuchModuleError, SQLAlchemyError
from sqlalchemy.types import TypeEngine

from wektor.model.errors import StoreError
from wektor.stores.schema import claims

_TERMS = table("claim_terms", column("number"), column("terms"))
_CAUSES = {
    "53100": "the server's disk is full; make room and run it again: what was committed is safe",
    "25006": "the server takes no writing here (read-only); name the primary server with --db",
    "42501": "the user may not do that; ask for the rights to read and write in this database",
    "28P01": "the server refuses the password; give the right one in the address",
    "28000": "the server refuses the user; name another in the address",
    "3D000": "there is no such database; make it with: createdb",
    "53300": "the server has too many connections; try again later",
    "55P03": "another program has been writing to it for too long; try again when it is done",
}


class Postgres:
    """A register on a server."""

    plain: TypeEngine[Any] = Text()  # the driver makes text of bytes anyway

    def __init__(self, url: str) -> None:
        self._url = url

    def connect(self) -> Engine:
        """An engine for the server. Raises StoreError without the driver, or where the address is none."""
        try:
            return create_engine("postgresql+psycopg://" + self._url.partition("://")[2], pool_pre_ping=True, pool_size=2,
                                 connect_args={"connect_timeout": 10, "application_name": "wektor"})  # fmt: skip
        except (ImportError, NoSuchModuleError):
            raise StoreError("PostgreSQL needs its driver; install it with: pip install 'wektor[postgres]'") from None
        except (SQLAlchemyError, ValueError) as error:
            raise StoreError(f"register {self._url!r} is no address: {error}") from None

    def prepare(self, engine: Engine) -> None:
        """Nothing: the server is ready."""

    def begin_reading(self, connection: Connection) -> None:
        """Begin a transaction that sees one state."""
        connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        connection.begin()

    def begin_writing(self, connection: Connection) -> None:
        """Begin the writing transaction: writers queue at the clock."""
        connection.begin()
        connection.execute(text("SELECT tick FROM clock FOR UPDATE"))

    def begin_migrating(self, connection: Connection) -> None:
        """Begin a transaction that makes tables, one program at a time."""
        connection.begin()
        connection.execute(text("SELECT pg_advisory_xact_lock(823571)"))

    def among(self, column: ColumnElement[Any], values: Sequence[str]) -> ColumnElement[bool]:
        """By an array."""
        return column == any_(literal(list(values), ARRAY(Text)))

    def search(self, words: Sequence[Sequence[str]]) -> tuple[Select[Any], ColumnElement[Any]]:
        """By the index over terms."""
        wanted = " & ".join("(" + " | ".join(_quoted(form) for form in forms) + ")" for forms in words)
        joined = _TERMS.join(claims, claims.c.number == _TERMS.c.number)
        return select(claims.c.id).select_from(joined).where(text("claim_terms.terms @@ CAST(:wanted AS tsquery)").bindparams(wanted=wanted)), _TERMS.c.number

    def add_terms(self, connection: Connection, terms: Mapping[int, Sequence[str]]) -> None:
        """Index the terms of claims, by number."""
        rows = [{"number": number, "terms": list(dict.fromkeys(words))} for number, words in terms.items()]
        connection.execute(text("INSERT INTO claim_terms (number, terms) VALUES (:number, array_to_tsvector(:terms))"), rows)

    def settle(self, connection: Connection) -> None:
        """Count what the planner wants to know."""
        connection.execute(text("ANALYZE"))

    def explain(self, error: BaseException) -> str | None:
        """By the server's code; a connection that is gone has none."""
        code = getattr(error, "sqlstate", None)
        if code is None or str(code).startswith(("08", "57P")):
            gone = type(error).__name__ in ("OperationalError", "InterfaceError", "AdminShutdown", "CrashShutdown", "CannotConnectNow")
            return f"the server cannot be reached or went away ({_first_line(error)}); start it and run it again: what was committed is safe" if gone else None
        return _CAUSES.get(str(code))


def _quoted(form: str) -> str:
    return "'" + form.replace("\\", "\\\\").replace("'", "''") + "'"


def _first_line(error: BaseException) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), "no word from it")
