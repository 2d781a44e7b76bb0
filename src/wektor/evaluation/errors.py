"""What was missed and what is wrong, each beside the words of the text and what comes nearest to it."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from wektor.evaluation.gold import GoldArgument, GoldClaim, GoldDocument, GoldMoney, GoldNumber
from wektor.evaluation.matching import dates_agree, matched_arguments, missing_roles
from wektor.model import Claim

_SENTENCE_END = re.compile(r"(?<=[.!?…][\s”\"»])|\n")


class ScoringError(msgspec.Struct, frozen=True, kw_only=True):
    """One difference between gold and prediction.

    ``outcome``: ``missed`` (no prediction serves the gold claim), ``spurious`` (a prediction serves none) or
    ``inexact`` (found, but status, date, attribute or an argument differs). Beside a missed gold claim stands the
    closest prediction, and beside a spurious prediction the closest gold claim, where there is one; ``why`` says what
    differs, in words.
    """

    doc: str
    lang: str
    outcome: str
    gold: GoldClaim | None
    claim: Claim | None
    why: tuple[str, ...]
    sentence: str


def explain_document(
    document: GoldDocument, claims: Sequence[Claim], pairs: Sequence[tuple[int, int]]
) -> Iterator[ScoringError]:
    """The errors of one document: gold claims in their order, then spurious predictions."""
    served, serving = dict(pairs), {j for _, j in pairs}
    free = [claim for j, claim in enumerate(claims) if j not in serving]
    for i, wanted in enumerate(document.claims):
        if wanted.optional:
            continue
        if i not in served:
            yield _missed(document, wanted, free)
        elif why := differences_of(wanted, claims[served[i]]):
            yield _error(document, "inexact", wanted, claims[served[i]], why)
    open_gold = [wanted for i, wanted in enumerate(document.claims) if i not in served]
    for claim in free:
        yield _spurious(document, claim, open_gold)


def _missed(document: GoldDocument, wanted: GoldClaim, free: Sequence[Claim]) -> ScoringError:
    near = max(free, key=lambda claim: _closeness(wanted, claim), default=None)
    if near is None or not _closeness(wanted, near):
        return _error(document, "missed", wanted, None, ("nothing like it was predicted",))
    return _error(document, "missed", wanted, near, _obstacles(wanted, near))


def _spurious(document: GoldDocument, claim: Claim, open_gold: Sequence[GoldClaim]) -> ScoringError:
    near = max(open_gold, key=lambda wanted: _closeness(wanted, claim), default=None)
    if near is None or not _closeness(near, claim):
        return _error(document, "spurious", None, claim, ("no gold claim is like it",))
    return _error(document, "spurious", near, claim, _obstacles(near, claim))


def _closeness(wanted: GoldClaim, claim: Claim) -> int:
    """Arguments in common; the kind must be right, or the evidence hold the anchor."""
    same_place = bool(wanted.anchor) and wanted.anchor in claim.evidence.text
    if claim.kind not in wanted.kinds and not same_place:
        return 0
    return len(matched_arguments(wanted.arguments, claim)) + 2 * same_place + (claim.kind in wanted.kinds)


def _obstacles(wanted: GoldClaim, claim: Claim) -> tuple[str, ...]:
    """Why the two are no pair."""
    if claim.kind not in wanted.kinds:
        return (f"kind {claim.kind}, should be {' or '.join(wanted.kinds)}",)
    roles = missing_roles(wanted, claim)
    return tuple(f"{role} wrong: {_predicted(claim, role)}, should be {_wanted(wanted, role)}" for role in roles) or (
        "another prediction or gold claim was paired with it",
    )


def differences_of(wanted: GoldClaim, claim: Claim) -> tuple[str, ...]:
    """What a found claim gets wrong, in words."""
    found = []
    if wanted.status != claim.status:
        found.append(f"status {claim.status}, should be {wanted.status}")
    if not dates_agree(wanted.date, claim.date):
        found.append(f"date {claim.date}, should be {wanted.date}")
    if wanted.attribute is not None and claim.attribute != wanted.attribute:
        found.append(f"attribute {claim.attribute}, should be {wanted.attribute}")
    return (*found, *_argumentdifferences_of(wanted, claim))


def _argumentdifferences_of(wanted: GoldClaim, claim: Claim) -> Iterator[str]:
    arguments = wanted.filled(claim.kind)
    right = [argument for argument, _ in matched_arguments(arguments, claim)]
    for role in dict.fromkeys([*(a.role for a in arguments), *claim.roles]):
        gold_here = [a for a in arguments if a.role == role]
        matched = sum(a.role == role for a in right)
        if matched < max(len(gold_here), len(claim.roles.get(role, ()))):
            yield f"{role} {_predicted(claim, role)}, should be {_wanted(wanted, role)}"


def _predicted(claim: Claim, role: str) -> str:
    names = [str(getattr(f, "name", f.text)) for f in claim.roles.get(role, ())]
    return " + ".join(names) or "empty"


def _wanted(gold: GoldClaim, role: str) -> str:
    return " + ".join(show_accepted(a) for a in gold.arguments if a.role == role) or "empty"


def show_accepted(argument: GoldArgument) -> str:
    """A gold argument in one line: its first accepted form, number or amount."""
    accepted = argument.accepted
    if isinstance(accepted, GoldNumber):
        return f"{accepted.low:g}" if accepted.low == accepted.high else f"{accepted.low:g}-{accepted.high:g}"
    if isinstance(accepted, GoldMoney):
        return f"{accepted.amount:,.0f} {accepted.currency}"
    return accepted[0] if accepted else "?"


def _error(
    document: GoldDocument, outcome: str, gold: GoldClaim | None, claim: Claim | None, why: tuple[str, ...]
) -> ScoringError:
    in_gold = gold is not None and outcome != "spurious"
    place = document.text.find(gold.anchor) if in_gold and gold else claim.evidence.start if claim else 0
    return ScoringError(
        doc=document.id,
        lang=document.lang,
        outcome=outcome,
        gold=gold,
        claim=claim,
        why=why,
        sentence=sentence_around(document.text, place),
    )


def sentence_around(text: str, place: int) -> str:
    """Roughly the sentence that holds an offset: good enough to show, not to reason with."""
    ends = [match.start() for match in _SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= place), default=0)
    stop = min((end for end in ends if end > place), default=len(text))
    return text[start:stop].strip()
