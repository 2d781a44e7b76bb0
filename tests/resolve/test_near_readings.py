"""Claims that say nearly the same, as reading leaves them: one deal where they are one, two where each was news of its own."""

import msgspec

from tests.resolve.ledgers import actor, equipment, record
from wektor.resolve import derive

ANKA = equipment("Anka", "combat UAV", "eq:tai-anka")
TUR, KAZ, KOR = actor("TUR"), actor("KAZ"), actor("KOR")
ORDER = record("a", "order", TUR, KAZ, ANKA, number=30, date="2021-10-05", published="2021-10-29")


def with_parties(claim, *parties):
    """The agreement between these."""
    told = msgspec.structs.replace(claim.claim, roles=claim.claim.roles | {"party": parties})
    return msgspec.structs.replace(claim, claim=told)


def test_two_orders_of_one_number_each_news_in_its_year_are_two_deals() -> None:
    again = record("b", "order", actor("Turkish Aerospace", "TUR"), KAZ, ANKA, number=30, date="2024-08-01", published="2024-08-03")
    first = record("c", "order", actor("Turkish Aerospace", "TUR"), KAZ, ANKA, number=30, date="2021-10-05", published="2021-10-06")
    assert len(derive([first, again]).deals) == 2
    late = record("b", "order", actor("Turkish Aerospace", "TUR"), KAZ, ANKA, number=30, date="2024-08-01", published="2021-10-06")
    assert len(derive([first, late]).deals) == 1, "a date that cannot be read right parts nothing"


def test_an_order_numbered_by_what_came_of_it_joins_the_larger_one_and_contradicts_nothing() -> None:
    came = record("b", "delivery", TUR, KAZ, ANKA, number=6, date="2023-02", published="2023-02-20")
    ordered = record("b", "order", TUR, KAZ, ANKA, number=6, published="2023-02-20")
    (deal,) = derive([ORDER, came, ordered]).deals.values()
    assert [c.value for c in deal.ordered] == [30] and [c.value for c in deal.delivered] == [6] and not deal.conflicts
    whole = derive([came, ordered]).deals.values()
    assert [[c.value for c in d.ordered] for d in whole] == [[6]], "with nothing larger told it is the number of the order"


def test_in_one_sentence_a_type_does_not_go_both_ways() -> None:
    given = record("a", "aid", KAZ, KOR, ANKA, date="2021-10", published="2021-10-29")
    back = record("a", "delivery", KOR, KAZ, ANKA, date="2021-10", published="2021-10-29")
    sure = msgspec.structs.replace(given, claim=msgspec.structs.replace(given.claim, confidence=0.9))
    (deal,) = derive([sure, back]).deals.values()
    assert (deal.giver_states, deal.taker_states) == (("KAZ",), ("KOR",))
    elsewhere = record("a", "delivery", KOR, KAZ, ANKA, date="2021-10", published="2021-10-29", start=500)
    assert len(derive([sure, elsewhere]).deals) == 2


def test_makers_who_work_together_are_the_owner_of_the_design_and_its_partner() -> None:
    licence = record("a", "production", actor("Turkish Aerospace", "TUR"), actor("Kazakhstan Engineering", "KAZ"), ANKA, date="2024-08", published="2024-09-04")
    both = record("b", "production", None, actor("Kazakhstan Engineering", "KAZ"), ANKA, published="2024-09-02")
    makers = (*both.claim.roles["producer"], actor("Turkish Aerospace", "TUR"))
    together = msgspec.structs.replace(both, claim=msgspec.structs.replace(both.claim, roles=both.claim.roles | {"producer": makers}))
    (deal,) = derive([licence, together]).deals.values()
    assert (deal.giver_states, deal.taker_states) == (("TUR",), ("KAZ",))


