"""Networks: a graph that can be drawn by hand, and laws of flows, centrality, communities and bridges."""

import random
from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.makers import STATES, cell, deal, view
from wektor.analysis import network
from wektor.analysis.centrality import betweenness
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
    assert found(9, edges) == [1] * 5 + [2] * 4
    assert found(3, {}) == [1, 2, 3] and found(0, {}) == []


def found(number, edges):
    """The communities of a graph."""
    return communities(number, *sides(edges), np.array([*edges.values()], dtype=np.float64))


def sides(pairs):
    """Who gives and who takes."""
    return np.array([*pairs], dtype=np.int64).reshape(-1, 2).T


WEIGHTS = st.dictionaries(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda p: p[0] != p[1]), st.integers(1, 9), max_size=40)


@given(WEIGHTS)
def test_communities_are_no_worse_than_none_and_than_the_parts(edges):
    home = found(12, edges)
    assert modularity(home, edges) >= max(modularity([*range(12)], edges), 0) - 1e-9


@pytest.mark.parametrize("seed", range(4))
def test_planted_communities_are_found(seed):
    chance = random.Random(seed)
    edges = {(a, b): 1.0 for a in range(120) for b in range(a) if chance.random() < (0.4 if a % 6 == b % 6 else 0.02)}
    planted = [n % 6 for n in range(120)]
    assert modularity(found(120, edges), edges) >= modularity(planted, edges) - 1e-9


def modularity(home, edges):
    total, degree = sum(edges.values()), defaultdict(float)
    for (a, b), amount in edges.items():
        degree[home[a]] += amount
        degree[home[b]] += amount
    inside = sum(amount for (a, b), amount in edges.items() if home[a] == home[b])
    return inside / total - sum((d / (2 * total)) ** 2 for d in degree.values()) if total else 0.0


ARROWS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] != p[1]), unique=True, max_size=30)


@given(ARROWS)
def test_betweenness_is_the_share_of_shortest_ways(pairs):
    assert betweenness(10, *sides(pairs)) == pytest.approx(shares(range(10), pairs))


@given(ARROWS, st.integers(1, 9))
def test_the_busiest_of_many_are_a_graph_of_their_own(pairs, most):
    told = betweenness(10, *sides(pairs), most)
    busy = lambda n: sum(n in p for p in pairs)  # noqa: E731
    passed = {a for a, _ in pairs} & {b for _, b in pairs}
    core = sorted(sorted(passed, key=lambda n: (-busy(n), n))[:most])
    assert [told[n] for n in core] == pytest.approx(shares(core, pairs))
    assert all(told[n] is None if n in passed else told[n] == 0 for n in set(range(10)) - {*core})


def test_no_more_are_looked_at_than_must_be_and_all_if_asked(monkeypatch):
    monkeypatch.setattr("wektor.analysis.columns.network.CORE", 2)
    cut, whole = network(PATH), network(PATH, whole=True)
    assert cut.core == 2 and "of the 2 busiest of up to 4 actors" in cut.notes[-1] and "--whole" in cut.notes[-1]
    assert {r.actor: r.betweenness for r in cut.rows} == dict.fromkeys(("AAA", "BBB", "CCC", "DDD"), 0.0)
    assert whole.core is None and {r.actor for r in whole.rows if r.betweenness} == {"BBB", "CCC"} and not any("--whole" in n for n in whole.notes)


def test_the_same_graph_gives_the_same_bytes():
    chance = random.Random(5)
    pairs = sides(sorted({(a, b) for a, b in ((chance.randrange(90), chance.randrange(90)) for _ in range(900)) if a != b}))
    assert len({tuple(betweenness(90, *pairs)) for _ in range(5)}) == 1


def shares(nodes, pairs):
    """Betweenness by listing every shortest way."""
    nodes, near, joins = [*nodes], defaultdict(list), [frozenset(p) for p in pairs if {*p} <= {*nodes}]
    for a, b in pairs:
        if a in nodes and b in nodes:
            near[a].append(b)
    over = dict.fromkeys(nodes, 0.0)
    for start in nodes:
        for goal in nodes:
            ways = shortest(near, start, goal) if start != goal else []
            for way in ways:
                for node in way[1:-1]:
                    over[node] += 1 / len(ways)
    part = {n: sum(joined(joins, n, m) for m in nodes) for n in nodes}
    return [over[n] / max(1, (part[n] - 1) * (part[n] - 2)) for n in nodes]


def shortest(near, start, goal):
    ways = [[start]]
    seen = {start}
    while ways and not any(w[-1] == goal for w in ways):
        ways = [[*w, n] for w in ways for n in near[w[-1]] if n not in seen]
        seen |= {w[-1] for w in ways}
    return [w for w in ways if w[-1] == goal]


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
