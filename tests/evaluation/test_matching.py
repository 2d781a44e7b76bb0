"""Names, numbers and dates are matched as the codebook says."""

import pytest

from tests.evaluation.samples import claim, item, money, number, org, state, thing, wanted
from wektor.evaluation.folding import fold, same_name
from wektor.evaluation.gold import GoldMoney, GoldNumber
from wektor.evaluation.matching import dates_agree, filler_matches, is_found, matched_arguments


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("T-129", "T129 ATAK"),
        ("AKINCI", "Bayraktar Akıncı"),
        ("Łódź", "lodz"),
        ("Nørresundby", "NORRESUNDBY"),
        ("TUSAŞ", "tusas"),
        ("Turkish Aerospace", "Turkish Aerospace Industries"),
        ("Su 30", "Su-30"),
        ("Cafe\u0301", "Café"),
    ],
)
def test_names_match_when_folded_or_within(left: str, right: str) -> None:
    assert same_name(left, right)
    assert same_name(right, left)


@pytest.mark.parametrize(("left", "right"), [("F-16", "F-161"), ("Anka", "Ankara"), ("", "Anka"), ("–", "Anka")])
def test_parts_of_words_do_not_match(left: str, right: str) -> None:
    assert not same_name(left, right)


def test_folding_keeps_words_apart() -> None:
    assert fold("Wing-Loong  II!") == ("wing", "loong", "ii")


def test_a_state_matches_by_its_code_or_words() -> None:
    assert filler_matches(("KAZ",), state("KAZ", "Astana"))
    assert filler_matches(("American instructors",), state("USA", "the American instructors"))
    assert not filler_matches(("Turkish Aerospace Industries",), state("TUR", "Turkish"))


def test_a_firm_is_not_its_state() -> None:
    assert not filler_matches(("USA",), org("Boeing USA", "USA"))
    assert not filler_matches(("KAZ",), org("Kazakhstan Engineering", "KAZ"))
    assert filler_matches(("TAI",), org("Turkish Aerospace Industries", "TUR", text="TAI"))


def test_a_thing_or_item_matches_by_name_or_text() -> None:
    assert filler_matches(("drony bojowe",), item("UAV", "drony bojowe"))
    assert filler_matches(("Khanjar Hadd",), thing("exercise Khanjar Hadd"))


def test_numbers_and_money_must_be_equal() -> None:
    assert filler_matches(GoldNumber(16, 24), number((16, 24)))
    assert not filler_matches(GoldNumber(16, 24), number(16))
    assert filler_matches(GoldMoney(3.37e9, "USD"), money(3370000000, "USD"))
    assert not filler_matches(GoldMoney(5, "USD"), money(5, "EUR"))
    assert not filler_matches(("48",), number(48))


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        ("2022-05-10", "2022-05", True),
        ("2022-05-10", "2022-05-11", True),
        ("2022-05", "2022-06", False),
        ("2022-05", "2022", True),
        ("2022", "2021", False),
        ("2023-11-28?", "2023-11", True),
        ("1997/1999", "1997/1999", True),
        ("1997/1999", "1998", False),
        ("../2019", "../2019-05", True),
        ("../2019", "2019", False),
        ("2024/..", "2024/..", True),
        ("2023-09-01/2023-09-06", "2023-09", True),
        ("199X", "199X", True),
        (None, None, True),
        (None, "2024", False),
        ("2024", None, False),
    ],
)
def test_dates_agree_to_the_month_where_both_give_one(gold: str | None, predicted: str | None, right: bool) -> None:
    assert dates_agree(gold, predicted) is right


def test_both_sides_of_an_agreement_must_be_right() -> None:
    gold = wanted("agreement", party=["KAZ", "TUR"])
    assert is_found(gold, claim("agreement", party=[state("TUR"), state("KAZ")]))
    assert not is_found(gold, claim("agreement", party=state("TUR")))
    assert is_found(wanted("agreement", party=["KAZ"]), claim("agreement", party=[state("KAZ"), state("CHN")]))


def test_one_filler_cannot_be_both_sides() -> None:
    gold = wanted("agreement", party=["KAZ|TUR", "TUR|KAZ"])
    assert not is_found(gold, claim("agreement", party=state("TUR")))


def test_core_roles_are_those_of_the_predicted_kind() -> None:
    gold = wanted("production/agreement", producer=["KAZ"], party=["KAZ", "TUR"], item=["Anka"])
    assert is_found(gold, claim("production", producer=state("KAZ"), item=item("Anka")))
    assert not is_found(gold, claim("venture", party=[state("KAZ"), state("TUR")]))


def test_roles_that_the_gold_leaves_open_do_not_hinder() -> None:
    assert is_found(wanted("order", recipient=["KAZ"]), claim("order", supplier=state("CHN"), recipient=state("KAZ")))


def test_the_largest_pairing_of_fillers_is_found() -> None:
    gold = wanted("agreement", party=["Kazakhstan Engineering|KAZ", "KAZ"])
    prediction = claim("agreement", party=[state("KAZ"), org("Kazakhstan Engineering")])
    assert len(matched_arguments(gold.arguments, prediction)) == 2
