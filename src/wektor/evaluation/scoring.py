"""Score predictions against gold documents, as the codebook lays down."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import add
from typing import Literal

import msgspec

from wektor.evaluation.errors import ScoringError, explain_document
from wektor.evaluation.gold import GoldArgument, GoldClaim, GoldDocument
from wektor.evaluation.matching import dates_agree, matched_arguments
from wektor.evaluation.pairing import pair_claims
from wektor.evaluation.tally import Accuracy, Count, Tally
from wektor.model import KINDS, Claim, Filler

Grouping = Literal["lang", "kind", "doc"]


class Cell(msgspec.Struct, frozen=True):
    """What was counted for one kind in one document (``kind`` is empty for what belongs to the document)."""

    doc: str
    lang: str
    kind: str
    tally: Tally


class Scores(msgspec.Struct, frozen=True):
    """The outcome: sums of cells, and the errors behind them."""

    cells: tuple[Cell, ...]
    mistakes: tuple[ScoringError, ...]

    @property
    def total(self) -> Tally:
        """Everything together."""
        return _sum(cell.tally for cell in self.cells)

    def by(self, grouping: Grouping) -> dict[str, Tally]:
        """A tally for each language, kind or document, in a fixed order.

        A found or missed claim belongs to the gold's first kind, a wrong one to the kind that was predicted.
        """
        groups: dict[str, list[Tally]] = {kind: [] for kind in KINDS} if grouping == "kind" else {}
        for cell in self.cells:
            groups.setdefault(getattr(cell, grouping), []).append(cell.tally)
        groups.pop("", None)
        return {name: _sum(tallies) for name, tallies in groups.items() if tallies}

    def errors(self, limit: int | None = None) -> list[ScoringError]:
        """What was missed and what is wrong, in the order of the texts."""
        return list(self.mistakes[:limit])


def score(gold: Sequence[GoldDocument], predictions: Mapping[str, Sequence[Claim]]) -> Scores:
    """Score the claims predicted for each document (by its id); a document without an entry has none."""
    cells: list[Cell] = []
    mistakes: list[ScoringError] = []
    for document in gold:
        claims = predictions.get(document.id, ())
        pairs = pair_claims(document.claims, claims)
        cells += _count(document, claims, pairs)
        mistakes += explain_document(document, claims, pairs)
    return Scores(tuple(cells), tuple(mistakes))


def _count(document: GoldDocument, claims: Sequence[Claim], pairs: Sequence[tuple[int, int]]) -> Iterator[Cell]:
    """One cell for every required gold claim, every wrong prediction, and the document itself."""
    golds, predicted = dict(pairs), {j: i for i, j in pairs}
    for i, wanted in enumerate(document.claims):
        if not wanted.optional:
            found = claims[golds[i]] if i in golds else None
            yield Cell(document.id, document.lang, wanted.kinds[0], _gold_tally(wanted, found))
    for j, claim in enumerate(claims):
        grounded = Tally(grounded=Accuracy(int(is_grounded(claim, document.text)), 1))
        spurious = Tally() if j in predicted else _spurious_tally(claim)
        yield Cell(document.id, document.lang, claim.kind, grounded + spurious)
    if not document.claims:
        yield Cell(document.id, document.lang, "", Tally(negatives=Accuracy(int(not claims), 1)))


def _gold_tally(wanted: GoldClaim, claim: Claim | None) -> Tally:
    if claim is None:
        return Tally(claims=Count(missed=1), arguments=Count(missed=len(wanted.filled(wanted.kinds[0]))))
    arguments = _argument_count(wanted.filled(claim.kind), claim)
    return Tally(
        claims=Count(right=1),
        arguments=arguments,
        paired_arguments=arguments,
        status=Accuracy(int(wanted.status == claim.status), 1),
        date=Accuracy(int(dates_agree(wanted.date, claim.date)), 1),
        attribute=_attribute_accuracy(wanted, claim),
    )


def _argument_count(arguments: Sequence[GoldArgument], claim: Claim) -> Count:
    right = len(matched_arguments(arguments, claim))
    return Count(right, len(arguments) - right, len(list(_fillers(claim))) - right)


def _attribute_accuracy(wanted: GoldClaim, claim: Claim) -> Accuracy:
    """Counted where the gold gives an attribute that the predicted kind can bear."""
    if wanted.attribute not in KINDS[claim.kind].attributes:
        return Accuracy()
    return Accuracy(int(wanted.attribute == claim.attribute), 1)


def _spurious_tally(claim: Claim) -> Tally:
    return Tally(claims=Count(wrong=1), arguments=Count(wrong=len(list(_fillers(claim)))))


def _fillers(claim: Claim) -> Iterator[Filler]:
    for fillers in claim.roles.values():
        yield from fillers


def is_grounded(claim: Claim, text: str) -> bool:
    """Whether evidence and fillers stand verbatim at their offsets."""
    places = [claim.evidence, *claim.more_evidence, *_fillers(claim)]
    return all(0 <= p.start < p.end and text[p.start : p.end] == p.text for p in places)


def _sum(tallies: Iterable[Tally]) -> Tally:
    return reduce(add, tallies, Tally())
