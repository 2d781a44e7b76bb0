"""Whether a passage speaks of defence: words of the field, arms, forces and arms makers, against its length and against words of other fields."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence

_WHOLE = 0.025  # marks a token: a text that has more speaks of defence throughout
_CIVIL, _HINT, _FIRM = 0.2, 0.4, 0.5  # a lorry, a type whose name other things bear, or a maker of arms among other things, says little
_LEAST = 0.4  # marks of a text, however short
_PASSAGES = ((0, 2.0, 0.06), (1, 3.0, 0.04))  # sentences either side, least marks, marks a token
_STRETCH = ((3, 3.0, 0.04),)  # of a text whose words of other fields outweigh: a museum's tank, a town's buses from a maker of tanks
_BETWEEN = 1.0  # least marks of a sentence on two states
_AGAINST = 2.0  # marks that one word of another field outweighs
_MODERN = 1955  # what was done before is history


def speaks_of_defence(sentences: Sequence[Sentence], civil: frozenset[str]) -> list[bool]:
    """For every sentence, whether it is to be read: in a text of the field, or in a passage that is. ``civil``: classes of equipment of any trade."""
    against = [_AGAINST * _elsewhere(s) for s in sentences]
    marks = [_marks(s, civil, any(against)) for s in sentences]
    lengths = [len(s.tokens) for s in sentences]
    least = max(_LEAST, _WHOLE * sum(lengths))
    if sum(marks) - sum(against) >= least:
        return [not _historic(s) for s in sentences]
    passages = _PASSAGES if sum(marks) < least else _STRETCH
    said, long = [0.0, *accumulate(m - a for m, a in zip(marks, against, strict=True))], [0, *accumulate(lengths)]
    dense = [any(_dense(said, long, max(0, k - reach), min(len(marks), k + reach + 1), fewest, rate) for reach, fewest, rate in passages) for k in range(len(marks))]
    return [d or (m - a >= _BETWEEN and _between_states(s)) for d, m, a, s in zip(dense, marks, against, sentences, strict=True)]


def _between_states(sentence: Sentence) -> bool:
    """Whether two states act in it: one word of defence between them is enough in a text of politics at large."""
    return len({m.state for m in sentence.mentions if m.state and m.actor and not m.adjectival}) > 1


def _dense(said: Sequence[float], long: Sequence[int], lo: int, hi: int, least: float, rate: float) -> bool:
    found = said[hi] - said[lo]
    return found >= least and found >= rate * (long[hi] - long[lo])


def _elsewhere(sentence: Sentence) -> int:
    """How much of it is of other fields: phrases that do not overlap, and years long past."""
    found, end = 0, 0
    for match in sorted(sentence.matches.civil, key=lambda m: (m.i, -m.j)):
        if match.i >= end:
            found, end = found + 1, match.j
    return found + sum(year < _MODERN for year in _years(sentence))


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
    words = sum("domain" in t.word.tags for k, t in enumerate(sentence.tokens) if k not in things)
    said = {m.j for m in sentence.matches.field if not any("domain" in sentence.tokens[k].word.tags for k in range(m.i, m.j))}
    hinted = sum(_HINT for m in sentence.mentions if m.kind == "item" and m.designated and m.weak and m.i and sentence.tokens[m.i].word.cap)
    return words + len(said) + hinted + sum(_mark(m, civil) for m in sentence.mentions)


def _mark(mention: Mention, civil: frozenset[str]) -> float:
    if mention.kind == "item" and mention.cls and not mention.weak:
        return _CIVIL if mention.cls in civil else 2.0 if mention.designated else 1.0
    if mention.kind == "org" and mention.cls == "firm":
        return 0.0 if mention.weak else _FIRM
    return 2.0 if _armed(mention) else 0.0


def _armed(mention: Mention) -> bool:
    """A force, or a ministry of defence; police and other ministries are of any news."""
    return ((mention.kind == "force" or mention.cls == "force") and not mention.name.endswith("Police")) or (mention.kind == "ministry" and mention.name.startswith("Ministry of Defence"))
