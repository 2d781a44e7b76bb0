"""Links of cues to triggers, and tenses of their verbs: what a status is weighed by."""

import pytest

from wektor.engines.grammar import Analysis, language
from wektor.grammar.links import Link, links_of
from wektor.grammar.parsing import parse_of
from wektor.grammar.relations import Parse
from wektor.grammar.tenses import tense_of
from wektor.grammar.triggers import Trigger, find_triggers
from wektor.model import Document


def opened(text: str, lang: str = "en") -> tuple[Parse, list[Trigger]]:
    own = language(lang)
    parse = parse_of(Analysis(Document(id="t", text=text, lang=lang)).sentences[0], own.compiled.grammar)
    return parse, find_triggers(parse, own.frames)


def links(text: str, kind: str, lang: str = "en") -> dict[str, Link]:
    parse, triggers = opened(text, lang)
    trigger = next(t for t in triggers if t.frame.kind == kind)
    others = {t.i for t in triggers if not (t.i < trigger.j and trigger.i < t.j)}
    return {link.cue: link for link in links_of(parse, trigger, others)}


@pytest.mark.parametrize(
    ("text", "kind", "cue", "bond"),
    [
        ("The purchase of tanks from Poland was cancelled.", "order", "ended", "own"),
        ("Poland refused to deliver tanks to Peru.", "delivery", "refuse", "governor"),
        ("The cancellation of the purchase of tanks angered Poland.", "order", "ended", "close-before"),
        ("Peru will buy tanks from Poland next year.", "order", "soon", "close-behind"),
        ("Peru bought tanks from Poland, and the plan for howitzers was shelved.", "order", "ended", "next-behind-parted"),
    ],
)
def test_a_cue_is_told_by_its_bond(text: str, kind: str, cue: str, bond: str) -> None:
    assert links(text, kind)[cue].bond == bond


def test_another_trigger_may_stand_nearer() -> None:
    found = links("Peru bought tanks from Poland and cancelled the delivery of howitzers from Spain.", "order")
    assert found["ended"].rival


def test_a_name_is_no_cue() -> None:
    assert "reported" not in links("The United States had sold tanks to Peru.", "order")


@pytest.mark.parametrize(
    ("text", "lang", "tense"),
    [
        ("Peru bought tanks from Poland.", "en", "past"),
        ("Peru will buy tanks from Poland.", "en", "future"),
        ("Peru did not buy tanks from Poland.", "en", "not-past"),
        ("Россия поставляла Перу танки.", "ru", "past-lasting"),
        ("Россия поставила Перу танки.", "ru", "past"),
        ("Польща постачала Перу танки.", "uk", "past-lasting"),
        ("Польща продемонструє Перу танки.", "uk", "future"),
        ("Czołgi powstają w Peru.", "pl", "present"),
        ("Peru kupi czołgi od Hiszpanii.", "pl", "future"),
        ("Peru, Polonya'dan tank alıyor.", "tr", "progressive"),
    ],
)
def test_tense_and_aspect(text: str, lang: str, tense: str) -> None:
    parse, triggers = opened(text, lang)
    verb = next((t.verb for t in triggers if t.verb is not None), None) or parse.verbs[0]
    assert tense_of(parse, verb) == tense


def test_a_semicolon_parts_a_cue_from_what_stands_behind_it() -> None:
    assert links("Kenya intends to hold an exercise; Peru bought tanks from Poland.", "order")["planned"].bond == "apart-before-parted"
