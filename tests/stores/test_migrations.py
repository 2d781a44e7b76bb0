"""The schema: the migrations make what the tables say, a newer one is refused, others' databases are left alone."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from wektor.model import StoreError
from wektor.stores import migrating, schema
from wektor.stores.database import Database

FOLDER = migrating.Path(migrating.__file__).parent / "migrations"


def test_the_head_is_the_last_migration():
    assert ScriptDirectory(FOLDER).get_current_head() == schema.HEAD


def test_the_migrations_make_the_tables(url):
    store = Database(url)
    with store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": lambda o, name, *_: not str(name).startswith("claim_terms")})
        assert compare_metadata(context, schema.metadata) == []


def test_opening_again_changes_nothing(url):
    with Database(url).writer() as writer:
        writer.begin("add", "2024-01-01T00:00:00Z")
    with Database(url).reader() as reader:
        assert reader.tick() == 1


def test_a_newer_schema_is_refused(url):
    store = Database(url)
    with store._engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"written by a newer wektor \(schema 9999"):
        Database(url)


def test_a_database_that_holds_something_else_is_left_alone(tmp_path):
    import sqlite3

    path = tmp_path / "library.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE documents (title TEXT)")
    with pytest.raises(StoreError, match="holds something else"):
        Database(str(path))
