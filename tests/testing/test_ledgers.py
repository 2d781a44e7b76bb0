"""Made-up ledgers: as large as asked for, the same every time, with variants, gaps and copies in them."""

from wektor.model.register import claim_id
from wektor.testing import LedgerSettings, make_ledger


def test_the_same_settings_give_the_same_ledger_and_another_seed_another() -> None:
    one, two, other = ([*make_ledger(LedgerSettings(claims=300, seed=s))] for s in (7, 7, 8))
    assert one == two
    assert one != other


def test_as_many_claims_as_asked_for_each_under_its_own_id() -> None:
    records = [r for document in make_ledger(LedgerSettings(claims=777)) for r in document]
    assert len(records) == 777
    assert len({r.id for r in records}) == 777
    assert all(r.id == claim_id(r.document, r.claim) for r in records)


def test_names_come_in_variants_scripts_and_slips_and_articles_in_copies() -> None:
    documents = [*make_ledger(LedgerSettings(claims=2000))]
    texts = {f.text for d in documents for r in d for group in r.claim.roles.values() for f in group}
    assert any("\u0400" <= c <= "\u04ff" for t in texts for c in t)
    assert any("ş" in t or "ı" in t for t in texts)
    assert 0 < sum(d[0].copy_group != d[0].document for d in documents) < len(documents) / 2
    assert len({r.lang for d in documents for r in d}) == 5
