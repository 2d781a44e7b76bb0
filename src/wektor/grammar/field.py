"""Whether a passage speaks of defence: words of the field, arms, forces and arms makers, against its length and against words of other fields."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence

_WHOLE = 0.025  # marks a token: a text that has more speaks of defence throughout
CIVIL, HINT, FIRM, ARMED = 0.2, 0.4, 0.5, 2.0  # a lorry, a type whose name other things bear, or a maker of arms among other things, says little; a designation or a force much
_LEAST = 0.4  # marks of a text, however short
_PASSAGES = ((0, 2.0, 0.06), (1, 3.0, 0.04))  # sentences either side, least marks, marks a token
_STRETCH = ((3, 3.0, 0.04),)  # of a text whose words of other fields outweigh: a museum's tank, a town's buses from a maker of tanks
_BETWEEN = 1.0  # least marks of a sentence on two states
AGAINST = 2.0  # marks that one word of another field outweighs
_MODERN = 1955  # what was done before is history


def speaks_of_defence(sentences: Sequence[Sentence], civil: frozenset[str]) -> list[bool]:
    """For every sentence, whether it is to be read: in a text of the field, or in a passage that is. ``civil``: classes of equipment of any trade."""
    against = [AGAINST * _elsewhere(s) for s in sentences]
    said = Said([_marks(s, civil, any(against)) for s in sentences], against, [len(s.tokens) for s in sentences])
    if said.throughout:
        return [not _historic(s) for s in sentences]
    dense = said.dense(_PASSAGES if said.scarce else _STRETCH)
    return [d or (said.between(k) and _between_states(s)) for k, (d, s) in enumerate(zip(dense, sentences, strict=True))]


def may_speak_of_defence(marks: Sequence[float], against: Sequence[float], lengths: Sequence[int], politics: Callable[[int], bool]) -> list[bool]:
    """For every sentence, whether it may be to be read where it has at most these marks, at least these against them, and two states act in it only where ``politics`` says so."""
    said = Said(marks, against, lengths)
    if said.throughout:
        return [True] * len(marks)
    dense = said.dense(_PASSAGES if said.scarce else _PASSAGES + _STRETCH)
    return [d or (said.between(k) and politics(k)) for k, d in enumerate(dense)]


class Said:
    """By sentence: marks of defence, what outweighs them, and tokens."""

    def __init__(self, marks: Sequence[float], against: Sequence[float], lengths: Sequence[int]) -> None:
        self._left, self._lengths = [m - a for m, a in zip(marks, against, strict=True)], lengths
        least = max(_LEAST, _WHOLE * sum(lengths))
        self.throughout, self.scarce = sum(marks) - sum(against) >= least, sum(marks) < least

    def dense(self, passages: Sequence[tuple[int, float, float]]) -> list[bool]:
        """Whether a sentence stands in a passage of many marks."""
        said, long, count = [0.0, *accumulate(self._left)], [0, *accumulate(self._lengths)], len(self._left)
        return [any(_dense(said, long, max(0, k - reach), min(count, k + reach + 1), fewest, rate) for reach, fewest, rate in passages) for k in range(count)]

    def between(self, k: int) -> bool:
        """Whether a sentence has marks enough for one on two states."""
        return self._left[k] >= _BETWEEN


def _between_states(sentence: Sentence) -> bool:
    """Whether two states act in it: one word of defence between them is enough in a text of politics at large."""
    return len({m.state for m in sentence.mentions if m.state and m.actor and not m.adjectival}) > 1


def _dense(said: Sequence[float], long: Sequence[int], lo: int, hi: int, least: float, rate: float) -> bool:
    found = said[hi] - said[lo]
    return found >= least and found >= rate * (long[hi] - long[lo])


def _elsewhere(sentence: Sentence) -> int:
    """How much of it is of other fields: phrases that do not overlap, and years long past."""
    return other_fields(sentence) + sum(year < _MODERN for year in _years(sentence))


def other_fields(sentence: Sentence) -> int:
    """How many words and phrases of other fields it has, those that overlap counted as one."""
    found, end = 0, 0
    for match in sorted(sentence.matches.civil, key=lambda m: (m.i, -m.j)):
        if match.i >= end:
            found, end = found + 1, match.j
    return found


def _historic(sentence: Sentence) -> bool:
    return max(_years(sentence), default=_MODERN) < _MODERN


def _years(sentence: Sentence) -> Iterator[int]:
    for date in sentence.dates:
        year = str(getattr(date, "edtf", ""))[:4]
        if year.isdigit():
            yield int(year)


def _marks(sentence: Sentence, civil: frozenset[str], strict: bool) -> float:
    """``strict``: a word for a ship or an aircraft says nothing where other fields are spoken of too."""
    things = {k for m in sentence.mentions if strict and m.kind == "item" and m.cls in civil for k in range(m.i, m.j)}
    words = sum(["domain" in t.word.tags for k, t in enumerate(sentence.tokens) if k not in things])
    said = {m.j for m in sentence.matches.field if not any("domain" in sentence.tokens[k].word.tags for k in range(m.i, m.j))}
    hinted = sum(HINT for m in sentence.mentions if m.kind == "item" and m.designated and m.weak and m.i and sentence.tokens[m.i].word.cap)
    return words + len(said) + hinted + sum(_mark(m, civil) for m in sentence.mentions)


def _mark(mention: Mention, civil: frozenset[str]) -> float:
    if mention.kind == "item" and mention.cls and not mention.weak:
        return CIVIL if mention.cls in civil else ARMED if mention.designated else 1.0
    if mention.kind == "org" and mention.cls == "firm":
        return 0.0 if mention.weak else FIRM
    return ARMED if _armed(mention) else 0.0


def _armed(mention: Mention) -> bool:
    """A force, or a ministry of defence; police and other ministries are of any news."""
    return ((mention.kind == "force" or mention.cls == "force") and not police(mention.name)) or (mention.kind == "ministry" and arms_ministry(mention.name))


def police(name: str) -> bool:
    """Whether a force is a police, by its name."""
    return name.endswith("Police")


def arms_ministry(name: str) -> bool:
    """Whether a ministry is one of defence, by its name."""
    return name.startswith("Ministry of Defence")
