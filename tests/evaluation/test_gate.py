"""Floors hold a corpus to what was once reached."""

from pathlib import Path

import pytest

from tests.evaluation.samples import claim, state, text, wanted
from wektor.evaluation import GateError, Scores, check_gate, load_pins, pin_floors, save_pins, score
from wektor.model import InputError


def scores(found: bool) -> Scores:
    gold = text(wanted("delivery", recipient=["KAZ"]))
    return score([gold], {"d": [claim("delivery", recipient=state("KAZ"))] if found else []})


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.json").write_text("{}")
    return tmp_path


def test_what_was_pinned_passes_and_less_does_not(corpus: Path) -> None:
    pins = pin_floors("set", corpus, scores(True), {})
    check_gate("set", corpus, scores(True), pins)
    with pytest.raises(GateError, match=r"en claim_f1 0\.000 < 1\.000"):
        check_gate("set", corpus, scores(False), pins)


def test_a_changed_corpus_must_be_pinned_anew(corpus: Path) -> None:
    pins = pin_floors("set", corpus, scores(True), {})
    (corpus / "a.txt").write_text("y")
    with pytest.raises(GateError, match="changed"):
        check_gate("set", corpus, scores(True), pins)


def test_an_unpinned_set_fails(corpus: Path) -> None:
    with pytest.raises(GateError, match="pinned"):
        check_gate("set", corpus, scores(True), {})


def test_lowering_a_floor_must_be_asked_for(corpus: Path) -> None:
    pins = pin_floors("set", corpus, scores(True), {})
    with pytest.raises(GateError, match="--lower"):
        pin_floors("set", corpus, scores(False), pins)
    lowered = pin_floors("set", corpus, scores(False), pins, lower=True)
    check_gate("set", corpus, scores(False), lowered)


def test_pins_are_read_as_written(corpus: Path) -> None:
    path = corpus / "floors.json"
    assert load_pins(path) == {}
    pins = pin_floors("set", corpus, scores(True), {})
    save_pins(path, pins)
    assert load_pins(path) == pins
    check_gate("set", corpus, scores(True), load_pins(path))
    path.write_text("[]")
    with pytest.raises(InputError, match=r"floors\.json"):
        load_pins(path)
