"""The chronicle: steps as claims tell of them, each once, what came before what was planned for it."""

from tests.resolve.ledgers import actor, equipment, record
from wektor.analysis import chronicle
from wektor.resolve import derive

ANKA = equipment("Anka", "combat UAV", "eq:tai-anka")
TUR, KAZ = actor("TUR"), actor("KAZ")


def told(*records):
    return [(h.date, h.kind, h.attribute, h.status) for h in chronicle(derive(records), "KAZ").rows]


def test_steps_are_named_by_their_claims_and_ordered_by_time():
    order = record("a", "order", TUR, KAZ, ANKA, number=3, date="2021-10", published="2021-10-29")
    came = record("b", "delivery", TUR, KAZ, ANKA, number=3, date="2023-05", published="2023-05-20")
    assert told(came, order) == [("2021-10", "order", None, "done"), ("2023-05", "delivery", None, "done")]
    (first, _) = chronicle(derive([order, came]), "KAZ").rows
    assert first.amount == 3 and first.unit == "pieces" and first.items == ("eq:tai-anka",) and first.claims == (order.id,)


def test_what_came_hides_its_plan_and_parts_stand_each_for_itself():
    order = record("a", "order", TUR, KAZ, ANKA, number=3, date="2021-10", published="2021-10-29")
    plan = record("b", "delivery", TUR, KAZ, ANKA, number=3, date="2022-12", published="2021-11-01", status="planned")
    one, two = (record(d, "delivery", TUR, KAZ, ANKA, number=n, date=when, published=when + "-20") for d, n, when in (("c", 1, "2023-05"), ("d", 2, "2023-09")))
    assert told(order, plan, one, two)[1:] == [("2023-05", "delivery", None, "done"), ("2023-09", "delivery", None, "done")]
    assert told(order, plan)[1:] == [("2022-12", "delivery", None, "planned")]


def test_an_instrument_that_is_named_hides_the_one_that_is_not():
    memo = record("a", "agreement", TUR, KAZ, ANKA, date="2022-05", published="2022-05-10", attribute="memorandum")
    bare = record("b", "agreement", TUR, KAZ, ANKA, date="2022-05", published="2022-05-11")
    assert told(memo, bare) == [("2022-05", "agreement", "memorandum", "done")]


def test_of_two_states_only_what_joins_them_and_what_has_no_date_is_left_out():
    joint = record("a", "order", TUR, KAZ, ANKA, date="2021", published="2021-10-29")
    other = record("b", "order", actor("CHN"), KAZ, equipment("Wing Loong", "combat UAV", "eq:wing-loong"), date="2016", published="2021-10-29")
    undated = record("c", "training", TUR, KAZ, published=None)
    found = chronicle(derive([joint, other, undated]), "KAZ", "TUR")
    assert [h.date for h in found.rows] == ["2021"] and [*found.coverage.left_out] in ([], ["no date"])
    assert len(chronicle(derive([joint, other]), "KAZ").rows) == 2


def test_a_plan_is_announced_on_the_day_of_its_signing_and_due_on_another():
    signed = record("a", "production", TUR, KAZ, ANKA, date="2022-05-13", published="2023-05-31", status="planned")
    due = record("b", "production", TUR, KAZ, ANKA, date="2024", published="2023-12-05", status="planned")
    assert told(signed, due) == [("2022-05-13", "production", None, "announced"), ("2024", "production", None, "planned")]
    undated = record("a", "production", TUR, KAZ, ANKA, date="2022-05-13", published=None, status="planned")
    assert told(undated) == [("2022-05-13", "production", None, "planned")]
    late = record("c", "delivery", TUR, KAZ, ANKA, date="2022-05-13", published="2023-05-31", status="planned")
    assert told(late) == [("2022-05-13", "delivery", None, "planned")]
