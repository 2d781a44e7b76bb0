"""Every group of words and every cue of the packs is explained."""

import re
from pathlib import Path

import pytest

from wektor.lexicon.loading import PACKS, decode, language_codes
from wektor.lexicon.packs import CuePack, GrammarPack

PAGE = (Path(__file__).parents[2] / "docs" / "words.md").read_text(encoding="utf-8")
EXPLAINED = {name for row in re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)}


def _groups(code):
    folder = PACKS / "lang" / code
    return {*decode(folder / "grammar.yaml", GrammarPack).words, *decode(folder / "cues.yaml", CuePack).cues}


@pytest.mark.parametrize("code", language_codes())
def test_groups_and_cues_are_explained(code):
    assert _groups(code) <= EXPLAINED


def test_nothing_is_explained_that_no_language_has():
    assert set().union(*map(_groups, language_codes())) == EXPLAINED
