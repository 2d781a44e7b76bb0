"""What a state fields."""

from typing import Literal

from wektor.model.answers.base import Answer, Ids, Row


class HoldingRow(Row, frozen=True, kw_only=True):
    """A type of equipment in a state's hands: its class, the states whose make it is, who supplied it, its makers, and how
    many were ordered, delivered, and are in service as of a day (0 where no source says). ``sought`` is the number in what is
    only planned or agreed; ``standing`` is how far it has got."""

    state: str
    item: str
    cls: str | None
    origins: tuple[str, ...]
    suppliers: tuple[str, ...]
    makers: tuple[str, ...]
    standing: Literal["in service", "delivered", "on order", "in production", "agreed", "planned"]
    sought: float
    ordered: float
    delivered: float
    serving: float
    day: str
    events: Ids = ()

    @property
    def holders(self) -> Ids:
        """The ids of the deals and events that speak of it."""
        return (*self.deals, *self.events)


class ClassRow(Row, frozen=True, kw_only=True):
    """A class of equipment that is fielded: its types and who supplies them; ``hangs_on`` is the only supplier, where
    there is but one, it is not the state itself, and every type's is known."""

    cls: str
    types: int
    units: float
    suppliers: tuple[str, ...]
    hangs_on: str | None
    events: Ids = ()


class OriginRow(Row, frozen=True, kw_only=True):
    """A state whose make fielded equipment is: its share of the types, and of the units where numbers are known."""

    origin: str
    types: float
    share: float
    units: float
    units_share: float | None
    events: Ids = ()


class Inventory(Answer, frozen=True, kw_only=True):
    """What a state ordered, received and fields, by type; ``classes`` and ``origins`` are of what is fielded.

    ``hhi`` and ``effective`` tell how concentrated the origins are, by types.
    """

    state: str
    hhi: float | None
    effective: float | None
    rows: tuple[HoldingRow, ...]
    classes: tuple[ClassRow, ...] = ()
    origins: tuple[OriginRow, ...] = ()
