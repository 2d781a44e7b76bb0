"""The writer of a database: the ledger grows, things that changed are closed and laid anew."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update
from sqlalchemy.sql.dml import Delete, Update

from wektor.model.exchange import encode_claim
from wektor.model.ledger import NOW, Entry, Failure, Mark, Reading, Thing, Undoing
from wektor.model.register import Judgement
from wektor.stores import schema as s
from wektor.stores.codec import entry_row, judgement_row
from wektor.stores.dialects import Dialect
from wektor.stores.folding import chunks
from wektor.stores.reading import SqlReader
from wektor.stores.singly import Singly

LEAST = 2000  # deals: outlines of fewer are read no slower than columns, and the library of numbers takes its time to load

class SqlWriter(SqlReader, Singly):
    """The transaction that writes (``stores.protocol.Writer``). Its tick is one more than the last commit's."""

    def __init__(self, connection: Connection, dialect: Dialect) -> None:
        super().__init__(connection, dialect)
        self._tick = self.tick() + 1
        connection.execute(update(s.clock).values(tick=self._tick))

    def begin(self, verb: str, at: str, words: str = "") -> int:
        """Begin a run; its number."""
        number = self._next(s.runs)
        self._connection.execute(insert(s.runs).values(number=number, at=at, verb=verb, words=words))
        return number

    def _next(self, table: Table) -> int:
        return int(self._connection.execute(select(func.max(table.c.number))).scalar() or 0) + 1

    def put_entries(self, run: int, entries: Iterable[Entry]) -> None:
        """Lay down documents; nothing happens to one that is held."""
        fresh = {e.digest: e for e in entries}
        self.put_sources({e.source: e.digest for e in fresh.values() if e.source})
        held = self.held(fresh)
        rows = [entry_row(e, run) for digest, e in fresh.items() if digest not in held]
        self._insert(s.documents, [{"number": n, **row} for n, row in enumerate(rows, self._next(s.documents))])

    def put_sources(self, sources: Mapping[str, str | None]) -> None:
        """Remember that bytes of these digests were read in, and what document they made."""
        asked = (select(s.sources.c.source).where(self._dialect.among(s.sources.c.source, part)) for part in chunks(sources))
        known = {row[0] for statement in asked for row in self._rows(statement)}
        self._insert(s.sources, [{"source": k, "document": v} for k, v in sources.items() if k not in known])

    def put_readings(self, run: int, readings: Sequence[Reading]) -> None:
        """Lay down readings; each takes the place of its document's last one."""
        r = s.readings
        for part in chunks(reading.document for reading in readings):
            self._connection.execute(update(r).where(self._dialect.among(r.c.document, part), r.c.until == NOW).values(until=run))
        first, claim = self._next(r), self._next(s.claims)
        self._insert(r, [{"number": n, "document": reading.document, "engine": reading.engine, "version": reading.version, "packs": reading.packs,
                          "lang": reading.lang, "run": run, "tick": self._tick, "until": NOW} for n, reading in enumerate(readings, first)])  # fmt: skip
        laid = list(enumerate(((n, c, reading) for n, reading in enumerate(readings, first) for c in reading.records), claim))
        self._insert(s.claims, [{"number": m, "id": c.id, "reading": n, "origin": c.origin, "body": encode_claim(c.claim)} for m, (n, c, _) in laid])
        if terms := {m: t for m, (_, c, reading) in laid if (t := reading.terms.get(c.id))}:
            self._dialect.add_terms(self._connection, terms)

    def _insert(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)

    def put_groups(self, run: int, groups: Mapping[str, str]) -> None:
        """Documents led to their group of near-copies."""
        rows = [{"document": d, "tick": self._tick, "copy_group": g, "run": run} for d, g in groups.items()]
        self._replace(s.copies, [{"document": row["document"], "tick": self._tick} for row in rows], rows)

    def put_sketch(self, document: str, sketch: bytes, bands: Iterable[str]) -> None:
        """Keep a document's sketch, found by its bands."""
        if not self.sketches([document]):
            self._connection.execute(insert(s.sketches).values(document=document, sketch=sketch))
            self._connection.execute(insert(s.bands), [{"band": band, "document": document} for band in dict.fromkeys(bands)])

    def put_judgement(self, run: int, judgement: Judgement) -> None:
        """Lay down a judgement."""
        self._connection.execute(insert(s.judgements).values(run=run, tick=self._tick, **judgement_row(judgement)))

    def put_undoing(self, run: int, undoing: Undoing) -> None:
        """Take a judgement back."""
        values = {name: getattr(undoing, name) for name in undoing.__struct_fields__}
        self._connection.execute(insert(s.undoings).values(run=run, tick=self._tick, **values))

    def put_failures(self, run: int, failures: Iterable[Failure]) -> None:
        """Keep what could not be read; a place that failed before is told anew."""
        rows = list({f.place: {"place": f.place, "reason": f.reason, "run": run} for f in failures}.values())
        self._replace(s.failures, [{"place": row["place"]} for row in rows], rows)

    def settle_failures(self, places: Iterable[str]) -> None:
        """Forget that these places failed: they were read since."""
        for part in chunks(places):
            self._connection.execute(delete(s.failures).where(self._dialect.among(s.failures.c.place, part)))

    def put_mark(self, mark: Mark) -> None:
        """Keep what a server said of a page."""
        self._replace(s.marks, [{"url": mark.url}], [{name: getattr(mark, name) for name in mark.__struct_fields__}])

    def _replace(self, table: Table, keys: Sequence[dict[str, Any]], rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            fit = (table.c[name] == bindparam("k_" + name) for name in keys[0])
            self._connection.execute(delete(table).where(*fit), [{"k_" + k: v for k, v in key.items()} for key in keys])
            self._connection.execute(insert(table), rows)

    def put_things(self, run: int, things: Iterable[Thing], gone: Iterable[str] = ()) -> None:
        """Lay things where they differ from those that stand, and close those that are gone."""
        self._connection.execute(delete(s.columns).where(s.columns.c.run >= run))  # they tell how things stood after it, and that changes
        wanted = {t.id: t for t in things}
        lost = [id for id in gone if id not in wanted]
        t = s.things
        standing = {id: (since, mark) for part in chunks([*wanted, *lost])
                    for id, since, mark in self._rows(select(t.c.id, t.c.since, t.c.mark).where(self._dialect.among(t.c.id, part), t.c.until == NOW))}  # fmt: skip
        changed = [thing for id, thing in wanted.items() if id not in standing or standing[id][1] != thing.mark]
        self._close(run, [(id, standing[id][0]) for id in (*(c.id for c in changed), *lost) if id in standing])
        self._lay([(thing, max(run, standing.get(thing.id, (0, ""))[0])) for thing in changed])

    def put_columns(self) -> None:
        """Keep the outlines of all deals by column, as they stand now, if those that are kept lack much."""
        deals = select(s.things.c.id).where(s.things.c.what == "deal").limit(LEAST).subquery()
        if int(self._connection.execute(select(func.count()).select_from(deals)).scalar_one()) < LEAST:
            return
        from wektor.stores.columns import write_columns  # with the library of numbers

        last = self.last_run()
        write_columns(self._connection, self._dialect, self._run, last.number if last else 0)

    def _close(self, run: int, versions: Sequence[tuple[str, int]]) -> None:
        """Close versions; one that is no older than the run never stood, and goes."""
        old = [{"k_id": id, "k_since": since} for id, since in versions if since < run]
        new = [{"k_id": id, "k_since": since} for id, since in versions if since >= run]
        for table in s.DERIVED:
            fit = (table.c.id == bindparam("k_id")) & (table.c.since == bindparam("k_since"))
            changes: list[tuple[Update | Delete, list[dict[str, Any]]]] = [(update(table).where(fit).values(until=run), old), (delete(table).where(fit), new)]
            for statement, rows in changes:
                if rows:
                    self._connection.execute(statement, rows)

    def _lay(self, things: Sequence[tuple[Thing, int]]) -> None:
        bodies, keys, held, outlines = [], [], [], []
        for t, since in things:
            span = {"id": t.id, "since": since, "until": NOW}
            bodies.append(span | {"what": t.what, "sort": t.sort, "first": t.first, "last": t.last, "independent": t.independent,
                                  "mark": t.mark, "body": t.body})  # fmt: skip
            keys += [span | {"key": key, "sort": sort} for key, sort in dict.fromkeys((*((k, t.sort) for k in t.keys), *t.places))]
            held += [span | {name: getattr(h, name) for name in h.__struct_fields__} for h in t.holdings]
            outlines += [span | {"what": t.what, "body": t.outline, "detail": t.detail}] if t.outline else []
        for table, rows in zip(s.DERIVED, (bodies, keys, held, outlines), strict=True):
            self._insert(table, rows)
