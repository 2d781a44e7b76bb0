"""Polish: designations bear case endings behind a hyphen or an apostrophe, and within."""

import pytest

from wektor.engines.grammar import Analysis
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
