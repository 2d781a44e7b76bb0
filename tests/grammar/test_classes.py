"""Class words: how they go with things that were named before."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.grammar.classes import fit_of
from wektor.mentions.mention import Mention
from wektor.model import Document

PARENTS = {"fighter": "combat aircraft", "combat aircraft": "aircraft", "frigate": "warship"}


def thing(cls: str | None, weak: bool = False) -> Mention:
    mention = Mention(0, 1, "item", "", "", None)
    mention.cls, mention.weak = cls, weak
    return mention


@pytest.mark.parametrize(
    ("word", "named", "wanted"),
    [
        ("fighter", "fighter", "same"),
        ("aircraft", "fighter", "wider"),
        ("fighter", "aircraft", "narrower"),
        ("equipment", "frigate", "piece"),
        ("frigate", "fighter", "other"),
        ("frigate", None, "unknown"),
    ],
)
def test_a_class_goes_with_a_thing(word: str, named: str | None, wanted: str) -> None:
    assert fit_of(thing(word), thing(named), PARENTS) == wanted


def test_a_word_for_pieces_may_stand_for_what_has_no_class() -> None:
    assert fit_of(thing(None, weak=True), thing("frigate"), PARENTS) == "piece"


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("The manufacturer and the company met.", "en", ["maker", None]),
        ("Producent spotkał się z firmą.", "pl", ["maker", None]),
        ("Изготовитель и компания встретились.", "ru", ["maker", None]),
        ("Виробник і компанія зустрілися.", "uk", ["maker", None]),
        ("Üretici bakanla, şirket orduyla görüştü.", "tr", ["maker", None]),
    ],
)
def test_whoever_makes_or_sells_is_told_from_a_firm(text: str, lang: str, wanted: list[str | None]) -> None:
    (sentence,) = Analysis(Document(id="t", text=text, lang=lang)).sentences
    assert [m.cls for m in sentence.mentions if m.kind == "firm"] == wanted
