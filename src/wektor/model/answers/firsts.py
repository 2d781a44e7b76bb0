"""Who was first in a region."""

from wektor.model.answers.base import Answer, Row


class FirstRow(Row, frozen=True, kw_only=True):
    """Who was first in a region; ``sure`` where no other's date can be as early; ``then`` are those who followed."""

    region: str
    kind: str | None = None
    cls: str | None = None
    partner: str | None = None
    state: str
    date: str
    sure: bool
    then: str | None = None


class Firsts(Answer, frozen=True, kw_only=True):
    """Who was first in the regions of the United Nations' M49 standard."""

    rows: tuple[FirstRow, ...]
