"""Where registers live: one protocol; SQLite and PostgreSQL (``database.Database``), and memory, the public fake."""

from wektor.stores.memory import MemoryStore
from wektor.stores.protocol import Reader, Store, Writer

__all__ = ["MemoryStore", "Reader", "Store", "Writer"]
