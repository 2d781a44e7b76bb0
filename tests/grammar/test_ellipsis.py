"""Clauses that leave their verb out have that of the clause before."""

import pytest

from tests.grammar.readings import roles_of_triggers
from wektor.engines.grammar import Analysis
from wektor.model import Document


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Oman bought six frigates from Italy, and Kuwait four from France.", {("Oman", "Italy"), ("Kuwait", "France")}),
        ("Chile flies F-5 fighters, Peru MiG-29 fighters.", {("Chile", ""), ("Peru", "")}),
        ("Greece took delivery of six Rafales, Croatia of twelve.", {("Greece", ""), ("Croatia", "")}),
        ("France sold 24 Rafales to Egypt and 12 to Croatia.", {("France", "Egypt"), ("France", "Croatia")}),
        ("Saab sold radars to Oman, and Hensoldt to Kuwait.", {("Saab", "Oman"), ("Hensoldt", "Kuwait")}),
        ("Boats were delivered to Malta in 2016 and to Ghana in April 2017.", {("Boats", "Malta"), ("Boats", "Ghana")}),
    ],
)
def test_each_clause_has_its_own_subject_and_complement(text: str, wanted: set[tuple[str, str]]) -> None:
    assert roles_of_triggers(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Italy delivered six helicopters and four radars to Oman.",
        "Kenya bought helicopters from Italy and Turkey, and Ghana signed a contract with Saab.",
        "Sweden, Norway and Denmark ordered howitzers and tanks.",
    ],
)
def test_a_list_is_no_clause(text: str) -> None:
    assert all(verb for _, verb in roles_of_triggers(text, verbs=True))


def test_what_one_clause_names_is_not_the_others() -> None:
    text = "The United States has donated two patrol boats to Senegal's Navy and five patrol boats to Cabo Verde to guard their coasts."
    told = {(d.roles["recipient"][0].state, d.roles["quantity"][0].value) for d in Analysis(Document(id="d", text=text, lang="en")).drafts if d.kind == "aid"}  # type: ignore[union-attr]
    assert told == {("SEN", 2), ("CPV", 5)}


def test_a_firm_may_sell_to_its_own_state() -> None:
    (draft,) = [d for d in Analysis(Document(id="d", text="Fincantieri delivered four frigates to Italy in 2020.", lang="en")).drafts if d.kind == "delivery"]
    assert [f.state for f in draft.roles["recipient"]] == ["ITA"]  # type: ignore[union-attr]
