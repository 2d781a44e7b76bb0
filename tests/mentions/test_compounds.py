"""Two nationalities in one word give both states; names that a text explained keep their meaning."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.mentions.mention import Mention
from wektor.model import Document


def mentions(text: str, lang: str) -> list[Mention]:
    return [m for s in Analysis(Document(id="x", text=text, lang=lang)).sentences for m in s.mentions]


@pytest.mark.parametrize(
    ("text", "lang", "states"),
    [
        ("Польсько-литовські навчання піхоти тривали тиждень.", "uk", {"POL", "LTU"}),
        ("Polsko-litewskie ćwiczenia piechoty trwały tydzień.", "pl", {"POL", "LTU"}),
        ("Франко-германские учения пехоты длились неделю.", "ru", {"FRA", "DEU"}),
        ("The Polish-Lithuanian infantry drills took a week.", "en", {"POL", "LTU"}),
    ],
)
def test_both_states_of_a_compound_adjective_are_mentioned(text: str, lang: str, states: set[str]) -> None:
    assert {m.state for m in mentions(text, lang) if m.state} == states


def test_a_hyphen_alone_makes_no_states() -> None:
    assert not [m for m in mentions("Військово-морські навчання тривали тиждень.", "uk") if m.kind == "state"]


def test_a_bare_name_means_what_the_text_said_of_it() -> None:
    found = mentions("Торік цехи випустили сто бронеавтомобілів Vornik. Верф здала дев'ять Vornik поліції.", "uk")
    assert [(m.kind, m.cls) for m in found if "Vornik" in m.text] == [("item", "armoured vehicle")] * 2
