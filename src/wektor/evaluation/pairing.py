"""Pair gold claims with predictions one to one: most required claims found, then most arguments right."""

from collections.abc import Sequence

from wektor.evaluation.gold import GoldClaim
from wektor.evaluation.matching import dates_agree, is_found, matched_arguments
from wektor.model import Claim

_REQUIRED, _OPTIONAL, _ARGUMENT, _STATUS, _DATE = 10**10, 10**6, 100, 10, 1


def pair_claims(gold: Sequence[GoldClaim], claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """Pairs (gold, prediction) of found claims.

    Most required claims first, then most optional ones (each spares a wrong claim), then most arguments; status and
    date only break ties between claims that are alike but for them.
    """
    weights = [[_weight(g, c) for c in claims] for g in gold]
    return [(i, j) for i, j in best_assignment(weights) if weights[i][j]]


def _weight(gold: GoldClaim, claim: Claim) -> int:
    if not is_found(gold, claim):
        return 0
    right = len(matched_arguments(gold.filled(claim.kind), claim))
    base = _OPTIONAL if gold.optional else _REQUIRED
    agreeing = _STATUS * (gold.status == claim.status) + _DATE * dates_agree(gold.date, claim.date)
    return base + _ARGUMENT * right + agreeing


def best_assignment(weights: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """The one-to-one assignment of rows to columns with the greatest sum (Kuhn and Munkres)."""
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        turned = list(zip(*weights, strict=True))
        return sorted((i, j) for j, i in best_assignment(turned))
    return sorted(_assign(weights))


def _assign(weights: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Shortest augmenting paths with potentials; row and column 0 are the path's root."""
    rows, columns = len(weights), len(weights[0])
    row_price, column_price, owner = [0] * (rows + 1), [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        _augment(weights, row_price, column_price, owner)
    return [(owner[j] - 1, j - 1) for j in range(1, columns + 1) if owner[j]]


def _augment(weights: Sequence[Sequence[int]], row_price: list[int], column_price: list[int], owner: list[int]) -> None:
    columns = len(column_price)
    slack: list[float] = [float("inf")] * columns
    back, used, column = [0] * columns, [False] * columns, 0
    while owner[column]:
        used[column] = True
        row, step, nearest = owner[column], float("inf"), 0
        for j in range(1, columns):
            if used[j]:
                continue
            cost = -weights[row - 1][j - 1] - row_price[row] - column_price[j]
            if cost < slack[j]:
                slack[j], back[j] = cost, column
            if slack[j] < step:
                step, nearest = slack[j], j
        _shift(int(step), slack, used, row_price, column_price, owner)
        column = nearest
    while column:
        owner[column] = owner[back[column]]
        column = back[column]


def _shift(
    step: int,
    slack: list[float],
    used: list[bool],
    row_price: list[int],
    column_price: list[int],
    owner: list[int],
) -> None:
    for j, seen in enumerate(used):
        if seen:
            row_price[owner[j]] += step
            column_price[j] -= step
        else:
            slack[j] -= step
