"""Passages of other languages within a text."""

from wektor.app.reading import read
from wektor.engines.grammar import language
from wektor.lexicon.loading import language_codes
from wektor.text.passages import passages

POLISH = "Polska podpisała z Turcją umowę na dostawę 24 dronów Bayraktar TB2."
ENGLISH = "Turkey will deliver the first six Bayraktar TB2 drones to Poland by the end of 2024, the ministry said on Tuesday."
RUSSIAN = "Польша закупила у Турции 24 беспилотника."


def languages(text: str, main: str) -> list[tuple[str, str]]:
    """Language and beginning of each passage."""
    return [(lang, text[lo : lo + 6]) for lo, hi, lang in passages(text, main, language(main).closed, language_codes())]


def test_a_text_of_one_language_is_one_passage() -> None:
    text = f"{POLISH}\n\n{POLISH}"
    assert passages(text, "pl", language("pl").closed, language_codes()) == [(0, len(text), "pl")]


def test_paragraphs_are_told_apart() -> None:
    text = f"{POLISH}\n\n{ENGLISH}\n\n{RUSSIAN}\n\n{POLISH}"
    assert languages(text, "pl") == [("pl", "Polska"), ("en", "Turkey"), ("ru", "Польша"), ("pl", "Polska")]


def test_names_and_short_lines_change_nothing() -> None:
    text = f"Turkish Aerospace Industries\n\n{POLISH}\n\n“Armed Forces of Ukraine”"
    assert languages(text, "pl") == [("pl", text[:6])]


def test_each_passage_is_read_in_its_language_and_stands_at_its_place() -> None:
    text = f"{POLISH}\n\n{ENGLISH}"
    claims = read(text, lang="pl", published="2023-05-16")
    assert {c.kind for c in claims if c.evidence.start >= len(POLISH)} == {"delivery"}
    assert all(text[c.evidence.start : c.evidence.end] == c.evidence.text for c in claims)
