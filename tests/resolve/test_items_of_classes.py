"""What a designation means where the class is told, and how a type is named after its uses."""

import pytest

from wektor.model.register import NameUse
from wektor.resolve import load_knowledge
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
