"""Ukrainian verbs whose stem changes, and nouns that look like verbs."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.model import Document
from wektor.text.words import FIN, FUT, PAST, PRES, VERB, Word


def word(form: str) -> Word:
    return Analysis(Document(id="t", text=f"армія {form}", lang="uk")).sentences[0].tokens[1].word


@pytest.mark.parametrize(
    ("form", "lemma", "tense"),
    [
        ("провела", "провести", PAST),
        ("завіз", "завезти", PAST),
        ("переніс", "перенести", PAST),
        ("відійшла", "відійти", PAST),
        ("уклала", "укласти", PAST),
        ("дав", "дати", PAST),
        ("почнеться", "початися", FUT),
        ("підпишеться", "підписатися", FUT),
        ("обійдеться", "обійтися", FUT),
        ("освоїть", "освоїти", FUT),
        ("шле", "слати", PRES),
    ],
)
def test_verbs_are_known_by_any_form(form: str, lemma: str, tense: int) -> None:
    found = word(form)
    assert lemma in found.keys and found.form & FIN and found.form & tense


@pytest.mark.parametrize("form", ["допомогу", "відмову", "дванадцяти", "передачі", "переговори"])
def test_nouns_and_numbers_are_no_verbs(form: str) -> None:
    assert not word(form).pos & VERB


@pytest.mark.parametrize(("form", "lemma"), [("літаками-заправниками", "літак-заправник"), ("дронів-камікадзе", "дрон-камікадзе")])
def test_both_nouns_of_a_compound_inflect(form: str, lemma: str) -> None:
    assert lemma in word(form).keys
