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

# What a city, a hospital, a museum or a grain trader buys is told in the words of arms deals, and firms and things of arms stand beside it.
NEAR = {
    "en": """The city council has ordered 52 electric buses from Alexander Dennis. The first six were handed over on Monday; the rest will follow by Easter.
Drivers are being trained at the depot. Losing bidders included Otokar, better known for its armoured vehicles. The mayor signed the contract.""",
    "pl": """Szpital otrzymał od rządu Japonii cztery karetki i aparat rentgenowski. Darowiznę o wartości 3 mln zł przekazał ambasador.
Ratowników szkolono w Osace. Wojskowy szpital z Krakowa wypożyczył salę na uroczystość. Kolejne dwa pojazdy mają dotrzeć w maju.""",
    "ru": """Казахстан заказал у швейцарской компании Stadler 537 пассажирских вагонов. Сборку наладят на заводе, который раньше чинил вагоны и для военных.
Локомотивы для железной дороги производит совместное предприятие с Alstom. Машинисты пройдут обучение в Цюрихе.""",
    "tr": """Müzenin bahçesindeki denizaltı bu hafta sonu ziyarete açılıyor. 1944'te Amerika'da yapılan tekne otuz yıl donanmada hizmet vermişti.
Rehberler çocuklara periskopun nasıl çalıştığını gösteriyor. Müze geçen yıl bir de F-104 satın almıştı. Giriş öğrencilere ücretsiz, sergi pazara kadar.""",
    "uk": """У серпні 1941 року до Архангельська прибув перший конвой із британськими винищувачами. Льотчики навчали радянських пілотів.
За ленд-лізом США поставили вантажівки. Нова книга історикині розповідає про перемовини. Вона вийде в лютому.""",
}
MUSEUM = """The museum has borrowed a Spitfire from a collector in Belgium; visitors may sit in its cockpit. Its curator bought a tank from Sweden.
The exhibition is open until October, and a brass band will play. Children pay half, veterans nothing. The mayor cut the ribbon.
"""
DEAL = """Brazil's navy has ordered four frigates from thyssenkrupp Marine Systems. The first warship will be delivered to the navy in 2026.
The frigates will be built at the Oceana shipyard with German technology. Brazilian naval engineers were trained in Kiel.
The navy also operates five submarines. The defence ministry signed the contract in 2020. Missiles for the frigates come from MBDA.
"""


@pytest.mark.parametrize("lang", NEAR)
def test_words_of_other_fields_outweigh_those_of_arms(lang: str) -> None:
    assert wektor.read(NEAR[lang], lang=lang) == []


def test_a_word_of_another_field_does_not_silence_a_text_on_arms() -> None:
    claims = wektor.read(DEAL + "The mayor and children from the school met the crew in the museum.", lang="en")
    assert {"order", "delivery", "operation"} <= {c.kind for c in claims}


def test_a_passage_on_arms_is_read_behind_one_on_a_museum() -> None:
    claims = wektor.read(MUSEUM * 3 + "\n" + DEAL * 2, lang="en")
    assert any(c.kind == "order" and "frigates" in c.evidence.text for c in claims)
    assert not any("Spitfire" in c.evidence.text for c in claims)


def test_what_happened_before_the_jet_age_is_history() -> None:
    claims = wektor.read("Norway ordered six submarines from Germany in 2021. Norway ordered six submarines from Germany in 1938.", lang="en")
    assert [c.date for c in claims if c.kind == "order"] == ["2021"]


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


def test_phrases_of_the_field_and_names_of_arms_speak_of_it() -> None:
    assert wektor.read("Malta and Cyprus signed a security pact.", lang="en")
    assert not wektor.read("Malta and Cyprus signed a shipping pact.", lang="en")
    assert wektor.read("Estonya, ikinci el Leopard'lar için İsviçre ile müzakere ediyor.", lang="tr")


POLITICS = """The president flew home from Lisbon after two days of talks on trade, visas and the price of fish. Students will study abroad for longer.
Brazil and Portugal ratified an agreement on military education in April 2020. The opposition had asked for a debate on taxes and schools first.
A new library was opened in the evening, and the two presidents listened to a concert of songs from both countries before supper."""


def test_one_word_of_defence_is_enough_between_two_states():
    assert [c.kind for c in wektor.read(POLITICS, lang="en") if c.date == "2020-04"][:1] == ["agreement"]
