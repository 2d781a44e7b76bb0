"""Turkish words: casing, suffixes after an apostrophe, verbs under their own infinitives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wektor.text.suffixes import read_suffix, unknown_stems
from wektor.text.turkish import turkish_analyser
from wektor.text.turkish_readings import fold
from wektor.text.words import (
    ABL,
    ACC,
    DAT,
    FIN,
    FIRST,
    FUT,
    GEN,
    GER,
    LOC,
    NEG,
    NOM,
    OBJP,
    PACT,
    PASS,
    PAST,
    PROG,
    Word,
)  # fmt: skip

_ANALYSE = turkish_analyser({"katılmak": ["katılmak"], "hazırlanmak": ["hazırlanmak"], "donanma": ["donanma"], "geliştirme": ["geliştirme", "geliştirmek"]}, [])


def word(text: str) -> Word:
    found = Word(text, text.lower())
    _ANALYSE(found)
    return found


@pytest.mark.parametrize(("one", "other"), [("İHALE", "ihale"), ("IRAK", "ırak"), ("Irak", "irak"), ("ASKERÎ", "askeri"), ("Hakkâri", "hakkari")])
def test_both_letters_i_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("text", "stem", "case"),
    [("Kazakistan'ın", "kazakistan", GEN), ("TUSAŞ’ın", "tusaş", GEN), ("ABD'ye", "abd", DAT), ("2024'te", "2024", LOC), ("Roketsan'dan", "roketsan", ABL),
     ("F-16'ları", "f-16", ACC), ("SİHA'yı", "siha", ACC)],
)  # fmt: skip
def test_a_suffix_after_an_apostrophe_gives_case_and_stem(text: str, stem: str, case: int) -> None:
    found = word(text)
    assert stem in found.keys
    assert found.cases & case
    assert text[: found.bare].lower().replace("i̇", "i").endswith(stem[-1])


def test_an_acronym_keeps_its_capitals_under_a_suffix() -> None:
    assert word("TUSAŞ'tan").upper
    assert word("STM").keys == ("stm",)


@pytest.mark.parametrize(
    ("text", "lemma", "form"),
    [("imzalandı", "imzalamak", FIN | PAST | PASS), ("üretilecek", "üretmek", FUT | PASS), ("sattığı", "satmak", PACT | OBJP), ("edilmesi", "etmek", GER | PASS),
     ("vermedi", "vermek", NEG), ("satıyor", "satmak", PROG), ("gerçekleştirildi", "gerçekleştirmek", PASS), ("yetiştirildi", "yetiştirmek", PASS)],
)  # fmt: skip
def test_verbs_stand_under_their_infinitive(text: str, lemma: str, form: int) -> None:
    found = word(text)
    assert fold(lemma) in found.verb_keys
    assert found.form & form == form


def test_a_listed_verb_is_no_passive_and_a_listed_noun_no_verb() -> None:
    assert not word("katıldı").form & PASS
    assert word("donanması").verb_keys == ()
    assert "donanma" in word("Donanması'na").keys


def test_owners_suffix_and_object_are_told_apart_by_what_may_be() -> None:
    assert word("helikopteri").owned & NOM
    assert word("helikopteri").cases & ACC


@given(st.text(alphabet="abcçdefgğhıijklmnoöprsştuüvyzABCÇIİŞ'", min_size=1, max_size=24))
def test_any_word_is_read_without_fail(text: str) -> None:
    found = word(text)
    assert found.lower in found.keys
    assert 0 < found.bare <= len(text)


@given(st.text(alphabet="abdeiıklmnrsyü", min_size=4, max_size=12))
def test_stems_and_their_suffixes_make_up_the_word(text: str) -> None:
    for stem, suffix in unknown_stems(text):
        assert text.startswith(stem)
        assert read_suffix(text[len(stem) :]) == suffix


def test_causatives_are_verbs_of_their_own() -> None:
    assert word("başlattı").verb_keys == ("başlatmak",)
    assert word("yükselttiği").verb_keys == ("yükseltmek",)
    assert word("normalleşti").verb_keys == ("normalleşmek",)


def test_a_verbal_noun_that_is_a_noun_too_keeps_both_readings() -> None:
    assert word("geliştirmeyi").verb_keys == ("geliştirmek",)
    assert "geliştirme" in word("geliştirmeyi").keys
    assert word("geliştirme").verb_keys == ()


def test_first_persons() -> None:
    assert word("kurduk").form & FIRST
    assert word("imzaladığımız").form & FIRST
    assert not word("kurdu").form & FIRST


def test_a_passive_that_is_a_verb_of_its_own_bears_its_own_infinitive() -> None:
    assert word("hazırlanıyor").verb_keys == ("hazirlanmak",)
    assert not word("hazırlanıyor").form & PASS


def test_a_noun_of_change_is_no_form_of_its_adjective() -> None:
    assert "yeni" not in word("yenileştirme").keys


@pytest.mark.parametrize("name", ["Dahana", "Armata"])
def test_a_pack_lays_a_name_as_it_stands(name: str) -> None:
    assert word(name).base == (name.lower(),)


@pytest.mark.parametrize("text", ["gönderemedi", "alamadık", "veremiyoruz", "veremeyiz", "satamayız"])
def test_what_could_not_be_done_is_negated(text: str) -> None:
    found = word(text)
    assert found.form & NEG
    assert found.form & FIN


def test_we_do_not_is_read_where_the_dictionary_lacks_it() -> None:
    found = word("satamayız")
    assert "satmak" in found.verb_keys
    assert found.form & FIRST
