"""Outlines of all deals by column. Those of a register that was written before are laid when something is next added or rebuilt."""

import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "0003", "0002", None, None
_WORD = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table; a server keeps its bodies as they are, for to pack and unpack them takes longer than to read them."""
    op.create_table("columns", sa.Column("name", _WORD, primary_key=True), *(sa.Column(name, sa.Integer, nullable=False) for name in ("run", "size")),
                    sa.Column("body", sa.LargeBinary, nullable=False))  # fmt: skip
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE columns ALTER COLUMN body SET STORAGE EXTERNAL")
