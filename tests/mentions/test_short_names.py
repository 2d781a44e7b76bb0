"""Short names: initials, first words and names in brackets stand for the organisation named in full."""

from wektor.engines.grammar import Analysis
from wektor.model import Document


def named(text: str, lang: str = "en") -> dict[str, str]:
    found = Analysis(Document(id="t", text=text, lang=lang)).sentences
    return {m.text: m.name for s in found for m in s.mentions}


def test_initials_stand_for_a_force() -> None:
    found = named("The Indian Air Force ordered six radars. The IAF will receive them in May.")
    assert found["IAF"] == "Indian Air Force"


def test_brackets_name_a_firm_anew() -> None:
    found = named("Zorka Dynamics Ltd (ZDY) makes drones. ZDY sold ten to the Kenyan army.")
    assert found["ZDY"] == found["Zorka Dynamics Ltd"]


def test_the_first_word_stands_for_the_firm() -> None:
    found = named("Zorkavia Aerospace makes drones for the Kenyan army. Later Zorkavia opened a plant.")
    assert found["Zorkavia"] == found["Zorkavia Aerospace"]


def test_instruments_are_no_names() -> None:
    assert "MoU" not in named("Kenya and Ghana signed an MoU on naval cooperation.")


def test_a_deed_is_no_thing() -> None:
    assert not any("ship" in name for name in named("The rockets were shipped to Kenya by the army.").values())


def test_a_scene_lends_its_state() -> None:
    sentences = Analysis(Document(id="t", text="In Albania, parliament approved the purchase of armed drones.", lang="en")).sentences
    assert [m.state for m in sentences[0].mentions if m.kind == "government"] == ["ALB"]


def test_the_states_of_a_text_say_whose_shared_initials_are() -> None:
    assert named("The RSAF, based in Singapore, ordered two transport aircraft.")["RSAF"] == "Republic of Singapore Air Force"
    assert named("In Riyadh a spokesman said that the RSAF had ordered two transport aircraft.")["RSAF"] == "Royal Saudi Air Force"
    assert named("India's air chief said the IAF would buy missiles from Israel.")["IAF"] == "Indian Air Force"


def test_shared_initials_alone_are_nobody_known() -> None:
    assert named("The RSAF ordered two transport aircraft.")["RSAF"] == "RSAF"
