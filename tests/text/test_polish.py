"""Polish: designations bear case endings behind a hyphen or an apostrophe, and within."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.engines.languages import language
from wektor.grammar.verb_groups import find_verbs
from wektor.model import Document


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("Wojsko kupiło 12 MiG-ów-29.", "eq:mig-29"),
        ("Wojsko kupiło NSM-y.", "eq:naval-strike-missile"),
        ("Wojsko kupiło Kfiry.", "eq:kfir"),
        ("Wojsko kupiło pięć Kfirów.", "eq:kfir"),
    ],
)
def test_designations(text: str, ident: str) -> None:
    sentence = Analysis(Document(id="t", text=text, lang="pl")).sentences[0]
    assert [m.id for m in sentence.mentions if m.kind == "item"] == [ident]


def test_a_designation_of_capitals_is_no_small_word() -> None:
    sentence = Analysis(Document(id="t", text="Tam poszło szybciej.", lang="pl")).sentences[0]
    assert sentence.mentions == []


def test_an_acronym_is_no_case_of_another() -> None:
    sentence = Analysis(Document(id="t", text="Radary dostarczy izraelski koncern IAI.", lang="pl")).sentences[0]
    assert [m.state for m in sentence.mentions if m.kind == "org"] == ["ISR"]


def test_a_reading_that_nobody_means_is_left_out() -> None:
    sentence = Analysis(Document(id="t", text="Litwa wzięła w maju udział w ćwiczeniach.", lang="pl")).sentences[0]
    [word] = [t.word for t in sentence.tokens if t.word.text == "udział"]
    assert word.keys == ("udział",)
    assert not word.form


@pytest.mark.parametrize(
    ("surface", "verb"),
    [
        ("skontraktowała", "skontraktować"),  # a known verb under a prefix
        ("dozamówiono", "dozamówić"),
        ("zretrofitowano", "zretrofitować"),  # a verb made of a foreign word
        ("skontraktowanych", "skontraktować"),
    ],
)
def test_a_verb_that_no_dictionary_has_is_read(surface: str, verb: str) -> None:
    assert verb in language("pl").vocabulary.word(surface).verb_keys


@pytest.mark.parametrize(("text", "firm"), [("Peru zamówiło w Embraerze dwa samoloty.", "Embraer"), ("Peru zamówiło w Elbicie dwa drony.", "Elbit Systems")])
def test_softened_endings_of_names(text: str, firm: str) -> None:
    sentence = Analysis(Document(id="t", text=text, lang="pl")).sentences[0]
    assert firm in [m.name for m in sentence.mentions if m.kind == "org"]


def test_a_vowel_bears_no_further_ending() -> None:
    sentence = Analysis(Document(id="t", text="Amunicję dla armii zrobi arsenał w Limay.", lang="pl")).sentences[0]
    assert "PER" not in [m.state for m in sentence.mentions]


def test_a_numeral_makes_a_noun_of_what_it_counts() -> None:
    def deeds(text: str) -> list[str]:
        parse = Analysis(Document(id="t", text=text, lang="pl")).sentences[0]
        return [parse.tokens[v.head].word.lower for v in find_verbs(parse, True)]

    assert "lata" in deeds("Lotnictwo Peru lata na myśliwcach MiG-29.")
    assert "lata" not in deeds("Armia Peru czekała na czołgi trzy lata.")


def test_a_nickname_opens_a_sentence_where_the_text_writes_it_with_a_capital() -> None:
    alone = Analysis(Document(id="t", text="Kraby trafiają do armii.", lang="pl"))
    told = Analysis(Document(id="t", text="Kraby trafiają do armii. Dywizjon ma już 24 haubice Krab.", lang="pl"))
    assert "eq:ahs-krab" not in [m.id for m in alone.sentences[0].mentions]
    assert "eq:ahs-krab" in [m.id for m in told.sentences[0].mentions]
