"""A register in a database: the store over SQLAlchemy, for SQLite and PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from wektor.model.errors import StoreError
from wektor.stores.dialects import Dialect
from wektor.stores.migrating import migrate
from wektor.stores.postgres import Postgres
from wektor.stores.reading import SqlReader
from wektor.stores.sqlite import Sqlite
from wektor.stores.writing import SqlWriter


class Database:
    """A store (``stores.protocol.Store``) in SQLite or PostgreSQL."""

    def __init__(self, url: str, *, create: bool = True, patience: float = 600.0) -> None:
        """Open the register at a path or a ``postgresql://`` address, and bring its schema up to date. Raises StoreError."""
        self.url = shown(url)
        self._dialect: Dialect = Postgres(url) if is_server(url) else Sqlite(Path(url), create=create, patience=patience)
        self._engine = self._dialect.connect()
        with self._told():
            migrate(self._engine, self._dialect, self.url)

    @contextmanager
    def reader(self, as_of: int | None = None) -> Iterator[SqlReader]:
        """A reader of the register as it is, or as it stood after a run. Raises StoreError."""
        with self._told(), self._engine.connect() as connection:
            self._dialect.begin_reading(connection)
            yield SqlReader(connection, self._dialect, as_of)

    @contextmanager
    def writer(self) -> Iterator[SqlWriter]:
        """The one writer at a time; others wait. Leaving the block with an error takes everything back. Raises StoreError."""
        with self._told(), self._engine.connect() as connection:
            self._dialect.begin_writing(connection)
            yield SqlWriter(connection, self._dialect)
            connection.commit()

    def settle(self) -> None:
        """Let the database take stock after much was written."""
        with self._told(), self._engine.connect() as connection:
            self._dialect.settle(connection)
            connection.commit()

    def close(self) -> None:
        """Let go of files and connections."""
        self._engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Failures of the database in words; mistakes of ours as they are."""
        try:
            yield
        except SQLAlchemyError as error:
            words = self._dialect.explain(getattr(error, "orig", None) or error)
            if words is None:
                raise
            raise StoreError(f"register {self.url}: {words}") from error


def is_server(url: str) -> bool:
    """Whether an address names a server rather than a file."""
    return url.startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))


def shown(url: str) -> str:
    """The address without its password."""
    head, at, tail = url.rpartition("@")
    if not at or not is_server(url):
        return url
    scheme, _, login = head.partition("://")
    return f"{scheme}://{login.partition(':')[0]}@{tail}"
