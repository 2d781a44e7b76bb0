"""What a register in memory holds."""

from typing import NamedTuple

from wektor.model.ledger import Entry, Failure, Mark, Reading, Run, Thing, Undoing
from wektor.model.register import Judgement


class Put(NamedTuple):
    """A reading as it was put."""

    reading: Reading
    run: int
    tick: int
    until: int


class Laid(NamedTuple):
    """A version of a thing."""

    thing: Thing
    since: int
    until: int


class State:
    """All that is held. ``copy`` is what a writer works on, so that taking back is forgetting it."""

    def __init__(self) -> None:
        self.tick = 0
        self.runs: list[Run] = []
        self.entries: dict[str, Entry] = {}
        self.sources: dict[str, str | None] = {}
        self.readings: list[Put] = []
        self.groups: dict[str, tuple[str, int]] = {}
        self.judgements: dict[str, tuple[Judgement, int]] = {}
        self.undoings: dict[str, Undoing] = {}
        self.failures: dict[str, Failure] = {}
        self.marks: dict[str, Mark] = {}
        self.sketches: dict[str, tuple[bytes, frozenset[str]]] = {}
        self.laid: list[Laid] = []

    def copy(self) -> "State":
        """The same, to be changed apart."""
        other = State()
        for name, value in vars(self).items():
            setattr(other, name, value if isinstance(value, int) else value.copy())
        return other
