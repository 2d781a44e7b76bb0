"""Singles: words that speak of one thing without a number, and things in the singular; what grounding reads in them."""

import pytest

from wektor.engines.grammar import Analysis, GrammarEngine
from wektor.grammar.singles import single_of, singles_of
from wektor.model import Document, Quantity, Span


def singles(text: str, lang: str) -> list[str]:
    return [one.span.cut(text) for s in Analysis(Document(id="t", text=text, lang=lang)).sentences for one in singles_of(s)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("The first frigate sails in May, the second of them in June.", "en", ["first", "second"]),
        ("The first three tanks and the last ships have arrived.", "en", []),
        ("Ostatnią z szesnastu haubic odebrano w maju.", "pl", ["Ostatnią"]),
        ("Последний из шестнадцати самолётов сдан.", "ru", ["Последний"]),
        ("Первые танки прибыли.", "ru", []),
        ("Fırkateynlerin ilki teslim edildi.", "tr", ["ilki"]),
        ("Останній катер прибув.", "uk", ["Останній"]),
    ],
)
def test_words_that_speak_of_one_thing(text: str, lang: str, expected: list[str]) -> None:
    assert singles(text, lang) == expected


def test_a_thing_in_the_singular_is_one() -> None:
    (sentence,) = Analysis(Document(id="t", text="Peru ordered a frigate, ten tanks and rifles.", lang="en")).sentences
    assert [single_of(m) is not None for m in sentence.mentions if m.kind == "item"] == [True, False, False]


def test_grounding_reads_one_in_such_words() -> None:
    document = Document(id="t", text="The first frigate sails in May.", lang="en")
    found = [f for f in GrammarEngine().fillers(document, Span(4, 9)) if isinstance(f, Quantity)]
    assert found and {f.value for f in found} == {1}
