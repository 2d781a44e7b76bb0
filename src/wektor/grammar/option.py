"""An option of a choice between words of the text, and where words stand to a trigger: named alike for all particulars."""

from collections.abc import Iterator
from typing import NamedTuple

from wektor.grammar.referents import Pool
from wektor.grammar.weighing import Features, Memo
from wektor.model import Filler


class Option(NamedTuple):
    """What may be chosen, with what speaks for it; no filler: nothing is said."""

    filler: Filler | None
    features: Features


def under_role(role: str, kind: str, names: Iterator[str]) -> Features:
    """Features of a role, each alone and under the claim's kind."""
    return [feature for own in names for feature in _SPELLED[role, kind, own]]


_SPELLED = Memo(lambda key: ((f"{key[0]}:{key[2]}", 1.0), (f"{key[1]}:{key[0]}:{key[2]}", 1.0)))


def place_names(pool: Pool, at: int) -> Iterator[str]:
    """Where a token stands to the trigger: clause, side and distance, other triggers that lie nearer."""
    trigger, clause_of = pool.trigger, pool.parse.clause_of
    clause = max(-2, min(2, clause_of[at] - clause_of[trigger.i]))
    gap, side = abs(at - trigger.i), "after" if at >= trigger.i else "before"
    near = "1" if gap <= 3 else "2" if gap <= 7 else "3" if gap <= 14 else "4"
    closer = min(2, sum(1 for i in pool.scene.triggers if i != trigger.i and abs(i - at) < gap))
    yield f"clause{clause}"
    yield f"{side}{near}"
    yield f"closer{closer}"
    yield f"clause{clause}:closer{closer}"


def token_from(pool: Pool, offset: int) -> int:
    """The sentence's token in which the text's ``offset`` lies."""
    tokens = pool.parse.sentence.tokens
    return next((n for n, t in enumerate(tokens) if t.end > offset), len(tokens) - 1)


def marker_before(pool: Pool, at: int) -> str:
    """The sense of a preposition that stands right before a token, or nothing."""
    if at <= 0:
        return ""
    return next((tag for tag in sorted(pool.parse.sentence.tokens[at - 1].word.tags) if tag.startswith("prep:")), "")
