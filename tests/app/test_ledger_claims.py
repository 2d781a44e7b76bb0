"""A claim that comes back from the ledger is the claim that was read: else deriving anew would give another register."""

import random

import pytest
from bench.copies import look_alikes

from wektor import Document, Register
from wektor.model.exchange import decode_claim, encode_claim

TEXTS = [*{text for text, _ in zip(look_alikes(random.Random(5)), range(8), strict=False)}, "Kenya operates tanks and 24 vehicles from China since 2019."]


@pytest.fixture(scope="module")
def register():
    with Register.open("memory:") as held:
        held.add(Document(id=str(n), text=text) for n, text in enumerate(sorted(TEXTS)))
        yield held


def test_claims_come_back_as_they_were_read(register) -> None:
    with register.store.reader() as reader:
        claims = [record.claim for record in reader.records()]
    assert claims and any(f.__class__.__name__ == "Equipment" and f.id.startswith("class:") for c in claims for group in c.roles.values() for f in group)
    assert all(decode_claim(encode_claim(claim)) == claim for claim in claims)


def test_deriving_anew_changes_nothing(register) -> None:
    assert register.rebuild() == 0
