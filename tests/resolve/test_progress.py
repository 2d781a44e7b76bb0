"""How far a deal has got, and which of what sources say cannot hold together."""

import msgspec
import pytest

from tests.resolve.ledgers import actor, equipment, record
from wektor.resolve import derive

ANKA = equipment("Anka", "combat UAV", "eq:tai-anka")
TUR, KAZ = actor("TUR"), actor("KAZ")


def told(doc, kind="order", status="done", published="2022-01-10", confidence=0.8, **more):
    """A claim about the drones."""
    held = record(doc, kind, TUR, KAZ, ANKA, status=status, published=published, **more)
    return msgspec.structs.replace(held, claim=msgspec.structs.replace(held.claim, confidence=confidence))


def outcome(*claims) -> tuple[str, list[str]]:
    """Status and the fields in conflict of the one deal."""
    (deal,) = derive(claims).deals.values()
    return deal.status, [c.field for c in deal.conflicts]


def test_one_article_is_counted_for_the_surer_of_what_it_tells_and_denies() -> None:
    rumour, denial = told("a", confidence=0.6), told("a", status="denied", confidence=0.9, start=100)
    assert outcome(rumour, denial) == ("denied", [])
    assert outcome(told("a", confidence=0.95), denial) == ("ordered", [])
    assert outcome(told("b"), denial) == ("ordered", ["status"])


def test_a_denied_delivery_leaves_the_order_alone() -> None:
    nothing_came = [told(doc, "delivery", "denied", "2023-02-01") for doc in "bc"]
    assert outcome(told("a"), *nothing_came) == ("ordered", [])
    assert outcome(told("a"), told("d", "delivery", published="2023-02-01"), *nothing_came) == ("ordered", ["status"])


def test_what_comes_about_after_it_was_denied_contradicts_nothing() -> None:
    denied = told("a", "production", "denied", "2024-06-14")
    assert outcome(denied, told("b", "production", "ongoing", "2024-11-22")) == ("produced", [])
    assert outcome(denied, told("b", "production", "done", "2024-11-22", date="2024-09")) == ("produced", [])
    assert outcome(denied, told("b", "production", "done", "2024-11-22", date="2024-02")) == ("produced", ["status"])


def test_what_was_told_or_happened_before_the_end_does_not_say_that_it_goes_ahead() -> None:
    end = told("b", status="ended", published="2023-05-01", date="2023-04")
    assert outcome(told("a", date="2021-10"), end) == ("ended", [])
    assert outcome(told("c", date="2021-10", published="2024-01-01"), told("a", date="2021-10"), end) == ("ended", []), "history"
    assert outcome(told("a", date="2021-10"), end, told("c", "delivery", date="2023-09", published="2023-10-01")) == ("delivered", ["status"])


def test_one_article_that_ends_what_it_told_contradicts_nobody() -> None:
    assert outcome(told("a", date="2021-10"), told("a", status="ended", start=200, date="2023")) == ("ended", [])


def test_a_source_that_tells_two_dates_holds_them_apart() -> None:
    signed, again = (told("a", "agreement", date=d, start=n, published="2022-01-10") for n, d in enumerate(("2021-03", "2021-05")))
    assert outcome(signed, again)[1] == []
    assert outcome(signed, told("b", "agreement", date="2021-05"))[1] == ["agreed date"]


@pytest.mark.parametrize(("kind", "conflicts"), [("order", ["ordered"]), ("production", [])])
def test_what_is_made_is_made_in_parts_and_what_is_ordered_is_a_number(kind: str, conflicts: list[str]) -> None:
    assert outcome(told("a", kind, number=24), told("b", kind, number=20))[1] == conflicts


def test_the_number_ordered_is_not_that_of_a_part_made_here_or_of_what_is_denied() -> None:
    whole, part, no = told("a", number=36), told("a", "production", number=15, start=300), told("c", status="denied", number=40)
    (deal,) = derive([whole, part, no]).deals.values()
    assert [c.value for c in deal.ordered] == [36]
