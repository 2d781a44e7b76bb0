"""Claims are paired one to one and counted as the codebook says."""

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.samples import claim, item, number, state, text, wanted
from wektor.evaluation import Count, score
from wektor.evaluation.pairing import best_assignment, pair_claims
from wektor.evaluation.report import COLUMNS, as_json, error_lines, table_rows
from wektor.model import Actor, Claim


def delivery(code: str, status: str = "done", date: str | None = None, count: int | None = None) -> Claim:
    extra: dict[str, Any] = {} if count is None else {"quantity": number(count)}
    return claim("delivery", status, date, recipient=state(code), item=item("Anka"), **extra)


def test_a_prediction_serves_one_gold_claim() -> None:
    gold = text(*[wanted("delivery", recipient=["KAZ"], item=["Anka"])] * 2)
    total = score([gold], {"d": [delivery("KAZ")]}).total
    assert total.claims == Count(right=1, missed=1, wrong=0)


def test_as_many_claims_as_can_be_are_found() -> None:
    broad, narrow = wanted("delivery", recipient=["KAZ|UZB"]), wanted("delivery", recipient=["KAZ"])
    assert len(pair_claims([broad, narrow], [delivery("KAZ"), delivery("UZB")])) == 2


def test_of_two_that_serve_the_one_with_more_right_arguments_is_taken() -> None:
    gold = wanted("delivery", recipient=["KAZ"], quantity=3)
    assert pair_claims([gold], [delivery("KAZ", count=5), delivery("KAZ", count=3)]) == [(0, 1)]


def test_an_optional_claim_costs_nothing_either_way() -> None:
    gold = text(wanted("delivery", recipient=["KAZ"], item=["Anka"], optional=True))
    for predictions in ([], [delivery("KAZ")]):
        total = score([gold], {"d": predictions}).total
        assert (total.claims, total.arguments) == (Count(), Count())


def test_a_required_claim_comes_before_an_optional_one() -> None:
    optional = wanted("delivery", recipient=["KAZ"], item=["Anka"], quantity=3, optional=True)
    required = wanted("delivery", recipient=["KAZ"])
    assert score([text(optional, required)], {"d": [delivery("KAZ", count=3)]}).total.claims == Count(right=1)


def test_arguments_of_unpaired_claims_are_missed_or_wrong() -> None:
    gold = text(
        wanted("delivery", recipient=["KAZ"], item=["Anka"], quantity=3), wanted("exercise", party=["POL", "DEU"])
    )
    predictions = [delivery("KAZ", count=4), delivery("UZB")]
    assert score([gold], {"d": predictions}).total.arguments == Count(right=2, missed=1 + 2, wrong=1 + 2)


def test_status_date_and_attribute_count_over_found_claims() -> None:
    gold = text(wanted("delivery", "planned", "2024", recipient=["KAZ"]), wanted("exercise", party=["POL"]))
    total = score([gold], {"d": [delivery("KAZ", "done", "2024-05")]}).total
    assert (total.status.right, total.status.total) == (0, 1)
    assert (total.date.right, total.date.total) == (1, 1)
    assert total.attribute.total == 0


def test_grounding_wants_every_word_at_its_place() -> None:
    gold = text(wanted("delivery", recipient=["KAZ"]))
    good = Actor(id="state:KAZ", name="KAZ", state="KAZ", text="x", start=0, end=1)
    assert score([gold], {"d": [claim("delivery", recipient=good)]}).total.grounded.share == 1
    assert score([gold], {"d": [claim("delivery", recipient=state("KAZ"))]}).total.grounded.share == 0


def test_texts_without_claims_are_counted_apart() -> None:
    golds = [text(ident="a"), text(ident="b")]
    total = score(golds, {"a": [delivery("KAZ")]}).total
    assert (total.negatives.right, total.negatives.total) == (1, 2)


def test_groups_add_up_to_the_whole() -> None:
    golds = [
        text(wanted("delivery", recipient=["KAZ"]), ident="a", lang="en"),
        text(wanted("exercise", party=["POL"]), ident="b", lang="pl"),
    ]
    scores = score(golds, {"a": [delivery("KAZ"), delivery("UZB")]})
    for grouping in ("lang", "kind", "doc"):
        parts = scores.by(grouping).values()
        assert sum((p.claims for p in parts), Count()) == scores.total.claims
        assert all(len(row) == len(COLUMNS) for row in table_rows(scores, grouping))
    assert as_json(scores)["all"]["found"] == 1


def test_errors_say_what_differs_beside_the_text() -> None:
    gold = text(wanted("delivery", "planned", recipient=["KAZ"], item=["Anka"]), wanted("exercise", party=["POL"]))
    errors = score([gold], {"d": [delivery("KAZ"), delivery("UZB")]}).errors()
    assert [error.outcome for error in errors] == ["inexact", "missed", "spurious"]
    assert "status done, should be planned" in errors[0].why
    assert all(error.sentence == "x" and error_lines(error) for error in errors)
    assert len(score([gold], {}).errors(1)) == 1


matrices = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 9), min_size=width, max_size=width), min_size=1, max_size=5)
)


@given(matrices)
def test_the_assignment_is_the_best_there_is(weights: list[list[int]]) -> None:
    rows, columns = len(weights), len(weights[0])
    pairs = best_assignment(weights)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs) == min(rows, columns)
    table = weights if rows <= columns else [list(row) for row in zip(*weights, strict=True)]
    orders = itertools.permutations(range(max(rows, columns)), min(rows, columns))
    best = max(sum(table[i][j] for i, j in enumerate(order)) for order in orders)
    assert sum(weights[i][j] for i, j in pairs) == best


@pytest.mark.parametrize("empty", [[], [[]]])
def test_nothing_is_paired_with_nothing(empty: list[list[int]]) -> None:
    assert best_assignment(empty) == []
