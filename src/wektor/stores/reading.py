"""The reader of a database: ledger and derived things by SQL that both databases understand."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, cast, func, select

from wektor.model.ledger import NOW, Entry, Failure, Fleet, Mark, Query, Run, Undoing, Version
from wektor.model.outlines import Detail, Label, Outline
from wektor.model.register import ClaimRecord, Judgement
from wektor.stores import schema as s
from wektor.stores.codec import make_details, make_entry, make_judgement, make_labels, make_outlines, make_record
from wektor.stores.dialects import Dialect
from wektor.stores.folding import chunks, sum_fleet
from wektor.stores.selecting import count_of, moved_since, outlines_of, page_of, stands, visible

if TYPE_CHECKING:
    from wektor.model.columns import Columns

_PART = 1000  # outlines decoded at a time: memory that is used again is quicker than fresh
_ABOUT = [c for c in s.documents.c if c.name not in ("number", "text")]
_CLAIM = (s.claims.c.id, s.claims.c.body, s.claims.c.origin, s.readings.c.document, s.readings.c.engine, s.readings.c.version,
          s.readings.c.packs, s.readings.c.lang, s.documents.c.published, s.documents.c.publisher)  # fmt: skip
_JUDGED = select(s.judgements, s.undoings.c.id.label("undone_by")).join_from(
    s.judgements, s.undoings, s.undoings.c.judgement == s.judgements.c.id, isouter=True)  # fmt: skip


class SqlReader:
    """One transaction that only reads (``stores.protocol.Reader``)."""

    def __init__(self, connection: Connection, dialect: Dialect, as_of: int | None = None) -> None:
        self._connection, self._dialect = connection, dialect
        self._run = NOW - 1 if as_of is None else as_of

    def _rows(self, statement: Select[Any]) -> Sequence[Any]:
        return self._connection.execute(statement).all()

    def tick(self) -> int:
        """How many commits there were."""
        return int(self._connection.execute(select(s.clock.c.tick)).scalar_one())

    def last_run(self, day: str | None = None) -> Run | None:
        """The latest run, or the latest that began on an ISO day (or moment) or before."""
        found = select(s.runs).order_by(s.runs.c.number.desc()).limit(1)
        found = found.where(s.runs.c.at <= day + "~") if day else found
        return next((Run(*row) for row in self._rows(found)), None)

    def runs(self, limit: int | None = 50, offset: int = 0) -> list[Run]:
        """Runs, newest first."""
        return [Run(*row) for row in self._rows(select(s.runs).order_by(s.runs.c.number.desc()).limit(limit).offset(offset or None))]

    def run(self, number: int) -> Run | None:
        """A run; None if it is not there."""
        return next((Run(*row) for row in self._rows(select(s.runs).where(s.runs.c.number == number))), None)

    def known(self, source: str) -> bool:
        """Whether bytes of this digest were read in."""
        return bool(self._rows(select(s.sources.c.source).where(s.sources.c.source == source)))

    def held(self, digests: Iterable[str]) -> set[str]:
        """Those of the documents that are in the ledger."""
        asked = (select(s.documents.c.digest).where(self._dialect.among(s.documents.c.digest, part)) for part in chunks(digests))
        return {row[0] for statement in asked for row in self._rows(statement)}

    def entry(self, digest: str) -> Entry | None:
        """A document; None if it is not there."""
        rows = self._rows(select(s.documents).where(s.documents.c.digest == digest))
        return make_entry(rows[0]) if rows else None

    def abouts(self, digests: Iterable[str]) -> dict[str, Entry]:
        """Documents without their text, by digest."""
        asked = (select(*_ABOUT).where(self._dialect.among(s.documents.c.digest, part)) for part in chunks(digests))
        return {row.digest: make_entry(row) for statement in asked for row in self._rows(statement)}

    def readings_of(self, document: str) -> list[tuple[int, str, str]]:
        """Run, engine and version of every reading of a document, oldest first."""
        r = s.readings
        return [(row[0], row[1], row[2]) for row in self._rows(select(r.c.run, r.c.engine, r.c.version).where(r.c.document == document).order_by(r.c.number))]

    def versions_of(self, url: str) -> list[Entry]:
        """The versions of a page, oldest first."""
        return [make_entry(r) for r in self._rows(select(*_ABOUT).where(s.documents.c.url == url).order_by(s.documents.c.number))]

    def entries(self, limit: int | None = 50, offset: int = 0) -> list[Entry]:
        """Documents without their text, newest first."""
        found = select(*_ABOUT).order_by(s.documents.c.number.desc()).limit(limit).offset(offset or None)
        return [make_entry(row) for row in self._rows(found)]

    def records(self, after: int = 0) -> Iterator[ClaimRecord]:
        """The claims of readings put after a tick, in order of document and place; of each document the latest reading."""
        groups = self.groups()
        found = self._current().where(s.readings.c.tick > after).order_by(s.readings.c.document, s.claims.c.number)
        with self._connection.execute(found, execution_options={"yield_per": 2000}) as rows:
            for row in rows:
                yield make_record(row, groups.get(row.document, row.document))

    def _current(self) -> Select[Any]:
        joined = s.claims.join(s.readings, s.readings.c.number == s.claims.c.reading)
        return select(*_CLAIM).select_from(joined.join(s.documents, s.documents.c.digest == s.readings.c.document)).where(s.readings.c.until == NOW)

    def records_of(self, documents: Iterable[str]) -> list[ClaimRecord]:
        """The claims of documents, as last read."""
        found: list[ClaimRecord] = []
        for part in chunks(documents):
            groups = self._groups_of(part)
            rows = self._rows(self._current().where(self._dialect.among(s.readings.c.document, part)).order_by(s.readings.c.document, s.claims.c.number))
            found += [make_record(row, groups.get(row.document, row.document)) for row in rows]
        return found

    def claims(self, ids: Iterable[str]) -> dict[str, ClaimRecord]:
        """Claims by id, from whichever reading; unknown ids are left out."""
        joined = s.claims.join(s.readings, s.readings.c.number == s.claims.c.reading)
        base = select(*_CLAIM).select_from(joined.join(s.documents, s.documents.c.digest == s.readings.c.document)).order_by(s.claims.c.number)
        rows = [row for part in chunks(ids) for row in self._rows(base.where(self._dialect.among(s.claims.c.id, part)))]
        groups = {k: g for part in chunks({r.document for r in rows}) for k, g in self._groups_of(part).items()}
        return {row.id: make_record(row, groups.get(row.document, row.document)) for row in rows}

    def silent(self, after: int = 0) -> set[str]:
        """Documents whose reading put after a tick holds no claim."""
        joined = s.readings.join(s.claims, s.claims.c.reading == s.readings.c.number, isouter=True)
        found = select(s.readings.c.document).select_from(joined).where(s.readings.c.until == NOW, s.readings.c.tick > after, s.claims.c.id.is_(None))
        return {row[0] for row in self._rows(found)}

    def groups(self, after: int = 0) -> dict[str, str]:
        """Documents led to the group of near-copies that they were put in after a tick."""
        found = select(s.copies.c.document, s.copies.c.copy_group).where(s.copies.c.tick > after).order_by(s.copies.c.tick)
        return {row[0]: row[1] for row in self._rows(found)}

    def _groups_of(self, documents: Sequence[str]) -> dict[str, str]:
        found = select(s.copies.c.document, s.copies.c.copy_group).where(self._dialect.among(s.copies.c.document, documents)).order_by(s.copies.c.tick)
        return {row[0]: row[1] for row in self._rows(found)}

    def group_of(self, document: str) -> str:
        """The document's group of near-copies: its own digest where it stands alone."""
        return self._groups_of([document]).get(document, document)

    def members_of(self, group: str) -> set[str]:
        """The documents of a group of near-copies."""
        found = {row[0] for row in self._rows(select(s.copies.c.document).where(s.copies.c.copy_group == group).distinct())}
        now = {d: g for part in chunks(sorted(found | {group})) for d, g in self._groups_of(part).items()}
        return {d for d in found | {group} if now.get(d, d) == group}

    def near(self, bands: Iterable[str]) -> set[str]:
        """Documents that share a band of their sketch."""
        asked = (select(s.bands.c.document).where(self._dialect.among(s.bands.c.band, part)) for part in chunks(bands))
        return {row[0] for statement in asked for row in self._rows(statement)}

    def sketches(self, documents: Iterable[str]) -> dict[str, bytes]:
        """The sketches of documents."""
        asked = (select(s.sketches.c.document, s.sketches.c.sketch).where(self._dialect.among(s.sketches.c.document, part)) for part in chunks(documents))
        return {row[0]: bytes(row[1]) for statement in asked for row in self._rows(statement)}

    def judgements(self, after: int = 0) -> list[Judgement]:
        """Judgements that were put or undone after a tick, oldest first."""
        found = _JUDGED.where((s.judgements.c.tick > after) | (s.undoings.c.tick > after)).order_by(s.judgements.c.tick, s.judgements.c.id)
        return [make_judgement(row) for row in self._rows(found)]

    def judgement(self, id: str) -> Judgement | None:
        """A judgement; None if it is not there."""
        return next((make_judgement(row) for row in self._rows(_JUDGED.where(s.judgements.c.id == id))), None)

    def undoing(self, judgement: str) -> Undoing | None:
        """The undoing of a judgement; None if it stands."""
        u = s.undoings.c
        rows = self._rows(select(u.id, u.judgement, u.by, u.at, u.why).where(u.judgement == judgement))
        return next((Undoing(id=row.id, judgement=row.judgement, by=row.by, at=row.at, why=row.why) for row in rows), None)

    def failures(self, limit: int | None = 50, offset: int = 0) -> list[Failure]:
        """Sources that could not be read, newest first."""
        found = select(s.failures).order_by(s.failures.c.run.desc(), s.failures.c.place).limit(limit).offset(offset or None)
        return [Failure(*row) for row in self._rows(found)]

    def mark(self, url: str) -> Mark | None:
        """What a server said of a page when it was last fetched."""
        return next((Mark(*row) for row in self._rows(select(s.marks).where(s.marks.c.url == url))), None)

    def languages(self) -> list[str]:
        """The languages of the documents, sorted."""
        found: list[str] = []
        column = s.documents.c.lang
        while lang := self._connection.execute(select(func.min(column)).where(column > (found[-1] if found else ""))).scalar():
            found.append(str(lang))  # a leap in the index for each language, whatever the number of documents
        return found

    def counts(self) -> dict[str, int]:
        """How many documents, claims, judgements and things there are."""
        counted = {"documents": select(func.count()).select_from(s.documents), "judgements": select(func.count()).select_from(s.judgements),
                   "claims": select(func.count()).select_from(s.claims)}  # fmt: skip
        found = {name: int(self._connection.execute(q).scalar_one()) for name, q in counted.items()}
        kinds = select(s.things.c.what, func.count()).where(visible(s.things, self._run)).group_by(s.things.c.what)
        return found | {str(what): int(count) for what, count in self._rows(kinds)}

    def select(self, query: Query) -> list[tuple[str, Version]]:
        """Things that fit, newest first, each with the place (or sort) that it stands at."""
        rows = self._rows(page_of(query, self._run, self._connection))
        return [(r.place, Version(r.what, r.id, r.since, r.until, r.body)) for r in rows]

    def count(self, query: Query) -> int:
        """How many rows ``select`` would give without a limit."""
        return self._count(count_of(query, self._run, self._connection))

    def things(self, ids: Iterable[str]) -> dict[str, Version]:
        """Things by id."""
        found = (_versions().where(self._dialect.among(s.things.c.id, part), visible(s.things, self._run)) for part in chunks(ids))
        return {row[1]: Version(*row) for statement in found for row in self._rows(statement)}

    def outlines(self, query: Query, *, detailed: bool = False) -> tuple[list[Outline], list[Detail]]:
        """Outlines of all deals, or all events, that fit, and what belongs to each besides where it is asked for."""
        o = outlines_of(query, self._run, self._connection)
        columns = [cast(o.selected_columns[name], self._dialect.plain) for name in ("body", "detail")[: 1 + detailed]]
        outlines: list[Outline] = []
        details: list[Detail] = []
        for part in self._connection.execute(o.with_only_columns(*columns), execution_options={"yield_per": _PART}).partitions():
            bodies, *rest = zip(*part, strict=True)
            outlines += make_outlines(bodies)
            details += make_details(rest[0]) if rest else ()
        return outlines, details

    def columns(self, query: Query, names: Sequence[str]) -> "Columns | None":
        """The outlines of all deals that fit, by column."""
        from wektor.stores.columns import find_columns  # with the library of numbers, which few ask for

        return find_columns(self, self._connection, self._dialect, self._run, query, names)

    def labels(self, ids: Iterable[str]) -> dict[str, Label]:
        """Entities by id, without their spellings."""
        o = s.outlines
        asked = (select(func.aggregate_strings(o.c.body, ",")).where(o.c.what == "entity", self._dialect.among(o.c.id, part), visible(o, self._run)) for part in chunks(ids))
        return {label.id: label for statement in asked for (bodies,) in self._rows(statement) for label in make_labels(bodies)}

    def versions(self, id: str) -> list[Version]:
        """Every version of a thing, oldest first."""
        return [Version(*row) for row in self._rows(_versions().where(s.things.c.id == id).order_by(s.things.c.since))]

    def changed(self, since: int, limit: int | None = None, offset: int = 0) -> list[tuple[Version | None, Version | None]]:
        """Deals and events that differ from what stood after a run, as (then, now): the latest first, then what is gone."""
        names: list[str] = []
        for moved in moved_since(since):
            if offset and (count := self._count(moved)) <= offset:
                offset -= count
                continue
            names += [row[0] for row in self._rows(moved.limit(None if limit is None else limit - len(names)).offset(offset or None))]
            offset = 0
            if limit is not None and len(names) >= limit:
                break
        now, then = self.things(names), SqlReader(self._connection, self._dialect, since).things(names)
        pairs = ((then.get(name), now.get(name)) for name in names)
        return [(a, b) for a, b in pairs if (a.body if a else None) != (b.body if b else None)]

    def _count(self, statement: Select[Any]) -> int:
        return int(self._connection.execute(select(func.count()).select_from(statement.order_by(None).subquery())).scalar_one())

    def fleet(self, state: str, items: Sequence[str] = (), limit: int | None = 50, offset: int = 0) -> list[Fleet]:
        """What a state holds, by item: what most deals and reports speak of first."""
        h = s.holdings
        held = [h.c.state == state, visible(h, self._run), *([h.c.item.in_(items)] if items else [])]
        many = select(h.c.item).where(*held).group_by(h.c.item).order_by(func.count().desc(), h.c.item).limit(limit).offset(offset or None)
        names = [row[0] for row in self._rows(many)]
        columns = (h.c.item, h.c.id, h.c.ordered, h.c.delivered, h.c.serving, h.c.day)
        rows = [row for part in chunks(names) for row in self._rows(select(*columns).where(*held, self._dialect.among(h.c.item, part)))]
        return sum_fleet(state, names, rows)

    def search(self, words: Sequence[Sequence[str]], query: Query) -> list[str]:
        """Claims whose evidence bears one form of each word, newest first, whose thing fits the query."""
        if not words or not all(words):
            return []
        found, number = self._dialect.search(words)
        found = found.join(s.readings, s.readings.c.number == s.claims.c.reading).where(s.readings.c.run <= self._run, s.readings.c.until > self._run)
        found = found.where(*stands(s.claims.c.id, query, self._run))
        return [row[0] for row in self._rows(found.order_by(number.desc()).limit(query.limit).offset(query.offset or None))]

    def marks(self) -> Iterator[tuple[str, str]]:
        """Id and mark of every thing, by id."""
        found = select(s.things.c.id, s.things.c.mark).where(visible(s.things, self._run)).order_by(s.things.c.id)
        with self._connection.execute(found, execution_options={"yield_per": 5000}) as rows:
            yield from ((id, mark) for id, mark in rows)


def _versions() -> Select[Any]:
    return select(s.things.c.what, s.things.c.id, s.things.c.since, s.things.c.until, s.things.c.body)
