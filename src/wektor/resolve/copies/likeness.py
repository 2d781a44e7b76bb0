"""Whether two texts are near-copies: shared shingles say that they are alike, shared facts that they tell the same.

The bounds were chosen on ``bench/copies.py``, whose look-alikes share their wording but tell of other deals.
"""

from collections.abc import Set
from typing import Final

import msgspec

from wektor.resolve.copies.sketch import Sketch

ALIKE: Final = 0.45  # of the shorter text's shingles
FACTS: Final = 0.8  # of the shorter list of names, and of that of numbers
FEWEST_FACTS: Final = 3  # with less to hold on to, nearly all of both texts must be the same
SAME: Final = 0.7  # of all shingles of both
FEWEST: Final = 8  # shingles: two lines of a ticker say too little


class Likeness(msgspec.Struct, frozen=True):
    """Shares from 0 to 1: of the shorter text's shingles, names and numbers that the longer one has, and of all shingles
    of both that both have (``whole``); how many facts both state; whether there is enough to tell."""

    shingles: float
    whole: float
    names: float
    numbers: float
    facts: int
    enough: bool

    @property
    def copies(self) -> bool:
        """Whether the two are copies of one text. A look-alike shares the words but not the facts."""
        if not self.enough or self.shingles < ALIKE:
            return False
        if self.facts < FEWEST_FACTS:
            return self.whole >= SAME and self.names == self.numbers == 1.0
        return self.names >= FACTS and self.numbers >= FACTS


def compare(left: Sketch, right: Sketch) -> Likeness:
    """How alike two texts are."""
    least = min(left.least, right.least)
    mine, other = _under(left, least), _under(right, least)
    shared = len(mine & other)
    return Likeness(
        shingles=_of(shared, min(len(mine), len(other))), whole=_of(shared, len(mine) + len(other) - shared),
        names=_named(left, right), numbers=_share(left.numbers, right.numbers),
        facts=len(left.names & right.names) + len(left.numbers & right.numbers),
        enough=min(len(mine), len(other)) >= FEWEST or mine == other,
    )  # fmt: skip


def _under(sketch: Sketch, least: int) -> Set[int]:
    """The shingles that both would have kept."""
    return sketch.shingles if sketch.least == least else {value for value in sketch.shingles if value <= least}


def _named(left: Sketch, right: Sketch) -> float:
    """How many names of the shorter list the other text has; a name may open a sentence there."""
    mine, its = (_of(len(one.names & (other.names | other.openers)), len(one.names)) for one, other in ((left, right), (right, left)))
    return max(mine, its) if len(left.names) == len(right.names) else mine if len(left.names) < len(right.names) else its


def _share(left: Set[int], right: Set[int]) -> float:
    return _of(len(left & right), min(len(left), len(right)))


def _of(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
