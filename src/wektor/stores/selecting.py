"""Pages of derived things as SQL: one ordered scan of the rarest key, each other key probed by its primary key."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal, select
from sqlalchemy.sql import FromClause

from wektor.model.ledger import NOW, Query
from wektor.stores.schema import facets, outlines, things

_ENOUGH = 5000  # counting further does not change which key is rarest by much


def visible(table: FromClause, run: int) -> ColumnElement[bool]:
    """What stood after a run."""
    return (table.c.since <= run) & (table.c.until > run)


def page_of(query: Query, run: int, connection: Connection) -> Select[Any]:
    """Rows of sort and thing, in order; limited."""
    keys = (query.place,) if query.place else query.groups[0]
    if _is_plain(query):  # a page of keys, then the things on it alone
        f = _driver(keys, run)
        return _ordered(_things_at(_limited(_ordered(select(f.c.sort, f.c.id, f.c.since), query, "sort"), query).subquery("p")), query, "place")
    return _limited(_ordered(rows_of(query, run, connection), query, "place"), query)


def _is_plain(query: Query) -> bool:
    """Whether a query is answered by the keys of one group alone."""
    return len(query.groups) + bool(query.place) == 1 and not (query.since or query.until or query.sources)


def is_whole(query: Query) -> bool:
    """Whether a query is for all things of a sort."""
    return _is_plain(query) and query.groups[:1] != () and query.groups[0][0].endswith(":all")


def ids_of(query: Query, run: int, connection: Connection) -> Select[Any]:
    """The ids of what fits."""
    found = count_of(query, run, connection)
    return found.with_only_columns(found.selected_columns["id"])


def count_of(query: Query, run: int, connection: Connection) -> Select[Any]:
    """The same to be counted: of a page of keys alone the keys."""
    if not _is_plain(query):
        return rows_of(query, run, connection)
    f = _driver((query.place,) if query.place else query.groups[0], run)
    return select(f.c.sort, f.c.id, f.c.since)


def outlines_of(query: Query, run: int, connection: Connection) -> Select[Any]:
    """Outlines and details of things of one sort that fit; all of a sort are one scan."""
    what, o = query.groups[0][0].partition(":")[0], outlines
    if is_whole(query):
        return select(o.c.body, o.c.detail).where(o.c.what == what, visible(o, run))
    d = _driver(query.groups[0], run) if _is_plain(query) else rows_of(query, run, connection).subquery("d")
    return select(o.c.body, o.c.detail).select_from(d.join(o, (o.c.what == what) & (o.c.id == d.c.id) & (o.c.since == d.c.since)))


def _ordered(rows: Select[Any], query: Query, sort: str) -> Select[Any]:
    columns = [rows.selected_columns[name] for name in (sort, "id")]
    return rows.order_by(*columns) if query.rising else rows.order_by(*(c.desc() for c in columns))


def _limited(rows: Select[Any], query: Query) -> Select[Any]:
    return rows.limit(query.limit).offset(query.offset or None)


def _things_at(source: FromClause) -> Select[Any]:
    t = things.alias("t")
    joined = source.join(t, (t.c.id == source.c.id) & (t.c.since == source.c.since))
    return select(source.c.sort.label("place"), t.c.what, t.c.id, t.c.since, t.c.until, t.c.body).select_from(joined)


def rows_of(query: Query, run: int, connection: Connection) -> Select[Any]:
    """The same without order."""
    groups = [(query.place,)] if query.place else []
    rest = sorted(query.groups, key=lambda keys: _weight(keys, run, connection)) if len(query.groups) > 1 else list(query.groups)
    wanted = [*groups, *rest]
    driver, others = wanted[0], wanted[1:]
    source = _driver(driver, run)
    t = things.alias("t")
    found = select(source.c.sort.label("place"), t.c.what, t.c.id, t.c.since, t.c.until, t.c.body).select_from(
        source.join(t, (t.c.id == source.c.id) & (t.c.since == source.c.since)))  # fmt: skip
    for number, keys in enumerate(others):
        g = facets.alias(f"g{number}")
        found = found.where(select(literal(1)).where(g.c.key.in_(keys), g.c.sort == t.c.sort, g.c.id == t.c.id, g.c.since == t.c.since).exists())
    return found.where(*_bounds(query, source, t))


def stands(claim: ColumnElement[str], query: Query, run: int) -> list[ColumnElement[bool]]:
    """That the thing which a claim belongs to fits the query; nothing where the query asks for nothing."""
    bounds = _bounds(query, things, things)
    if not query.groups and not bounds:
        return []
    home = facets.alias("home")
    found = select(literal(1)).where(home.c.key == literal("claim:").concat(claim), visible(home, run))
    if bounds:
        found = found.where(select(literal(1)).where(things.c.id == home.c.id, things.c.since == home.c.since, *bounds).exists())
    for number, keys in enumerate(query.groups):
        g = facets.alias(f"g{number}")
        found = found.where(select(literal(1)).where(g.c.id == home.c.id, g.c.since == home.c.since, g.c.key.in_(keys)).exists())
    return [found.exists()]


def moved_since(run: int) -> Iterator[Select[Any]]:
    """Ids of deals and events laid since a run, then of those that stood then and stand no more; each by one index."""
    t, later = things, things.alias("later")
    for what in ("deal", "event"):
        yield select(t.c.id).where(t.c.what == what, t.c.since > run, t.c.until == NOW).order_by(t.c.since.desc(), t.c.id.desc())
    for what in ("deal", "event"):
        again = select(literal(1)).where(later.c.id == t.c.id, later.c.until == NOW).exists()
        gone = (t.c.what == what) & (t.c.until > run) & (t.c.until < NOW) & (t.c.since <= run)
        yield select(t.c.id).where(gone, ~again).order_by(t.c.until.desc(), t.c.id.desc())


def _driver(keys: Sequence[str], run: int) -> FromClause:
    f = facets.alias("f")
    if len(keys) == 1:
        return select(f.c.sort, f.c.id, f.c.since).where(f.c.key == keys[0], visible(f, run)).subquery("d")
    return select(f.c.sort, f.c.id, f.c.since).where(f.c.key.in_(keys), visible(f, run)).distinct().subquery("d")


def _bounds(query: Query, source: FromClause, t: FromClause) -> list[ColumnElement[bool]]:
    """Days and number of sources. A thing without days lies in no bounds."""
    found: list[ColumnElement[bool]] = []
    if query.since:
        found += [source.c.sort >= query.since] if query.place else [source.c.sort >= query.since, t.c.last >= query.since]
    if query.until:
        found += [source.c.sort <= query.until + "~"] if query.place else [t.c.first <= query.until, t.c.first != ""]
    if query.sources:
        found.append(t.c.independent >= query.sources)
    return found


def _weight(keys: Sequence[str], run: int, connection: Connection) -> int:
    some = select(facets.c.id).where(facets.c.key.in_(keys)).limit(_ENOUGH).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())
