"""Weights make the right options likely, and no weight is larger than what it explains."""

import math

import pytest

from wektor.fitting.choices import ChoiceCase
from wektor.fitting.learning import learn_choices

NEAR, FAR, ANY = ("near", 1.0), ("far", 1.0), ("any", 1.0)


def cases(right: int, wrong: int) -> list[ChoiceCase]:
    """The near option is right so many times, and wrong so many."""
    options = [[NEAR, ANY], [FAR, ANY]]
    return [ChoiceCase(options, [0])] * right + [ChoiceCase(options, [1])] * wrong


def test_what_is_mostly_right_weighs_more():
    weights = learn_choices(cases(30, 10), 0.001)
    assert weights["near"] - weights["far"] == pytest.approx(math.log(3), abs=0.01)
    assert "any" not in weights  # of every option: tells nothing


def test_a_penalty_keeps_weights_small():
    free, bound = learn_choices(cases(30, 10), 0.001), learn_choices(cases(30, 10), 20.0)
    assert 0 < bound["near"] < free["near"]


def test_where_a_fit_begins_does_not_matter():
    cold, warm = learn_choices(cases(30, 10), 1.0), learn_choices(cases(30, 10), 1.0, {"near": -5.0, "gone": 2.0})
    assert cold.keys() == warm.keys()
    assert all(cold[name] == pytest.approx(warm[name], abs=0.005) for name in cold)


def test_of_several_right_options_any_will_do():
    options = [[("a", 1.0)], [("b", 1.0)], [("c", 1.0)]]
    weights = learn_choices([ChoiceCase(options, [0, 1])] * 20, 0.1)
    assert weights["a"] == pytest.approx(weights["b"], abs=0.01)
    assert weights["c"] < 0 < weights["a"]
