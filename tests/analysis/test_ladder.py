"""The ladder of localisation and what trainings add, told from claims as articles give them."""

from tests.analysis.makers import HOME, cell, deal, view
from wektor.analysis import localisation, partners, whatif
from wektor.model import Actor, Claim, Evidence
from wektor.model.register import ClaimRecord, Event


def actor(state):
    return Actor(id=f"state:{state}", name=state, state=state, text=state, start=0, end=3)


def record(id, kind, status, date=None, attribute=None, **roles):
    claim = Claim(doc="a", kind=kind, attribute=attribute, status=status, date=date, evidence=Evidence(0, 3, "abc"),
                  roles={role: tuple(actor(s) for s in states) for role, states in roles.items()})  # fmt: skip
    return ClaimRecord(id=id, document="a", copy_group="a", claim=claim, published="2024-01-01")


CLAIMS = (
    record("c-1", "production", "planned", "2022", "assembly", producer=[HOME], licensor=["AAA"], parts_supplier=["BBB"]),
    record("c-2", "production", "done", "2024-05", "assembly", producer=[HOME], licensor=["AAA"]),
    record("c-3", "production", "planned", "2025", "manufacture", producer=[HOME], licensor=["AAA"]),
    record("c-4", "production", "done", "2001", "development", producer=["AAA"]),
    record("c-5", "training", "done", "2023", supplier=["AAA"], recipient=[HOME]),
    record("c-6", "training", "done", "2023", supplier=[HOME], recipient=["AAA"]),
)
LADDER = deal("d-1", kind="production", status="produced", claims=("c-1", "c-2", "c-3", "c-4"), localisation=(
    cell("assembly", sources=("c-1", "c-2")), cell("manufacture", sources=("c-3",)), cell("development", sources=("c-4",))))  # fmt: skip
TRAININGS = tuple(Event(id=f"e-{n}", kind="training", status="done", date="2023", parties=(), states=("AAA", HOME), claims=(f"c-{n}",)) for n in (5, 6))
HELD = view(LADDER, deal("d-2", kind="aid"), events=TRAININGS, claims=CLAIMS)


def test_rungs_stand_with_their_dates_and_foreign_parts():
    answer = localisation(HELD, HOME)
    assert [(r.rung, r.partner, r.planned, r.reached, r.standing, r.parts_from, r.claims) for r in answer.rows] == [
        ("manufacture", "AAA", "2025", None, "planned", (), ("c-3",)), ("assembly", "AAA", "2022", "2024-05", "reached", ("BBB",), ("c-1", "c-2"))]  # fmt: skip
    assert answer.highest == "assembly" and answer.coverage.left_out == {"no rung of the ladder is named": ("d-2",)}


def test_what_is_made_elsewhere_is_no_rung_here():
    assert "development" not in {r.rung for r in localisation(HELD, HOME).rows}
    assert localisation(HELD, "ZZZ").rows == ()


def test_trainings_count_for_who_is_taught():
    row = partners(HELD, HOME).rows[0]
    assert (row.partner, row.makes, row.gives, row.teaches, row.events) == ("AAA", 1, 1, 1, ("e-5",))


def test_parts_and_training_are_lost_too():
    assert [r.losses for r in whatif(HELD, HOME, "BBB").rows] == [("parts",)]
    lost = {loss for r in whatif(HELD, HOME, "AAA").rows for loss in r.losses}
    assert lost == {"production", "supplier", "training"}


def test_local_shares_stand_on_the_rung_of_their_claim_or_on_the_highest():
    told = {"c-1": 0.4, "c-2": 0.35, "c-x": 0.7}
    more = record("c-x", "technology_transfer", "planned", supplier=["AAA"], recipient=[HOME])
    held = deal("d-1", kind="production", status="produced", claims=("c-1", "c-2", "c-3", "c-x"), localisation=LADDER.localisation[:2])
    rows = localisation(view(held, claims=(*CLAIMS, more)), HOME, lambda r: told.get(r.id)).rows
    assert [(r.rung, r.local, r.local_planned, r.claims) for r in rows] == [
        ("manufacture", None, 0.7, ("c-3", "c-x")), ("assembly", 0.35, 0.4, ("c-1", "c-2"))]  # fmt: skip
