"""The ladder of local making."""

from wektor.model.answers.base import Answer, Ids, Row


class RungRow(Row, frozen=True, kw_only=True):
    """A rung of the ladder for an item and a partner: the earliest dates at which it was planned and reached.

    ``local`` is the share made in the country as last reported, ``local_planned`` as planned; ``parts_from`` and
    ``parts_by`` the states and firms that parts still come from.
    """

    item: str | None
    rung: str
    partner: str | None
    reached: str | None = None
    planned: str | None = None
    standing: str
    local: float | None = None
    local_planned: float | None = None
    parts_from: tuple[str, ...] = ()
    parts_by: tuple[str, ...] = ()
    claims: Ids = ()


class Localisation(Answer, frozen=True, kw_only=True):
    """The ladder of localisation of a state; ``highest`` is the highest rung reached."""

    state: str
    highest: str | None
    rows: tuple[RungRow, ...]
