"""The lessons: gold documents that are whole, in each language, with every claim at its place in the text."""

from collections import Counter
from pathlib import Path

from wektor.evaluation.gold import load_gold
from wektor.model import KINDS, STATUSES

LESSONS = load_gold(Path(__file__).parents[2] / "evals" / "lessons")


def test_every_anchor_stands_in_its_text() -> None:
    assert [(d.id, c.anchor) for d in LESSONS for c in d.claims if not c.anchor or c.anchor not in d.text] == []


def test_no_text_is_told_twice() -> None:
    assert len({d.text for d in LESSONS}) == len(LESSONS)


def test_every_language_teaches_all_kinds_and_statuses() -> None:
    for lang in ("en", "pl", "ru", "tr", "uk"):
        claims = [c for d in LESSONS if d.lang == lang for c in d.claims]
        kinds, statuses = Counter(k for c in claims for k in c.kinds), Counter(c.status for c in claims)
        assert set(kinds) == set(KINDS), lang
        assert set(statuses) == set(STATUSES), lang
