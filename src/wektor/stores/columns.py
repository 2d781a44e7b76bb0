"""Columns as databases keep them: how the deals stood after some run, and what changed between that run and the one that is shown.

They are laid in the transaction of a writer. A writer that lays or closes things in that run or an earlier one takes them away
(``put_things``); whatever any other changes bears a later run. So what is read is what stands, whoever wrote meanwhile.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
import numpy as np
from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from wektor.model.columns import KINDS, NAMES, Column, Columns, join_columns, lay_columns, places_of
from wektor.model.ledger import Query
from wektor.stores import schema as s
from wektor.stores.codec import make_outlines
from wektor.stores.dialects import Dialect
from wektor.stores.folding import chunks
from wektor.stores.protocol import Reader
from wektor.stores.selecting import ids_of, is_whole, visible

MOST = 20_000  # changes: beyond them reading every outline is no slower
_FEW = 2000  # deals whose outlines are read no slower than columns are
_SLACK, _SHARE = 500, 50  # so many changes, or this part of all deals, are left to the readers
_WHAT = "deal"
_IDS = msgspec.msgpack.Decoder(list[str])


class Moved(NamedTuple):
    """What changed between the run of the columns and another: the deals that stand no more as they did, and those that stand now."""

    gone: set[str]
    new: set[str]


def find_columns(reader: Reader, connection: Connection, dialect: Dialect, run: int, query: Query, names: Sequence[str]) -> Columns | None:
    """The outlines of all deals that fit, by column; of few deals they are made of their outlines."""
    wanted = None if is_whole(query) else {row[0] for row in connection.execute(ids_of(query, run, connection)).all()}
    found = read_columns(connection, dialect, run, names) if wanted is None or len(wanted) > _FEW else None
    if found is not None:
        return found if wanted is None else found.pick(places_of(found.ids, wanted))
    outlines, _ = reader.outlines(query)
    return lay_columns(outlines, names) if len(outlines) == (reader.count(query) if wanted is None else len(wanted)) else None


def kept_run(connection: Connection) -> int | None:
    """The run after which deals stood as the columns tell; None where none are kept."""
    return connection.execute(select(s.columns.c.run).where(s.columns.c.name == "id")).scalar()


def read_columns(connection: Connection, dialect: Dialect, run: int, names: Sequence[str]) -> Columns | None:
    """All deals as they stood after a run; None where no columns are kept, or too much has changed since."""
    kept = kept_run(connection)
    moved = moved_between(connection, kept, run) if kept is not None else None
    if moved is None:
        return None
    new = _outlines(connection, dialect, run, moved.new)
    if len(new) < len(moved.new):
        return None  # laid without an outline
    columns = _unpack(connection, names)
    return join_columns(columns.pick(~places_of(columns.ids, moved.gone)) if moved.gone else columns, lay_columns(make_outlines(new), names))


def moved_between(connection: Connection, kept: int, run: int) -> Moved | None:
    """What changed between two runs; None where that is too much."""
    early, late, t = min(kept, run), max(kept, run), s.things
    found: set[tuple[str, int, int]] = set()
    for column in (t.c.since, t.c.until):
        asked = select(t.c.id, t.c.since, t.c.until).where(t.c.what == _WHAT, column > early, column <= late).limit(MOST + 1)
        found.update((id, since, until) for id, since, until in connection.execute(asked).all())
    if len(found) > MOST:
        return None
    return Moved({id for id, since, until in found if since <= kept < until}, {id for id, since, until in found if since <= run < until})


def _outlines(connection: Connection, dialect: Dialect, run: int, ids: set[str]) -> list[str]:
    o = s.outlines
    asked = (select(o.c.body).where(o.c.what == _WHAT, dialect.among(o.c.id, part), visible(o, run)) for part in chunks(sorted(ids)))
    return [body for statement in asked for (body,) in connection.execute(statement).all()]


def write_columns(connection: Connection, dialect: Dialect, run: int, last: int) -> None:
    """Keep the deals in columns as they stand (``run``) after the last run, unless those kept lack little. Deals that were laid
    without an outline keep all from being kept."""
    kept = kept_run(connection)
    if kept is not None:
        moved, count = moved_between(connection, kept, run), _kept_count(connection)
        if moved is not None and len(moved.gone | moved.new) <= max(_SLACK, count // _SHARE):
            return
    columns = read_columns(connection, dialect, run, NAMES)
    columns = columns if columns is not None else _lay_anew(connection, run)
    connection.execute(delete(s.columns))
    if columns is not None:
        rows = [{"name": "id", "run": last, "size": len(columns.ids), "body": msgspec.msgpack.encode(columns.ids)}]
        connection.execute(insert(s.columns), [*rows, *({"name": n, "run": last, "size": len(columns.ids), "body": _pack(c)} for n, c in columns.held.items())])


def _kept_count(connection: Connection) -> int:
    return int(connection.execute(select(s.columns.c.size).where(s.columns.c.name == "id")).scalar_one())


def _lay_anew(connection: Connection, run: int) -> Columns | None:
    o = s.outlines
    bodies = [row[0] for row in connection.execute(select(o.c.body).where(o.c.what == _WHAT, visible(o, run)))]
    return lay_columns(make_outlines(bodies)) if len(bodies) == _count(connection, s.things, run) else None


def _count(connection: Connection, table: Any, run: int) -> int:
    standing: ColumnElement[bool] = visible(table, run)
    return int(connection.execute(select(func.count()).select_from(table).where(table.c.what == _WHAT, standing)).scalar_one())


def _pack(column: Column) -> bytes:
    each = b"" if column.each is None else column.each.astype("<i4").tobytes()
    return msgspec.msgpack.encode((column.values, column.codes.astype("<i4").tobytes(), each))


def _unpack(connection: Connection, names: Sequence[str]) -> Columns:
    wanted = select(s.columns.c.name, s.columns.c.body).where(s.columns.c.name.in_(("id", *names)))
    bodies = {name: bytes(body) for name, body in connection.execute(wanted).all()}
    return Columns(_IDS.decode(bodies.pop("id")), {name: _column(name, bodies[name]) for name in names})


def _column(name: str, body: bytes) -> Column:
    packed: Any = tuple[list[KINDS[name]], memoryview, memoryview]  # type: ignore[valid-type]
    values, codes, each = msgspec.msgpack.decode(body, type=packed)
    return Column(values, np.frombuffer(codes, dtype="<i4"), np.frombuffer(each, dtype="<i4") if len(each) else None)
