"""Columns tell what stands, now and in the past, in every store, whoever wrote since they were kept."""

import random

import msgspec
import pytest
from sqlalchemy import text

from tests.stores.samples import AT, thing
from wektor.model.columns import NAMES
from wektor.model.ledger import Query
from wektor.model.outlines import Outline
from wektor.stores import writing


@pytest.fixture(autouse=True)
def _few_deals_are_kept_too(monkeypatch):
    monkeypatch.setattr(writing, "LEAST", 1)


ALL = Query(groups=(("deal:all",),), limit=None)


def outlined(number, chance):
    id = f"d-{number:02d}"
    outline = Outline(id, chance.choice(["order", "aid"]), "ordered", ("USA",), (chance.choice(["NOR", "POL"]),), (), ("org:a",), None, "tank", "2020", None, "2020",
                      chance.choice([None, 2.5]), None, "", None, 1, msgspec.Raw(b"[%d,%d]" % (number, chance.randint(50, 99))), ("2020-01-01", None))  # fmt: skip
    body = msgspec.json.encode(outline).decode()
    return msgspec.structs.replace(thing(id, body=str(chance.random())), outline=body, detail="{}")


def told(reader):
    """The outlines that columns hold, and those that are laid."""
    columns = reader.columns(ALL, NAMES)
    ends = columns["papers"].each.cumsum().tolist()
    rows = [{name: c.values[c.codes[n]] for name, c in columns.held.items() if c.each is None} for n in range(len(columns.ids))]
    papers = [sorted(columns["papers"].values[c] for c in columns["papers"].codes[end - 2 : end]) for end in ends]
    laid = {o.id: o for o in reader.outlines(ALL)[0]}
    assert columns.ids == sorted(laid)
    for id, row, numbers in zip(columns.ids, rows, papers, strict=True):
        assert all(row[name] == getattr(laid[id], name) for name in row if not name.startswith("told_")), id
        assert numbers == sorted(msgspec.json.decode(laid[id].papers))


@pytest.mark.parametrize("seed", range(4))
def test_columns_are_what_stands_after_any_run(opened, seed):
    chance, stores, runs = random.Random(seed), [opened(), opened()], []
    for _ in range(12):
        with chance.choice(stores).writer() as writer:
            run = runs[-1] if runs and chance.random() < 0.3 else writer.begin("add", AT)
            runs.append(run)
            writer.put_things(run, [outlined(n, chance) for n in chance.sample(range(20), 5)], [f"d-{n:02d}" for n in chance.sample(range(20), 2)])
            if chance.random() < 0.4:
                writer.put_columns()
        with chance.choice(stores).reader() as reader:
            told(reader)
        with chance.choice(stores).reader(chance.choice(runs)) as reader:
            told(reader)


def test_a_writer_that_goes_on_with_an_older_run_takes_columns_away(store):
    chance = random.Random(5)
    with store.writer() as writer:
        older, newer = writer.begin("add", AT), writer.begin("add", AT)
        writer.put_things(newer, [outlined(1, chance)])
        writer.put_columns()
    with store.writer() as writer:
        writer.put_things(older, [outlined(1, chance), outlined(2, chance)])
    with store.reader() as reader:
        told(reader)


def test_columns_are_left_alone_while_little_changes(tmp_path):
    from wektor.stores.database import Database

    store, chance = Database(str(tmp_path / "register.db")), random.Random(6)
    for number in range(3):
        with store.writer() as writer:
            writer.put_things(writer.begin("add", AT), [outlined(number, chance)])
            writer.put_columns()
    with store._engine.connect() as connection:
        assert connection.execute(text("SELECT DISTINCT run FROM columns")).scalars().all() == [1]
    with store.reader() as reader:
        told(reader)


def test_a_small_register_keeps_none(tmp_path, monkeypatch):
    from wektor.stores.database import Database

    monkeypatch.setattr(writing, "LEAST", 3)
    store, chance, kept = Database(str(tmp_path / "register.db")), random.Random(7), []
    for number in range(4):
        with store.writer() as writer:
            writer.put_things(writer.begin("add", AT), [outlined(number, chance)])
            writer.put_columns()
        with store._engine.connect() as connection:
            kept.append(connection.execute(text("SELECT count(*) FROM columns WHERE name = 'id'")).scalar())
    assert kept == [0, 0, 1, 1]
    with store.reader() as reader:
        told(reader)
