"""A larger made-up ledger, taken in whole, in parts, and with documents replaced: one result."""

import random

import pytest

from tests.resolve.ledgers import flat, same
from wektor.model.register import ClaimRecord
from wektor.resolve import Deriver, derive
from wektor.testing import LedgerSettings, make_ledger


@pytest.fixture(scope="module")
def ledger() -> list[tuple[ClaimRecord, ...]]:
    """A few hundred articles about few undertakings, so that much is told of each."""
    return [*make_ledger(LedgerSettings(claims=900, per_deal=30, slips=0.1, gaps=0.25))]


def test_parts_give_the_same_as_the_whole(ledger: list[tuple[ClaimRecord, ...]]) -> None:
    shuffled = list(ledger)
    random.Random(3).shuffle(shuffled)
    deriver = Deriver()
    deriver.add(flat(shuffled[:150]))
    for document in shuffled[150:]:
        deriver.add(document)
    same(deriver.view(), derive(flat(ledger)))


def test_documents_replaced_and_removed_leave_no_trace(ledger: list[tuple[ClaimRecord, ...]]) -> None:
    deriver = Deriver()
    deriver.add(flat(ledger))
    rest = ledger[40:]
    for document in ledger[:40]:
        deriver.remove(document[0].document)
    shorter = [d[: max(1, len(d) - 1)] for d in rest[:60]]
    for document in shorter:
        deriver.add(document)
    same(deriver.view(), derive(flat([*shorter, *rest[60:]])))


def test_undertakings_come_out_as_deals(ledger: list[tuple[ClaimRecord, ...]]) -> None:
    view = derive(flat(ledger))
    assert len(view.claims) == 900
    assert 10 < len(view.deals) < 300
    assert max(len(d.claims) for d in view.deals.values()) >= 8
