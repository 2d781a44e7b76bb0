"""Where SQLite and PostgreSQL part: how they connect, how a writer waits, how words are found, what their errors mean."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Engine, Select
from sqlalchemy.types import TypeEngine


class Dialect(Protocol):
    """One kind of database. ``plain`` is the type as which it hands over text fastest."""

    plain: TypeEngine[Any]

    def connect(self) -> Engine:
        """An engine for the database. Raises StoreError where it plainly cannot be opened."""

    def prepare(self, engine: Engine) -> None:
        """Make a new database ready for its tables."""

    def begin_reading(self, connection: Connection) -> None:
        """Begin a transaction that sees one state."""

    def begin_writing(self, connection: Connection) -> None:
        """Begin the one transaction that writes, waiting for another to end."""

    def begin_migrating(self, connection: Connection) -> None:
        """Begin a transaction that makes tables, waiting for another to end."""

    def among(self, column: ColumnElement[Any], values: Sequence[str]) -> ColumnElement[bool]:
        """That a column holds one of many values, which are handed over as one parameter: a statement with a parameter for
        each takes longer to write and to understand than to answer."""

    def search(self, words: Sequence[Sequence[str]]) -> tuple[Select[Any], ColumnElement[Any]]:
        """Ids of claims whose terms bear one form of each word, and the number that orders them by age."""

    def add_terms(self, connection: Connection, terms: Mapping[int, Sequence[str]]) -> None:
        """Index the terms of claims, by number."""

    def settle(self, connection: Connection) -> None:
        """Let the database take stock after much was written."""

    def explain(self, error: BaseException) -> str | None:
        """What a failure of the database means, for a person; None if it is a mistake of ours."""
