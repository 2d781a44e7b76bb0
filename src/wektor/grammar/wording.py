"""Wording: the plain words about a trigger, so that weights may learn what no cue of a pack names."""

from collections.abc import Iterator

from wektor.grammar.features import Found
from wektor.grammar.openings import naming
from wektor.grammar.referents import Opening, Pool

REACH, CLOSE = 12, 4  # tokens
_WEIGHT = 0.5  # many words speak at once


def words_about(pool: Pool) -> Iterator[tuple[str, str]]:
    """Words in small letters, in their base form, outside of mentions, with the side on which they stand and whether close by."""
    sentence, trigger = pool.parse.sentence, pool.trigger
    named = {k for m in sentence.mentions for k in range(m.i, m.j)}
    for k in range(max(0, trigger.i - REACH), min(len(sentence.tokens), trigger.j + REACH)):
        word = sentence.tokens[k].word
        if trigger.i <= k < trigger.j or k in named or word.cap or not word.text.isalpha() or len(word.text) < 2:
            continue
        gap = trigger.i - k if k < trigger.i else k - trigger.j + 1
        yield word.keys[min(1, len(word.keys) - 1)], f"{'before' if k < trigger.i else 'after'}{'' if gap <= CLOSE else '-far'}"


@naming()
def word_features(opening: Opening, word: str, side: str) -> Found:
    """A word on one side of the trigger."""
    yield f"word:{side}:{word}", _WEIGHT
