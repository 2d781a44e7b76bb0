"""Networks: a graph that can be drawn by hand, and laws of flows, centrality, communities and bridges."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.makers import STATES, cell, deal, view
from wektor.analysis import network
from wektor.analysis.communities import communities
from wektor.model.register import Entity


def edge(n, giver, taker, **more):
    return deal(f"d-{n}", (giver,), (taker,), **more)


PATH = view(edge(1, "AAA", "BBB"), edge(2, "BBB", "CCC", first="2011"), edge(3, "CCC", "DDD", first="2013"), edge(4, "AAA", "BBB"))


def test_a_chain_by_hand():
    answer = network(PATH)
    rows = {r.actor: r for r in answer.rows}
    assert {a: (r.gives, r.takes, r.gives_to, r.takes_from) for a, r in rows.items()} == {
        "AAA": (2, 0, 1, 0), "BBB": (1, 2, 1, 1), "CCC": (1, 1, 1, 1), "DDD": (0, 1, 0, 1)}  # fmt: skip
    assert {a: round(r.betweenness * 6) for a, r in rows.items()} == {"AAA": 0, "BBB": 2, "CCC": 2, "DDD": 0}
    assert {a for a, r in rows.items() if r.bridge} == {"BBB", "CCC"} and all(f.bridge for f in answer.flows)
    assert answer.flows[0].deals == ("d-1", "d-4") and (answer.rows[0].since, answer.rows[0].until) == (2011, 2020)


def test_windows_tell_of_their_years_alone():
    answer = network(PATH, years=5)
    assert {(f.since, f.source, f.target) for f in answer.flows} == {(2010, "BBB", "CCC"), (2010, "CCC", "DDD"), (2020, "AAA", "BBB")}


def test_equals_give_both_ways_and_firms_stand_for_their_states():
    firm, ministry = Entity(id="org:f", kind="firm", name="F", state="AAA"), Entity(id="org:m", kind="ministry", name="M", state="BBB")
    held = deal("d-1", ("AAA",), ("BBB",), firms=(cell("org:f"),), bodies=(cell("org:m"),))
    works = deal("d-2", (), ("AAA", "BBB"), kind="venture")
    answer = network(view(held, works, entities=(firm, ministry)), firms=True)
    assert {(f.source, f.target): f.amount for f in answer.flows} == {("org:f", "BBB"): 1, ("AAA", "BBB"): 0.5, ("BBB", "AAA"): 0.5}
    assert {r.actor: (r.kind, r.state) for r in answer.rows} == {"org:f": ("firm", "AAA"), "AAA": ("state", "AAA"), "BBB": ("state", "BBB")}


def test_two_cliques_are_two_communities():
    edges = {(a, b): 1.0 for group in (range(5), range(5, 9)) for a in group for b in group if a < b} | {(4, 5): 1.0}
    assert communities(9, edges) == [1] * 5 + [2] * 4
    assert communities(3, {}) == [1, 2, 3] and communities(0, {}) == []


FLOWS = st.lists(st.tuples(st.sampled_from(STATES), st.sampled_from(STATES), st.integers(1, 99)), max_size=20)


@given(FLOWS)
def test_what_is_given_is_taken(flows):
    deals = [edge(n, a, b, ordered=(cell(units),)) for n, (a, b, units) in enumerate(flows)]
    answer = network(view(*deals), basis="units")
    amount = sum(units for a, b, units in flows if a != b)
    assert sum(r.gives for r in answer.rows) == pytest.approx(amount) == pytest.approx(sum(r.takes for r in answer.rows))
    assert all(0 <= r.betweenness <= 1 for r in answer.rows)
    assert answer.coverage.deals == sum(a != b for a, b, _ in flows)


@given(FLOWS, st.tuples(st.sampled_from(STATES), st.sampled_from(STATES)))
def test_an_edge_is_a_bridge_if_what_it_joins_falls_apart(flows, pair):
    answer = network(view(*(edge(n, a, b) for n, (a, b, _) in enumerate([*flows, (*pair, 1)]))))
    pairs = {frozenset((f.source, f.target)) for f in answer.flows}
    for flow in answer.flows:
        both = frozenset((flow.source, flow.target))
        assert flow.bridge == (not joined(pairs - {both}, flow.source, flow.target))


def joined(pairs, start, goal):
    near = defaultdict(set)
    for pair in pairs:
        a, b = pair
        near[a].add(b)
        near[b].add(a)
    seen, open_ = set(), [start]
    while open_:
        seen.add(at := open_.pop())
        open_ += near[at] - seen
    return goal in seen
