"""Outlines of derived things. Those of a register that was written before are laid by ``rebuild``; until then answers make them."""

import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "0002", "0001", None, None
_WORD = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "outlines", *(sa.Column(name, _WORD, primary_key=True) for name in ("what", "id")), sa.Column("since", sa.Integer, primary_key=True),
        sa.Column("until", sa.Integer, nullable=False), *(sa.Column(name, sa.Text, nullable=False) for name in ("body", "detail")), sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("outlines_thing", "outlines", ["id", "since"])
