"""Names in quotation marks that no pack knows: things where they are counted, numbered or one nation's, else firms or papers."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.model import Document


def things(text: str, lang: str) -> set[str]:
    return {m.name for s in Analysis(Document(id="t", text=text, lang=lang)).sentences for m in s.mentions if m.kind == "item"}


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("Тунісу передали вісім американських «Торенів».", "uk", {"Торенів"}),
        ("Верф спустила перший «Торен».", "uk", {"Торен"}),
        ("Армія отримала грецькі «Торени».", "uk", {"Торени"}),
        ("Польські «Теспо» та «Торен» підписали угоду.", "uk", set()),
        ("Видання «Торен» пише про армію.", "uk", set()),
        ("Тунису передали восемь американских «Торенов».", "ru", {"Торенов"}),
    ],
)
def test_things(text: str, lang: str, wanted: set[str]) -> None:
    assert things(text, lang) == wanted
