"""A plan is due when it was foretold, not when it was announced."""

from tests.analysis.makers import cell, deal, stage, view
from tests.resolve.ledgers import actor, equipment, record
from wektor.analysis import localisation, slippage
from wektor.model.register import Stage

ANKA = equipment("Anka", "combat UAV", "eq:tai-anka")
DAY = "2026-06-30"


def plan(date, published, doc="a", **more):
    return record(doc, "production", actor("TUR"), actor("KAZ"), ANKA, date=date, published=published, status="planned", **more)


def planned(*records, actual=()):
    """A deal whose making was planned by claims, each for its date."""
    cells = tuple(cell(r.claim.date, sources=(r.id,)) for r in records)
    made = Stage(name="produced", planned=cells, actual=tuple(cell(d) for d in actual))
    return view(deal("d-1", ("TUR",), ("KAZ",), kind="production", stages=(stage("agreed", actual=["2022-05"]), made), claims=tuple(r.id for r in records)), claims=records)


def rows(held):
    return [(r.planned, r.newest, r.standing) for r in slippage(held, DAY).rows]


def test_what_was_signed_with_the_plan_is_no_date_of_it():
    assert rows(planned(plan("2022-05", "2022-05-10"), plan("2024", "2023-12-05", "b"))) == [("2024", "2024", "overdue")]
    assert rows(planned(plan("2022-05", "2022-05-10"))) == []


def test_a_plan_told_when_its_date_had_passed_was_announced_then():
    assert rows(planned(plan("2023-11", "2023-12-05"))) == []
    assert rows(planned(plan("2023-11", "2023-12-05"), actual=["2024-02"])) == [("2023-11", "2023-11", "came")]
    assert rows(planned(plan("2024", "2023-12-05"))) == [("2024", "2024", "overdue")] and rows(planned(plan("2024", None))) == [("2024", "2024", "overdue")]


def test_the_ladder_tells_when_a_rung_is_due():
    early, due = plan("2022-05", "2023-12-05", attribute="assembly"), plan("2024", "2023-12-05", "b", attribute="assembly")
    held = deal("d-1", ("TUR",), ("KAZ",), kind="production", localisation=(cell("assembly", sources=(early.id, due.id)),), claims=(early.id, due.id))
    assert [(r.planned, r.claims) for r in localisation(view(held, claims=(early, due)), "KAZ").rows] == [("2024", (due.id, early.id))]
    alone = deal("d-1", ("TUR",), ("KAZ",), kind="production", localisation=(cell("assembly", sources=(early.id,)),), claims=(early.id,))
    assert [r.planned for r in localisation(view(alone, claims=(early,)), "KAZ").rows] == ["2022-05"]
