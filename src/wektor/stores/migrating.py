"""A register's schema brought up to date when it is opened; one from a newer wektor is refused."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from wektor.model.errors import StoreError
from wektor.stores.dialects import Dialect
from wektor.stores.schema import HEAD


def migrate(engine: Engine, dialect: Dialect, url: str) -> None:
    """Make or renew the tables where that is needed. Raises StoreError for a newer schema, or a database of others."""
    with engine.connect() as connection:
        if revision(connection) == HEAD:
            return
    dialect.prepare(engine)
    with engine.connect() as connection:
        dialect.begin_migrating(connection)
        found = revision(connection)  # another program may have been quicker
        if found != HEAD:
            _check(connection, found, url)
            upgrade(connection)
        connection.commit()


def revision(connection: Connection) -> str | None:
    """The schema's number; None where there is no register yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _check(connection: Connection, found: str | None, url: str) -> None:
    if found is not None and found > HEAD:
        raise StoreError(f"register {url}: it was written by a newer wektor (schema {found}, this one knows {HEAD}); install a newer wektor")
    if found is None and inspect(connection).has_table("documents"):
        raise StoreError(f"register {url}: the database holds something else; name another with --db")


def upgrade(connection: Connection) -> None:
    """Run the migrations that are missing."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
