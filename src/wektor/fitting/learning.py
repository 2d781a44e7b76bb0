"""Learning weights: a softmax over the options of every choice, with an L2 prior."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
from msgspec import structs

from wektor.engines.grammar import Analysis
from wektor.evaluation.gold import GoldDocument
from wektor.evaluation.scoring import Scores, score
from wektor.fitting.cases import Cases, gather_cases
from wektor.fitting.choices import ChoiceCase, as_claim
from wektor.grammar.weighing import Features
from wektor.lexicon.weights import PRIOR, Weights

FILLER_PENALTY, STATUS_PENALTY, DATE_PENALTY, CLAIM_PENALTY, PARTICULAR_PENALTY = 10.0, 10.0, 15.0, 20.0, 15.0
FLOOR = 0.55  # the least probability of a claim that is told: F1 is level from 0.5 to 0.65
OWN = 2  # how many times a document counts that is scored in its turn: what is read shall be like it, and extra ones are more
EXAMPLE = 6  # how many times the claims of each example of a pack count
EXTRA = -1  # the part of documents that are never scored
OPEN = 0.3  # floor while learning: what earlier sentences told should be much as it is while reading


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

    return minimize(
        loss, np.zeros(size) if start is None else start, jac=True, method="L-BFGS-B", options={"maxiter": 300}
    ).x


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


def _kept(names: dict[str, int], weights: Any) -> dict[str, float]:
    return {name: round(float(weights[n]), 3) for name, n in sorted(names.items()) if abs(weights[n]) >= 0.004}


class Fit(msgspec.Struct, frozen=True):
    """Weights of all documents, and for each fold the weights of the others with the documents that these never saw."""

    weights: Weights
    folds: list[tuple[Weights, list[GoldDocument]]]

    def unseen_scores(self) -> Scores:
        """Scores of every document read with weights that never saw it."""
        held = [(weights, d) for weights, documents in self.folds for d in documents]
        found = {d.id: [as_claim(x, d.text) for x in Analysis(d.document, weights).drafts] for weights, d in held}
        return score([d for _, d in held], found)


def fit(
    documents: Sequence[GoldDocument], extra: Sequence[GoldDocument] = (), *, folds: int = 4, made_by: str = ""
) -> Fit:
    """Fit on all documents and on folds: claims always learn from choices that were made without their own document.

    ``extra`` documents teach in every fold and are never scored.
    """
    lessons = _lessons(documents, extra, folds)
    parts = [(_judging([x for x in lessons if x.part != part], lessons[part].choosing, ""), [x.document for x in lessons if x.part == part])
             for part in range(folds)]  # fmt: skip
    return Fit(_judging(lessons, _choosing(lessons), made_by), parts)


class Lesson(msgspec.Struct):
    """A document, its choices, the weights of choosing that were learned without its part, and the claims these propose."""

    document: GoldDocument
    part: int
    cases: Cases
    choosing: Weights
    proposed: Cases = msgspec.field(default_factory=Cases)


def _lessons(documents: Sequence[GoldDocument], extra: Sequence[GoldDocument], folds: int) -> list[Lesson]:
    """Every document twice: its choices at first sight, then the claims that weights learned elsewhere propose."""
    parts = [*(n % folds for n in range(len(documents))), *[EXTRA] * len(extra)]
    lessons = [
        Lesson(d, part, gather_cases(d, PRIOR), PRIOR) for d, part in zip([*documents, *extra], parts, strict=True)
    ]
    for part in (*range(folds), EXTRA):
        weights = _choosing([x for x in lessons if x.part != part])
        for lesson in (x for x in lessons if x.part == part):
            lesson.choosing = weights
            lesson.proposed = gather_cases(lesson.document, weights, choices=False)
    return lessons


def _choosing(lessons: Iterable[Lesson]) -> Weights:
    """Weights of fillers, statuses and dates; claims are kept nearly all."""
    together = Cases()
    for lesson in lessons:
        for _ in range(_weight(lesson)):
            together.take(lesson.cases)
    return Weights(
        learn_choices(together.fillers, FILLER_PENALTY), learn_choices(together.claims, CLAIM_PENALTY), OPEN, "",
        learn_choices(together.statuses, STATUS_PENALTY), learn_choices(together.dates, DATE_PENALTY))  # fmt: skip


def _weight(lesson: Lesson) -> int:
    return 1 if lesson.part == EXTRA else OWN


def _judging(lessons: Sequence[Lesson], choosing: Weights, made_by: str) -> Weights:
    claims = learn_choices([c for x in lessons for c in x.proposed.claims * (EXAMPLE if x.document.partial else _weight(x))], CLAIM_PENALTY)
    particulars = learn_choices([c for x in lessons for c in x.proposed.particulars * _weight(x)], PARTICULAR_PENALTY)
    return structs.replace(choosing, claim=claims, particular=particulars, floor=FLOOR, made_by=made_by)
