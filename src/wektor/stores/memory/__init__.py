"""A register in memory: the public fake, for tests and for looking at a few documents. It goes when the program ends."""

from wektor.stores.memory.store import MemoryStore

__all__ = ["MemoryStore"]
