"""Answers by column say what the same answers say that look at one deal after the other."""

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis import plain
from tests.analysis.makers import STATES
from wektor import analysis
from wektor.analysis.columns.numbering import number_rows, number_sorted, order_by
from wektor.analysis.columns.sifting import columns_of
from wektor.model.columns import NAMES, join_columns, lay_columns, places_of
from wektor.model.outlines import Due, Label, Outline, Survey

REGIONS = {"AAA": ("North",), "BBB": ("North",), "CCC": ("South", "East"), "DDD": ("South",)}
DAY = "2020-06-15"
ENTITIES = {"org:a": Label("org:a", "A", "firm", "AAA", None), "org:b": Label("org:b", "B", "other", "BBB", None), "org:m": Label("org:m", "M", "ministry", "CCC", None),
            "org:n": Label("org:n", "N", "firm", None, None)}  # fmt: skip
DATES = st.none() | st.sampled_from(["2011", "2012-03", "2012-03-04", "2015-02-01/2016-05", "2019-12", "2021", "2024-08-01", "2013-21"])
WHO = st.lists(st.sampled_from(STATES), max_size=3, unique=True).map(tuple)
FIRMS = st.lists(st.sampled_from([*ENTITIES, "org:unknown"]), max_size=2, unique=True).map(tuple)
DAYS = st.sampled_from(["2011", "2012-03", "2019-12", "2021", "2024-08-01"])
DUES = st.none() | st.builds(Due, stage=st.sampled_from(["ordered", "delivered"]), planned=DAYS, newest=DAYS, actual=st.none() | DAYS)
PAPERS = st.lists(st.integers(1, 9), max_size=3, unique=True).map(lambda found: msgspec.Raw(msgspec.json.encode(sorted(found))))
OUTLINES = st.lists(st.builds(
    Outline, id=st.integers(1, 10**6).map("d-{}".format), kind=st.sampled_from(["order", "venture", "production", "agreement", "aid"]),
    status=st.sampled_from(["mooted", "ordered", "delivered", "ended", "denied"]), giver_states=WHO, taker_states=WHO, givers=FIRMS, takers=FIRMS,
    item=st.sampled_from([None, "eq:x", "class:patrol-boat"]), cls=st.sampled_from([None, "tank"]), first=DATES, last=DATES, came=DATES,
    units=st.none() | st.floats(0.1, 500), value=st.none() | st.floats(0.1, 1e9), currency=st.sampled_from(["USD", "EUR", ""]), due=DUES,
    claims=st.integers(0, 5), papers=PAPERS, told=st.tuples(DATES, DATES),
), max_size=15, unique_by=lambda o: o.id)  # fmt: skip


def survey(outlines):
    return Survey(deals={o.id: o for o in sorted(outlines, key=lambda o: o.id)}, entities=ENTITIES)


def same(one, other):
    """All but the notes, byte for byte."""
    assert msgspec.json.encode(msgspec.structs.replace(one, notes=())) == msgspec.json.encode(msgspec.structs.replace(other, notes=()))


@given(OUTLINES, st.sampled_from([None, *STATES]))
def test_slippage(outlines, state):
    same(analysis.slippage(survey(outlines), DAY, state), plain.slippage(survey(outlines), DAY, state))


@pytest.mark.parametrize("by", [("kind", "class"), ("class", "partner"), ("partner",), ()], ids=str)
@given(outlines=OUTLINES)
def test_firsts(by, outlines):
    same(analysis.firsts(survey(outlines), REGIONS, by), plain.firsts(survey(outlines), REGIONS, by))


@pytest.mark.parametrize("basis", ["deals", "units", "value"])
@pytest.mark.parametrize("firms", [False, True])
@pytest.mark.parametrize("years", [None, 4])
@settings(max_examples=25)
@given(outlines=OUTLINES)
def test_networks(firms, years, basis, outlines):
    same(analysis.network(survey(outlines), firms, years, basis), plain.network(survey(outlines), firms, years, basis))


@given(OUTLINES)
def test_a_currency_that_is_asked_for(outlines):
    same(analysis.network(survey(outlines), basis="value", currency="EUR"), plain.network(survey(outlines), basis="value", currency="EUR"))


@given(OUTLINES, st.randoms())
def test_columns_can_be_cut_and_joined(outlines, chance):
    one, whole = {o.id for o in outlines if chance.random() < 0.5}, lay_columns(outlines)
    left, right = whole.pick(places_of(whole.ids, one)), whole.pick(~places_of(whole.ids, one))
    for made, wanted in ((join_columns(left, right), outlines), (left, [o for o in outlines if o.id in one])):
        assert told(made) == told(lay_columns(wanted))


def told(columns):
    """What columns say, whatever the numbers of their values."""
    found = {}
    for name, column in columns.held.items():
        values = [column.values[n] for n in column.codes.tolist()]
        if column.each is not None:
            ends = column.each.cumsum().tolist()
            values = [sorted(values[end - many : end]) for end, many in zip(ends, column.each.tolist(), strict=True)]
        found[name] = values
    return columns.ids, found


@given(OUTLINES)
def test_columns_hold_what_outlines_say(outlines):
    ids, found = told(columns_of(survey(outlines)))
    rows = sorted(outlines, key=lambda o: o.id)
    assert ids == [o.id for o in rows] and {*found} == {*NAMES}
    for name in set(NAMES) - {"papers", "told_first", "told_last"}:
        assert found[name] == [getattr(o, name) for o in rows]
    assert found["papers"] == [msgspec.json.decode(o.papers) for o in rows]
    assert [*zip(found["told_first"], found["told_last"], strict=True)] == [o.told for o in rows]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5) | st.integers(0, 1 << 20)), max_size=30))
def test_rows_are_ordered_and_told_apart(rows):
    columns = np.array(rows, dtype=np.int64).reshape(-1, 2).T
    order, distinct = order_by(*columns).tolist(), sorted({*rows})
    assert order == sorted(range(len(rows)), key=rows.__getitem__)
    found, numbers = number_rows(*columns)
    assert [tuple(row) for row in found.tolist()] == distinct and numbers.tolist() == [distinct.index(row) for row in rows]
    keys, begun = number_sorted(*columns[:, order])
    assert [tuple(key) for key in keys] == distinct and begun.tolist() == [sorted(rows).index(key) for key in distinct]
