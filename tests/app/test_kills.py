"""An add that is killed, wherever it stands, and repeated gives the register that an undisturbed one gives.

``bench/kills.py`` does the same to the command, at random moments of an add of a thousand files.
"""

import os
import random
import signal
from pathlib import Path

import pytest
from bench.kills import State, lost, state_of, write_files
from sqlalchemy import event
from sqlalchemy.engine import Engine

from wektor import Register
from wektor.app import intake


def add(folder: Path, db: str) -> None:
    with Register.open(db) as register, register.gatherer() as gatherer:
        register.add(gatherer.gather([str(folder)]))


def add_and_die(folder: Path, db: str, statements: int) -> bool:
    """Add in a process that dies after so many statements to the database; whether it did."""
    child = os.fork()
    if child == 0:
        try:
            _die_after(statements)
            intake.BATCH = 4
            add(folder, db)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _die_after(statements: int) -> None:
    left = [statements]

    @event.listens_for(Engine, "after_cursor_execute")
    def count(*_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kills") / "news"
    write_files(folder, 24, random.Random(2))
    return folder


@pytest.fixture(scope="module")
def whole(folder: Path) -> State:
    db = str(folder.parent / "whole.db")
    add(folder, db)
    return state_of(db)


def test_killed_at_statements_of_the_database(folder: Path, whole: State, tmp_path: Path) -> None:
    db, before, deaths = str(tmp_path / "killed.db"), None, 0
    for statements in (90, 200, 300, 333, 400):
        deaths += add_and_die(folder, db, statements)
        after = state_of(db)
        assert not lost(before, after)
        before = after
    assert deaths >= 3 and len(whole.documents) > 15 and whole.failures
    add(folder, db)
    assert state_of(db) == whole
