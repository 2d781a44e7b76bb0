"""A number that belongs to a name counts nothing."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.model import Document


def test_the_number_of_a_designation_is_no_quantity() -> None:
    text = "The Finnish Army operates about 120 RBS 70 launchers. Sweden ordered RBS 70 missiles."
    analysis = Analysis(Document(id="t", text=text, lang="en"))
    counts = [m.qty.value if m.qty is not None else None for s in analysis.sentences for m in s.mentions if m.kind == "item"]  # type: ignore[attr-defined]
    assert counts[0] == 120
    assert 70 not in counts


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("Türkiye 40 adet F-16 Block 70 uçağı aldı.", "tr", {"F-16 Block 70": 40}),
        ("Türkiye 20 Eurofighter Typhoon Tranche 4 savaş uçağı aldı.", "tr", {"Eurofighter Typhoon Tranche 4": 20}),
        ("Greece ordered 10 F-16 Block 70 fighters.", "en", {"F-16 Block 70": 10}),
        ("IDEX-2025 fuarında iki korvet tanıtıldı.", "tr", {"corvette": 2}),
        ("Umman sıfır tanklar aldı.", "tr", {"tank": None}),
        ("PNS Babur (F-280) korveti denize indi.", "tr", {"Ada class": None}),
    ],
)
def test_marks_hulls_and_years_belong_to_their_names(text: str, lang: str, names: dict[str, int | None]) -> None:
    analysis = Analysis(Document(id="t", text=text, lang=lang))
    found = [m for s in analysis.sentences for m in s.mentions if m.kind == "item"]
    assert {m.name: m.qty.value if m.qty is not None else None for m in found} == names  # type: ignore[attr-defined]


@pytest.mark.parametrize(("text", "lang"), [("Norveç, Tip 26'yı seçti.", "tr"), ("Норвегия выбрала Тип 26.", "ru"), ("Норвегія обрала Тип 26.", "uk"), ("Norwegen wählte den Typ 26.", "de")])
def test_a_type_is_known_in_every_language(text: str, lang: str) -> None:
    found = [m for s in Analysis(Document(id="t", text=text, lang=lang)).sentences for m in s.mentions if m.kind == "item"]
    assert [(m.name, m.cls) for m in found] == [("Type 26", "frigate")]


@pytest.mark.parametrize("text", ["İsrail, Dakar sınıfı üç denizaltı ısmarladı.", "Kanada, Halifax sınıfı fırkateynleri yeniliyor."])
def test_a_class_called_after_a_place_is_no_place(text: str) -> None:
    kinds = {m.kind for s in Analysis(Document(id="t", text=text, lang="tr")).sentences for m in s.mentions if m.text.startswith(("Dakar", "Halifax"))}
    assert kinds == {"item"}
