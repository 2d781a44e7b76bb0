"""What is told twice in other words is one thing, and what is denied does not stand as done."""

from tests.resolve.ledgers import actor, equipment, of_class, record
from wektor.resolve import derive

ANKA = equipment("Anka", "combat UAV", "eq:tai-anka")
TUR, KAZ = actor("TUR"), actor("KAZ")
ORDER = record("a", "order", TUR, KAZ, ANKA, number=3, date="2021-10", published="2021-10-29")


def test_a_course_is_one_whether_its_pilots_are_said_to_fly_drones_or_not() -> None:
    told = [record("a", "training", TUR, KAZ, date="2022", number=15), record("b", "training", TUR, KAZ, of_class("UAV"), date="2022", number=15)]
    (event,) = derive(told).events.values()
    assert len(event.claims) == 2


def test_an_event_bears_its_finest_date_and_a_fleet_given_up_is_not_the_one_that_serves() -> None:
    told = [record("a", "talks", TUR, KAZ, date="1991"), record("b", "talks", TUR, KAZ, date="1991"), record("c", "talks", TUR, KAZ, date="1991-12")]
    assert [e.date for e in derive(told).events.values()] == ["1991-12"]
    fleet = [record("a", "operation", TUR, KAZ, ANKA, status="ongoing", date="2021-12"), record("b", "operation", TUR, KAZ, ANKA, status="ended", date="2022")]
    assert sorted(e.status for e in derive(fleet).events.values()) == ["ended", "ongoing"]


def test_what_more_sources_deny_than_tell_is_denied_and_stays_a_conflict() -> None:
    seen = record("a", "operation", None, KAZ, ANKA, status="ongoing", published="2024-02-01")
    no = [record(doc, "order", TUR, KAZ, ANKA, status="denied", date="2021-10", published="2024-02-10") for doc in ("c", "b")]
    (deal,) = derive([seen, *no]).deals.values()
    assert deal.status == "denied" and [c.field for c in deal.conflicts] == ["status"]
    (open_,) = derive([ORDER, no[0]]).deals.values()
    assert open_.status == "ordered"


def test_the_memorandum_is_the_one_of_that_day_about_the_same_type() -> None:
    signed = record("a", "agreement", TUR, KAZ, ANKA, date="2022-05", attribute="memorandum", start=100)
    again = record("a", "agreement", actor("Sky", "TUR"), actor("Steppe", "KAZ"), date="2022-05", attribute="memorandum", start=300)
    tank = record("a", "order", TUR, KAZ, equipment("Altay", "tank", "eq:altay"), date="2021-10", start=10)
    assert sorted(len(d.claims) for d in derive([tank, signed, again]).deals.values()) == [1, 2]


def test_one_firm_making_one_thing_since_one_day_is_one_undertaking() -> None:
    plant = actor("Steppe Radio", "KAZ")
    told = [record("a", "production", None, plant, of_class("radio"), status="ongoing", date="2013/.."),
            record("b", "production", None, KAZ, of_class("radio"), status="ongoing", date="2013/.."),
            record("c", "production", None, plant, of_class("radio"), status="ongoing", published="2024-05-01")]  # fmt: skip
    assert len(derive(told).deals) == 1
    assert len(derive([*told, record("d", "production", None, actor("Other Works", "KAZ"), of_class("radio"), status="ongoing")]).deals) == 2


def test_a_wider_class_joins_the_narrower_deal_that_it_fits() -> None:
    ships = record("a", "agreement", actor("Falkon", "TUR"), actor("Zenit", "KAZ"), of_class("ship"), date="2023-07", attribute="other")
    venture = record("a", "venture", TUR, KAZ, date="2011", start=90)
    flow = record("a", "aid", TUR, KAZ, date="2010", start=50)
    navy = record("b", "order", actor("Falkon", "TUR"), KAZ, of_class("warship"), date="2023-07")
    deals = derive([ships, venture, flow, navy]).deals.values()
    assert sorted(tuple(c.value for c in d.items) for d in deals) == [(), (), ("class:warship", "class:ship")]
    boat = record("c", "order", actor("Falkon", "TUR"), KAZ, of_class("frigate"), date="2023-07")
    far = record("c", "order", actor("Falkon", "TUR"), KAZ, of_class("minehunter"), date="2023-07", start=70)
    assert len(derive([ships, venture, flow, boat, far]).deals) == 5, "two narrower deals fit as well: it joins neither"


def test_who_only_bid_gives_nothing() -> None:
    bid = record("b", "selection", actor("Falcon Works", "TUR"), KAZ, ANKA, published="2021-10-30")
    (deal,) = derive([record("a", "order", actor("Sky", "TUR"), KAZ, ANKA, date="2021-10", published="2021-10-29"), bid]).deals.values()
    assert [c.value for c in deal.givers] == ["org:ski-tur"]
