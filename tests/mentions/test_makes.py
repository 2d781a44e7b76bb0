"""Things under names that no pack knows, or that are their makers'."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.model import Document


def things(text: str, lang: str = "en") -> set[tuple[str, str | None]]:
    return {(m.name, m.origin) for s in Analysis(Document(id="t", text=text, lang=lang)).sentences for m in s.mentions if m.kind == "item"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chad ordered six Shadowcats.", {("Shadowcat", None)}),
        ("Chad will retire its Irish Shadowcats.", {("Shadowcat", "IRL")}),
        ("Chad flies four Antonovs and 24 Sukhois.", {("Antonov", None), ("Sukhoi", None)}),
        ("Airbus and Thales signed with Chad.", set()),
        ("Officers of Chad met the Turkish Airlines boss.", set()),
        ("Chad keeps Soviet-era tanks.", {("tank", None)}),
        ("Chad got ex-German tanks.", {("tank", "DEU")}),
        ("Chad fields Russian-origin tanks.", {("tank", "RUS")}),
        ("Chad bought ten South Korea-made tanks.", {("tank", "KOR")}),
        ("Saab ships the radar to Chad.", {("radar", None)}),
        ("Kenya, which arms Chad, bought no tanks.", {("tank", None)}),
        ("Saab supplies the army with radars.", {("radar", None)}),
        ("The navy ships were sold to Chad.", {("warship", None)}),
        ("Chad needs five OPVs.", {("offshore patrol vessel", None)}),
    ],
)
def test_things(text: str, wanted: set[tuple[str, str | None]]) -> None:
    assert things(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Çad altı Gölgekedi sipariş etti.", {("Gölgekedi", None)}),
        ("Çad 76 adet ZKV aldı.", {("ZKV", None)}),
        ("Çad iki Kobay 22'yi aldı.", {("Kobay 22", None)}),
        ("Çad dört Antonov kiraladı.", {("Antonov", None)}),
        ("Çad ile bir ZKV toplantısı yapıldı.", set()),
        ("Anka'yı Çad aldı.", {("TAI Anka", None)}),
    ],
)
def test_things_that_are_counted_in_the_singular(text: str, wanted: set[tuple[str, str | None]]) -> None:
    assert things(text, "tr") == wanted


@pytest.mark.parametrize(("text", "lang"), [("Chad trained Vietnamese Su-30 pilots.", "en"), ("Çad, Vietnamlı Su-30 pilotlarını eğitti.", "tr")])
def test_crews_are_of_the_nation_before_what_they_fly(text: str, lang: str) -> None:
    mentions = [m for s in Analysis(Document(id="t", text=text, lang=lang)).sentences for m in s.mentions]
    assert [m.state for m in mentions if m.kind == "people"] == ["VNM"]
    assert not [m for m in mentions if m.kind == "state" and m.state == "VNM"]


def test_an_alliance_takes_no_state() -> None:
    mentions = [m for s in Analysis(Document(id="t", text="Çad NATO'ya katıldı.", lang="tr")).sentences for m in s.mentions]
    assert [m.kind for m in mentions] == ["state", "org"]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("pl", "Czad ma drony produkcji tureckiej Anka.", {("TAI Anka", "TUR")}),
        ("ru", "Чад получил четыре вертолёта российского производства Ми-8.", {("Mi-8", "RUS")}),
        ("uk", "Чад має безпілотники турецького виробництва Bayraktar TB2.", {("Bayraktar TB2", "TUR")}),
        ("pl", "Czad ma drony produkcji tureckiej.", {("UAV", None)}),
    ],
)
def test_whose_make_stands_between_class_and_name(lang: str, text: str, wanted: set[tuple[str, str | None]]) -> None:
    assert things(text, lang) == wanted


def test_a_maker_in_the_genitive_is_no_part_of_the_name() -> None:
    sentences = Analysis(Document(id="t", text="BMC'nin Altay tankının seri üretimine başlandı.", lang="tr")).sentences
    assert [(m.text, m.kind) for s in sentences for m in s.mentions] == [("BMC", "org"), ("Altay tankının", "item")]
