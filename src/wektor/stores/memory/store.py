"""The store over a state that one writer at a time copies, changes and puts in its place."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from wektor.stores.memory.derived import MemoryReader
from wektor.stores.memory.state import State
from wektor.stores.memory.writing import MemoryWriter


class MemoryStore:
    """A store (``stores.protocol.Store``) that keeps nothing beyond the program."""

    def __init__(self) -> None:
        self.url = "memory"
        self._state = State()
        self._lock = threading.Lock()

    @contextmanager
    def reader(self, as_of: int | None = None) -> Iterator[MemoryReader]:
        """A reader of the register as it is, or as it stood after a run."""
        yield MemoryReader(self._state, as_of)

    @contextmanager
    def writer(self) -> Iterator[MemoryWriter]:
        """The one writer at a time; others wait. Leaving the block with an error takes everything back."""
        with self._lock:
            state = self._state.copy()
            state.tick += 1
            yield MemoryWriter(state)
            self._state = state

    def settle(self) -> None:
        """Nothing: memory keeps no statistics."""

    def close(self) -> None:
        """Nothing is held open."""
