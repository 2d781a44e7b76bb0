"""What is fielded: origins, makers, numbers, classes that hang on one supplier."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.analysis.makers import HOME, actor, cell, deal, many, record, stage, view
from wektor.analysis import inventory
from wektor.model.register import Entity, Event

FLEET = record("c-1", "2023-05-01", kind="operation", status="ongoing", operator=(actor(HOME),), maker=(actor("RUS"), actor("RUS", "org:mig")), quantity=20)
REPORT = Event(id="e-1", kind="operation", status="ongoing", date=None, parties=(), states=(HOME, "RUS"), items=("eq:jet",), claims=("c-1",))
HELD = view(
    deal("d-1", ("TUR",), status="delivered", items=(cell("eq:drone"),), cls="UAV", ordered=(cell(6),), firms=(cell("org:tai"),)),
    deal("d-2", ("CHN",), status="ordered", items=(cell("eq:drone"),), cls="UAV", ordered=(cell(4),)),
    deal("d-3", ("ARE",), status="delivered", items=(cell("eq:wing"),), cls="UAV", delivered=(cell(2),)),
    deal("d-4", ("TUR",), status="mooted", items=(cell("eq:ship"),), cls="ship", ordered=(cell(5),)), deal("d-5", status="ended", items=(cell("eq:x"),)), deal("d-6", items=()),
    events=(REPORT,), claims=(FLEET,), entities=(Entity(id="eq:wing", kind="equipment", name="Wing", state="CHN"), Entity(id="eq:jet", kind="equipment", name="Jet", cls="fighter")),
)  # fmt: skip


def test_figures_by_hand():
    answer = inventory(HELD, HOME)
    assert [(r.item, r.cls, r.origins, r.suppliers, r.makers, r.standing) for r in answer.rows] == [
        ("eq:drone", "UAV", ("CHN", "TUR"), ("CHN", "TUR"), ("org:tai",), "delivered"), ("eq:jet", "fighter", ("RUS",), (), ("org:mig",), "in service"),
        ("eq:ship", "ship", ("TUR",), ("TUR",), (), "planned"), ("eq:wing", "UAV", ("CHN",), ("ARE",), (), "delivered")]  # fmt: skip
    assert [(r.sought, r.ordered, r.delivered, r.serving) for r in answer.rows] == [(0, 10, 6, 0), (0, 0, 0, 20), (5, 0, 0, 0), (0, 0, 2, 0)]
    assert [(c.cls, c.types, c.units, c.suppliers, c.hangs_on) for c in answer.classes] == [
        ("UAV", 2, 8, ("ARE", "CHN", "TUR"), None), ("fighter", 1, 20, ("RUS",), "RUS")]  # fmt: skip
    assert {o.origin: (o.types, round(o.share, 3), o.units) for o in answer.origins} == {"CHN": (1.5, 0.5, 5), "RUS": (1, 0.333, 20), "TUR": (0.5, 0.167, 3)}
    assert answer.hhi == pytest.approx(0.25 + 1 / 9 + 1 / 36) and answer.effective == pytest.approx(1 / answer.hhi)
    assert answer.coverage.left_out == {"ended": ("d-5",), "no item is named": ("d-6",)}


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(many())
def test_laws(deals):
    answer = inventory(view(*deals), HOME)
    assert not answer.origins or sum(o.share for o in answer.origins) == pytest.approx(1)
    assert all(c.suppliers == (c.hangs_on,) for c in answer.classes if c.hangs_on)
    assert inventory(view(*deals, deal("d-other", ("AAA",), ("ZZZ",), status="delivered")), HOME) == answer


@pytest.mark.parametrize(("status", "standing", "sought"), [("mooted", "planned", 4), ("agreed", "agreed", 4), ("produced", "in production", 0), ("ordered", "on order", 0)])
def test_what_is_only_sought_is_not_on_order(status, standing, sought):
    row = inventory(view(deal("d-1", status=status, ordered=(cell(4),))), HOME).rows[0]
    assert (row.standing, row.sought, row.ordered) == (standing, sought, 4 - sought)


def test_who_only_bids_or_is_asked_supplies_nothing_where_another_does():
    told = [deal("d-1", ("TUR",), status="delivered"), deal("d-2", ("CHN",), kind="selection", status="mooted"), deal("d-3", ("THA",), kind="agreement", status="agreed")]
    (row,) = inventory(view(*told), HOME).rows
    assert row.suppliers == ("TUR",)
    (sought,) = inventory(view(told[1]), HOME).rows
    assert sought.suppliers == ("CHN",)


def test_a_fleet_is_told_as_of_what_came_not_of_what_is_due():
    came = deal("d-1", status="delivered", first="2021", last="2029", stages=(stage("delivered", planned=("2029",), actual=("2022", "2023-05")),))
    assert [r.day for r in inventory(view(came), HOME).rows] == ["2023-05-31"]
