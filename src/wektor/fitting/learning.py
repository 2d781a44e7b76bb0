"""Learning weights: a softmax over the options of every choice, with an L2 prior."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from wektor.fitting.choices import ChoiceCase
from wektor.grammar.weighing import Features

ROUNDS = 300  # of the minimiser


def learn_choices(cases: Sequence[ChoiceCase], penalty: float, start: Mapping[str, float] | None = None) -> dict[str, float]:
    """Weights that make the right options likely: the negative log of their summed softmax, plus the penalty.

    ``start``: weights to begin with, as of a fit on nearly the same cases; they save time and change nothing else.
    """
    import numpy as np

    names: dict[str, int] = {}
    matrix = _matrix([fs for c in cases for fs in c.options], names)
    starts = np.cumsum([0] + [len(c.options) for c in cases[:-1]])
    right = np.zeros(matrix.shape[0], dtype=bool)
    for first, case in zip(starts, cases, strict=True):
        right[[first + n for n in case.right]] = True
    case_of, turned = np.repeat(np.arange(len(cases)), [len(c.options) for c in cases]), matrix.T.tocsr()

    def loss(weights: Any) -> tuple[float, Any]:
        scores = matrix @ weights
        every = np.logaddexp.reduceat(scores, starts)
        good = np.logaddexp.reduceat(np.where(right, scores, -1e9), starts)
        slope = np.exp(scores - every[case_of]) - np.where(right, np.exp(scores - good[case_of]), 0.0)
        return float((every - good).sum() + penalty / 2 * weights @ weights), turned @ slope + penalty * weights

    known = start or {}
    return _kept(names, _minimise(loss, np.array([known.get(name, 0.0) for name in names])))


def _matrix(rows: Sequence[Features], names: dict[str, int]) -> Any:
    """A sparse matrix of feature rows; new names are taken into ``names``."""
    import numpy as np
    from scipy.sparse import csr_matrix

    data, columns, starts = [], [], [0]
    for row in rows:
        for name, value in row:
            columns.append(names.setdefault(name, len(names)))
            data.append(value)
        starts.append(len(columns))
    return csr_matrix((np.array(data), np.array(columns), np.array(starts)), shape=(len(rows), len(names)))


def _minimise(loss: Callable[[Any], tuple[float, Any]], start: Any) -> Any:
    from scipy.optimize import minimize

    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x


def _kept(names: dict[str, int], weights: Any) -> dict[str, float]:
    return {name: round(float(weights[n]), 3) for name, n in sorted(names.items()) if abs(weights[n]) >= 0.004}
