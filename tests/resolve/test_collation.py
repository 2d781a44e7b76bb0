"""Press and register side by side: agree, differ, only here, only there."""

import msgspec

from tests.resolve.ledgers import actor, equipment, record
from wektor.model.register import ClaimRecord
from wektor.resolve import derive, load_knowledge
from wektor.resolve.collation import Comparison, collate, lines_of

ANKA = equipment("Anka", "combat UAV", "eq:tai-anka")
TB2 = equipment("TB2", "combat UAV", "eq:bayraktar-tb2")


def row(doc: str, giver: str, taker: str, item: object = ANKA, number: int | None = None, date: str | None = None,
        handed: tuple[int, str] | None = None) -> list[ClaimRecord]:  # fmt: skip
    """A register's row as claims."""
    held = [record(doc, "order", actor(giver), actor(taker), item, number=number, date=date, published=None)]
    if handed:
        held.append(record(doc, "delivery", actor(giver), actor(taker), item, number=handed[0], date=handed[1], published=None, start=50))
    return [msgspec.structs.replace(r, origin="register") for r in held]


def compared(press: list[ClaimRecord], rows: list[ClaimRecord], together: bool = False) -> list[Comparison]:
    """The comparison; ``together``: the rows stand in the register as well."""
    view = derive([*press, *rows] if together else press)
    origins = {k: r.origin for k, r in view.claims.items()}
    return collate(view.deals.values(), lines_of(rows), load_knowledge(), origins)


PRESS = [record("a", "order", actor("TUR"), actor("KAZ"), ANKA, number=3, date="2021-10", published="2021-10-29"),
         record("b", "delivery", actor("TUR"), actor("KAZ"), ANKA, number=3, date="2023-05", published="2023-05-20")]  # fmt: skip


def test_the_same_told_by_both_agrees() -> None:
    (one,) = compared(PRESS, row("r1", "TUR", "KAZ", number=3, date="2021", handed=(3, "2022/2023")))
    assert (one.outcome, one.differences) == ("agree", ())
    assert {r.code for r in one.reasons} == {"item", "giver", "number", "date"}


def test_numbers_and_years_that_exclude_each_other_differ() -> None:
    (one,) = compared(PRESS, row("r1", "TUR", "KAZ", number=4, date="2022", handed=(3, "2024")))
    assert one.outcome == "differ"
    assert {(d.field, d.here, d.there) for d in one.differences} == {("ordered", "3", "4"), ("order year", "2021-10", "2022"), ("delivery years", "2023-05", "2024")}


def test_what_one_side_alone_tells() -> None:
    found = compared(PRESS, [*row("r1", "TUR", "UZB", number=3, date="2021"), *row("r2", "TUR", "KAZ", TB2, number=3, date="2021")])
    assert sorted(c.outcome for c in found) == ["only here", "only there", "only there"]


def test_another_giver_is_another_deal() -> None:
    assert {c.outcome for c in compared(PRESS, row("r1", "CHN", "KAZ", number=3, date="2021"))} == {"only here", "only there"}


def test_a_deal_goes_with_one_row_the_nearest() -> None:
    found = compared(PRESS, [*row("r1", "TUR", "KAZ", number=8, date="2022"), *row("r2", "TUR", "KAZ", number=3, date="2021")])
    assert {c.row[:4] if c.row else None: c.outcome for c in found if c.deal}.keys() == {record("r2").document[:4]}
    assert sorted(c.outcome for c in found) == ["agree", "only there"]


def test_what_the_register_says_inside_the_deal_is_not_held_for_the_press() -> None:
    rows = row("r1", "TUR", "KAZ", number=4, date="2021")
    (one,) = compared(PRESS, rows, together=True)
    assert one.outcome == "differ"
    assert [d.field for d in one.differences] == ["ordered"]
    assert {c.outcome for c in compared([], rows, together=True)} == {"only there"}
