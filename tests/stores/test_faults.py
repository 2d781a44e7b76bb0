"""What goes wrong around a register ends in one line, and what was committed stays."""

import os
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.stores.conftest import POSTGRES, needs_postgres
from tests.stores.samples import AT, entry, reading, thing
from wektor.model import StoreError
from wektor.stores.database import Database, shown
from wektor.stores.sqlite import Sqlite


def put(store, name):
    with store.writer() as writer:
        run = writer.begin("add", AT, name)
        writer.put_entries(run, [entry(name)])
        writer.put_readings(run, [reading(name)])
        writer.put_things(run, [thing("d-" + name, claims=tuple(r.id for r in reading(name).records))])


def names(store):
    """The documents, checked: each has its reading and what was derived of it."""
    with store.reader() as reader:
        held = [e.document.id for e in reader.entries(limit=None)]
        assert sorted(held) == sorted(r.document.removeprefix("digest-") for r in reader.records())
        assert len(list(reader.marks())) == len(held) == len(reader.runs(limit=None)) == reader.tick()
        return held


def one_line(caught, words):
    assert words in str(caught.value) and "\n" not in str(caught.value)


def test_a_full_disk_takes_back_what_was_not_committed(tmp_path, monkeypatch):
    path = tmp_path / "register.db"
    store = Database(str(path))
    put(store, "a")
    opener = Sqlite._opener

    def small(self):
        def opened():
            connection = opener(self)()
            connection.execute(f"PRAGMA max_page_count={path.stat().st_size // 4096 + 2}")
            return connection

        return opened

    monkeypatch.setattr(Sqlite, "_opener", small)
    full = Database(str(path))
    with pytest.raises(StoreError) as caught, full.writer() as writer:
        for n in range(50):
            writer.put_entries(1, [entry(f"b{n}", text="word " * 2000)])
    one_line(caught, "the disk is full")
    assert names(store) == ["a"]


@pytest.mark.parametrize("at", [0, 3 * 4096])
def test_a_damaged_file_is_told(tmp_path, at):
    path = tmp_path / "register.db"
    store = Database(str(path))
    for n in range(20):
        put(store, f"a{n}")
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    data[at:] = b"\xa5" * len(data[at:])
    path.write_bytes(bytes(data))
    with pytest.raises(StoreError) as caught:
        names(Database(str(path)))
    one_line(caught, "is damaged" if at else "is no SQLite database")


def test_a_schema_with_damaged_words_is_told(tmp_path):
    path = tmp_path / "register.db"
    Database(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE", b"CREATE \xb6ABLE"))
    with pytest.raises(StoreError) as caught:
        names(Database(str(path)))
    one_line(caught, "is damaged")


def test_a_file_that_is_something_else_is_left_alone(tmp_path):
    path = tmp_path / "notes.db"
    path.write_text("Notes on tugs.\n" * 100)
    with pytest.raises(StoreError) as caught:
        Database(str(path))
    one_line(caught, "is no SQLite database")
    assert path.read_text().startswith("Notes")


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(StoreError) as caught:
        Database(str(tmp_path / "none" / "register.db"))
    one_line(caught, "cannot be opened")
    with pytest.raises(StoreError) as caught:
        Database(str(tmp_path / "none.db"), create=False)
    one_line(caught, "there is none")
    assert not (tmp_path / "none.db").exists()


def as_nobody(work):
    """Run in a child without a superuser's rights; its exit code, 0 where ``work`` holds."""
    child = os.fork()
    if not child:
        try:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            work()
            os._exit(0)
        except BaseException as error:
            print(repr(error), file=sys.stderr)
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_read_only_folder_can_be_read_and_writing_is_refused(tmp_path):
    folder = tmp_path / "shelf"
    folder.mkdir()
    path = folder / "register.db"
    store = Database(str(path))
    put(store, "a")
    store.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for side in ("-wal", "-shm"):
        Path(f"{path}{side}").unlink(missing_ok=True)
    path.chmod(0o444)
    folder.chmod(0o555)
    for above in folder.parents:
        if above != Path("/tmp") and above.owner() == folder.owner() and str(above).startswith("/tmp/"):
            above.chmod(above.stat().st_mode | 0o055)

    def work():
        shelf = Database(str(path), create=False)
        assert names(shelf) == ["a"]
        try:
            put(shelf, "b")
        except StoreError as error:
            assert "cannot be written" in str(error) and "\n" not in str(error)
        else:
            raise AssertionError("written")

    try:
        assert as_nobody(work) == 0
    finally:
        folder.chmod(0o755)
    assert names(Database(str(path))) == ["a"]


def test_two_writers_wait_for_each_other_and_none_loses(url):
    stores = [Database(url) for _ in range(2)]
    failures = []

    def write(number):
        try:
            for n in range(6):
                put(stores[number], f"{number}-{n}")
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(n,)) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert sorted(names(stores[0])) == sorted(f"{i}-{n}" for i in range(2) for n in range(6))


def test_readers_see_one_state_while_a_writer_writes(url):
    store, other = Database(url), Database(url)
    put(store, "a")
    with store.reader() as reader:
        assert reader.tick() == 1
        put(other, "b")
        assert reader.tick() == 1 and [e.document.id for e in reader.entries()] == ["a"]
    assert names(store) == ["b", "a"]


def test_a_writer_that_waits_too_long_is_told(tmp_path):
    path = str(tmp_path / "register.db")
    one, other = Database(path), Database(path, patience=0.2)
    with one.writer(), pytest.raises(StoreError) as caught, other.writer():
        pass
    one_line(caught, "another program has been writing")


@needs_postgres
def test_a_server_that_goes_away_in_mid_write_loses_only_that_write(server):
    import psycopg

    store = Database(server)
    put(store, "a")
    with pytest.raises(StoreError) as caught, store.writer() as writer:
        writer.put_entries(writer.begin("add", AT), [entry("b")])
        pid = writer._connection.connection.dbapi_connection.info.backend_pid
        with psycopg.connect(POSTGRES, autocommit=True) as connection:
            connection.execute("SELECT pg_terminate_backend(%s)", [pid])
        for n in range(100):
            writer.put_entries(1, [entry(f"c{n}")])
    one_line(caught, "went away")
    assert names(store) == ["a"]
    put(store, "d")


def test_a_server_that_is_not_there_is_told():
    with pytest.raises(StoreError) as caught:
        Database("postgresql://nobody:secret@127.0.0.1:9/none")
    one_line(caught, "cannot be reached")
    assert "secret" not in str(caught.value)
    assert shown("postgresql://ola:secret@host/db") == "postgresql://ola@host/db"
    with pytest.raises(StoreError, match="is no address"):
        Database("postgresql://host:port/db")


_CHILD = """
import sys
from tests.stores.test_faults import put
from wektor.stores.database import Database
store = Database(sys.argv[1])
for n in range(int(sys.argv[2]), 10000):
    put(store, f"a{n}")
    print(n, flush=True)
"""


def test_a_program_that_is_killed_loses_nothing_it_committed(url):
    told = -1
    for delay in (0.05, 0.11, 0.23):
        child = subprocess.Popen([sys.executable, "-c", _CHILD, url, str(told + 1)], stdout=subprocess.PIPE, text=True)
        lines = [child.stdout.readline()]
        time.sleep(delay)
        child.kill()
        lines += child.stdout.read().split()
        child.wait()
        held = sorted(int(name[1:]) for name in names(Database(url)))
        assert held == list(range(len(held)))  # nothing lost or doubled
        assert held[-1] - int(lines[-1]) in (0, 1)  # at most the one that was committed but not told
        told = held[-1]
