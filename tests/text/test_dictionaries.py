"""An installed dictionary adds readings; a language without one does without."""

import importlib.util

import pytest

from wektor.text.dictionaries import find_dictionary
from wektor.text.words import GEN, NOUN, PL


def test_a_language_without_a_dictionary_has_none() -> None:
    assert find_dictionary("xx") is None


@pytest.mark.skipif(importlib.util.find_spec("pymorphy3_dicts_ru") is None, reason="no dictionary is installed")
def test_readings_carry_lemma_case_and_number() -> None:
    dictionary = find_dictionary("ru")
    assert dictionary is not None
    found = {(r.lemma, r.tags.pos, r.tags.cases, r.tags.number) for r in dictionary("кораблей")}
    assert ("корабль", NOUN, GEN, PL) in found
    assert all(r.known for r in dictionary("кораблей"))


@pytest.mark.skipif(importlib.util.find_spec("pymorphy3_dicts_ru") is None, reason="no dictionary is installed")
def test_unknown_words_get_no_reading() -> None:
    dictionary = find_dictionary("ru")
    assert dictionary is not None and dictionary("ыъьщ") == []
