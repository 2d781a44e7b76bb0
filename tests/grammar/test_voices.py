"""Voices: whom "we", "us" and "you" name."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.model import Document

_INTERVIEW = (
    "A talk with the director of Saab.\n\nQ: Have you sold tanks?\nA: We have, to Chad. The army of Chad bought ten tanks from us in 2010.\nQ: Do you train?\nA: We do."
)


def voices(text: str) -> set[str]:
    return {m.name for s in Analysis(Document(id="t", text=text, lang="en")).sentences for m in s.mentions if m.voice}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (_INTERVIEW, {"Saab"}),
        ("Arvo Talu's deputy director, Juhan Kask, answers our questions.\n\nQ: Mr Kask, who has bought your tanks?\nA: We sold ten to Chad. Two we gave to Kenya.", {"Arvo Talu"}),
        ("Ministry of Defence of Chad: report for 2020.\n\nWe bought ten tanks. Oman gave us two drones. We sent troops to a drill with Mali.", {"TCD"}),
        ('Ghana ordered ten tanks. "We will deliver the tanks to Ghana next year," said the chief of Patria in Helsinki.', {"Patria"}),
        ("Chad bought ten tanks from Saab. We do not know when the army gets them.", set()),
    ],
)
def test_we_names_whoever_speaks(text: str, wanted: set[str]) -> None:
    assert voices(text) == wanted


def test_who_speaks_takes_part() -> None:
    [draft] = [d for d in Analysis(Document(id="t", text=_INTERVIEW, lang="en")).drafts if d.kind == "order" and d.date]
    assert [f.name for f in draft.roles["supplier"]] == ["Saab"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("„Nasza armia otrzyma 24 haubice z Niemiec” – powiedział minister obrony Litwy.", "Lithuanian Army"),
        ("– Nasza armia kupi czołgi. Będą to nowe maszyny – zapowiedział minister obrony Peru.", "Peruvian Army"),
        ("Nasza armia ćwiczyła na Bałtyku – oświadczył minister obrony Łotwy.", "Latvian Army"),
    ],
)
def test_our_army_is_that_of_the_state_that_speaks(text: str, owner: str) -> None:
    [force] = [m for s in Analysis(Document(id="t", text=text, lang="pl")).sentences for m in s.mentions if m.kind == "force"]
    assert force.name == owner


def test_whoever_is_addressed_is_no_firm() -> None:
    [sentence] = Analysis(Document(id="t", text="Mr Kask, your factory has made tanks since 2001.", lang="en")).sentences
    assert [m.text for m in sentence.mentions if m.kind == "org"] == []


def test_the_number_of_a_type_is_no_date() -> None:
    [sentence] = Analysis(Document(id="t", text="Dassault delivered twelve Mirage 2000s to Peru in 1987.", lang="en")).sentences
    assert [d.edtf for d in sentence.dates] == ["1987"]
