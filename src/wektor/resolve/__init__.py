"""From names to entities, from claims to deals; near-copies of documents. Pure functions of the ledger.

``derive(claims, judgements=(), knowledge=None) -> View`` derives a register from scratch; ``Deriver(knowledge=None)``
keeps one up to date (``wektor.model.register.Derivation``), with the same result.
"""
