"""Links: how a cue ("planned", "cancelled", "still") hangs together with what a trigger tells."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from wektor.grammar.relations import Parse
from wektor.grammar.triggers import Trigger
from wektor.grammar.verbs import Verb
from wektor.text.vocabulary import Match

_CLOSE = 4  # tokens between a noun and what governs it
_BARS = frozenset(",;:()–—")


class Link(NamedTuple):
    """A type of cue, how its nearest word stands to the trigger, and whether another trigger stands nearer to that word."""

    cue: str
    bond: str
    rival: bool


def links_of(parse: Parse, trigger: Trigger, others: Collection[int]) -> Iterator[Link]:
    """The nearest word of each type of cue; ``others`` are the places of the other triggers."""
    nearest: dict[str, Match] = {}
    for match in sorted(parse.sentence.matches.cues, key=lambda m: (abs(m.i - trigger.i), m.i)):
        nearest.setdefault(match.entry.id, match)
    for cue, match in nearest.items():
        far = abs(match.i - trigger.i)
        if _repeated(trigger, match):
            yield Link(cue, "inside", False)
            continue
        rival = any(abs(match.i - k) < far and parse.clause_of[k] == parse.clause_of[match.i] for k in others)
        yield Link(cue, _bond(parse, trigger, match, others), rival)


def _repeated(trigger: Trigger, cue: Match) -> bool:
    """Whether the cue lies in the verb that a dash stands for."""
    model = None if trigger.verb is None or trigger.pos != "verb" else trigger.verb.model
    return model is not None and model.i <= cue.i < model.j


def _bond(parse: Parse, trigger: Trigger, cue: Match, others: Collection[int]) -> str:
    if cue.i < trigger.j and trigger.i < cue.j:
        return "inside"
    if trigger.verb is not None and (held := _verbal(trigger.verb, cue)):
        return held
    before = cue.j <= trigger.i
    lo, hi = (cue.j, trigger.i) if before else (trigger.j, cue.i)
    parted, side = any(lo <= k < hi for k in others), "before" if before else "behind"
    if not parted and hi - lo <= _CLOSE and not _barred(parse, lo, hi):
        return f"close-{side}"
    return f"{_clausal(parse, trigger.i, cue.i, side)}{'-parted' if parted else ''}"


def _verbal(verb: Verb, cue: Match) -> str:
    """Whether the cue is the trigger's own verb, or governs that."""
    if verb.i <= cue.i < verb.j:
        return "own"
    above = verb.governor
    for _ in range(3):
        if above is None:
            return ""
        if above.i <= cue.i < above.j:
            return "governor"
        above = above.governor
    return ""


def _barred(parse: Parse, lo: int, hi: int) -> bool:
    """Whether a verb or a mark stands between."""
    return any(t.word.text in _BARS for t in parse.sentence.tokens[lo:hi]) or any(lo <= v.head < hi for v in parse.verbs)


def _clausal(parse: Parse, at: int, cue: int, side: str) -> str:
    """In which clause the cue stands, seen from the trigger's."""
    clause, other = parse.clause_of[at], parse.clause_of[cue]
    if parted(parse, at, cue):
        return f"apart-{side}"
    if other == clause:
        return f"clause-{side}"
    if parse.governs(cue, clause, at):
        return "matrix"
    return f"{'next' if abs(other - clause) == 1 else 'far'}-{side}"


def parted(parse: Parse, one: int, other: int) -> bool:
    """Whether a semicolon parts two tokens: each side tells its own."""
    return any(t.word.text == ";" for t in parse.sentence.tokens[min(one, other) : max(one, other)])
