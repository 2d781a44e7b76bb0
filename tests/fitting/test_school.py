"""A fit on a few documents: the same by one worker and by two, its folds never see their own documents, repeats count."""

import os
from pathlib import Path

import pytest
from msgspec import structs

from wektor.evaluation.gold import GoldDocument, load_gold
from wektor.fitting import Fit, fit
from wektor.fitting.school import EXTRA, OWN, Lesson

EVALS = Path(__file__).parents[2] / "evals"


@pytest.fixture(scope="module")
def golds() -> list[GoldDocument]:
    texts = [d for d in load_gold(EVALS, languages=["en"]) if d.claims]
    return sorted(texts, key=lambda d: len(d.text))[:5]


@pytest.fixture(scope="module")
def alone(golds: list[GoldDocument]) -> Fit:
    return fit(golds[:4], golds[4:], folds=2, made_by="by hand")


def test_each_document_is_held_out_once(golds, alone):
    held = [[d.id for d in documents] for _, documents in alone.folds]
    assert held == [[golds[0].id, golds[2].id], [golds[1].id, golds[3].id]]
    assert alone.weights.made_by == "by hand"
    assert alone.weights.filler != alone.folds[0][0].filler != alone.folds[1][0].filler


def test_what_was_learned_reads_unseen_documents(golds, alone):
    claims = alone.unseen_scores().total.claims
    assert claims.right + claims.missed == sum(not c.optional for d in golds[:4] for c in d.claims)
    assert claims.right > 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_two_workers_learn_the_same(golds, alone):
    shared = fit(golds[:4], golds[4:], folds=2, made_by="by hand", workers=2)
    assert structs.asdict(shared.weights) == structs.asdict(alone.weights)
    assert shared.unseen_scores(2).total == alone.unseen_scores().total


def test_a_document_counts_as_often_as_it_is_given(golds):
    lesson = Lesson(golds[0], EXTRA, 3)
    lesson.choices.dates = ["case"]  # type: ignore[list-item]
    assert len(lesson.chosen("dates")) == 3
    lesson.part = 0
    assert len(lesson.chosen("dates")) == 3 * OWN
