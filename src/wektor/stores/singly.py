"""What a writer lays down one at a time, by way of many at a time: the same for every store."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence

from wektor.model.ledger import Entry, Reading


class Singly(ABC):
    """Documents, sources and readings one by one, of a writer that takes many."""

    @abstractmethod
    def put_entries(self, run: int, entries: Iterable[Entry]) -> None:
        """Lay down documents; nothing happens to one that is held."""

    @abstractmethod
    def put_sources(self, sources: Mapping[str, str | None]) -> None:
        """Remember that bytes of these digests were read in, and what document they made."""

    @abstractmethod
    def put_readings(self, run: int, readings: Sequence[Reading]) -> None:
        """Lay down readings; each takes the place of its document's last one."""

    def put_entry(self, run: int, entry: Entry) -> None:
        """Lay down one document."""
        self.put_entries(run, [entry])

    def put_source(self, source: str, document: str | None = None) -> None:
        """Remember one source."""
        self.put_sources({source: document})

    def put_reading(self, run: int, reading: Reading) -> None:
        """Lay down one reading."""
        self.put_readings(run, [reading])
