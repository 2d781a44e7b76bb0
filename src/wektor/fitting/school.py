"""The school: gold documents teach choices, then, read with what these taught, which claims to tell; whole and by folds."""

from collections.abc import Callable, Sequence

import msgspec

from wektor.engines.grammar import Analysis
from wektor.evaluation.gold import GoldDocument
from wektor.evaluation.scoring import Scores, score
from wektor.fitting.cases import Cases, gather_cases
from wektor.fitting.choices import ChoiceCase, as_claim
from wektor.fitting.learning import learn_choices
from wektor.fitting.spreading import spread
from wektor.lexicon.weights import PRIOR, Weights
from wektor.model import Claim

PENALTIES = {"fillers": 10.0, "statuses": 10.0, "dates": 15.0, "claims": 20.0, "particulars": 15.0}
FLOOR = 0.55  # the least probability of a claim that is told: F1 is level from 0.5 to 0.65
OPEN = 0.3  # floor while learning: what earlier sentences told should be much as it is while reading
OWN = 2  # how many times a document counts that is scored in its turn: what is read shall be like it, and extra ones are more
EXAMPLE = 6  # how many times the claims of each example of a pack count
EXTRA, WHOLE = -1, -2  # the part of documents that are never scored; no document's part: weights learned without it are learned from all
_SHARE = 8  # documents that a worker takes at a time

Learned = dict[tuple[int, str], dict[str, float]]  # weights by the part that they never saw, and subject


class Lesson(msgspec.Struct):
    """A document, its part, how many times it teaches; its choices, and the claims that weights which never saw its part propose."""

    document: GoldDocument
    part: int
    times: int = 1
    choices: Cases = msgspec.field(default_factory=Cases)
    proposed: Cases = msgspec.field(default_factory=Cases)

    def chosen(self, subject: str) -> list[ChoiceCase]:
        """What it teaches of fillers, statuses, dates, and claims at first sight."""
        cases: list[ChoiceCase] = getattr(self.choices, subject)
        return cases * (self.times * self._weight)

    def judged(self, subject: str) -> list[ChoiceCase]:
        """What it teaches of claims that were proposed, and of their particulars."""
        cases: list[ChoiceCase] = getattr(self.proposed, subject)
        return cases * (self.times * (EXAMPLE if subject == "claims" and self.document.partial else self._weight))

    @property
    def _weight(self) -> int:
        return 1 if self.part == EXTRA else OWN


class Fit(msgspec.Struct, frozen=True):
    """Weights of all documents, and for each fold the weights of the others with the documents that these never saw."""

    weights: Weights
    folds: list[tuple[Weights, list[GoldDocument]]]

    def unseen_scores(self, workers: int = 1) -> Scores:
        """Scores of every document read with weights that never saw it."""
        held = [(weights, d) for weights, documents in self.folds for d in documents]
        found = spread(_read, held, workers, _SHARE)
        return score([d for _, d in held], {d.id: claims for (_, d), claims in zip(held, found, strict=True)})


def fit(documents: Sequence[GoldDocument], extra: Sequence[GoldDocument] = (), *, folds: int = 4, made_by: str = "", workers: int = 1) -> Fit:
    """Fit on all documents and on folds: claims always learn from choices that were made without their own document.

    ``extra`` documents teach in every fold and are never scored. ``workers``: processes that share the work.
    """
    lessons, parts = _enrol(documents, extra, folds), [*range(folds), EXTRA]
    for lesson, cases in zip(lessons, spread(_look, lessons, workers, _SHARE), strict=True):
        lesson.choices = cases
    choosing = _choosing(_learn(lessons, parts, ("fillers", "statuses", "dates", "claims"), Lesson.chosen, workers), parts)

    def propose(lesson: Lesson) -> Cases:
        return gather_cases(lesson.document, choosing[lesson.part], choices=False)

    for lesson, cases in zip(lessons, spread(propose, lessons, workers, _SHARE), strict=True):
        lesson.proposed = cases
    judging = _learn(lessons, parts[:folds], ("claims", "particulars"), Lesson.judged, workers)
    whole, *others = [_judging(choosing[part], judging, part, made_by) for part in (WHOLE, *parts[:folds])]
    return Fit(whole, [(weights, [x.document for x in lessons if x.part == part]) for part, weights in enumerate(others)])


def _enrol(documents: Sequence[GoldDocument], extra: Sequence[GoldDocument], folds: int) -> list[Lesson]:
    """Each document once, however many times it teaches; every part gets documents in turn."""
    lessons: dict[tuple[int, str, str], Lesson] = {}
    parts = [*(n % folds for n in range(len(documents))), *[EXTRA] * len(extra)]
    for document, part in zip([*documents, *extra], parts, strict=True):
        known = lessons.setdefault((part, document.id, document.text), Lesson(document, part, 0))
        known.times += 1
    return list(lessons.values())


def _look(lesson: Lesson) -> Cases:
    return gather_cases(lesson.document, PRIOR)


def _learn(lessons: Sequence[Lesson], parts: Sequence[int], subjects: Sequence[str], taught: Callable[[Lesson, str], list[ChoiceCase]], workers: int) -> Learned:
    """Weights of each subject learned from all lessons, and without each part; the latter begin where the former ended."""
    whole: Learned = {}

    def study(job: tuple[int, str]) -> dict[str, float]:
        part, subject = job
        cases = [case for lesson in lessons if lesson.part != part for case in taught(lesson, subject)]
        return learn_choices(cases, PENALTIES[subject], whole.get((WHOLE, subject)))

    first = [(WHOLE, subject) for subject in subjects]
    whole.update(zip(first, spread(study, first, workers), strict=True))
    rest = [(part, subject) for subject in subjects for part in parts]
    return whole | dict(zip(rest, spread(study, rest, workers), strict=True))


def _choosing(learned: Learned, parts: Sequence[int]) -> dict[int, Weights]:
    """Weights of fillers, statuses and dates; claims are kept nearly all."""
    return {part: Weights(learned[part, "fillers"], learned[part, "claims"], OPEN, "", learned[part, "statuses"], learned[part, "dates"])
            for part in (WHOLE, *parts)}  # fmt: skip


def _judging(choosing: Weights, judged: Learned, part: int, made_by: str) -> Weights:
    by = made_by if part == WHOLE else ""
    return msgspec.structs.replace(choosing, claim=judged[part, "claims"], particular=judged[part, "particulars"], floor=FLOOR, made_by=by)


def _read(held: tuple[Weights, GoldDocument]) -> list[Claim]:
    weights, document = held
    return [as_claim(draft, document.text) for draft in Analysis(document.document, weights).drafts]
