"""What is lost without a partner."""

from wektor.model.answers.base import Answer, Ids, Row


class LossRow(Row, frozen=True, kw_only=True):
    """What is lost for one item or class; ``other`` are states that give the same class too. The most exposed stand first."""

    item: str
    cls: str | None
    losses: tuple[str, ...]
    other: tuple[str, ...]
    open: int
    fielded: int
    units: float
    share: float
    events: Ids = ()


class Loss(Answer, frozen=True, kw_only=True):
    """What a state loses without a partner; shares are of its deals' fleet and of its open deals."""

    state: str
    without: str
    fleet_share: float | None
    units_share: float | None
    open_share: float | None
    rows: tuple[LossRow, ...]
