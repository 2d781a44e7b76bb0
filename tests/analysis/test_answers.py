"""Slippage, losses and firsts: laws, and figures that can be checked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.makers import HOME, cell, deal, many, stage, view
from wektor.analysis import firsts, group_slips, slippage, whatif


def test_slippage_by_hand():
    held = view(deal("d-1", stages=(stage("delivered", ["2020-03"], ["2020-09-15"]),)), deal("d-2", stages=(stage("delivered", ["2021-01"], ["2020-12"]),)),
                deal("d-3", ("BBB",), stages=(stage("delivered", ["2022", "2024"]),)), deal("d-4"),
                deal("d-5", status="ended", stages=(stage("delivered", ["2020"]),)))  # fmt: skip
    answer = slippage(held, "2023-06-01")
    assert {r.deals[0]: (r.months, r.standing) for r in answer.rows} == {"d-1": (6, "came"), "d-2": (-1, "came"), "d-3": (24, "put off")}
    assert (answer.median, answer.worst, answer.overdue) == (2.5, 6, 0)
    assert answer.coverage.left_out == {"ended": ("d-5",), "no planned date": ("d-4",)}
    assert slippage(held, "2025-03-01").rows[0].standing == "overdue" and slippage(held, "2025-03-01").overdue == 1
    grouped = group_slips(answer, "partner")
    assert [(g.of, g.measured, g.median, g.worst, g.due) for g in grouped.rows] == [("AAA", 2, 2.5, 6, 0), ("BBB", 0, None, None, 1)]


@pytest.mark.parametrize(("planned", "actual", "late"), [
    ("2024", "2024-03", 0), ("2023/2025", "2023/2024", 0), ("2024-01", "2023/2024", 0), ("2023/2025", "2026-02", 2), ("2024", "2022-11", -14),
    ("2022-06", "2023", 7), ("2023/..", "2024", 12), ("2024-06-10", "2024-06-20", 0)])  # fmt: skip
def test_late_is_what_lies_wholly_after_the_plan(planned, actual, late):
    row = slippage(view(deal("d-1", stages=(stage("delivered", [planned], [actual]),))), "2030-01-01").rows[0]
    assert (row.standing, row.months) == ("came", late)


@given(st.dates().map(str), st.dates().map(str))
def test_nothing_is_overdue_before_it_is_due(due, day):
    row = slippage(view(deal("d-1", stages=(stage("delivered", [due]),))), day).rows[0]
    assert (row.standing == "overdue") == (due < day) and row.months >= 0


def test_losses_by_hand():
    held = view(deal("d-1", status="delivered", ordered=(cell(30),)), deal("d-2", ("BBB",), status="in service", delivered=(cell(10),)),
                deal("d-3", items=(cell("eq:y"),), cls="radar"), deal("d-4", ("BBB",), items=(cell("eq:y"),), cls="radar", status="mooted"))  # fmt: skip
    answer = whatif(held, HOME, "AAA")
    assert [(r.item, r.other, r.fielded, r.open, r.share) for r in answer.rows] == [("eq:y", (), 0, 1, 0.5), ("eq:x", ("BBB",), 1, 0, 0.5)]
    assert (answer.fleet_share, answer.units_share, answer.open_share) == (0.5, 0.75, 0.5)


@given(many())
def test_without_a_stranger_nothing_is_lost(deals):
    answer = whatif(view(*deals), HOME, "ZZZ")
    assert answer.rows == () and not answer.fleet_share and not answer.open_share


@given(many(), st.sampled_from(["AAA", "BBB"]))
def test_shares_of_losses_are_shares(deals, partner):
    answer = whatif(view(*deals), HOME, partner)
    for share in (answer.fleet_share, answer.units_share, answer.open_share, *(r.share for r in answer.rows)):
        assert share is None or 0 <= share <= 1


REGIONS = {HOME: ("Middle",), "NXT": ("Middle",), "FAR": ("Edge",)}


def test_firsts_by_hand():
    def came(id, taker, date, **more):
        return deal(id, takers=(taker,), stages=(stage("ordered", actual=[date]),), **more)

    held = view(came("d-1", HOME, "2021-05"), came("d-2", "NXT", "2021"), came("d-3", "NXT", "2023"), came("d-4", "FAR", "2019"),
                came("d-5", HOME, "2001", status="mooted"), deal("d-6"))  # fmt: skip
    answer = firsts(held, REGIONS, ("class", "partner"))
    assert [(r.region, r.state, r.partner, r.date, r.sure, r.then) for r in answer.rows] == [
        ("Edge", "FAR", "AAA", "2019", True, None), ("Middle", "NXT", "AAA", "2021", False, "HOM 2021-05")]  # fmt: skip
    assert answer.coverage.left_out == {"only planned": ("d-5",), "no date": ("d-6",)}
    later = firsts(view(came("d-1", HOME, "2021-05"), came("d-2", "NXT", "2022")), REGIONS)
    assert [(r.state, r.sure, r.kind) for r in later.rows] == [(HOME, True, "order")]


def test_seen_from_a_state_the_partner_is_the_other_side():
    sold = deal("d-1", (HOME,), ("JOR",), stages=(stage("delivered", planned=("2023",)),), status="ordered")
    assert [r.partner for r in slippage(view(sold), "2025-01-01").rows] == [HOME]
    assert [r.partner for r in slippage(view(sold), "2025-01-01", HOME).rows] == ["JOR"]
