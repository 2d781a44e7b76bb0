"""What a sentence says of a flow or a denial before it is read."""

import json

import pytest

from wektor.engines.grammar import GrammarEngine
from wektor.engines.llm import LlmEngine
from wektor.grounding import ground
from wektor.model import Claim, Document, Span

ORDERS = {
    "en": ("Chad bought six tanks from Peru.", "Peru", "Chad"), "pl": ("Czad kupił od Peru sześć czołgów.", "Peru", "Czad"), "ru": ("Чад купил у Перу шесть танков.", "Перу", "Чад"),
    "tr": ("Çad, Peru'dan altı tank satın aldı.", "Peru", "Çad"), "uk": ("Чад купив у Перу шість танків.", "Перу", "Чад"),
}  # fmt: skip


def place(text: str, words: str) -> list[Span]:
    """Where the words stand."""
    return [Span(text.index(words), text.index(words) + len(words))]


@pytest.mark.parametrize("lang", ORDERS)
def test_words_lean_to_the_side_that_they_tell(lang: str) -> None:
    text, giver, taker = ORDERS[lang]
    document, desk = Document(id="d", text=text, lang=lang), GrammarEngine()
    every, own = desk.leaning(document, desk.sentences(document), "order", place(text, giver), place(text, taker))
    turned = desk.leaning(document, desk.sentences(document), "order", place(text, taker), place(text, giver))
    assert every > 0 and own > 0
    assert turned == (-every, -own)
    assert desk.leaning(document, desk.sentences(document), "exercise", place(text, giver), place(text, taker))[1] == 0


@pytest.mark.parametrize(("text", "denied"), [("Chad has not bought six tanks.", True), ("Chad denied that it had bought six tanks.", True), ("Chad bought six tanks.", False)])
def test_a_denial_is_heard_by_rules_alone(text: str, denied: bool) -> None:
    document, desk = Document(id="d", text=text, lang="en"), GrammarEngine()
    assert desk.denies(document, desk.sentences(document), "order") == denied
    assert not desk.denies(document, desk.sentences(document), "exercise")


def test_claims_that_quote_are_checked_without_reading_the_text_into_drafts() -> None:
    text = f"{ORDERS['en'][0]} Nobody else has bought any."
    claim = {"kind": "order", "status": "done", "evidence": [ORDERS["en"][0]], "roles": {"supplier": ["Peru"], "recipient": ["Chad"], "item": ["tanks"]}}
    document, engine = Document(id="d", text=text, lang="en"), LlmEngine(lambda _: json.dumps({"claims": [claim]}), "m")
    (draft,) = engine.draft(document)
    assert isinstance(ground(draft, document, engine.desk), Claim)
    assert "drafts" not in vars(engine.desk.analyse(document))
    read = engine.desk.draft(document)
    assert read and engine.desk.draft(document) is read


def test_a_sentence_read_by_itself_tells_what_the_text_tells() -> None:
    document, desk = Document(id="d", text="Peru builds tanks. Chad bought six of the tanks from Peru.", lang="en"), GrammarEngine()
    glanced = desk.glance(document, desk.sentences(document)[1:])
    assert [(d.kind, d.status) for d in glanced] == [("order", "done")]
    assert [d.roles for d in glanced] == [d.roles for d in desk.draft(document) if d.evidence[0] == desk.sentences(document)[1]]
