"""The grounding oracle: how many altered facts does grounding let pass, and how many true ones does it refuse?"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from wektor.evaluation.alterations import CONTRARY, FOREIGN, Alteration, Material
from wektor.evaluation.tally import Accuracy
from wektor.model import Claim, Document, Draft, Rejected

Read = Callable[[Document], Sequence[Draft]]
Ground = Callable[[Draft, Document], Claim | Rejected]


class Trial(msgspec.Struct, frozen=True):
    """One draft before grounding: what was altered (empty for a true one), and the reason for which it was refused."""

    alteration: str
    document: str
    draft: Draft
    reason: str | None


class OracleReport(msgspec.Struct, frozen=True):
    """What passed and what was caught."""

    seed: int
    unaltered: tuple[Trial, ...]
    foreign: tuple[Trial, ...]
    contrary: tuple[Trial, ...]

    @property
    def passed(self) -> Accuracy:
        """True drafts that grounding let pass: at least 99 % should."""
        return Accuracy(sum(trial.reason is None for trial in self.unaltered), len(self.unaltered))

    @property
    def foreign_caught(self) -> Accuracy:
        """Facts that do not stand in the evidence and were refused: all should be."""
        return _caught(self.foreign)

    @property
    def contrary_caught(self) -> Accuracy:
        """Facts that the evidence contradicts and that were refused: 80 % should be."""
        return _caught(self.contrary)

    def by_alteration(self) -> dict[str, Accuracy]:
        """Refused of tried, for each alteration."""
        trials = (*self.foreign, *self.contrary)
        names = [name for name in (*FOREIGN, *CONTRARY) if any(t.alteration == name for t in trials)]
        return {name: _caught([t for t in trials if t.alteration == name]) for name in names}

    def escapes(self) -> list[Trial]:
        """Altered drafts that became claims."""
        return [trial for trial in (*self.foreign, *self.contrary) if trial.reason is None]

    def refused(self) -> list[Trial]:
        """True drafts that were refused."""
        return [trial for trial in self.unaltered if trial.reason is not None]

    @property
    def holds(self) -> bool:
        """Whether grounding does what it promises."""
        enough = self.passed.share >= 0.99 and self.contrary_caught.share >= 0.8
        return bool(self.foreign) and enough and self.foreign_caught.share == 1.0


def _caught(trials: Sequence[Trial]) -> Accuracy:
    return Accuracy(sum(trial.reason is not None for trial in trials), len(trials))


def run_oracle(
    documents: Sequence[Document],
    read: Read,
    ground: Ground,
    seed: int = 20,
    *,
    foreign: int = 500,
    contrary: int = 200,
) -> OracleReport:
    """Read the documents, ground what was read, then alter one fact of what passed, again and again.

    The same documents, engine and seed give the same trials. ``foreign`` and ``contrary`` are how many altered drafts
    to make; fewer come out only where the texts hold nothing that can be altered.
    """
    drafts = {document.id: tuple(read(document)) for document in documents}
    unaltered = [_try("", draft, document, ground) for document in documents for draft in drafts[document.id]]
    true = _keep_true(unaltered)
    materials = list(_materials(documents, true))
    chance = random.Random(seed)
    return OracleReport(
        seed=seed,
        unaltered=tuple(unaltered),
        foreign=tuple(_trials(materials, FOREIGN, foreign, chance, ground)),
        contrary=tuple(_trials(materials, CONTRARY, contrary, chance, ground)),
    )


def _try(alteration: str, draft: Draft, document: Document, ground: Ground) -> Trial:
    outcome = ground(draft, document)
    return Trial(alteration, document.id, draft, outcome.reason if isinstance(outcome, Rejected) else None)


def _keep_true(trials: Sequence[Trial]) -> dict[str, tuple[Draft, ...]]:
    kept: dict[str, tuple[Draft, ...]] = {}
    for trial in trials:
        if trial.reason is None:
            kept[trial.document] = (*kept.get(trial.document, ()), trial.draft)
    return kept


def _materials(documents: Sequence[Document], true: Mapping[str, tuple[Draft, ...]]) -> Iterator[Material]:
    for document in documents:
        here = true.get(document.id, ())
        elsewhere = tuple(draft for other, drafts in true.items() if other != document.id for draft in drafts)
        yield from (Material(draft, document, here, elsewhere) for draft in here)


def _trials(
    materials: Sequence[Material],
    alterations: Mapping[str, Alteration],
    count: int,
    chance: random.Random,
    ground: Ground,
) -> Iterator[Trial]:
    """Take the alterations in turn, each on a draft drawn by chance, until there are enough or none can be made."""
    made, barren = 0, set[str]()
    while made < count and len(barren) < len(alterations):
        for name, alter in alterations.items():
            if made == count or name in barren:
                continue
            found = _alter_any(materials, alter, chance)
            if found is None:
                barren.add(name)
                continue
            material, draft = found
            made += 1
            yield _try(name, draft, material.document, ground)


def _alter_any(
    materials: Sequence[Material], alter: Alteration, chance: random.Random
) -> tuple[Material, Draft] | None:
    """The alteration made on the first draft, in an order drawn by chance, that holds such a fact."""
    for material in chance.sample(materials, len(materials)):
        draft = alter(material, chance)
        if draft is not None and draft != material.draft:
            return material, draft
    return None
