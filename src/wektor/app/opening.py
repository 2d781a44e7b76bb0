"""Which store holds a register: by its address; the heavy ones are loaded when they are asked for."""

import os
from pathlib import Path

from wektor.app.wiring import load
from wektor.stores import MemoryStore, Store

DEFAULT = "wektor.db"
DATABASE = "wektor.stores.database:Database"


def open_store(url: str | Path | None = None, *, create: bool = True) -> Store:
    """The store at a path, a ``sqlite:///`` or ``postgresql://`` address, or ``memory:``; else WEKTOR_DB, else wektor.db.

    Raises StoreError where it cannot be opened, or is not there and ``create`` is False.
    """
    address = str(url or os.environ.get("WEKTOR_DB") or DEFAULT)
    if address == "memory:":
        return MemoryStore()
    store: Store = load(DATABASE)(address.removeprefix("sqlite:///"), create=create)
    return store
