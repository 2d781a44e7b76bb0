"""Whether a passage speaks of defence: words of the field, arms, forces and arms makers, against its length."""

from collections.abc import Sequence
from itertools import accumulate

from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence

_WHOLE = 0.025  # marks a token: a text that has more speaks of defence throughout
_CIVIL, _FIRM = 0.2, 0.5  # a lorry, or a maker of arms among other things, says little
_LEAST = 0.4  # marks of a text, however short
_PASSAGES = ((0, 2.0, 0.06), (1, 3.0, 0.04))  # sentences either side, least marks, marks a token


def speaks_of_defence(sentences: Sequence[Sentence], civil: frozenset[str]) -> list[bool]:
    """For every sentence, whether it is to be read: in a text of the field, or in a passage that is. ``civil``: classes of equipment of any trade."""
    marks = [_marks(s, civil) for s in sentences]
    lengths = [len(s.tokens) for s in sentences]
    if sum(marks) >= max(_LEAST, _WHOLE * sum(lengths)):
        return [True] * len(sentences)
    said, long = [0.0, *accumulate(marks)], [0, *accumulate(lengths)]
    return [any(_dense(said, long, max(0, k - reach), min(len(marks), k + reach + 1), least, rate) for reach, least, rate in _PASSAGES) for k in range(len(marks))]


def _dense(said: Sequence[float], long: Sequence[int], lo: int, hi: int, least: float, rate: float) -> bool:
    found = said[hi] - said[lo]
    return found >= least and found >= rate * (long[hi] - long[lo])


def _marks(sentence: Sentence, civil: frozenset[str]) -> float:
    words = sum("domain" in t.word.tags for t in sentence.tokens)
    return words + sum(_mark(m, civil) for m in sentence.mentions)


def _mark(mention: Mention, civil: frozenset[str]) -> float:
    if mention.kind == "item" and mention.cls and not mention.weak:
        return _CIVIL if mention.cls in civil else 2.0 if mention.designated else 1.0
    if mention.kind == "org" and mention.cls == "firm":
        return 0.0 if mention.weak else _FIRM
    return 2.0 if _armed(mention) else 0.0


def _armed(mention: Mention) -> bool:
    """A force, or a ministry of defence; police and other ministries are of any news."""
    return ((mention.kind == "force" or mention.cls == "force") and not mention.name.endswith("Police")) or (mention.kind == "ministry" and mention.name.startswith("Ministry of Defence"))
