"""Lists of things, each with a number or an origin of its own; people who stand for whose they are."""

import pytest

import wektor
from wektor.engines.grammar import Analysis
from wektor.mentions.mention import Mention
from wektor.model import Document


def claims(text: str, lang: str) -> list[tuple[str, str | None, str | None, str | None]]:
    def name(claim: wektor.Claim, role: str) -> str | None:
        return next((f.name for f in claim.roles.get(role, ())), None)  # type: ignore[union-attr]

    found = wektor.read(text, published="2024-05-10", lang=lang)
    return [(c.kind, name(c, "item"), name(c, "maker"), name(c, "supplier")) for c in found]


def test_each_counted_thing_of_a_list_is_a_claim() -> None:
    found = claims("The army received four T-129 helicopters, two King Air transports, two AW109 helicopters and four DA-42 aircraft last month.", "en")
    assert [(kind, item) for kind, item, _, _ in found] == [
        ("delivery", "T129 ATAK"), ("delivery", "King Air 350"), ("delivery", "AW109"), ("delivery", "Diamond DA42")]  # fmt: skip


def test_each_thing_of_a_list_has_its_own_origin() -> None:
    found = claims("Wojsko Tanzanii użytkuje drony Orlan-10 z Rosji, Anka z Turcji, Wing Loong z Chin i ScanEagle ze Stanów Zjednoczonych.", "pl")
    assert [(item, maker) for _, item, maker, _ in found] == [
        ("Orlan-10", "RUS"), ("TAI Anka", "TUR"), ("Wing Loong", "CHN"), ("ScanEagle", "USA")]  # fmt: skip


def test_people_stand_for_whose_they_are() -> None:
    found = claims("Instruktorzy duńskiej Obrony Terytorialnej przeszkolili w ubiegłym roku 60 mołdawskich saperów.", "pl")
    assert [(kind, supplier) for kind, _, _, supplier in found] == [("training", "Obrony Terytorialnej")]


def people(text: str) -> list[Mention]:
    sentence = Analysis(Document(id="t", text=text, lang="en")).sentences[0]
    return [m for m in sentence.mentions if m.kind == "people"]


@pytest.mark.parametrize("text", ["Saab engineers trained twelve crews.", "Saab's engineers trained twelve crews.", "Engineers of Saab trained twelve crews."])
def test_the_people_of_a_firm_are_the_firm(text: str) -> None:
    assert people(text)[0].name == "Saab"


def test_a_phrase_in_front_is_no_member_of_a_list() -> None:
    assert people("At Lydd and elsewhere in England, Estonian instructors trained 60 recruits.")[0].coord is None


def test_adjectives_of_a_list_stand_for_the_same_people() -> None:
    sentence = Analysis(Document(id="t", text="French, Polish and Dutch soldiers trained together.", lang="en")).sentences[0]
    assert [(m.state, m.adjectival) for m in sentence.mentions] == [("FRA", False), ("POL", False), ("NLD", False)]


@pytest.mark.parametrize(("text", "adjectival"), [
    ("The Dutch took twelve jets.", False), ("The Chinese built two frigates.", False), ("The French have sold jets.", False),
    ("The Dutch army took twelve jets.", None), ("In the French built frigate lay six missiles.", True)])  # fmt: skip
def test_an_adjective_behind_an_article_may_be_a_people(text: str, adjectival: bool | None) -> None:
    states = [m for m in Analysis(Document(id="t", text=text, lang="en")).sentences[0].mentions if m.kind == "state"]
    assert [m.adjectival for m in states] == ([] if adjectival is None else [adjectival])


@pytest.mark.parametrize(("text", "lang"), [("Rheinmetall і «Укроборонпром» підписали меморандум.", "uk"), ("«Антонов» и «Мотор Сич» подписали меморандум.", "ru")])
def test_quotation_marks_part_no_list(text: str, lang: str) -> None:
    sentence = Analysis(Document(id="t", text=text, lang=lang)).sentences[0]
    first, second = [m for m in sentence.mentions if m.kind == "org"][:2]
    assert second.coord is first
