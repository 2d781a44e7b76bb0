"""Counts that stand behind the thing, of a part of it, or alone for one of what was named."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.model import Document


def counts(text: str, lang: str = "pl") -> dict[str, object]:
    sentence = Analysis(Document(id="t", text=text, lang=lang)).sentences[0]
    return {m.text: getattr(m.qty, "value", None) for m in sentence.mentions if m.qty is not None}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Belgrad sprzedał haubice Nora, czterdzieści osiem sztuk.", {"haubice Nora": 48}),
        ("Wyrzutnie NASAMS, dwie, posłała Litwa.", {"Wyrzutnie NASAMS": 2}),
        ("Otokar dosłał ostatnie 18 ze 118 wozów Cobra II.", {"wozów Cobra II": 18}),
        ("Turcja wysłała piątkę czołgów.", {"czołgów": 5}),
        ("Okręty zejdą z doku; pierwszą marynarze przejmą w lutym.", {"pierwszą": 1}),
        ("Drugi, na który czekano, nadejdzie w maju.", {"Drugi": 1}),
    ],
)
def test_polish(text: str, wanted: dict[str, object]) -> None:
    assert counts(text) == wanted


def test_an_ordinal_before_its_noun_counts_nothing() -> None:
    assert counts("Polska odebrała pierwszy okręt.") == {}


def test_pieces_count_the_thing_whose_make_is_told_between() -> None:
    assert counts("Cezayir 12 adet Çin yapımı Wing Loong II satın aldı.", "tr") == {"Wing Loong II": 12}
    assert counts("Ürdün 12 Çin askerini ağırladı, uçak almadı.", "tr") != {"uçak": 12}


@pytest.mark.parametrize(("text", "counts"), [("Bunların on altısı Sudan'a, sekizi Togo'ya satıldı.", [16, 8]), ("Altı bot Gana'ya, ikisi Togo'ya verildi.", [6, 2])])
def test_a_number_with_an_owner_stands_for_things(text: str, counts: list[int]) -> None:
    found = [m.qty.value for s in Analysis(Document(id="d", text=text, lang="tr")).sentences for m in s.mentions if m.qty is not None]  # type: ignore[attr-defined]
    assert found == counts
