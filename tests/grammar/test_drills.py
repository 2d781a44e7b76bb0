"""Exercises told by their names alone, and verbs that end an exercise without agreeing on anything."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.model import Document, Draft


def drafts(text: str) -> list[Draft]:
    return list(Analysis(Document(id="t", text=text, lang="en")).drafts)


@pytest.mark.parametrize(
    "text",
    [
        "The army of Kenya has tanks. In May Brave Otter took place near Nanyuki: 200 soldiers of Kenya and Jordan were there.",
        "The armies of Kenya and Jordan held the exercise Brave Otter in 2020. Brave Otter returned to Nanyuki in October 2021.",
    ],
)
def test_a_name_that_took_place_is_an_exercise(text: str) -> None:
    told = [d for d in drafts(text) if d.kind == "exercise"][-1]
    assert {f.name for f in told.roles["entity"]} == {"Brave Otter"}  # type: ignore[union-attr]


def test_a_fair_is_none() -> None:
    assert not [d for d in drafts("The navy of Chile has frigates. Euronaval took place in Paris in 2022.") if d.kind == "exercise"]


def test_an_exercise_that_concluded_is_no_agreement() -> None:
    told = drafts("The naval exercise between Pakistan and Bahrain concluded at Karachi in May 2019.")
    assert {d.kind for d in told} == {"exercise"}
