"""Clauses without a verb that tell whose things are how many."""

import pytest

from wektor.engines.grammar import Analysis, language
from wektor.grammar.clauses import find_verbs
from wektor.grammar.holding import HOLDER, holds
from wektor.grammar.relations import Parse
from wektor.grammar.triggers import find_triggers
from wektor.model import Document


def held(text: str, lang: str) -> int:
    """How many clauses tell a holding."""
    own = language(lang)
    sentence = Analysis(Document(id="t", text=text, lang=lang)).sentences[-1]
    parse = Parse(sentence, find_verbs(sentence, True), own.compiled.grammar)
    return sum(holds(parse, t, False) for t in find_triggers(parse, own.frames) if HOLDER in t.frame.needs)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("У Перу восемнадцать истребителей МиГ-29.", "ru"),
        ("Радаров «Свати» индийского производства в армянских войсках уже четыре.", "ru"),
        ("Беспилотников в группах погранслужбы, по словам генерала, шесть.", "ru"),
        ("У королівській армії Нідерландів сім роботів THeMIS.", "uk"),
    ],
)
def test_a_holder_holds_a_number_of_things(text: str, lang: str) -> None:
    assert held(text, lang) == 1


@pytest.mark.parametrize("text", ["У Перу купили восемнадцать истребителей МиГ-29.", "У Перу истребители МиГ-29."])
def test_a_verb_or_no_number_tells_no_holding(text: str) -> None:
    assert held(text, "ru") == 0
