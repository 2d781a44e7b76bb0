"""For tests, of wektor and of whoever builds on it: ledgers made up to any size, an engine and a model that play a script."""

from wektor.testing.engines import FakeEngine
from wektor.testing.gold import GoldModel
from wektor.testing.ledgers import LedgerSettings, make_ledger
from wektor.testing.models import FakeModel, Play, Skills
from wektor.testing.replies import FAILED, SPOILT, Reply

__all__ = ["FAILED", "SPOILT", "FakeEngine", "FakeModel", "GoldModel", "LedgerSettings", "Play", "Reply", "Skills", "make_ledger"]
