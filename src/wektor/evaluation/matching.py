"""Whether a predicted filler, date or claim is what the gold says: the codebook's rules of matching."""

import math
from collections.abc import Iterable, Sequence

from wektor.evaluation.folding import fold, same_name, stands_in
from wektor.evaluation.gold import GoldArgument, GoldClaim, GoldMoney, GoldNumber
from wektor.model import Actor, Claim, Filler, Money, Quantity, core_roles

_UNKNOWN_MARKS = "?~%"


def filler_matches(accepted: tuple[str, ...] | GoldNumber | GoldMoney, filler: Filler) -> bool:
    """Whether a filler is one of the accepted forms, or the very number or amount."""
    if isinstance(accepted, GoldNumber):
        return isinstance(filler, Quantity) and _same_numbers(accepted, filler)
    if isinstance(accepted, GoldMoney):
        return isinstance(filler, Money) and _same_money(accepted, filler)
    if isinstance(filler, Quantity | Money):
        return False
    return any(_form_matches(form, filler) for form in accepted)


def _form_matches(form: str, filler: Filler) -> bool:
    if not isinstance(filler, Actor):
        return same_name(form, getattr(filler, "name", "")) or same_name(form, filler.text)
    if filler.id.startswith("state:"):
        # "Turkish" stands inside "Turkish Aerospace Industries", yet Turkey is not the firm.
        return form == filler.name or stands_in(fold(form), fold(filler.text))
    if form == filler.state:
        return False  # A firm is not its state: its name may end in "USA".
    return same_name(form, filler.name) or same_name(form, filler.text)


def _same_numbers(gold: GoldNumber, filler: Quantity) -> bool:
    low, high = filler.value if isinstance(filler.value, tuple) else (filler.value, filler.value)
    return math.isclose(gold.low, low, rel_tol=1e-6) and math.isclose(gold.high, high, rel_tol=1e-6)


def _same_money(gold: GoldMoney, filler: Money) -> bool:
    return gold.currency == filler.currency and math.isclose(gold.amount, filler.amount, rel_tol=1e-6)


def dates_agree(gold: str | None, predicted: str | None) -> bool:
    """Right to the month where both give one, else to the year; both ends of an interval; none is right for none."""
    if gold is None or predicted is None:
        return gold == predicted
    pairs = zip(_ends(gold), _ends(predicted), strict=True)
    return all(_ends_agree(a, b) for a, b in pairs)


def _ends(date: str) -> tuple[str, str]:
    left, slash, right = date.partition("/")
    return left.rstrip(_UNKNOWN_MARKS), (right if slash else left).rstrip(_UNKNOWN_MARKS)


def _ends_agree(a: str, b: str) -> bool:
    width = 7 if min(len(a), len(b)) >= 7 else 4
    return a[:width] == b[:width]


def matched_arguments(arguments: Sequence[GoldArgument], claim: Claim) -> list[tuple[GoldArgument, Filler]]:
    """Gold arguments and fillers of the same role paired one to one, as many as can be."""
    found: list[tuple[GoldArgument, Filler]] = []
    for role, fillers in claim.roles.items():
        wanted = [argument for argument in arguments if argument.role == role]
        found += [(wanted[i], fillers[j]) for i, j in _pair_up(wanted, fillers)]
    return found


def _pair_up(wanted: Sequence[GoldArgument], fillers: Sequence[Filler]) -> Iterable[tuple[int, int]]:
    """The largest one-to-one pairing, by augmenting paths."""
    edges = [[j for j, filler in enumerate(fillers) if filler_matches(w.accepted, filler)] for w in wanted]
    taken: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in taken or place(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    for i in range(len(wanted)):
        place(i, set())
    return sorted((i, j) for j, i in taken.items())


def is_found(gold: GoldClaim, claim: Claim) -> bool:
    """Whether the kind is one of the gold's and each core role that the gold fills has a right filler."""
    return claim.kind in gold.kinds and not missing_roles(gold, claim)


def missing_roles(gold: GoldClaim, claim: Claim) -> list[str]:
    """The core roles of the claim's kind that the gold fills and the claim gets wrong (both sides for ``party``)."""
    missing = []
    for role in core_roles(claim.kind):
        wanted = [argument for argument in gold.arguments if argument.role == role]
        needed = min(len(wanted), 2 if role == "party" else 1)
        if needed and len(matched_arguments(wanted, claim)) < needed:
            missing.append(role)
    return missing
