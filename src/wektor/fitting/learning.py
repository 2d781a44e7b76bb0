"""Learning weights: a softmax over each choice of a filler, a logistic over claims; both with an L2 prior."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from wektor.engines.grammar import Analysis
from wektor.evaluation.gold import GoldDocument
from wektor.evaluation.scoring import Scores, score
from wektor.fitting.cases import ChoiceCase, ClaimCase, as_claim, gather_cases
from wektor.grammar.features import Features
from wektor.lexicon.weights import Weights

PRIOR = Weights({"hand": 2.0}, {"sum": 0.5, "bias": 1.0})
CHOICE_PENALTY, CLAIM_PENALTY = 1.0, 3.0


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


def _minimise(loss: Callable[[Any], tuple[float, Any]], size: int, start: Any = None) -> Any:
    import numpy as np
    from scipy.optimize import minimize

    return minimize(loss, np.zeros(size) if start is None else start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def learn_choices(cases: Sequence[ChoiceCase], penalty: float) -> dict[str, float]:
    """Weights that make the right options likely: the negative log of their summed softmax, plus the penalty."""
    import numpy as np

    names: dict[str, int] = {}
    matrix = _matrix([fs for c in cases for fs in c.options], names)
    starts = np.cumsum([0] + [len(c.options) for c in cases[:-1]])
    right = np.zeros(matrix.shape[0], dtype=bool)
    for start, case in zip(starts, cases, strict=True):
        right[[start + n for n in case.right]] = True
    case_of = np.repeat(np.arange(len(cases)), [len(c.options) for c in cases])

    def loss(weights: Any) -> tuple[float, Any]:
        scores = matrix @ weights
        every = np.logaddexp.reduceat(scores, starts)
        good = np.logaddexp.reduceat(np.where(right, scores, -1e9), starts)
        slope = np.exp(scores - every[case_of]) - np.where(right, np.exp(scores - good[case_of]), 0.0)
        return float((every - good).sum() + penalty / 2 * weights @ weights), matrix.T @ slope + penalty * weights

    found = _minimise(loss, len(names))
    return _kept(names, found)


def learn_claims(cases: Sequence[ClaimCase], penalty: float) -> dict[str, float]:
    """Weights of a logistic regression of right claims."""
    import numpy as np

    names: dict[str, int] = {}
    matrix = _matrix([c.features for c in cases], names)
    right = np.array([1.0 if c.right else 0.0 for c in cases])

    def loss(weights: Any) -> tuple[float, Any]:
        scores = matrix @ weights
        value = np.logaddexp(0, scores) - right * scores
        slope = 1 / (1 + np.exp(-scores)) - right
        return float(value.sum() + penalty / 2 * weights @ weights), matrix.T @ slope + penalty * weights

    return _kept(names, _minimise(loss, len(names)))


def _kept(names: dict[str, int], weights: Any) -> dict[str, float]:
    return {name: round(float(weights[n]), 3) for name, n in sorted(names.items()) if abs(weights[n]) >= 0.004}


def _gather(documents: Iterable[GoldDocument], weights: Weights) -> tuple[list[ChoiceCase], list[ClaimCase]]:
    choices: list[ChoiceCase] = []
    claims: list[ClaimCase] = []
    for document in documents:
        more_choices, more_claims = gather_cases(document, weights)
        choices += more_choices
        claims += more_claims
    return choices, claims


def fit_weights(documents: Sequence[GoldDocument], *, folds: int = 5, made_by: str = "") -> Weights:
    """Weights fitted on all documents: claims learn from fillers that were chosen without their own document."""
    return _fit(documents, folds, made_by)


def _fit(documents: Sequence[GoldDocument], folds: int, made_by: str) -> Weights:
    outside: list[ClaimCase] = []
    start = _choice_weights(documents)
    for part in range(folds):
        rest = [d for n, d in enumerate(documents) if n % folds != part]
        own = _choice_weights(rest)
        outside += _gather([d for n, d in enumerate(documents) if n % folds == part], own)[1]
    claims = learn_claims(outside, CLAIM_PENALTY)
    return Weights(start.filler, claims, best_floor(outside, claims), made_by)


def best_floor(cases: Sequence[ClaimCase], claims: dict[str, float]) -> float:
    """The probability under which claims are left out."""
    return 0.4


def _choice_weights(documents: Sequence[GoldDocument]) -> Weights:
    """Weights of fillers after two rounds: the second sees the roles that the first gave."""
    weights = PRIOR
    for _ in range(2):
        choices, claims = _gather(documents, weights)
        weights = Weights(learn_choices(choices, CHOICE_PENALTY), learn_claims(claims, CLAIM_PENALTY), 0.4)
    return weights


def cross_validate(documents: Sequence[GoldDocument], *, folds: int = 4) -> Scores:
    """Scores of documents read with weights that never saw them."""
    predictions = {}
    for part in range(folds):
        weights = _fit([d for n, d in enumerate(documents) if n % folds != part], 3, "")
        for document in [d for n, d in enumerate(documents) if n % folds == part]:
            drafts = Analysis(document.document, weights).drafts
            predictions[document.id] = [as_claim(d, document.text) for d in drafts]
    return score(documents, predictions)
