"""Clauses without a verb that tell whose things are how many."""

import pytest

from wektor.engines.grammar import Analysis, language
from wektor.grammar.holding import HOLDER, holds
from wektor.grammar.relations import Parse
from wektor.grammar.triggers import find_triggers
from wektor.grammar.verb_groups import find_verbs
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


@pytest.mark.parametrize(
    ("text", "lang", "told"),
    [
        ("У Финляндии двести танков Leopard 2, у Норвегии — тридцать шесть.", "ru", {("FIN", 200), ("NOR", 36)}),
        ("У Чехії сорок танків Leopard 2, у Данії — сорок чотири.", "uk", {("CZE", 40), ("DNK", 44)}),
        ("Leopard 2 в Европе много. В немецких частях — 310, в польских — 247.", "ru", {("DEU", 310), ("POL", 247)}),
    ],
)
def test_each_of_a_list_holds_its_own_number(text: str, lang: str, told: set[tuple[str, int]]) -> None:
    drafts = Analysis(Document(id="t", text=text, lang=lang)).drafts
    found = {(d.roles["operator"][0].name, d.roles["quantity"][0].value) for d in drafts if d.kind == "operation"}  # type: ignore[union-attr]
    assert found == told
