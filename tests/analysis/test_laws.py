"""Laws of all answers: what is unrelated changes nothing, and the order of deals does not count."""

import random

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from tests.analysis.makers import HOME, cell, deal, many, stage, view
from wektor.analysis import firsts, inventory, localisation, network, partners, phases, shift, slippage, whatif, windows

REGIONS = {HOME: ("Middle",), "AAA": ("Middle",), "XXX": ("Edge",), "YYY": ("Edge",)}
OF_HOME = {
    "partners": lambda v: partners(v, HOME), "units": lambda v: partners(v, HOME, "units"), "value": lambda v: partners(v, HOME, "value"),
    "windows": lambda v: windows(v, HOME, 5), "localisation": lambda v: localisation(v, HOME), "whatif": lambda v: whatif(v, HOME, "AAA"),
    "inventory": lambda v: inventory(v, HOME), "phases": lambda v: phases(v, HOME, "AAA", "2026-01-01"), "shift": lambda v: shift(v, HOME, "2010-01-01"),
    "found shift": lambda v: shift(v, HOME),
}  # fmt: skip
OTHER = deal("d-z", ("XXX",), ("YYY",), status="delivered", first="2015", last="2016", ordered=(cell(7),), value=(cell(9, "USD"),),
             stages=(stage("ordered", actual=["2015"]), stage("delivered", ["2015"], ["2016"])))  # fmt: skip
laws = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def lived(deals):
    """The deals with a stage at their first date, so that they have a place in time."""
    return [msgspec.structs.replace(d, stages=(stage("delivered", [d.first], [d.first]),)) if d.first else d for d in deals]


@pytest.mark.parametrize("name", OF_HOME)
@laws
@given(deals=many())
def test_a_deal_of_others_changes_nothing(name, deals):
    held = lived(deals)
    assert OF_HOME[name](view(*held, OTHER)) == OF_HOME[name](view(*held))


@pytest.mark.parametrize("name", OF_HOME)
@laws
@given(deals=many())
def test_the_order_of_deals_does_not_count(name, deals):
    held = lived(deals)
    mixed = random.Random(1).sample(held, len(held))
    one, other = OF_HOME[name](view(*held)), OF_HOME[name](view(*mixed))
    assert len(one.rows) == len(other.rows) and one.coverage.deals == other.coverage.deals
    for field in one.__struct_fields__:
        if isinstance(value := getattr(one, field), float):
            assert getattr(other, field) == pytest.approx(value), field


@laws
@given(many())
def test_a_deal_of_others_adds_its_own_row_alone(deals):
    held = lived(deals)
    for ask in (lambda v: slippage(v, "2026-01-01"), lambda v: firsts(v, REGIONS)):
        before, after = ask(view(*held)), ask(view(*held, OTHER))
        assert [r for r in after.rows if r.deals != ("d-z",)] == list(before.rows) and len(after.rows) == len(before.rows) + 1


@laws
@given(many())
def test_another_part_of_a_network_changes_none(deals):
    def told(answer):
        rows = [msgspec.structs.replace(r, community=0, since=0, until=0) for r in answer.rows if r.actor not in ("XXX", "YYY")]
        groups = {frozenset(r.actor for r in answer.rows if r.community == n) for n in range(1, answer.communities + 1)}
        return sorted(rows, key=lambda r: r.actor), groups - {frozenset({"XXX", "YYY"})}

    assert told(network(view(*deals, OTHER))) == told(network(view(*deals)))


@laws
@given(many())
def test_a_deal_with_further_sources_counts_no_more(deals):
    held = lived(deals)
    more = [msgspec.structs.replace(d, independent=9, claims=("c-1", "c-2", "c-3")) for d in held]
    for ask in (*OF_HOME.values(), lambda v: slippage(v, "2026-01-01"), lambda v: firsts(v, REGIONS), network):
        assert ask(view(*more)) == ask(view(*held))


@laws
@given(many())
def test_concentration_keeps_its_bounds(deals):
    for answer, shares in ((a := partners(view(*deals), HOME), [r.share for r in a.rows if r.share]), (b := inventory(view(*deals), HOME), [o.share for o in b.origins])):
        assert answer.hhi is None if not shares else 1 / len(shares) - 1e-9 <= answer.hhi <= 1 + 1e-9
