"""Clauses that leave their verb out have that of the clause before."""

import pytest

from tests.grammar.readings import roles_of_triggers


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Oman bought six frigates from Italy, and Kuwait four from France.", {("Oman", "Italy"), ("Kuwait", "France")}),
        ("Greece took delivery of six Rafales, Croatia of twelve.", {("Greece", ""), ("Croatia", "")}),
        ("France sold 24 Rafales to Egypt and 12 to Croatia.", {("France", "Egypt"), ("France", "Croatia")}),
        ("Saab sold radars to Oman, and Hensoldt to Kuwait.", {("Saab", "Oman"), ("Hensoldt", "Kuwait")}),
        ("Boats were delivered to Fiji in 2018 and to Tuvalu in April 2019.", {("Boats", "Fiji"), ("Boats", "Tuvalu")}),
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
