"""Shares, concentration and windows: their laws, and figures that can be checked by hand."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.makers import HOME, cell, deal, many, view
from wektor.analysis import partners, windows
from wektor.model.answers import BASES

BASIS = st.sampled_from(BASES)


@given(many(), BASIS)
def test_shares_sum_to_one_and_concentration_keeps_its_bounds(deals, basis):
    answer = partners(view(*deals), HOME, basis)
    shares = [r.share for r in answer.rows if r.share is not None]
    if not shares:
        assert answer.hhi is None and answer.effective is None and answer.total == 0
        return
    assert sum(shares) == pytest.approx(1)
    assert 1 / len(shares) - 1e-9 <= answer.hhi <= 1 + 1e-9
    assert answer.effective == pytest.approx(1 / answer.hhi)
    assert sum(r.amount for r in answer.rows) == pytest.approx(answer.total)


@given(many(), BASIS)
def test_a_deal_is_either_covered_or_left_out_and_counts_once(deals, basis):
    answer = partners(view(*deals), HOME, basis)
    told = {d for r in answer.rows for d in r.deals}
    assert answer.coverage.deals == len(told)
    outside = Counter(d for why, ids in answer.coverage.left_out.items() if "not" not in why for d in ids)
    assert told.isdisjoint(outside) and told | set(outside) == {d.id for d in deals} and set(outside.values()) <= {1}
    if basis == "deals":
        assert answer.total == len(told)


@given(many(), BASIS)
def test_an_unrelated_deal_changes_nothing(deals, basis):
    other = deal("d-other", ("AAA",), ("ZZZ",), ordered=(cell(9),), value=(cell(9, "GBP"),))
    assert partners(view(*deals, other), HOME, basis) == partners(view(*deals), HOME, basis)
    assert windows(view(*deals, other), HOME, 5, basis) == windows(view(*deals), HOME, 5, basis)


@given(many(), BASIS, st.integers(1, 10))
def test_each_window_sums_to_one(deals, basis, years):
    answer = windows(view(*deals), HOME, years, basis)
    for since in {r.since for r in answer.rows}:
        rows = [r for r in answer.rows if r.since == since]
        assert sum(r.share for r in rows) == pytest.approx(1)
        assert sum(r.change or 0 for r in rows) == pytest.approx(0)
        assert rows[0].hhi == pytest.approx(sum(r.share**2 for r in rows))


def test_figures_by_hand():
    held = view(deal("d-1", ordered=(cell(30),)), deal("d-2", ("BBB",), ordered=(cell((10, 20)),)), deal("d-3", ("AAA", "BBB"), kind="venture"),
                deal("d-4", ("CCC",), status="denied"), deal("d-5", ()))  # fmt: skip
    by_deals, by_units = partners(held, HOME), partners(held, HOME, "units")
    assert [(r.partner, r.share, r.supplies, r.makes) for r in by_deals.rows] == [("AAA", 0.5, 1, 1), ("BBB", 0.5, 1, 1)]
    assert (by_deals.hhi, by_deals.effective) == (0.5, 2)
    assert {r.partner: (r.share, r.unknown) for r in by_units.rows} == {"AAA": (0.75, 1), "BBB": (0.25, 1)}
    assert by_units.coverage.left_out == {"denied": ("d-4",), "no partner is named": ("d-5",), "units not known": ("d-3",)}


def test_values_are_added_in_one_currency():
    held = view(*(deal(f"d-{n}", (giver,), value=(cell(v, c),)) for n, (giver, v, c) in enumerate([("AAA", 100, "USD"), ("BBB", 300, "USD"), ("CCC", 5, "EUR")])))
    answer = partners(held, HOME, "value")
    assert (answer.unit, answer.total) == ("USD", 400) and answer.coverage.left_out == {"value in EUR, not USD": ("d-2",)}
    assert partners(held, HOME, "value", "EUR").rows[0].partner == "CCC"
