"""Shifts: figures by hand, thin data, and intervals that hold what they promise when the same is drawn again and again."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.analysis.makers import HOME, cell, deal, many, record, view
from wektor.analysis import shift
from wektor.analysis.intervals import Estimate, deviate, difference, effective_number, rate_of, share_of


def drawn(rng, number, years, chance, heavy=False):
    """Deals of AAA, else of BBB, over years; of the same size or of very unequal ones."""
    return [deal(f"d-{years[0]}-{n}", ("AAA" if rng.random() < chance else "BBB",), first=str(rng.randrange(*years)),
                 ordered=(cell(max(1, int(rng.lognormvariate(2, 1)))),) if heavy else ()) for n in range(number)]  # fmt: skip


def test_figures_by_hand():
    held = [*(deal(f"d-a{n}", ("AAA",), first="2010") for n in range(6)), *(deal(f"d-b{n}", ("BBB",), first="2012-05") for n in range(2)),
            *(deal(f"d-c{n}", ("BBB",), first="2016-01-03") for n in range(8)), deal("d-both", first="2015", claims=("c-1",)), deal("d-none", first=None)]  # fmt: skip
    answer = shift(view(*held, claims=(record("c-1", "2018-12-31"),)), HOME, "2015-06-01")
    assert (answer.deals_before, answer.deals_after, answer.thin, answer.found) == (8, 8, None, False)
    assert {r.partner: (r.before, r.after, r.change, r.sure) for r in answer.rows} == {"AAA": (0.75, 0, -0.75, True), "BBB": (0.25, 1, 0.75, True)}
    assert answer.coverage.left_out == {"its date lies on both sides": ("d-both",), "no date": ("d-none",)}
    assert answer.rate_before == pytest.approx(8 / 5.41, rel=0.01) and answer.rate_after == pytest.approx(8 / 3.58, rel=0.01)
    assert answer.rate_low < answer.rate_change < answer.rate_high


def test_a_break_is_found_and_said_to_be_found():
    rng = random.Random(5)
    held = view(*drawn(rng, 30, (2000, 2014), 0.95), *drawn(rng, 25, (2014, 2024), 0.1))
    answer = shift(held, HOME)
    assert answer.found and answer.chance > 0.95 and answer.at in ("2013-01-01", "2014-01-01", "2015-01-01")
    given = shift(held, HOME, answer.at)
    assert all(a.low < b.low and a.high > b.high for a in answer.rows for b in given.rows if a.partner == b.partner)


def test_thin_data_are_said_to_be_thin():
    few = shift(view(*drawn(random.Random(1), 4, (2000, 2004), 1.0), *drawn(random.Random(1), 9, (2010, 2014), 0.0)), HOME, "2008-01-01")
    assert "4 deals before and 9 after" in few.thin and not any(r.sure for r in few.rows)
    assert shift(view(), HOME).at is None and "no year" in shift(view(), HOME).thin
    still = shift(view(*drawn(random.Random(7), 40, (2000, 2020), 0.5)), HOME)
    assert "no day stands out" in still.thin and not any(r.sure for r in still.rows)


@pytest.mark.parametrize("heavy", [False, True])
@pytest.mark.parametrize(("n", "before", "after"), [(8, 0.7, 0.2), (20, 0.5, 0.5), (60, 0.9, 0.6)])
def test_intervals_of_shares_cover_the_truth(n, before, after, heavy):
    rng, held = random.Random(11), 0
    for _ in range(300):
        deals = [*drawn(rng, n, (2000, 2010), before, heavy), *drawn(rng, n, (2010, 2020), after, heavy)]
        row = next(r for r in shift(view(*deals), HOME, "2010-01-01", "units" if heavy else "deals").rows if r.partner == "AAA")
        held += row.low <= after - before <= row.high
    assert held / 300 >= (0.85 if heavy else 0.87)


def test_intervals_of_a_found_day_cover_no_change_at_all_days():
    """Where nothing changes, the day that looks most like a change still has an interval that holds 0."""
    rng, held, told = random.Random(4), 0, 0
    for _ in range(150):
        answer = shift(view(*drawn(rng, 40, (2000, 2020), 0.5)), HOME)
        held += all(r.low <= 0 <= r.high for r in answer.rows)
        told += any(r.sure for r in answer.rows)
    assert held / 150 >= 0.9 and told / 150 <= 0.1


def test_intervals_of_rates_cover_the_truth():
    rng, held, z = random.Random(8), 0, deviate(0.9)
    for _ in range(500):
        counts = [sum(rng.random() < rate * 10 / 400 for _ in range(400)) for rate in (0.6, 1.1)]
        found = difference(rate_of(counts[0], 10, z), rate_of(counts[1], 10, z))
        held += found.low <= 0.5 <= found.high
    assert held / 500 >= 0.87


@given(st.floats(0, 1), st.floats(0.5, 500), st.floats(0.5, 4))
def test_a_share_lies_in_its_interval(share, number, z):
    found = share_of(share, number, z)
    assert 0 <= found.low <= share + 1e-9 and share - 1e-9 <= found.high <= 1


@given(st.lists(st.floats(0.1, 1e6), min_size=1, max_size=30))
def test_unequal_weights_tell_less(weights):
    assert 1 - 1e-9 <= effective_number(weights) <= len(weights) + 1e-9
    assert difference(Estimate(0.5, 0.4, 0.6), Estimate(0.5, 0.4, 0.6)).value == 0


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(many(), st.integers(1996, 2024))
def test_shares_on_each_side_sum_to_one_and_strangers_change_nothing(deals, year):
    answer = shift(view(*deals), HOME, f"{year}-01-01")
    for side in ("before", "after"):
        shares = [s for r in answer.rows if (s := getattr(r, side)) is not None]
        assert not shares or sum(shares) == pytest.approx(1)
    assert all(-1 - 1e-9 <= r.low <= r.change <= r.high <= 1 + 1e-9 for r in answer.rows if r.change is not None)
    assert shift(view(*deals, deal("d-other", ("AAA",), ("ZZZ",))), HOME, f"{year}-01-01") == answer
