"""Deals: what belongs together, what does not, and what a deal says of its life."""

from tests.resolve.ledgers import actor, equipment, of_class, record
from wektor.resolve import derive

ANKA, TB2 = equipment("Anka", "combat UAV", "eq:tai-anka"), equipment("TB2", "combat UAV", "eq:bayraktar-tb2")
TUR, KAZ, UZB, CHN = actor("TUR"), actor("KAZ"), actor("UZB"), actor("CHN")
ORDER = record("a", "order", TUR, KAZ, ANKA, number=3, amount=45_000_000, date="2021-10", published="2021-10-29")


def only(*records):
    """The one deal of claims."""
    (deal,) = derive(records).deals.values()
    return deal


def count(*records) -> int:
    """How many deals claims make."""
    return len(derive(records).deals)


def test_order_and_delivery_are_stages_of_one_deal_and_slippage_is_a_subtraction() -> None:
    planned = record("b", "delivery", TUR, KAZ, ANKA, number=3, date="2022-12", published="2021-11-01", status="planned")
    came = record("c", "delivery", TUR, KAZ, ANKA, number=3, date="2023-05", published="2023-05-20")
    deal = only(ORDER, planned, came)
    assert [s.name for s in deal.stages] == ["mooted", "ordered", "delivered"]
    assert (deal.status, deal.slippage, deal.first, deal.last) == ("delivered", 5, "2021-10", "2023-05")
    assert [c.value for c in deal.ordered] == [3] and [c.value for c in deal.delivered] == [3]


def test_copies_of_one_wire_text_count_once() -> None:
    copy = record("b", "order", TUR, KAZ, ANKA, number=3, date="2021-10", published="2021-10-30", group="a")
    other = record("c", "order", TUR, KAZ, ANKA, number=3, date="2021-10", published="2021-10-31")
    assert only(ORDER, copy).independent == 1
    assert only(ORDER, copy, other).independent == 2
    assert only(ORDER, copy, other).ordered[0].independent == 2


def test_contradictions_stay_side_by_side_the_better_sourced_first() -> None:
    others = [record(f"b{i}", "order", TUR, KAZ, ANKA, number=5, date="2021-10", published="2021-11-02") for i in range(2)]
    deal = only(ORDER, *others)
    assert [(c.value, c.independent) for c in deal.ordered] == [(5, 2), (3, 1)]
    (conflict,) = (c for c in deal.conflicts if c.field == "ordered")
    assert conflict.words == "sources differ on how many: 5 pieces or 3 pieces"
    assert deal.confidence == round(sum(r.weight for r in deal.confidence_reasons), 3)


def test_another_taker_type_giver_or_time_is_another_deal() -> None:
    for other in (record("b", "order", TUR, UZB, ANKA, number=3, date="2021-10"), record("b", "order", TUR, KAZ, TB2, number=3, date="2021-10"),
                  record("b", "order", CHN, KAZ, ANKA, number=3, date="2021-10"), record("b", "order", TUR, KAZ, ANKA, number=8, date="2016-02")):  # fmt: skip
        assert count(ORDER, other) == 2


def test_a_class_alone_joins_the_one_deal_that_it_fits_and_says_why() -> None:
    vague = record("b", "delivery", TUR, KAZ, of_class("UAV"), number=3, date="2023-05", published="2023-05-20")
    deal = only(ORDER, vague)
    assert vague.id in deal.claims
    assert any(r.code == "item" and "class" in r.words for r in deal.joined[vague.id])
    assert count(ORDER, record("c", "order", TUR, KAZ, TB2, number=3, date="2021-10", published="2021-10-29"), vague) >= 2


def test_a_class_alone_does_not_join_a_deal_of_another_age() -> None:
    late = record("b", "order", TUR, KAZ, of_class("UAV"), number=3, date="2009", published="2009-05-20")
    assert count(ORDER, late) == 2


def test_tanks_and_trucks_named_by_class_alone_are_two_matters() -> None:
    assert count(record("a", "order", CHN, KAZ, of_class("tank"), date="2021"), record("b", "order", CHN, KAZ, of_class("truck"), date="2021")) == 2


def test_talks_and_exercises_are_events_told_once() -> None:
    first = record("a", "talks", TUR, KAZ, None, date="2022-05-10", published="2022-05-11")
    again = record("b", "talks", TUR, KAZ, None, date="2022-05-11", published="2022-05-12")
    later = record("c", "talks", TUR, KAZ, None, date="2023-01-11", published="2023-01-12")
    vague = record("d", "exercise", TUR, KAZ, None, date="2010/2020", published="2021-01-12")
    view = derive([first, again, later, vague])
    assert not view.deals
    assert sorted(len(e.claims) for e in view.events.values()) == [1, 1, 2]


def test_a_fleet_that_is_part_of_no_deal_is_an_event() -> None:
    view = derive([record("a", "operation", TUR, KAZ, ANKA, number=3, date="2022")])
    assert not view.deals and [e.kind for e in view.events.values()] == ["operation"]


def test_training_serves_the_deal_over_its_type() -> None:
    view = derive([ORDER, record("b", "training", TUR, KAZ, ANKA, date="2022-02", published="2022-02-10")])
    (deal,), (event,) = view.deals, view.events.values()
    assert event.deal == deal


def test_new_firms_gather_under_the_name_met_first_and_near_ones_queue() -> None:
    rows = [record(f"d{i}", "order", actor(name, "TUR"), KAZ, ANKA, published=f"2022-0{i + 1}-01")
            for i, name in enumerate(("Tarvek Defence Systems", "Tarvek Savunma Sistemleri A.Ş.", "Тарвек оборонные системы", "Tarvek Shipyard"))]  # fmt: skip
    view = derive(rows)
    firms = {e.id: {n.text for n in e.names} for e in view.entities.values() if e.kind == "other"}
    assert sorted(map(len, firms.values())) == [1, 3]
    assert all(e.merges or len(e.names) == 1 for e in view.entities.values() if e.kind == "other")
    assert any("Tarvek Shipyard" in (d.left, d.right) for d in view.unsure)
