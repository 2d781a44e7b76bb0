"""Texts of other fields stay silent; a passage on arms inside one is read."""

import pytest

import wektor

CARS = """The car maker Fiat won an order for 20,000 vans from the post office of Italy. Its rival Renault had offered engines from Romania.
The company bought software from a firm in India and opened a new plant near Turin. Both sides signed an agreement on spare parts in May 2021.
Sales of the new model rose in Spain. The group will supply 300 buses to Lisbon and has invested in a factory in Brazil."""

FOOTBALL = """Legia pokonała Wisłę w pierwszym meczu. Rywale wygrali na wyjeździe w Danii, a w rewanżu zwyciężyła Szwecja.
Trener wybrał skład na mecz z Milanem. Klub kupił napastnika z Hiszpanii za dwa miliony euro. Puchar trafi do Krakowa."""

SUMMIT = """The leaders of Brazil and Portugal met in Lisbon to discuss trade, tourism and the language that they share. Students will get more visas.
A museum of navigation is to open next year. The two presidents also spoke of football, of wine and of the price of fish, and visited a school.
Portugal ordered five KC-390 transport aircraft and two corvettes from Brazil in 2019. The president then flew home to Brasília.
At home he faces a strike of teachers, a quarrel over taxes and a poor harvest of coffee, sugar and oranges in the south of the country.
In Lisbon he had opened a library that bears the name of a poet, and praised the bakers of Belém, whose cakes he said were known in every town.
His wife saw a hospital for children in Porto and gave the nurses a painting of the river; the couple will be back at Christmas, aides said.
The talks had begun with a minute of silence for the victims of the fires of the summer, in which nine people and many animals lost their lives.
Lisbon hopes for more guests from the south, and for a second football match between the two old rivals before the end of the spring season."""


@pytest.mark.parametrize(("text", "lang"), [(CARS, "en"), (FOOTBALL, "pl")])
def test_other_trades_tell_nothing(text: str, lang: str) -> None:
    assert wektor.read(text, lang=lang) == []


def test_a_passage_on_arms_is_read_inside_other_news() -> None:
    claims = wektor.read(SUMMIT, lang="en")
    assert [f.name for c in claims if c.kind == "order" for f in c.roles["recipient"]] == ["PRT"] * 2
    assert not any("nurses" in c.evidence.text or "discuss trade" in c.evidence.text for c in claims)


def test_a_single_sentence_needs_one_word_of_the_field() -> None:
    assert wektor.read("Norway bought twelve helicopters from Italy.", lang="en")
    assert not wektor.read("Norway bought twelve ferries from Italy for the towns and villages of its west coast.", lang="en")
