"""States that only say whose a firm is stand aside for the firm."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.mentions.mention import Mention
from wektor.model import Document


def actors(text: str) -> dict[str, Mention]:
    return {m.text: m for s in Analysis(Document(id="d", text=text, lang="en")).sentences for m in s.mentions if m.actor and not m.anaphor}


@pytest.mark.parametrize("text", ["Norway's Kongsberg and Poland's PGZ signed a memorandum.", "Talks between Norway's Kongsberg and Poland's PGZ ended."])
def test_firms_with_their_states_are_one_list(text: str) -> None:
    found = actors(text)
    assert set(found) == {"Kongsberg", "PGZ"}
    assert found["PGZ"].coord is found["Kongsberg"]


def test_the_preposition_before_the_possessor_holds_for_the_firm() -> None:
    found = actors("Kenya bought radars from Israel's Elbit and drones from Ankara-based Baykar.")
    assert all(found[firm].prep is not None for firm in ("Elbit", "Baykar"))
    assert set(found) == {"Kenya", "Elbit", "Baykar"}


def test_an_adjective_before_a_mark_is_a_people() -> None:
    found = actors("The Dutch, who bought six, and the French in Toulon waited.")
    assert not found["Dutch"].adjectival
    assert not found["French"].adjectival


def test_an_officer_is_of_the_state_whose_force_is_named() -> None:
    assert actors("Sweden waited. A contract with Saab was signed by the Kenyan Navy's chief.")["chief"].state == "KEN"


def test_a_letter_behind_a_name_is_no_speaker() -> None:
    sentence = Analysis(Document(id="d", text="In World War I they fought; I bought six.", lang="en")).sentences[0]
    assert [m.text for m in sentence.mentions if m.kind == "we"] == ["I"]


def test_the_maker_between_number_and_thing_is_stepped_over() -> None:
    sentence = Analysis(Document(id="d", text="Oman ordered two Embraer aircraft and twelve Airbus helicopters; four more were leased.", lang="en")).sentences[0]
    assert [m.qty.value for m in sentence.mentions if m.qty is not None] == [2, 12, 4]  # type: ignore[attr-defined]


def test_dollars_name_no_state() -> None:
    assert set(actors("Oman paid US$5 million.")) == {"Oman"}


def test_our_people_are_those_of_the_firm_that_speaks() -> None:
    analysis = Analysis(Document(id="d", text="Milrem Robotics reports. Our young technicians trained the crews.", lang="en"))
    _ = analysis.drafts
    assert next(m.id for m in analysis.sentences[1].mentions if m.kind == "people") == "org:milrem-robotics"


@pytest.mark.parametrize("text", ["Güney Kore de Polonyalı pilotları eğitiyor.", "Güney Kore Polonyalı pilotları eğitiyor."])
def test_a_state_is_no_part_of_another_nations_people(text: str) -> None:
    found = {m.text: m.state for s in Analysis(Document(id="d", text=text, lang="tr")).sentences for m in s.mentions}
    assert found == {"Güney Kore": "KOR", "Polonyalı pilotları": "POL"}
