"""What a headline or a brief says is to be."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.model import Document


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Indonesia to produce Turkish missiles", "Indonesia"),
        ("Bulgaria: 183 vehicles bought in 2023; Saab to supply the radios.", "Saab"),
    ],
)
def test_an_infinitive_behind_who_opens_the_line_is_future(text: str, subject: str) -> None:
    analysis = Analysis(Document(id="d", text=text, lang="en"))
    last = analysis.opened(analysis.sentences[-1])[0].verbs[-1]
    assert last.future
    assert [m.text for m in last.subject] == [subject]


@pytest.mark.parametrize("text", ["The plan by Oman to buy tanks was shelved.", "Rome told Oman to buy tanks."])
def test_elsewhere_it_stays_an_infinitive(text: str) -> None:
    analysis = Analysis(Document(id="d", text=text, lang="en"))
    assert any(v.infinitive for v in analysis.opened(analysis.sentences[0])[0].verbs)
