"""What tests and measurements of users' own code can lean on: ledgers made up to any size, a model that plays a script."""

from wektor.testing.ledgers import LedgerSettings, make_ledger
from wektor.testing.models import FakeModel

__all__ = ["FakeModel", "LedgerSettings", "make_ledger"]
