"""What a designation means where the class is told, and how a type is named after its uses."""

import pytest

from tests.resolve.ledgers import actor, equipment, of_class, record
from wektor.model.register import NameUse
from wektor.resolve import derive, load_knowledge
from wektor.resolve.census import _commonest
from wektor.resolve.items import Items


@pytest.mark.parametrize(("name", "cls", "known"), [("Type-056", "corvette", False), ("Type-056", "patrol boat", False), ("Type 56", "assault rifle", True),
                                                    ("Type 56", None, True), ("Type 56", "no such class", True), ("MILGEM", "corvette", True), ("Leopard 2", "tank", True)])  # fmt: skip
def test_a_ship_is_no_rifle_of_the_same_number(name, cls, known):
    link = Items(load_knowledge()).link(name, cls)
    assert link is not None and link.known is known


@pytest.mark.parametrize(("text", "name"), [("«Айбар", "Айбар"), ("Айбар»", "Айбар"), ("«Айбар»", "Айбар"), ('M1 "Abrams"', 'M1 "Abrams"')])
def test_a_type_is_named_without_the_quotation_marks_around_it(text, name):
    assert _commonest([NameUse(text=text, script="Cyrl", langs=("ru",), count=2)]) == name


@pytest.mark.parametrize(("several", "one"), [("F-16s", "F-16"), ("Mi-35Ms", "Mi-35M"), ("T-72s", "T-72"), ("M1A1s", "M1A1"), ("H145", "H145M")])
def test_several_of_a_type_and_its_shorter_name_are_no_variants_of_it(several, one):
    items = Items(load_knowledge())
    assert items.link(several).id == items.link(one).id


def test_what_an_article_calls_by_class_is_the_variant_that_it_names_alone():
    told = record("a", "order", actor("RUS"), actor("KAZ"), equipment("Mi-171", "transport helicopter"), date="2021-10", published="2021-10-29")
    came = record("a", "delivery", actor("RUS"), actor("KAZ"), of_class("helicopter"), published="2021-10-29", start=200)
    (deal,) = derive([told, came]).deals.values()
    assert [c.value for c in deal.items] == ["eq:mi-17/171"]
