"""Wording: the plain words about a trigger, so that weights may learn what no cue of a pack names."""

from collections.abc import Iterator

from wektor.grammar.features import Found
from wektor.grammar.openings import naming
from wektor.grammar.referents import Opening, Pool

REACH, CLOSE = 12, 4  # tokens
_WEIGHT = 0.5  # many words speak at once


def words_about(pool: Pool) -> Iterator[tuple[str, str]]:
    """The plain words about a trigger, with the side on which they stand and whether close by."""
    i, j = pool.trigger.i, pool.trigger.j
    for k, word in pool.scene.words:
        if k < i:
            if i - k <= REACH:
                yield word, "before" if i - k <= CLOSE else "before-far"
        elif j <= k < j + REACH:
            yield word, "after" if k - j < CLOSE else "after-far"


@naming()
def word_features(opening: Opening, word: str, side: str) -> Found:
    """A word on one side of the trigger."""
    yield f"word:{side}:{word}", _WEIGHT
