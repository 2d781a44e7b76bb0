"""What happened and was planned, date by date."""

from wektor.model.answers.base import Answer, Ids, Row


class Happening(Row, frozen=True, kw_only=True):
    """A point of a chronicle: a step of a deal, or an event.

    ``date`` is EDTF, ``day`` its first day and ``until`` its last; ``kind`` is that of the claims that tell of it,
    ``attribute`` the instrument or rung that they name, ``status`` is theirs, or "announced" on the day on which a plan was
    made known, ``givers`` are those of the ``states`` that give where it is a deal, ``parties`` firms, ministries and forces
    by id, ``amount`` is how many pieces or people (of a range the lower end).
    """

    date: str
    day: str
    until: str
    kind: str
    attribute: str | None
    status: str
    states: tuple[str, ...]
    givers: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    name: str | None = None
    amount: float | None = None
    unit: str | None = None
    events: Ids = ()
    claims: Ids = ()

    @property
    def planned(self) -> bool:
        """Whether it was only planned."""
        return self.status == "planned"


class Chronicle(Answer, frozen=True, kw_only=True):
    """What happened and was planned in a state, or between two, date by date."""

    states: tuple[str, ...]
    rows: tuple[Happening, ...]
