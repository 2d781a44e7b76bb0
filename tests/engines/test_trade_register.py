"""Rows of a trade register read into grounded claims, in every layout. The rows are made up."""

from pathlib import Path

import pytest

from wektor.engines.trade_register import TradeRegisterEngine, class_of, take_row
from wektor.grounding import ground
from wektor.model import Claim, Document, InputError
from wektor.sources.formats.trade_register import register_rows
from wektor.sources.results import SetAside

PLAIN = '''recipient,supplier,order_year,order_year_uncertain,number_ordered,number_ordered_uncertain,designation,description,category,number_delivered,number_delivered_uncertain,delivery_years,status,local_production,comments
Kazakhstan,Turkiye,2021,?,3,,Anka,armed UAV,Aircraft,3,,2022; 2023,New,yes,"Anka-S version; assembled, in part, locally"
Chad,UAE,2020,,5,?,"Nimr ""Ajban""",armoured personnel carrier,Armoured vehicles,0,,,New,no,Aid
'''
PRINTED = '''"Trade Register","made up"

Recipient,Supplier,Year of order,,Number ordered,,Weapon designation,Weapon description,Number delivered,,Year(s) of delivery,status,Comments,TIV per unit
Kazakhstan,Turkiye,2021,?,3,,Anka,armed UAV,3,,2022; 2023,New,Anka-S version,4
'''
BY_DELIVERY = """Database ID,Supplier,Recipient,Designation,Description,Armament category,Order date,Order date is estimate,Numbers delivered,Numbers delivered is estimate,Delivery year,Delivery year is estimate,Status,Local production
77001,Turkiye,Kazakhstan,Anka,armed UAV,Aircraft,2021,yes,3,no,2022,no,New,no
"""
REAL = Path("../shared/datasets/sipri/excerpt-under-10pct.csv")


def claims_of(text: str) -> list[Claim]:
    """All claims of a table; every draft must be grounded."""
    engine, found = TradeRegisterEngine(), []
    for document in register_rows(text, "register.csv"):
        assert isinstance(document, Document)
        found += [ground(draft, document, engine) for draft in engine.draft(document)]
    assert all(isinstance(c, Claim) for c in found), found
    return found


def test_a_row_is_an_order_a_delivery_and_a_licence() -> None:
    order, delivery, licence, _ = claims_of(PLAIN)
    assert (order.kind, order.status, order.date) == ("order", "done", "2021?")
    assert order.roles["supplier"][0].name == "TUR"
    assert order.roles["recipient"][0].name == "KAZ"
    assert (order.roles["item"][0].id, order.roles["item"][0].cls) == ("eq:tai-anka", "combat UAV")
    assert order.roles["quantity"][0].value == 3
    assert (delivery.kind, delivery.date, delivery.roles["quantity"][0].text) == ("delivery", "2022/2023", "3")
    assert (licence.kind, licence.attribute, licence.roles["producer"][0].name) == ("production", "licence", "KAZ")


def test_the_evidence_is_the_row_and_words_stand_at_their_offsets() -> None:
    for document in register_rows(PLAIN, "register.csv"):
        row = document.text.partition("\n")[2]
        for draft in TradeRegisterEngine().draft(document):
            assert [s.cut(document.text) for s in draft.evidence] == [row]
            for group in draft.roles.values():
                assert all(document.text[f.start : f.end] == f.text for f in group)


def test_aid_is_known_by_the_comment_and_nothing_delivered_is_no_delivery() -> None:
    gift = claims_of(PLAIN)[-1]
    assert (gift.kind, gift.attribute, gift.date) == ("aid", "donation", "2020")


@pytest.mark.parametrize("table", [PRINTED, BY_DELIVERY])
def test_other_layouts_say_the_same(table: str) -> None:
    claims = claims_of(table)
    first = claims_of(PLAIN)[0]
    assert [c.kind for c in claims] == ["order", "delivery"]
    assert claims[0].date == "2021?"
    for role in ("supplier", "recipient", "item"):
        assert [f.id for f in claims[0].roles[role]] == [f.id for f in first.roles[role]]
    assert claims[1].roles["quantity"][0].value == 3


def test_a_row_that_says_too_little_is_set_aside_and_the_rest_is_read() -> None:
    table = PLAIN + ",,2021,,3,,,,,,,,,,\n" + "Mali,Russia,2022,,2,,Mi-8,transport helicopter,Aircraft,2,,2022,New,no,\n"
    found = list(register_rows(table, "register.csv"))
    assert [f.reason for f in found if isinstance(f, SetAside)] == ["the row gives no designation and no recipient and no supplier"]
    assert sum(isinstance(f, Document) for f in found) == 3


def test_a_table_without_headings_is_an_error_in_a_line() -> None:
    with pytest.raises(InputError, match="no line has the headings"):
        list(register_rows("a,b\n1,2\n", "x.csv"))


def test_nobody_is_no_party() -> None:
    heading = PLAIN.splitlines()[0]
    (order,) = claims_of(f"{heading}\nLibya,unknown supplier(s),2019,?,2,,Mi-8,transport helicopter,Aircraft,0,,,New,no,\n")
    assert "supplier" not in order.roles


def test_classes_by_the_end_of_the_description_else_by_the_category() -> None:
    assert class_of("light transport aircraft", "Aircraft") == "transport aircraft"
    assert class_of("something unheard of", "Ships") == "ship"
    assert class_of("", "") is None


def test_every_row_of_a_real_excerpt_is_grounded() -> None:
    if not REAL.exists():
        pytest.skip("the excerpt of the register is not there")
    rows = list(register_rows(REAL.read_text(encoding="utf-8"), "excerpt"))[::25]
    engine = TradeRegisterEngine()
    for document in rows:
        assert isinstance(document, Document)
        drafts = engine.draft(document)
        assert drafts and take_row(document)
        assert all(isinstance(ground(d, document, engine), Claim) for d in drafts)


def test_a_designation_that_only_says_what_it_is_names_no_type() -> None:
    table = PLAIN.splitlines()[0] + "\nKazakhstan,Ukraine,2011,,47,,vehicle engine,vehicle engine,Engines,47,,2012,New,no,\n"
    assert {c.roles["item"][0].id for c in claims_of(table)} == {"class:engine"}
