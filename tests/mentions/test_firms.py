"""Firms whose names tell them by a word of the trade, or by the noun beside them."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.mentions.mention import Mention
from wektor.model import Document


def mentions(text: str, lang: str) -> list[Mention]:
    """What a sentence mentions."""
    return [m for s in Analysis(Document(id="t", text=text, lang=lang)).sentences for m in s.mentions]


@pytest.mark.parametrize(
    ("lang", "text", "firm", "state"),
    [
        ("en", "Corvane Systems of Medan will put together ten jets.", "Corvane Systems", None),
        ("en", "The sights come from Delta Optronics.", "Delta Optronics", None),
        ("en", "Leonardo Helicopters won the tender.", "Leonardo Helicopters", "ITA"),
        ("pl", "Umowę podpisano z Corvane Systems z Gdyni.", "Corvane Systems", None),
        ("ru", "Корабли построит Corvane Marine.", "Corvane Marine", None),
        ("tr", "Corvane Systems'in teklifi reddedildi.", "Corvane Systems", None),
        ("ru", "Завод «Маяк» поставит десять машин.", "Маяк", None),
        ("pl", "Koncern Fincantieri dostarczył Katarowi korwety.", "Fincantieri", "ITA"),
        ("pl", "Przedsiębiorstwo Havelsan dostarczyło symulatory.", "Havelsan", "TUR"),
        ("pl", "Zakłady Mechaniczne Tarnów dostarczyły armaty.", "Zakłady Mechaniczne Tarnów", "POL"),
    ],
)
def test_a_name_ends_in_a_word_of_the_trade(lang: str, text: str, firm: str, state: str | None) -> None:
    assert (firm, state) in {(m.name, m.state) for m in mentions(text, lang) if m.kind == "org"}


@pytest.mark.parametrize("text", ["Turkey bought Patriot Systems.", "They trained with Anka Drones.", "Serbian Arms went to Oman.", "Kenya bought 12 Light Tactical Vehicles."])
def test_equipment_and_what_a_state_owns_are_no_firms(text: str) -> None:
    assert not [m for m in mentions(text, "en") if m.kind == "org"]


def test_a_ministry_takes_the_capitals_that_say_of_what_it_is() -> None:
    text = "Hanwha zawarła porozumienie z Ministerstwem ds. Odnowy Gospodarczej Ukrainy i z Ministerstwem Obrony Peru."
    found = [(m.text, m.state) for m in mentions(text, "pl") if m.kind == "ministry"]
    assert found == [("Ministerstwem ds. Odnowy Gospodarczej Ukrainy", "UKR"), ("Ministerstwem Obrony Peru", "PER")]


def test_a_name_with_an_ending_begins_no_firm() -> None:
    text = "Otokar'ın Kaskelen'de Semey Mühendislik'le kurduğu fabrika açıldı."
    found = [m.name for s in Analysis(Document(id="d", text=text, lang="tr")).sentences for m in s.mentions if m.kind == "org"]
    assert found == ["Otokar", "Semey Mühendislik"]
