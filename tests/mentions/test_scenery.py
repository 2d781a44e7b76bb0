"""Who only stands by: neighbours at a border, alliances whose members act, officers of no named state, surnames like places."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.mentions.mention import Mention
from wektor.model import Document


def mentions(text: str, lang: str) -> list[Mention]:
    return [m for s in Analysis(Document(id="t", text=text, lang=lang)).sentences for m in s.mentions]


def players(text: str, lang: str) -> set[str | None]:
    return {m.state or m.name for m in mentions(text, lang) if m.actor and not m.anaphor}


@pytest.mark.parametrize(
    ("text", "lang", "standing_by"),
    [
        ("Россия и Узбекистан провели учения у границы с Афганистаном.", "ru", "AFG"),
        ("Учения прошли у афганской границы, сообщили в России.", "ru", "AFG"),
        ("Навчання тривають біля кордону з Білоруссю, повідомила Польща.", "uk", "BLR"),
        ("Poland held an exercise at the border with Belarus.", "en", "BLR"),
        ("Türkiye, Suriye sınırına tank gönderdi.", "tr", "SYR"),
    ],
)
def test_the_other_side_of_a_border_plays_no_part(text: str, lang: str, standing_by: str) -> None:
    found = players(text, lang)
    assert found and standing_by not in found


def test_the_border_guard_acts() -> None:
    assert "POL" in players("The Polish Border Guard ordered four patrol boats.", "en")


@pytest.mark.parametrize(
    ("text", "lang"),
    [("Польша закупит танки у союзника по НАТО Турции.", "ru"), ("NATO üyesi Portekiz tank satın aldı.", "tr"), ("Norway, a NATO member, bought tanks.", "en")],
)
def test_an_alliance_that_says_whose_member_one_is_plays_no_part(text: str, lang: str) -> None:
    assert "NATO" not in players(text, lang)
    assert "NATO" in players("NATO bought tanks.", "en")


def test_foreign_officers_are_of_no_state() -> None:
    (officers,) = [m for m in mentions("Россия обучает иностранных офицеров.", "ru") if m.kind == "people"]
    assert officers.state is None


def test_a_surname_is_no_place() -> None:
    assert "BLR" not in players("Контракт подписал министр обороны Юрий Борисов.", "ru")
    assert "BLR" in {m.state for m in mentions("Танки прибыли из Борисова.", "ru")}


def test_a_minister_named_again_is_of_the_same_state() -> None:
    text = "Savunma Bakanı Guido Rossi İtalya adına konuştu. İtalya Savunma Bakanı Guido Rossi Londra'ya gitti. Bakan Rossi, İngiltere'den radar istedi."
    assert [m.state for m in mentions(text, "tr") if m.kind == "office"][-1] == "ITA"


def test_some_words_mean_a_state_of_their_own_where_none_is_named() -> None:
    (minister, guest) = [m for m in mentions("Millî Savunma Bakanı Ali Demir, İtalya Savunma Bakanı Guido Rossi ile görüştü.", "tr") if m.kind == "office"]
    assert (minister.state, guest.state) == ("TUR", "ITA")
    assert "AZE" in players("Azerbaycan Millî Savunma Bakanı Ankara'ya geldi.", "tr")


def test_who_acted_before_may_stand_by_later() -> None:
    text = "Россия передала Афганистану вертолёты Ми-17. Россия и Узбекистан провели военные учения у границы с Афганистаном."
    drafts = Analysis(Document(id="t", text=text, lang="ru")).drafts
    assert {f.name for d in drafts if d.kind == "exercise" for f in d.roles["party"]} == {"RUS", "UZB"}


@pytest.mark.parametrize(
    ("text", "standing_by"),
    [
        ("The United Nations imposed an arms embargo on Iraq after the Iraqi invasion of Kuwait.", "KWT"),
        ("Chad bought drones from Turkey for the war against Libya.", "LBY"),
        ("After Russia's full invasion Estonia sent howitzers to Ukraine.", "RUS"),
    ],
)
def test_who_wages_war_plays_no_part(text: str, standing_by: str) -> None:
    found = players(text, "en")
    assert found and standing_by not in found


def test_military_before_a_noun_is_no_force() -> None:
    forces = [m.text for m in mentions("Peru's military cooperation with the Chilean military grew.", "en") if m.kind == "force"]
    assert forces == ["Chilean military"]


def test_whoever_becomes_a_member_joins_the_alliance() -> None:
    assert "NATO" in players("Karadağ 2017'de NATO üyesi oldu.", "tr")
    assert "NATO" not in players("NATO üyesi olan Karadağ tank satın aldı.", "tr")


def test_the_short_form_of_an_alliance_stands_by_too() -> None:
    assert players("Avrupa Birliği (AB) üyesi İrlanda tank satın aldı.", "tr") == {"IRL"}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Poland bought six tanks ahead of the NATO summit.", "en"),
        ("Polska kupiła sześć czołgów przed szczytem NATO.", "pl"),
        ("Польша купила шесть танков перед саммитом НАТО.", "ru"),
    ],
)
def test_an_alliance_whose_summit_it_is_plays_no_part(text: str, lang: str) -> None:
    assert players(text, lang) == {"POL"}
