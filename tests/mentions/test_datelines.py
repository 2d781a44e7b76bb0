"""Where and by whom a report was filed takes no part in what it tells."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.mentions.mention import Mention
from wektor.model import Document


def players(text: str) -> list[Mention]:
    analysis = Analysis(Document(id="t", text=text, lang="en"))
    return [m for m in analysis.sentences[0].mentions if not m.anaphor]


@pytest.mark.parametrize(
    "head", ["MUMBAI (Reuters) – ", "LONDON, May 19 (UPI) -- ", "New Delhi [India], Jan 27 (ANI): ", "Nairobi, 4 March 2021 - "]
)
def test_a_dateline_takes_no_part(head: str) -> None:
    assert [m.text for m in players(head + "Chile ordered tanks from Peru.")] == ["Chile", "tanks", "Peru"]


@pytest.mark.parametrize("head", ["SANTIAGO: ", "Chile: ", "CHILE – "])
def test_a_heading_names_whom_the_text_goes_on_to_speak_of(head: str) -> None:
    assert players(head + "four frigates are on order from Italy.")[0].state == "CHL"
