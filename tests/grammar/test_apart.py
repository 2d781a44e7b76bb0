"""Triggers of several words whose parts stand apart, and words that only pass the news on."""

import pytest

from wektor.engines.grammar import Analysis, language
from wektor.grammar.relations import Parse
from wektor.grammar.triggers import find_triggers
from wektor.grammar.verb_groups import find_verbs
from wektor.model import Document


def frames(text: str, lang: str = "ru") -> list[tuple[str, str]]:
    own = language(lang)
    (sentence,) = Analysis(Document(id="t", text=text, lang=lang)).sentences
    parse = Parse(sentence, find_verbs(sentence, own.compiled.grammar.cases), own.compiled.grammar)
    return [(t.frame.id, sentence.tokens[t.i].word.lower) for t in find_triggers(parse, own.frames)]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Флот принял новый корвет на вооружение.", "commission"),
        ("На вооружение флот принял корвет.", "commission"),
        ("Россия сдала Сирии вертолёты в аренду.", "lease"),
        ("Франция передала бразильским верфям технологию.", "pass-technology"),
        ("Контракт с Индией на поставку танков действует.", "buy"),
        ("От новых турецких беспилотников Дакка тогда решила отказаться.", "give-up"),
    ],
)
def test_a_phrase_may_stand_apart(text: str, frame: str) -> None:
    assert frame in [f for f, _ in frames(text)]


def test_the_whole_phrase_outdoes_its_parts() -> None:
    assert [f for f, _ in frames("Россия сдала Сирии вертолёты в аренду.")] == ["lease"]


def test_english_particles_stand_apart_too() -> None:
    assert "deliver" in [f for f, _ in frames("The minister handed the tanks over.", "en")]


def test_passing_the_news_on_is_no_delivery() -> None:
    assert ("deliver", "передает") not in frames("Танки куплены, как передаёт агентство.")
    assert ("deliver", "передает") in frames("Индия передаёт танки Вьетнаму.")


@pytest.mark.parametrize("text", ["Вертолёты закуплены Индией у России.", "Вертолёты строятся верфью."])
def test_a_bare_instrumental_acts(text: str) -> None:
    own = language("ru")
    (sentence,) = Analysis(Document(id="t", text=text, lang="ru")).sentences
    parse = Parse(sentence, find_verbs(sentence, True), own.compiled.grammar)
    actor = next(m for m in sentence.mentions if m.text in ("Индией", "верфью"))
    assert parse.to_verb(actor, parse.verbs[0])[0][0] == "agent"


def test_a_phrase_that_is_a_preposition_alone_leaves_others_open() -> None:
    opened = [f for f, _ in frames("Pojazdy trafiły na Filipiny.", "pl")]
    assert "arrive" in opened and "learn-course" in opened


def test_what_follows_a_verbs_own_word_may_come_first() -> None:
    assert "choose" in [f for f, _ in frames("Za Gripenem opowiedziało się Peru.", "pl")]
    assert "choose" not in [f for f, _ in frames("Za Gripenem opowiedziała anegdotę posłanka.", "pl")]


def test_words_that_name_who_acts_end_no_phrase() -> None:
    assert "manufacture" in [f for f, _ in frames("Firma Damen zbudowała dwanaście patrolowców.", "pl")]
