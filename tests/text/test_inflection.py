"""Rules of inflection: forms of one word share its lemma; readings that packs know come before others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wektor.lexicon.paradigms import Clitic, Paradigm, ParadigmPack
from wektor.text.endings import read_tags
from wektor.text.inflection import Inflection, paradigm_analyser
from wektor.text.words import ACC, FIN, FUT, GEN, LOC, NOM, PAST, PERF, PL, PRES, SG, Word

# An invented language: nouns in -o, verbs in -i, suffix chains, a stem change, a reflexive particle.
PACK = ParadigmPack(
    source="invented for the tests",
    letters={"C": "bdfgklmnprstvz"},
    changes={"closed": {"oC": ["uC"]}},
    clitics=[Clitic(endings=["se"], lemma="se", tags="verb")],
    exact={"pron nom": ["ta"]},
    paradigms=[
        Paradigm(id="noun", tags="noun", lemma="o", forms={"o": "nom sg", "a": "gen sg", "e": "nom pl"}, changes=["closed"]),
        Paradigm(id="chain", tags="noun", forms={"": ""}, slots=[{"lar": "pl"}, {"im": ""}, {"da": "loc", "ni": "acc"}], least=3),
        Paradigm(id="verb", tags="verb fin", roots={"a": ["ai"], "u": ["ui"]}, forms={"t": "past sg", "n": "pres pl"}),
        Paradigm(id="rare", tags="adj sure", lemma="os", forms={"a": "nom"}),
    ],
    words=["kuto", "tank"],
    perfective=["brukai"],
)
INFLECTION = Inflection(PACK, ["red tanko", "kola"], ["si", "kola"], {"men": ["kuto"]})


def analysed(form: str) -> Word:
    word = Word(form, form.lower())
    paradigm_analyser(INFLECTION)(word)
    return word


def test_forms_share_their_lemma() -> None:
    assert all("tanko" in analysed(form).keys for form in ("tanko", "tanka", "tanke"))


def test_a_changed_stem_counts_only_where_it_leads_to_a_known_lemma() -> None:
    assert "kuto" in analysed("kota").keys
    assert "fudo" not in analysed("foda").keys


def test_known_readings_alone_give_case_and_number() -> None:
    assert (analysed("kota").cases, analysed("kota").number) == (GEN, SG)


def test_suffixes_chain_in_order() -> None:
    word = analysed("tanklarimda")
    assert "tank" in word.keys and (word.cases, word.number) == (LOC, PL)
    assert analysed("tankni").cases == ACC


def test_a_rare_ending_needs_a_known_lemma() -> None:
    assert "blos" not in analysed("bla").keys


def test_tense_and_aspect() -> None:
    assert analysed("brukat").form == FIN | PAST | PERF
    assert analysed("mukan").form == FIN | PRES
    assert analysed("brukan").form & FUT and not analysed("brukan").form & PRES


def test_a_clitic_grows_onto_the_lemma() -> None:
    assert "mukaise" in analysed("mukatse").keys


def test_exact_words_are_touched_by_no_rule() -> None:
    assert analysed("ta").keys == ("ta",) and analysed("ta").cases == NOM


def test_irregular_forms_have_their_lemma() -> None:
    assert "kuto" in analysed("men").keys


def test_an_unknown_tag_is_named() -> None:
    with pytest.raises(ValueError, match="ergative"):
        read_tags("noun ergative")


@given(st.text(min_size=1, max_size=30).filter(lambda t: t[0].isalnum()))
def test_every_form_is_among_its_own_keys(text: str) -> None:
    assert analysed(text).keys[0] == INFLECTION.fold(text.lower())
