"""Names that a text has explained ("Senator armoured cars", "the yard Piriou"): from then on the bare name says as much."""

from collections.abc import Iterator
from itertools import pairwise

from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import Word

_NAMED = frozenset({"org", "ministry", "force", "agency"})


def initials_given(sentence: Sentence, mention: Mention) -> Word | None:
    """The word in brackets behind a name that is its short form: "the Indian Air Force (IAF)"."""
    j = mention.j
    if j + 2 >= len(sentence.tokens) or sentence.tokens[j].word.text != "(" or sentence.tokens[j + 2].word.text != ")":
        return None
    short = sentence.tokens[j + 1].word
    return short if _is_short(short) else None


def abbreviates(sentence: Sentence) -> bool:
    """Whether the sentence may give a short form in brackets."""
    return any(t.word.text == "(" and _is_short(s.word) for t, s in pairwise(sentence.tokens))


def _is_short(word: Word) -> bool:
    return word.cap and sum(c.isupper() for c in word.text) > 1


class Learned:
    """What the names of a text stand for, as far as it has been read."""

    def __init__(self) -> None:
        self._things: dict[str, Mention] = {}
        self._short: dict[str, Mention] = {}  # by initials that the text gives

    def recall(self, sentence: Sentence) -> None:
        """Names of the sentence that earlier ones explained become what they stand for."""
        for mention in sentence.mentions:
            if mention.j - mention.i == 1 and (mention.kind == "name" or (mention.kind == "org" and mention.weak)):
                full = self._short.get(sentence.tokens[mention.i].word.lower)
                if full is not None:
                    mention.stand_for(full)
            if mention.kind == "name":
                thing = next((self._things[k] for k in _keys(sentence, mention.i, mention.j) if k in self._things), None)
                if thing is not None:
                    mention.stand_for(thing)
                    mention.designated = thing.designated

    def study(self, sentence: Sentence) -> None:
        """Keep what the sentence says of its names: a designation's class, a firm's state."""
        for mention in sentence.mentions:
            if mention.kind in _NAMED and mention.id and (short := initials_given(sentence, mention)) is not None:
                self._short.setdefault(short.lower, mention)
            if (mention.kind == "item" and mention.designated and mention.cls) or (mention.kind == "org" and mention.state):
                place = _place(sentence, mention)
                for key in _keys(sentence, *place) if place else ():
                    self._things.setdefault(key, mention)


def _place(sentence: Sentence, mention: Mention) -> tuple[int, int] | None:
    """The tokens of the name itself, without the noun that explains it."""
    for i in range(mention.i, mention.j):
        for j in range(mention.j, i, -1):
            if sentence.written(i, j) == mention.name:
                return i, j
    return None


def _keys(sentence: Sentence, i: int, j: int) -> Iterator[str]:
    """The name in small letters; of a lone word also its lemmas."""
    yield sentence.written(i, j).lower()
    if j - i == 1:
        yield from sentence.tokens[i].word.keys
