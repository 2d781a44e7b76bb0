"""From names to entities, from claims to deals; near-copies of documents. Pure functions of the ledger.

``derive(claims, judgements=(), knowledge=None) -> View`` derives a register from scratch; ``Deriver(knowledge=None)``
keeps one up to date (``wektor.model.register.Derivation``), with the same result.
"""

from wektor.resolve.deriver import Deriver, derive
from wektor.resolve.judging import anchor_of
from wektor.resolve.knowledge import Knowledge, load_knowledge

__all__ = ["Deriver", "Knowledge", "anchor_of", "derive", "load_knowledge"]
