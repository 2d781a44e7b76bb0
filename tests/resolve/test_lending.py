"""What an article says of one matter is not lent to another that it cannot mean."""

from tests.resolve.ledgers import actor, equipment, of_class, record
from wektor.resolve import derive

ANKA = equipment("Anka", "combat UAV", "eq:tai-anka")
TUR, KAZ = actor("TUR"), actor("KAZ")
PLAN = record("a", "production", TUR, KAZ, ANKA, date="2024", published="2023-12-04", status="planned", start=100, attribute="assembly")
SIGNED = record("a", "agreement", actor("Turkish Aerospace", "TUR"), actor("Kazakhstan Engineering", "KAZ"), date="2022-05", published="2023-12-04", start=200, attribute="memorandum")
FLEET = record("a", "operation", TUR, KAZ, ANKA, published="2023-12-04", status="ongoing", start=900)


def items(*records, kind):
    return {str(c.value) for d in derive(records).deals.values() if d.kind == kind for c in d.items}


def test_an_accord_of_the_same_time_is_about_the_type_and_one_of_years_before_is_not() -> None:
    early = record("a", "agreement", TUR, KAZ, date="1993", published="2023-12-04", start=300, attribute="treaty")
    assert not items(PLAN, SIGNED, early, kind="agreement") and len(derive([PLAN, SIGNED]).deals) == 1
    assert not items(PLAN, SIGNED, record("a", "aid", TUR, KAZ, date="1997/1999", published="2023-12-04", start=400), kind="aid")


def test_what_is_only_fielded_is_not_what_an_accord_or_a_plant_is_about() -> None:
    assert not items(FLEET, record("a", "agreement", TUR, KAZ, date="1993", published="2023-12-04", start=300), kind="agreement")
    made = record("a", "production", None, actor("Steppe Plant", "KAZ"), of_class("UAV"), date="2023-08", published="2023-12-04", start=500)
    assert items(FLEET, made, kind="production") == {"class:UAV"}


def test_a_plant_of_another_firm_makes_something_else() -> None:
    made = record("a", "production", None, actor("Steppe Plant", "KAZ"), of_class("UAV"), date="2023-08", published="2023-12-04", start=500)
    assert sorted(d.item for d in derive([PLAN, SIGNED, made]).deals.values()) == ["class:UAV", "eq:tai-anka"]


def test_having_a_type_is_not_making_it() -> None:
    view = derive([PLAN, SIGNED, FLEET])
    assert [d.status for d in view.deals.values()] == ["agreed"] and [e.kind for e in view.events.values()] == ["operation"]


def test_what_another_state_gives_is_not_the_type() -> None:
    undirected = record("a", "production", None, KAZ, ANKA, published="2023-12-04", status="planned", start=150, attribute="assembly")
    korean = record("a", "production", actor("KOR"), KAZ, of_class("combat UAV"), date="2023-11", published="2023-12-04", status="planned", start=600)
    assert "class:combat-UAV" in items(PLAN, SIGNED, undirected, korean, kind="production")
