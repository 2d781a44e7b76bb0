"""English words: capitals in the plural, names that end in "i"."""

import pytest

from wektor.text.english import english_analyser
from wektor.text.words import PL, Word


@pytest.mark.parametrize(("text", "lemma", "upper"), [("UAVs", "uav", True), ("MLRSs", "mlrs", True), ("Sukhois", "sukhoi", False), ("Tanks", "tank", False)])
def test_a_plural_has_its_singular(text: str, lemma: str, upper: bool) -> None:
    word = Word(text, text.lower())
    english_analyser({}, [])(word)
    assert lemma in word.keys
    assert word.upper is upper
    assert word.number == PL or text == "Sukhois"
