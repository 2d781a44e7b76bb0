"""The tables, the same in every database. ``migrations`` makes them; a test holds the two together.

Ledger: runs, documents, sources, readings, claims, copies, judgements, undoings, failures, marks, sketches, bands.
Derived, and made anew by ``rebuild``: things, facets (what things are found by), holdings, outlines; and columns, which hold the outlines
of all deals as they stood after a run.
"""

from sqlalchemy import BigInteger, Column, Float, Index, Integer, LargeBinary, MetaData, String, Table, Text

HEAD = "0003"
metadata = MetaData()
Word = String().with_variant(String(collation="C"), "postgresql")  # bytes order strings, everywhere alike
_Row = BigInteger().with_variant(Integer, "sqlite")  # only INTEGER numbers itself in SQLite

clock = Table("clock", metadata, Column("id", Integer, primary_key=True), Column("tick", _Row, nullable=False))
runs = Table("runs", metadata, Column("number", Integer, primary_key=True, autoincrement=False), Column("at", Word, nullable=False),
             Column("verb", Word, nullable=False), Column("words", Text, nullable=False), Index("runs_at", "at"))  # fmt: skip
documents = Table(
    "documents", metadata,
    Column("number", _Row, primary_key=True), Column("digest", Word, nullable=False, unique=True), Column("name", Word, nullable=False),
    Column("url", Text), Column("title", Text), Column("published", Word), Column("publisher", Text), Column("lang", Word),
    Column("source", Word, nullable=False), Column("place", Text, nullable=False), Column("media", Word, nullable=False),
    Column("author", Text), Column("pages", Text, nullable=False), Column("edits", Text, nullable=False),
    Column("run", Integer, nullable=False), Column("text", Text, nullable=False), Index("documents_url", "url"), Index("documents_lang", "lang"),
)  # fmt: skip
sources = Table("sources", metadata, Column("source", Word, primary_key=True), Column("document", Word), sqlite_with_rowid=False)
readings = Table(
    "readings", metadata,
    Column("number", _Row, primary_key=True), Column("document", Word, nullable=False), Column("engine", Word, nullable=False),
    Column("version", Word, nullable=False), Column("packs", Word, nullable=False), Column("lang", Word),
    Column("run", Integer, nullable=False), Column("tick", _Row, nullable=False), Column("until", Integer, nullable=False),
    Index("readings_document", "document"), Index("readings_tick", "tick"),
)  # fmt: skip
claims = Table(
    "claims", metadata,
    Column("number", _Row, primary_key=True), Column("id", Word, nullable=False), Column("reading", _Row, nullable=False),
    Column("origin", Word, nullable=False), Column("body", Text, nullable=False),
    Index("claims_id", "id"), Index("claims_reading", "reading"),
)  # fmt: skip
copies = Table("copies", metadata, Column("document", Word, primary_key=True), Column("tick", _Row, primary_key=True),
               Column("copy_group", Word, nullable=False), Column("run", Integer, nullable=False), Index("copies_tick", "tick"),
               sqlite_with_rowid=False)  # fmt: skip
judgements = Table(
    "judgements", metadata,
    Column("id", Word, primary_key=True), Column("verb", Word, nullable=False), Column("target", Word, nullable=False),
    Column("by", Word, nullable=False), Column("at", Word, nullable=False), Column("why", Text, nullable=False),
    Column("payload", Text, nullable=False), Column("anchors", Text, nullable=False), Column("run", Integer, nullable=False),
    Column("tick", _Row, nullable=False), Index("judgements_tick", "tick"),
)  # fmt: skip
undoings = Table(
    "undoings", metadata,
    Column("id", Word, primary_key=True), Column("judgement", Word, nullable=False, unique=True), Column("by", Word, nullable=False),
    Column("at", Word, nullable=False), Column("why", Text, nullable=False), Column("run", Integer, nullable=False),
    Column("tick", _Row, nullable=False), Index("undoings_tick", "tick"),
)  # fmt: skip
failures = Table("failures", metadata, Column("place", Word, primary_key=True), Column("reason", Text, nullable=False),
                 Column("run", Integer, nullable=False))  # fmt: skip
marks = Table("marks", metadata, Column("url", Word, primary_key=True), Column("etag", Text), Column("modified", Text), Column("stamp", Text))
sketches = Table("sketches", metadata, Column("document", Word, primary_key=True), Column("sketch", LargeBinary, nullable=False))
bands = Table("bands", metadata, Column("band", Word, primary_key=True), Column("document", Word, primary_key=True), sqlite_with_rowid=False)

things = Table(
    "things", metadata,
    Column("id", Word, primary_key=True), Column("since", Integer, primary_key=True), Column("until", Integer, nullable=False),
    Column("what", Word, nullable=False), Column("sort", Word, nullable=False), Column("first", Word, nullable=False),
    Column("last", Word, nullable=False), Column("independent", Integer, nullable=False), Column("mark", Word, nullable=False),
    Column("body", Text, nullable=False), Index("things_since", "what", "since", "id"), Index("things_until", "what", "until", "id"), sqlite_with_rowid=False,
)  # fmt: skip
facets = Table(
    "facets", metadata,
    Column("key", Word, primary_key=True), Column("sort", Word, primary_key=True), Column("id", Word, primary_key=True),
    Column("since", Integer, primary_key=True), Column("until", Integer, nullable=False),
    Index("facets_thing", "id", "since"), sqlite_with_rowid=False,
)  # fmt: skip
holdings = Table(
    "holdings", metadata,
    Column("state", Word, primary_key=True), Column("item", Word, primary_key=True), Column("id", Word, primary_key=True),
    Column("since", Integer, primary_key=True), Column("until", Integer, nullable=False), Column("ordered", Float, nullable=False),
    Column("delivered", Float, nullable=False), Column("serving", Float, nullable=False), Column("day", Word, nullable=False),
    Index("holdings_thing", "id", "since"), sqlite_with_rowid=False,
)  # fmt: skip
outlines = Table(
    "outlines", metadata,
    Column("what", Word, primary_key=True), Column("id", Word, primary_key=True), Column("since", Integer, primary_key=True),
    Column("until", Integer, nullable=False), Column("body", Text, nullable=False), Column("detail", Text, nullable=False),
    Index("outlines_thing", "id", "since"), sqlite_with_rowid=False,
)  # fmt: skip
columns = Table("columns", metadata, Column("name", Word, primary_key=True), Column("run", Integer, nullable=False), Column("size", Integer, nullable=False),
                Column("body", LargeBinary, nullable=False))  # fmt: skip
DERIVED = (things, facets, holdings, outlines)
