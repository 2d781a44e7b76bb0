"""What tests and measurements of users' own code can lean on: ledgers made up to any size."""

from wektor.testing.ledgers import LedgerSettings, make_ledger

__all__ = ["LedgerSettings", "make_ledger"]
