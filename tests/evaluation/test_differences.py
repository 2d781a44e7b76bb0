"""Where two readings differ, and which is nearer the gold."""

import msgspec

from tests.evaluation.samples import claim, item, number, state, wanted
from wektor.evaluation import Difference, differences, summarise
from wektor.evaluation.gold import GoldClaim, GoldDocument
from wektor.model import Claim

ORDER = wanted("order", recipient=["KAZ"], item=["Anka"], quantity=3)
AID = wanted("aid", supplier=["POL"], recipient=["UKR"])
RUMOUR = wanted("talks", party=["TUR", "KAZ"], optional=True)
BOUGHT = claim("order", recipient=state("KAZ"), item=item("Anka"), quantity=number(3))
GIVEN = claim("aid", supplier=state("POL"), recipient=state("UKR"))
FALSE = claim("training", supplier=state("ITA"), recipient=state("QAT"))
MET = claim("talks", party=[state("TUR"), state("KAZ")])


def rows(a: list[Claim], b: list[Claim], *gold: GoldClaim) -> list[Difference]:
    """The rows of one document."""
    document = GoldDocument(id="d", lang="en", text="x", claims=gold or (ORDER, AID, RUMOUR))
    return differences([document], {"d": a}, {"d": b})


def test_claims_of_the_gold_are_told_by_both_one_or_neither() -> None:
    found = rows([BOUGHT], [BOUGHT, GIVEN])
    assert [(r.told, r.better, r.differs) for r in found] == [("both", "", False), ("only B", "B", True)]
    assert [(r.told, r.better) for r in rows([], [])] == [("neither", ""), ("neither", "")]


def test_what_should_not_be_told_is_better_left_out() -> None:
    found = [r for r in rows([FALSE, BOUGHT], [BOUGHT]) if r.gold is None]
    assert [(r.told, r.better, r.wrong_a) for r in found] == [("only A", "B", ("not in the gold",))]
    (both,) = [r for r in rows([FALSE], [msgspec.structs.replace(FALSE, status="planned")]) if r.gold is None]
    assert (both.told, both.better, both.differs) == ("both", "", False)


def test_of_two_that_found_it_the_one_with_less_wrong_is_better() -> None:
    (row, *_) = rows([BOUGHT], [msgspec.structs.replace(BOUGHT, status="planned", date="2024")])
    assert (row.told, row.better, row.differs) == ("both", "A", True)
    assert row.wrong_a == () and len(row.wrong_b) == 2


def test_optional_claims_are_neither_right_nor_wrong() -> None:
    (row,) = [r for r in rows([MET], []) if r.gold is not None and r.gold.optional]
    assert (row.told, row.better) == ("only A", "-")


def test_the_summary_counts_what_each_told() -> None:
    counts = summarise(rows([BOUGHT, FALSE], [GIVEN, MET]))
    assert counts["in the gold"] == {"only A": 1, "only B": 1}
    assert counts["wrong"] == {"only A": 1} and counts["optional"] == {"only B": 1}


def test_a_document_that_one_did_not_read_has_no_claims_of_it() -> None:
    document = GoldDocument(id="d", lang="en", text="x", claims=(ORDER,))
    (row,) = differences([document], {}, {"d": [BOUGHT]})
    assert (row.told, row.better) == ("only B", "B")
