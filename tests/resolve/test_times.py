"""What one article tells of several times stays apart: early accords, an order, and an agreement to make the same type."""

from tests.resolve.ledgers import actor, equipment, record
from wektor.model.register import Deal
from wektor.resolve import derive
from wektor.resolve.designations import bare
from wektor.resolve.facts import days_of, distance

TUR, KAZ = actor("TUR"), actor("KAZ")
ANKA = equipment("Anka", "combat UAV", "eq:tai-anka")
MAKING = record("a", "production", TUR, KAZ, ANKA, date="2024", status="planned", start=300)
MEMORANDUM = record("a", "agreement", TUR, KAZ, ANKA, date="2022-05", start=200)


def home(view, claim) -> Deal:
    return view.deals[view.homes[claim.id]]


def test_an_accord_of_another_age_is_lent_no_equipment() -> None:
    early = record("a", "agreement", TUR, KAZ, date="1993", start=100)
    late = record("a", "agreement", TUR, KAZ, date="2022-05", start=400)
    view = derive([early, MEMORANDUM, MAKING, late])
    assert home(view, early).items == () and home(view, late).id == home(view, MEMORANDUM).id == home(view, MAKING).id
    undated = record("a", "agreement", TUR, KAZ, start=500)
    assert home(derive([undated, MEMORANDUM, MAKING]), undated).item == "eq:tai-anka"


def test_what_is_to_come_of_an_order_is_lent_its_equipment() -> None:
    order, coming = record("a", "order", TUR, KAZ, ANKA, date="2022-05"), record("a", "delivery", TUR, KAZ, date="2027", status="planned", start=90)
    assert home(derive([order, coming]), coming).item == "eq:tai-anka"


def test_an_agreement_to_make_is_not_an_order_of_another_time() -> None:
    order = record("a", "order", TUR, KAZ, ANKA, number=3, date="2021-10")
    view = derive([order, MEMORANDUM, MAKING])
    assert home(view, order).kind == "order" and home(view, MEMORANDUM).kind == home(view, MAKING).kind == "production"
    at_once = record("a", "order", TUR, KAZ, ANKA, number=3, date="2022-05")
    view = derive([at_once, MEMORANDUM])
    assert home(view, at_once).id == home(view, MEMORANDUM).id


def test_bare_accords_of_following_years_are_several() -> None:
    view = derive([record("a", "agreement", TUR, KAZ, date=year, start=n * 100) for n, year in enumerate(("2009", "2010", "2011"))])
    assert len(view.deals) == 3


def test_dates_that_exclude_each_other_are_as_far_apart_as_their_middles() -> None:
    assert distance(days_of("2009"), days_of("2010")) == 365
    assert distance(days_of("2021"), days_of("2021-05")) == 0
    assert distance(days_of("2022-05"), days_of("2022-06")) == 30.5


def test_a_variant_is_named_by_its_designation_alone() -> None:
    told = {"jet fighters Su-30SM": "Su-30SM", "Su-30SM": "Su-30SM", "Pars III vehicles": "Pars III", "drones": "drones", "RBS 70 sights": "RBS 70"}
    assert {text: bare(text) for text in told} == told
    uses = [record(d, "order", TUR, KAZ, equipment(text, "fighter")) for d, text in (("a", "fighters Su-30SM"), ("b", "Su-30SM fighters"))]
    assert "Su-30SM" in {e.name for e in derive(uses).entities.values()}
