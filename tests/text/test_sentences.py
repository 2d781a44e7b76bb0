"""Sentence ends survive abbreviations; offsets cover the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wektor.text.sentences import split_sentences

INNER, FINAL, OPENERS = {"gen", "dyw", "im", "No", "Mr"}, {"r", "tys", "mln", "U.S"}, {"The", "It", "W", "Na"}
NUMBERED = {"latach", "brygady"}


def split(text: str) -> list[str]:
    return [text[lo:hi] for lo, hi in split_sentences(text, INNER, FINAL, OPENERS, NUMBERED, {"a"})]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("W 2022 r. kupiono 3 tys. sztuk za 2 mln euro.", 1),
        ("Umowę podpisał gen. dyw. Jan Nowak w 2022 r. Dostawy ruszą jutro.", 2),
        ("W drugiej połowie maja 2022 r. Polska kupiła drony.", 1),
        ("Flota czeka: na początku 2022 r. Turcja zwodowała okręt, a w 2024 r. Malezja zamówi drugi.", 1),
        ("Umowę, jak wiadomo, podpisano w 2022 r. Turcja czeka.", 2),
        ("Polska czołgi kupiła dopiero w 2022 r. Turcja czeka.", 2),
        ("The U.S. Navy ordered it. The ship is new.", 2),
        ("It went to the U.S. The ship is new.", 2),
        ("No. 5 Squadron flies J. Smith’s jet.", 1),
        ("„Kupiliśmy to.” Tak powiedział.", 2),
        ("Nagłówek bez kropki\n\nPierwsze zdanie.", 2),
        ("It came from Acme Heavy Industries r. (AHI) in May.", 1),
        ("A line that was\nwrapped by hand.", 1),
        ("W latach 90. Polska kupiła czołgi.", 1),
        ("Trafiły do 72. Brygady Specjalnej.", 1),
        ("Kupiono 72. Polska zapłaci jutro.", 2),
        ("Peru zamówi:\n\n24 wozy;\n12 haubic.", 1),
        ("Program:\n1) Otwarcie\n2) Dyskusja", 3),
    ],
)
def test_ends(text: str, count: int) -> None:
    assert len(split(text)) == count


@given(st.text())
def test_ranges_are_ordered_and_leave_only_space(text: str) -> None:
    at = 0
    for lo, hi in split_sentences(text, INNER, FINAL, OPENERS):
        assert at <= lo < hi <= len(text)
        assert not text[at:lo].strip()
        at = hi
    assert not text[at:].strip()
