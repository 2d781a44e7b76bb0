"""Exercises that the packs name, apart from arms, places and firms that share their words."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.mentions.mention import Mention
from wektor.model import Document


def mentions(lang: str, text: str) -> list[Mention]:
    analysis = Analysis(Document(id="x", text=text, lang=lang))
    return [m for s in analysis.sentences for m in s.mentions]


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "Cobra Gold began in Thailand with troops from Japan.", "Cobra Gold"),
        ("en", "The Milan 2024 exercise was held by India and Oman.", "Milan"),
        ("ru", "Россия и Белоруссия провели учения «Запад-2021».", "Запад-2021"),
        ("pl", "Polska i Litwa rozpoczęły ćwiczenia Steadfast Defender.", "Steadfast Defender"),
    ],
)
def test_a_named_exercise_is_no_weapon_and_no_place(lang: str, text: str, name: str) -> None:
    assert [(m.kind, m.name) for m in mentions(lang, text) if m.cls == "exercise"] == [("name", name)]


def test_a_shared_name_without_a_word_for_an_exercise_keeps_its_other_meaning() -> None:
    found = mentions("en", "India bought Milan missiles from France.")
    assert [m.cls for m in found if m.name == "Milan"] == ["anti-tank missile"]


def test_initials_are_no_nationality() -> None:
    assert not [m for m in mentions("pl", "Spółka TAI stronie polskiej zaproponowała śmigłowiec.") if m.state == "THA"]
