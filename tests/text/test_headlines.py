"""In a headline of capitals, known words lose theirs; names, and sentences with a full stop, keep them."""

from wektor.engines.grammar import language
from wektor.text.headlines import calm_headline
from wektor.text.tokens import tokenize


def calmed(text: str) -> str:
    word = language("en").vocabulary.word
    return " ".join(t.word.text for t in calm_headline(tokenize(text, 0, len(text), word), word))


def test_title_case_loses_its_capitals() -> None:
    assert calmed("Ghana Orders Four Patrol Boats From Damen Shipyards") == "Ghana orders four patrol boats from Damen Shipyards"


def test_names_keep_their_capitals() -> None:
    assert calmed("Kenya Buys Hercules Aircraft From Lockheed Martin").startswith("Kenya buys")
    assert calmed("Kenya Buys Hercules Aircraft From Lockheed Martin").endswith("Lockheed Martin")


def test_a_sentence_is_left_alone() -> None:
    assert calmed("Prime Minister Anna Maria Lopez Garcia signed.") == "Prime Minister Anna Maria Lopez Garcia signed ."
    assert calmed("Ghana ordered four patrol boats") == "Ghana ordered four patrol boats"