def test_of_several_contracts_in_one_sentence_each_has_its_own_sides() -> None:
    drones = record("a", "order", TUR, KAZ, ANKA, number=3, amount=90, date="2023-05-25", published="2023-05-26")
    jets = record("a", "order", KOR, KAZ, equipment("FA-50", "combat aircraft", "eq:fa-50"), number=18, date="2023-05-25", published="2023-05-26")
    signed = with_parties(record("a", "agreement", KAZ, TUR, ANKA, date="2023-05-25", published="2023-05-26"), KAZ, KOR, TUR)
    deals = derive([drones, jets, signed]).deals.values()
    assert sorted((d.giver_states, d.taker_states, len(d.claims)) for d in deals) == [(("KOR",), ("KAZ",), 1), (("TUR",), ("KAZ",), 2)]


def test_an_agency_that_buys_is_no_maker_that_another_firm_would_contradict() -> None:
    bought = record("a", "order", actor("Turkish Aerospace", "TUR"), actor("Armament Agency of Kazakhstan", "KAZ"), ANKA, number=30, date="2021-10", published="2021-10-29")
    made = record("b", "production", actor("Turkish Aerospace", "TUR"), actor("Steppe Plant", "KAZ"), ANKA, date="2022", published="2022-10-30", status="planned")
    told = record("b", "order", actor("Turkish Aerospace", "TUR"), KAZ, ANKA, number=30, date="2021-10", published="2022-10-30", start=200)
    assert len(derive([bought, told, made]).deals) == 1


def test_what_came_without_a_day_is_of_the_deal_told_beside_it() -> None:
    second = record("b", "order", TUR, KAZ, ANKA, number=8, date="2024-05", published="2024-05-20")
    first = record("c", "order", TUR, KAZ, ANKA, number=30, date="2021-10", published="2024-05-21")
    rest = record("c", "delivery", TUR, KAZ, ANKA, published="2024-05-21", start=100)
    homes = derive([ORDER, second, first, rest]).homes
    assert homes[rest.id] == homes[first.id] != homes[second.id]


def test_a_firm_of_no_one_state_gives_where_the_article_has_it_so() -> None:
    airbus, h145 = actor("Airbus Helicopters"), equipment("H145M", "helicopter", "eq:h145m")
    over = record("a", "production", airbus, actor("Steppe Plant", "KAZ"), h145, status="ended", attribute="assembly")
    owned = with_parties(record("a", "venture", airbus, KAZ, h145, start=100), airbus, KAZ)
    (deal,) = derive([over, owned]).deals.values()
    assert [c.value for c in deal.givers] == ["org:airbus-helicopters"] and deal.taker_states == ("KAZ",)


def test_of_firms_that_one_article_has_sell_the_same_in_turn_the_surest_counts() -> None:
    order = record("a", "order", actor("Turkish Aerospace", "TUR"), KAZ, ANKA, number=3, date="2021-10", published="2024-01-10")
    sure = msgspec.structs.replace(order, claim=msgspec.structs.replace(order.claim, confidence=0.95))
    came = record("a", "delivery", actor("Baykar", "TUR"), KAZ, ANKA, number=3, date="2023-08", published="2024-01-10", start=300)
    assert [c.value for c in next(iter(derive([sure, came]).deals.values())).givers] == ["org:turkish-aerospace-industries"]
    elsewhere = record("b", "delivery", actor("Baykar", "TUR"), KAZ, ANKA, number=3, date="2023-08", published="2024-01-10")
    assert len(next(iter(derive([sure, elsewhere]).deals.values())).givers) == 2, "another source says otherwise"


def test_an_option_is_an_order_of_its_own_when_it_is_told_beside_another_number() -> None:
    firm = actor("Turkish Aerospace", "TUR")
    signed = record("a", "order", firm, KAZ, ANKA, number=8, amount=96, date="2021-03-15", published="2021-03-16")
    option = record("a", "order", firm, KAZ, ANKA, number=4, amount=96, status="planned", published="2021-03-16", start=100)
    exercised = record("b", "order", firm, KAZ, ANKA, number=4, published="2023-06-12")
    first, second = sorted(derive([signed, option, exercised]).deals.values(), key=lambda d: len(d.claims))
    assert ([c.value for c in first.ordered], [c.value for c in second.ordered]) == ([8], [4])
    assert not second.value, "the sum is paid for the first number"


