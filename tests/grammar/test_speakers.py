"""Who speaks: whom the text opens with, or under whose heading a sentence stands."""

import pytest

from wektor.engines.grammar import Analysis, language
from wektor.grammar.discourse import speaker_of
from wektor.grammar.parsing import parse_of
from wektor.grammar.triggers import find_triggers
from wektor.model import Document


def speakers(text: str, lang: str = "pl") -> list[str | None]:
    found: list[str | None] = []
    for sentence in Analysis(Document(id="t", text=text, lang=lang)).sentences:
        found.append(speaker_of(sentence, found[-1] if found else None))
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rozmowa z prezesem Otokaru.\n\nKenia kupiła czołgi od firmy Saab.", ["org:otokar", "org:otokar"]),
        ("Otokar. Kupiliśmy dwa okręty.\n\nSaab. Sprzedaliśmy dwa.", ["org:otokar", "org:otokar", "org:saab", "org:saab"]),
        ("Kenia kupiła czołgi.", [None]),
    ],
)
def test_speakers(text: str, wanted: list[str | None]) -> None:
    assert speakers(text) == wanted


def test_a_verb_that_carries_a_noun_opens_nothing_itself() -> None:
    sentence = Analysis(Document(id="t", text="Wietnam złożył podpis pod umową na sześć okrętów.", lang="pl")).sentences[0]
    own = language("pl")
    kinds = {t.frame.kind for t in find_triggers(parse_of(sentence, own.compiled.grammar), own.frames) if t.i == 1}
    assert kinds == {"agreement"}
