"""What tests and measurements of users' own code can lean on: ledgers made up to any size, a model that plays a script."""

from wektor.testing.gold import GoldModel
from wektor.testing.ledgers import LedgerSettings, make_ledger
from wektor.testing.models import FakeModel, Play, Skills
from wektor.testing.replies import FAILED, SPOILT, Reply

__all__ = ["FAILED", "SPOILT", "FakeModel", "GoldModel", "LedgerSettings", "Play", "Reply", "Skills", "make_ledger"]
