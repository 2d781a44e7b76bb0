"""Values that a model gives beside its quotes, or in their place: wektor's own reading of the words decides."""

import json

import pytest

from wektor.engines.llm import LlmEngine
from wektor.engines.llm.answer import read_answer
from wektor.engines.llm.saying import number_in
from wektor.grounding import ground
from wektor.model import Claim, Document, Rejected

TEXT = ("Norway ordered fifty-four K9 howitzers from South Korea in December 2022 for 180 million dollars. "
        "Portugal plans to buy six tanks from Turkey in 2026. It rained. It snowed. It hailed. Nine people died in a storm.")  # fmt: skip
ARTICLE = Document(id="made-up", text=TEXT, lang="en", published="2024-05-03")
EVIDENCE = ["Norway ordered fifty-four K9 howitzers from South Korea in December 2022 for 180 million dollars."]
ROLES = {"supplier": ["South Korea"], "recipient": ["Norway"], "item": ["K9 howitzers"]}


def read(roles: dict[str, object], **changes: object) -> Claim | Rejected:
    """What becomes of the order with these roles."""
    claim = {"kind": "order", "status": "done", "date": "in December 2022", "roles": ROLES | roles, "evidence": EVIDENCE} | changes
    engine = LlmEngine(lambda _: json.dumps({"claims": [claim]}), "m")
    (draft,) = engine.draft(ARTICLE)
    return ground(draft, ARTICLE, engine.desk)


@pytest.mark.parametrize("roles", [
    {"quantity": [{"quote": "fifty-four", "value": 54}]}, {"quantity": [{"text": "fifty-four", "number": "54 pieces"}]}, {"quantity": {"quote": "fifty-four", "value": "about half a hundred"}},
    {"value": [{"quote": "180 million dollars", "amount": 180000000, "currency": "USD"}]}, {"value": [{"quote": "180 million dollars", "value": "180,000,000"}]},
    {"supplier": [{"quote": "South Korea", "code": "KOR"}]}, {"supplier": [{"quote": "South Korea", "value": "Republic of Korea"}]}])  # fmt: skip
def test_a_value_that_agrees_or_cannot_be_compared_changes_nothing(roles: dict[str, object]) -> None:
    claim = read(roles)
    assert isinstance(claim, Claim)
    assert all(f.value == 54 for f in claim.roles.get("quantity", ())) and all(f.amount == 180_000_000 for f in claim.roles.get("value", ()))


@pytest.mark.parametrize(("roles", "told"), [
    ({"quantity": [{"quote": "fifty-four", "value": 45}]}, "the number 45 pieces is not what “fifty-four” says"),
    ({"value": [{"quote": "180 million dollars", "amount": 190000000}]}, "the amount 190000000 USD is not what “180 million dollars” says"),
    ({"value": [{"quote": "180 million dollars", "amount": 180000000, "currency": "AUD"}]}, "the amount 180000000 AUD is not what"),
    ({"supplier": [{"quote": "South Korea", "code": "PRK"}]}, "PRK is not what “South Korea” says")])  # fmt: skip
def test_a_value_that_differs_is_refused_with_both(roles: dict[str, object], told: str) -> None:
    result = read(roles)
    assert isinstance(result, Rejected) and told in result.reason


def test_a_date_that_differs_is_refused_with_both_and_a_coarser_one_is_not() -> None:
    for said in ("2022-12", "2022", "2022-12-24", "around Christmas"):
        claim = read({}, date={"quote": "in December 2022", "edtf": said})
        assert isinstance(claim, Claim) and claim.date == "2022-12"
    result = read({}, date={"quote": "in December 2022", "edtf": "2023-12"})
    assert isinstance(result, Rejected) and result.reason == "the date 2023-12 is not what “December 2022” says"


@pytest.mark.parametrize("roles", [{"quantity": [54]}, {"quantity": ["54"]}, {"quantity": {"value": 54}}, {"recipient": ["NOR"]}])
def test_a_value_in_place_of_a_quote_is_kept_if_words_of_the_evidence_are_read_so(roles: dict[str, object]) -> None:
    claim = read(roles, date="2022-12")
    assert isinstance(claim, Claim) and claim.date == "2022-12"
    assert claim.roles["recipient"][0].text == "Norway" and [f.text for f in claim.roles.get("quantity", ())] in ([], ["fifty-four"])


@pytest.mark.parametrize(("roles", "date"), [
    ({"quantity": ["45"]}, None), ({"quantity": ["6"]}, None), ({"quantity": ["54 K9"]}, None), ({"recipient": ["PRT"]}, None), ({"recipient": ["SWE"]}, None), ({"item": ["KOR"]}, None),
    ({}, "2023-12"), ({}, "2026-01"), ({}, "26")])  # fmt: skip
def test_a_value_that_no_words_of_the_evidence_bear_is_refused(roles: dict[str, object], date: str | None) -> None:
    assert isinstance(read(roles, date=date), Rejected)


def test_a_figure_far_from_the_evidence_is_left_out() -> None:
    claim = read({"quantity": ["Nine"]})
    assert isinstance(claim, Claim) and "quantity" not in claim.roles
    assert "Nine" not in " ".join(e.text for e in (claim.evidence, *claim.more_evidence))


def test_values_of_an_answer_are_kept_beside_the_quotes() -> None:
    (quoted,) = read_answer(json.dumps({"kind": "order", "status": "done", "evidence": ["x"], "date": {"quote": "now", "iso": "2024"}, "roles": {"quantity": [{"quote": "six", "value": 6}, "two"]}}))
    assert quoted.roles == {"quantity": ("six", "two")} and quoted.date == "now"
    assert quoted.said == {"quantity": {"six": "6"}, "date": {"now": "2024"}}


@pytest.mark.parametrize(("said", "number"), [("54", 54), ("1,500", 1500), ("2.5", 2.5), ("54 of 60", None), ("none", None), ("$3 billion", None), ("$3", 3), ("USD 3,000.5", 3000.5), ("54 pieces", None)])
def test_a_number_alone_is_heard(said: str, number: float | None) -> None:
    assert number_in(said) == number
