"""Planned against actual dates."""

from typing import Literal

from wektor.model.answers.base import Answer, Row


class SlipRow(Row, frozen=True, kw_only=True):
    """A stage of a deal: when it was first and newest planned, when it came; ``months`` late, to its newest plan or, overdue, to the day."""

    stage: str
    partner: str | None
    takers: tuple[str, ...]
    item: str | None
    kind: str
    planned: str
    newest: str
    actual: str | None
    months: int
    standing: Literal["came", "overdue", "put off", "due"]


class SlipGroup(Row, frozen=True, kw_only=True):
    """Slippage of all deals with one partner, item or kind, in months."""

    by: str
    of: str
    measured: int
    median: float | None
    worst: int | None
    overdue: int
    due: int


class Slippage(Answer, frozen=True, kw_only=True):
    """Planned against actual dates; ``median`` and ``worst`` in months over what came."""

    day: str
    measured: int
    median: float | None
    worst: int | None
    overdue: int
    rows: tuple[SlipRow | SlipGroup, ...]