def test_what_is_to_be_bought_years_after_a_signing_is_another_purchase_and_a_plant_is_not() -> None:
    later = {"order": 2, "production": 1}
    for kind, deals in later.items():
        signed = record("a", "order" if kind == "order" else "agreement", TUR, KAZ, ANKA, number=8 if kind == "order" else None, date="2021-03", published="2021-03-16")
        planned = record("b", kind, TUR, KAZ, ANKA, number=6 if kind == "order" else None, date="2025", status="planned", published="2023-12-20")
        assert len(derive([signed, planned]).deals) == deals, kind


def test_a_delivery_that_is_only_planned_has_not_come_before() -> None:
    signed = record("a", "order", TUR, KAZ, ANKA, number=12, date="2021-03-15", published="2021-03-16")
    due = record("a", "delivery", TUR, KAZ, ANKA, number=12, date="2022-09", status="planned", published="2021-03-16", start=100)
    rest = record("b", "delivery", TUR, KAZ, ANKA, number=6, date="2023-06", published="2023-06-12")
    assert len(derive([signed, due, rest]).deals) == 1


def test_what_is_given_up_is_no_number_ordered() -> None:
    signed = record("a", "order", TUR, KAZ, ANKA, number=30, date="2019-06", published="2019-06-20")
    ended = record("b", "order", TUR, KAZ, ANKA, number=20, date="2021-05", status="ended", published="2021-05-14")
    (deal,) = derive([signed, ended]).deals.values()
    assert ([c.value for c in deal.ordered], deal.status, deal.conflicts) == ([30], "ended", ())


def test_one_number_of_a_type_does_not_go_both_ways_in_one_article() -> None:
    sold = record("a", "order", KAZ, KOR, ANKA, number=10, published="2023-02-10")
    sure = msgspec.structs.replace(sold, claim=msgspec.structs.replace(sold.claim, confidence=0.95))
    paid = record("a", "aid", KOR, KAZ, ANKA, number=10, published="2023-02-10", start=300)
    assert {(d.giver_states, d.taker_states) for d in derive([sure, paid]).deals.values()} == {(("KAZ",), ("KOR",))}


def test_more_to_be_bought_long_after_a_signing_is_another_purchase() -> None:
    signed = record("a", "order", TUR, KAZ, ANKA, number=30, amount=103, date="2022-09-01", published="2022-09-02")
    more = record("b", "order", TUR, KAZ, ANKA, number=20, amount=70, status="planned", published="2024-05-20")
    assert len(derive([signed, more]).deals) == 2
    early = record("b", "order", TUR, KAZ, ANKA, number=30, amount=103, status="planned", published="2022-09-03")
    assert len(derive([signed, early]).deals) == 1


def test_two_numbers_that_one_article_has_signed_are_of_one_order_and_contradict_nothing() -> None:
    names = {10: "Anka", 30: "TAI Anka"}
    launchers, missiles = (record("a", "order", TUR, KAZ, equipment(names[n], "combat UAV", "eq:tai-anka"), number=n, date="2022-09-01", published="2022-09-02", start=n) for n in names)
    (deal,) = derive([launchers, missiles]).deals.values()
    assert sorted(c.value for c in deal.ordered) == [10, 30] and not deal.conflicts
    (deal,) = derive([launchers, record("b", "order", TUR, KAZ, ANKA, number=12, date="2022-09-01", published="2022-09-03")]).deals.values()
    assert [c.field for c in deal.conflicts] == ["ordered"]


def test_an_order_follows_the_letter_of_intent_and_two_such_letters_are_two() -> None:
    letter = record("a", "agreement", TUR, KAZ, ANKA, date="2021-10-11", published="2021-10-12", attribute="letter_of_intent")
    signed = record("b", "order", TUR, KAZ, ANKA, number=30, date="2022-09-01", published="2022-09-02")
    assert len(derive([letter, signed]).deals) == 1
    other = record("c", "agreement", TUR, KAZ, date="2022-12-11", published="2022-12-12", attribute="memorandum")
    bare = record("a", "agreement", TUR, KAZ, date="2021-10-11", published="2021-10-12", attribute="memorandum")
    assert len(derive([bare, other]).deals) == 2
