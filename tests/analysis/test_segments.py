"""The posterior of cuts is that of all cuttings counted one by one, and keeps what it promises."""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wektor.analysis.segments import Mark, Segments

MARKS = st.lists(st.builds(lambda first, length, sort: Mark(first, first + length, sort), st.integers(0, 900), st.sampled_from([1, 30, 365]), st.integers(0, 2)),
                 min_size=2, max_size=4)  # fmt: skip


def grid_of(marks):
    return sorted({m.first for m in marks} | {m.end for m in marks} | {max(m.end for m in marks) + 40})


@settings(max_examples=40, deadline=None)
@given(MARKS)
def test_the_sums_are_those_of_all_cuttings(marks):
    segments = Segments(marks, grid_of(marks), 3)
    last = len(segments.grid) - 1
    inner = range(1, last)
    weights = {}
    for cutting in itertools.chain.from_iterable(itertools.combinations(inner, n) for n in range(last)):
        weights[cutting] = math.exp(sum(segments.of(a, b) for a, b in itertools.pairwise((0, *cutting, last))))
    whole, cuts = sum(weights.values()), segments.cuts()
    for low, high in itertools.combinations_with_replacement(inner, 2):
        wanted = sum(w for cutting, w in weights.items() if any(low <= c <= high for c in cutting)) / whole
        assert cuts.chance(low, high) == pytest.approx(wanted, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(MARKS)
def test_a_wider_window_is_no_less_likely(marks):
    segments = Segments(marks, grid_of(marks), 3)
    cuts, last = segments.cuts(), len(segments.grid) - 2
    for low in range(1, last + 1):
        chances = [cuts.chance(low, high) for high in range(low, last + 1)]
        assert chances == sorted(chances) and all(0 <= c <= 1 for c in chances)


@settings(max_examples=40, deadline=None)
@given(MARKS)
def test_the_number_of_cuts_is_the_median_over_all_cuttings(marks):
    segments = Segments(marks, grid_of(marks), 3)
    last = len(segments.grid) - 1
    weights = {cutting: math.exp(sum(segments.of(a, b) for a, b in itertools.pairwise((0, *cutting, last))))
               for cutting in itertools.chain.from_iterable(itertools.combinations(range(1, last), n) for n in range(last))}  # fmt: skip
    whole, number = sum(weights.values()), segments.number()
    fewer, at_most = (sum(w for c, w in weights.items() if len(c) <= n) / whole for n in (number - 1, number))
    assert fewer < 0.5 + 1e-9 and at_most >= 0.5 - 1e-9
