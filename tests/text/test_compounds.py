"""Compounds of nations are cut at the hyphen; what the packs know as a whole is not."""

import pytest

from wektor.engines.grammar import language
from wektor.text.compounds import split_compounds
from wektor.text.tokens import tokenize


def words(text: str, lang: str = "en") -> list[str]:
    own = language(lang)
    word = own.vocabulary.word
    tokens = split_compounds(tokenize(text, 0, len(text), word), word, own.compiled.language.links)
    return [text[t.start : t.end] for t in tokens]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Polish-Ukrainian drills", ["Polish", "-", "Ukrainian", "drills"]),
        ("Israeli-made drones", ["Israeli", "-", "made", "drones"]),
        ("US-supplied tanks", ["US", "-", "supplied", "tanks"]),
    ],
)
def test_nations_and_deeds_come_apart(text: str, parts: list[str]) -> None:
    assert words(text) == parts


@pytest.mark.parametrize("text", ["Guinea-Bissau", "Timor-Leste", "Mi-35M", "long-range missile", "anti-tank weapon"])
def test_other_hyphens_stay(text: str) -> None:
    assert words(text)[0] == text.split()[0]


def test_three_nations_come_apart() -> None:
    assert words("турецько-азербайджансько-грузинські маневри", "uk")[:5] == ["турецько", "-", "азербайджансько", "-", "грузинські"]


def test_polish_pairs_come_apart() -> None:
    assert words("polsko-ukraińskie ćwiczenia", "pl")[:3] == ["polsko", "-", "ukraińskie"]
