"""Phrases in a sentence: whoever owns what they speak of, and cues that a longer one overrules."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.model import Document


def _found(text: str, kind: str) -> set[tuple[str, str]]:
    (sentence,) = Analysis(Document(id="d", text=text, lang="en")).sentences
    matches = {"frame": sentence.matches.frames, "cue": sentence.matches.cues}[kind]
    return {(m.entry.id, " ".join(t.word.text for t in sentence.tokens[m.i : m.j])) for m in matches}


@pytest.mark.parametrize("whose", ["its", "their", "his", "our"])
def test_one_possessive_of_a_phrase_stands_for_all(whose: str) -> None:
    assert ("buy", f"put {whose} name to") in _found(f"They put {whose} name to an order for six frigates.", "frame")


def test_an_option_that_is_taken_up_is_no_option_any_more() -> None:
    assert not {c for c in _found("Norway exercised an option to have two more frigates.", "cue") if c[0] == "possible"}
    assert ("possible", "option") in _found("Norway has an option to take two more frigates.", "cue")
