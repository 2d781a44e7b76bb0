"""The register's first schema."""

import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "0001", None, None, None
_ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WORD = sa.String().with_variant(sa.String(collation="C"), "postgresql")
_BARE = {"sqlite_with_rowid": False}


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, _WORD, nullable=False) for name in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _keys(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, _WORD, primary_key=True) for name in names]


def _tick() -> sa.Column[int]:
    return sa.Column("tick", _ROW, nullable=False)


def upgrade() -> None:
    """Make every table, and the index of words."""
    _ledger()
    _sources()
    _derived()
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE TABLE claim_terms (number bigint PRIMARY KEY, terms tsvector NOT NULL)")
        op.execute("CREATE INDEX claim_terms_words ON claim_terms USING gin (terms)")
    else:
        op.execute("CREATE VIRTUAL TABLE claim_terms USING fts5(terms, content='', detail=none, columnsize=0, tokenize='ascii')")


def _ledger() -> None:
    op.create_table("clock", sa.Column("id", sa.Integer, primary_key=True), _tick())
    op.execute("INSERT INTO clock (id, tick) VALUES (1, 0)")
    op.create_table("runs", sa.Column("number", sa.Integer, primary_key=True, autoincrement=False), *_words("at", "verb"), *_texts("words"))
    op.create_index("runs_at", "runs", ["at"])
    op.create_table(
        "documents", sa.Column("number", _ROW, primary_key=True), sa.Column("digest", _WORD, nullable=False, unique=True), *_words("name"),
        *(sa.Column(n, sa.Text) for n in ("url", "title")), sa.Column("published", _WORD), sa.Column("publisher", sa.Text),
        sa.Column("lang", _WORD), *_words("source"), *_texts("place"), *_words("media"), sa.Column("author", sa.Text),
        *_texts("pages", "edits"), *_numbers("run"), *_texts("text"),
    )  # fmt: skip
    op.create_index("documents_url", "documents", ["url"])
    op.create_index("documents_lang", "documents", ["lang"])
    op.create_table("readings", sa.Column("number", _ROW, primary_key=True), *_words("document", "engine", "version", "packs"),
                    sa.Column("lang", _WORD), *_numbers("run"), _tick(), *_numbers("until"))  # fmt: skip
    op.create_index("readings_document", "readings", ["document"])
    op.create_index("readings_tick", "readings", ["tick"])
    op.create_table("claims", sa.Column("number", _ROW, primary_key=True), *_words("id"), sa.Column("reading", _ROW, nullable=False),
                    *_words("origin"), *_texts("body"))  # fmt: skip
    op.create_index("claims_id", "claims", ["id"])
    op.create_index("claims_reading", "claims", ["reading"])
    op.create_table("judgements", *_keys("id"), *_words("verb", "target", "by", "at"), *_texts("why", "payload", "anchors"),
                    *_numbers("run"), _tick())  # fmt: skip
    op.create_index("judgements_tick", "judgements", ["tick"])
    op.create_table("undoings", *_keys("id"), sa.Column("judgement", _WORD, nullable=False, unique=True), *_words("by", "at"),
                    *_texts("why"), *_numbers("run"), _tick())  # fmt: skip
    op.create_index("undoings_tick", "undoings", ["tick"])


def _sources() -> None:
    op.create_table("sources", *_keys("source"), sa.Column("document", _WORD), **_BARE)
    op.create_table("copies", *_keys("document"), sa.Column("tick", _ROW, primary_key=True), *_words("copy_group"), *_numbers("run"), **_BARE)
    op.create_index("copies_tick", "copies", ["tick"])
    op.create_table("failures", *_keys("place"), *_texts("reason"), *_numbers("run"))
    op.create_table("marks", *_keys("url"), *(sa.Column(n, sa.Text) for n in ("etag", "modified", "stamp")))
    op.create_table("sketches", *_keys("document"), sa.Column("sketch", sa.LargeBinary, nullable=False))
    op.create_table("bands", *_keys("band", "document"), **_BARE)


def _derived() -> None:
    op.create_table("things", *_keys("id"), sa.Column("since", sa.Integer, primary_key=True), *_numbers("until"),
                    *_words("what", "sort", "first", "last"), *_numbers("independent"), *_words("mark"), *_texts("body"), **_BARE)  # fmt: skip
    op.create_index("things_since", "things", ["what", "since", "id"])
    op.create_index("things_until", "things", ["what", "until", "id"])
    op.create_table("facets", *_keys("key", "sort", "id"), sa.Column("since", sa.Integer, primary_key=True), *_numbers("until"), **_BARE)
    op.create_index("facets_thing", "facets", ["id", "since"])
    op.create_table("holdings", *_keys("state", "item", "id"), sa.Column("since", sa.Integer, primary_key=True), *_numbers("until"),
                    *(sa.Column(n, sa.Float, nullable=False) for n in ("ordered", "delivered", "serving")), *_words("day"), **_BARE)  # fmt: skip
    op.create_index("holdings_thing", "holdings", ["id", "since"])
