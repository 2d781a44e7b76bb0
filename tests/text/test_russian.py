"""Russian words: lemmas, cases and forms; names and designations under their Latin spelling."""

import pytest

from wektor.engines.grammar import language
from wektor.text.words import ACC, ADJ, FUT, GEN, INS, LONG, NOUN, PAST, PPAS, SHORT, VERB, Word


def word(surface: str) -> Word:
    return language("ru").vocabulary.word(surface)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("закупили", "закупить"), ("вертолётов", "вертолет"), ("суда", "судно"), ("поставлены", "поставить")],
)
def test_a_form_is_known_by_its_lemma(form: str, lemma: str) -> None:
    assert lemma in word(form).keys


def test_cases_and_tenses_are_read() -> None:
    assert word("Индией").cases == INS
    assert word("танки").cases & ACC
    assert word("танков").cases == GEN
    assert word("закупила").form & PAST
    assert word("закупит").form & FUT


def test_of_two_aspects_the_present_is_meant() -> None:
    assert not word("расходятся").form & FUT


def test_a_short_participle_tells_and_a_long_one_describes() -> None:
    assert word("закуплены").form & PPAS and word("закуплены").form & SHORT
    assert word("закупленные").form & LONG


def test_of_noun_and_verb_the_likelier_is_meant() -> None:
    assert word("запрет").pos == NOUN  # not "запрёт"
    assert not word("дали").pos & NOUN  # not "даль"
    assert not word("проволоку").pos & VERB  # no "I" in reports


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [("Су-30СМ", "su-30sm"), ("Су-30СМ", "su-30"), ("Рособоронэкспортом", "rosoboronexport"), ("Ми-17", "mi-17")],
)
def test_names_are_known_by_their_latin_spelling(cyrillic: str, latin: str) -> None:
    assert latin in word(cyrillic).keys


def test_a_pack_lays_its_base_forms_only() -> None:
    assert word("техник").base == ("техник",)  # not "техника", whose genitive plural it also is
    assert "su-30" not in word("Су-30СМ").base  # a variant is no family


def test_a_word_that_is_no_name_says_so() -> None:
    assert not word("Точка").named
    assert word("Мали").named and word("Байрактар").named


def test_an_adjective_keeps_its_part_of_speech() -> None:
    assert word("военной").pos == ADJ


def test_a_name_in_latin_letters_may_stand_in_any_case() -> None:
    assert word("Thales").cases & INS
    assert word("Thales").cases & GEN


def test_letters_without_a_name_are_a_word_all_the_same() -> None:
    """Tangut letters have no name in Unicode, for which the dictionary asks."""
    assert word("\U00017000\U00017001").keys
