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
