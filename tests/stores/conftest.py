"""Every store under one body of tests. PostgreSQL runs where WEKTOR_TEST_POSTGRES names an empty database (``make postgres``)."""

import os
import uuid
from collections.abc import Callable, Iterator

import pytest

from wektor.stores import MemoryStore, Store
from wektor.stores.database import Database

POSTGRES = os.environ.get("WEKTOR_TEST_POSTGRES")
needs_postgres = pytest.mark.skipif(not POSTGRES, reason="WEKTOR_TEST_POSTGRES is not set: run it with make postgres")


@pytest.fixture
def server() -> Iterator[str]:
    """The address of an empty schema on the server."""
    import psycopg

    name = "t" + uuid.uuid4().hex[:12]
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    yield f"{POSTGRES}?options=-csearch_path%3D{name}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f"DROP SCHEMA {name} CASCADE")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=needs_postgres)])
def url(request, tmp_path) -> str:
    """The address of a database that is not there yet."""
    return str(tmp_path / "register.db") if request.param == "sqlite" else request.getfixturevalue("server")


@pytest.fixture(params=["memory", "sqlite", pytest.param("postgres", marks=needs_postgres)])
def opened(request, tmp_path) -> Iterator[Callable[[], Store]]:
    """Opens the same register, again and again as other programs would; memory has but one."""
    address = str(tmp_path / "register.db") if request.param == "sqlite" else request.getfixturevalue("server") if request.param == "postgres" else ""
    alone, held = MemoryStore(), []

    def open_one() -> Store:
        held.append(Database(address) if address else alone)
        return held[-1]

    yield open_one
    for store in held:
        store.close()


@pytest.fixture
def store(opened) -> Store:
    """An empty register."""
    return opened()
