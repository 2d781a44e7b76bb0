"""Two names of organisations compared: a score, a verdict, and the reasons in words."""

from typing import Literal

import msgspec
from rapidfuzz.distance import JaroWinkler, Levenshtein

from wektor.model.register import MergeExplanation, Reason
from wektor.resolve.forms import NameForm, Part

SAME, UNSURE = 0.80, 0.60
_ALIKE = 0.86  # how alike two words must be to count as one
Verdict = Literal["same", "unsure", "different"]


class Pairing(msgspec.Struct, frozen=True):
    """Which parts of two names go together, and what is left over on either side."""

    pairs: tuple[tuple[Part, Part, float], ...]
    left: tuple[Part, ...]
    right: tuple[Part, ...]


def compare_forms(a: NameForm, b: NameForm, states: tuple[str | None, str | None] = (None, None)) -> MergeExplanation:
    """Whether two names mean one organisation; ``states`` are the states they belong to, where known."""
    apart = _apart(a, b, states)
    if apart:
        return MergeExplanation(a.text, b.text, "different", 0.0, (apart,))
    short = _shortened(a, b, states) or _shortened(b, a, states)
    if short:
        return _explain(a, b, short.weight, (short,))
    pairing = pair_parts(a, b)
    score, reasons = _score(pairing)
    return _explain(a, b, score, reasons)


def _explain(a: NameForm, b: NameForm, score: float, reasons: tuple[Reason, ...]) -> MergeExplanation:
    verdict: Verdict = "same" if score >= SAME else "unsure" if score >= UNSURE else "different"
    return MergeExplanation(a.text, b.text, verdict, round(score, 3), reasons)


def _apart(a: NameForm, b: NameForm, states: tuple[str | None, str | None]) -> Reason | None:
    """What makes two names different whatever else they share: state, number, nothing in common."""
    if None not in states and states[0] != states[1]:
        return Reason("state", f"belong to different states: {states[0]}, {states[1]}", -1.0)
    named = [{p.key for p in form.parts if p.kind == "state"} for form in (a, b)]
    if all(named) and not named[0] & named[1]:
        return Reason("state", f"name different states: {', '.join(sorted(named[0] ^ named[1]))}", -1.0)
    numbers = [sorted(p.key for p in form.parts if p.kind == "number") for form in (a, b)]
    if numbers[0] != numbers[1]:
        return Reason("number", f"numbers differ: {' '.join(numbers[0]) or 'none'}, {' '.join(numbers[1]) or 'none'}", -1.0)
    return None


def _shortened(a: NameForm, b: NameForm, states: tuple[str | None, str | None]) -> Reason | None:
    """An abbreviation is the other's initials; two letters, or an unknown state, leave it unsure."""
    if a.acronym is None or b.acronym is not None or a.acronym not in b.initials:
        return None
    sure = len(a.acronym) > 2 and None not in states
    return Reason("initials", f"{a.text} are the initials of {b.text}", 0.82 if sure else 0.65)


def pair_parts(a: NameForm, b: NameForm) -> Pairing:
    """Each part goes with the most alike part of the other name, best first."""
    scored = sorted(((s, i, j) for i, x in enumerate(a.parts) for j, y in enumerate(b.parts) if (s := alikeness(x, y))),
                    key=lambda t: (-t[0], abs(t[1] - t[2]), t[1], t[2]))  # fmt: skip
    left, right = dict(enumerate(a.parts)), dict(enumerate(b.parts))
    pairs: list[tuple[Part, Part, float]] = []
    for score, i, j in scored:
        if i in left and j in right:
            pairs.append((left.pop(i), right.pop(j), score))
    return Pairing(tuple(pairs), tuple(left.values()), tuple(right.values()))


def alikeness(x: Part, y: Part) -> float:
    """0, or how alike two parts are, from 0.86 to 1. Numbers, states and shared words must be equal."""
    if x.kind != y.kind:
        return 0.0
    if x.key == y.key:
        return 1.0
    if x.kind != "word" or min(len(x.key), len(y.key)) < 4:
        return 0.0
    by_sound = max(JaroWinkler.normalized_similarity(x.key, y.key), JaroWinkler.normalized_similarity(x.latin, y.latin)) - 0.03
    edits = Levenshtein.distance(x.latin, y.latin, score_cutoff=3)
    if min(edits, Levenshtein.distance(x.key, y.key)) > (1 if min(len(x.key), len(y.key)) < 8 else 2):
        return 0.0
    return by_sound if by_sound >= _ALIKE else 0.0


def _score(pairing: Pairing) -> tuple[float, tuple[Reason, ...]]:
    """Twice the weight in common over the weight of both, with caps for what one name has and the other lacks."""
    common = sum((x.weight + y.weight) * s for x, y, s in pairing.pairs)
    rest = [p for p in (*pairing.left, *pairing.right) if p.kind != "hollow"]
    total = sum(x.weight + y.weight for x, y, _ in pairing.pairs) + sum(p.weight * (0.25 if p.kind in ("broad", "state") else 1) for p in rest)
    score = common / total if total else 0.0
    reasons = [Reason("words", _in_common(x, y, s), round(s, 2)) for x, y, s in pairing.pairs if x.kind != "hollow"]
    for cap in _caps(pairing):
        reasons.append(cap)
        score = min(score, cap.weight)
    return score, tuple(reasons)


def _caps(pairing: Pairing) -> list[Reason]:
    caps = []
    left, right = ({p.kind for p in side} for side in (pairing.left, pairing.right))
    matched = {x.kind for x, _, _ in pairing.pairs}
    if "word" in left and "word" in right:
        caps.append(Reason("apart", f"each has its own word: {_list(pairing.left)} against {_list(pairing.right)}", 0.3))
    elif "word" in left | right:
        caps.append(Reason("extra", f"only one has: {_list(pairing.left + pairing.right)}", 0.62 if "word" in matched else 0.3))
    if "telling" in left and "telling" in right:
        caps.append(Reason("trade", f"different trades: {_list(pairing.left)} against {_list(pairing.right)}", 0.55))
    elif "telling" in left | right:
        caps.append(Reason("trade", f"only one names its trade: {_list(pairing.left + pairing.right)}", 0.72))
    if "word" not in matched and (rest := [p for p in (*pairing.left, *pairing.right) if p.kind in ("telling", "broad", "word")]):
        caps.append(Reason("generic", f"only words in common that many share; besides: {_list(tuple(rest))}", 0.4))
    if "word" not in matched and "state" not in matched and "telling" not in matched:
        caps.append(Reason("generic", "only words in common that many share", 0.5))
    return caps


def _list(parts: tuple[Part, ...]) -> str:
    return ", ".join(p.latin for p in parts if p.kind != "hollow") or "nothing"


def _in_common(x: Part, y: Part, score: float) -> str:
    if x.kind == "state":
        return f"same state in the name: {x.key}"
    if x.latin == y.latin:
        return f"same word: {x.latin}"
    if x.kind in ("telling", "broad"):
        return f"same meaning: {x.latin}, {y.latin} ({x.key})"
    return f"{'same sound' if score == 1 else 'nearly the same'}: {x.latin}, {y.latin}"
