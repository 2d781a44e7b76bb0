"""Glimpse: which sentences may speak of defence, told from the phrases found in them, before anybody has looked for their dates and mentions.

No sentence that ``field.speaks_of_defence`` hears is left out: a phrase counts for the most that a mention can make of it, and a name that
the text has again for whatever it may stand for by then.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from wektor.grammar.field import (
    AGAINST,
    ARMED,
    CIVIL,
    FIRM,
    HINT,
    arms_ministry,
    may_speak_of_defence,
    other_fields,
    police,
)
from wektor.mentions.learning import abbreviates
from wektor.mentions.sentence import Sentence
from wektor.mentions.terms import may_define
from wektor.text.vocabulary import Match
from wektor.text.words import NAME, Word

_NEAR = 8  # tokens within which a name or a number may make a designation of a class word
_PLAIN = 1.0  # marks of a class word alone
_SHORTEST = 3  # letters of initials
_NAMELESS = frozenset({"stopname", "month", "honour"})
_FIRMS = frozenset({"firmword", "legal"})
_OPENING = frozenset("–—-:•(")
_ROUNDING = 1e-6


def may_speak(sentences: Sequence[Sentence], civil: frozenset[str]) -> list[bool]:
    """For every sentence, whether it may speak of defence; ``civil``: classes of equipment of any trade."""
    if any(may_define(s) for s in sentences):
        return [True] * len(sentences)
    worth = [_worth(s, civil) for s in sentences]
    most = max([HINT, *[mark for marks in worth for mark in marks.values()]])
    tell = [any(worth) and (bool(marks) or abbreviates(s)) for s, marks in zip(sentences, worth, strict=True)]
    told = _Names([s for s, tells in zip(sentences, tell, strict=True) if tells])
    marks = [_words(s) + sum(marks.values()) + most * told.again(s, tells) + _ROUNDING for s, marks, tells in zip(sentences, worth, tell, strict=True)]
    return may_speak_of_defence(marks, [AGAINST * other_fields(s) for s in sentences], [len(s.tokens) for s in sentences], lambda k: _several_states(sentences, k))


def _words(sentence: Sentence) -> int:
    """Its words and phrases of defence."""
    return sum(["domain" in t.word.tags for t in sentence.tokens]) + len({m.j for m in sentence.matches.field})


def _worth(sentence: Sentence, civil: frozenset[str]) -> dict[int, float]:
    """By first token: the most marks that a mention can bring that a phrase there makes."""
    found: dict[int, float] = {}
    for match in sentence.matches.named:
        mark = _mark(sentence, match, civil)
        if mark > found.get(match.i, 0.0):
            found[match.i] = mark
    return found


def _mark(sentence: Sentence, match: Match, civil: frozenset[str]) -> float:
    entry = match.entry
    kind, cls = entry.kind, entry.cls
    if kind in ("class", "equipment"):
        least = HINT if entry.weak and kind == "equipment" else 0.0
        if cls is None or (least and not _classed(sentence, match)):
            return least
        if cls in civil:
            return max(CIVIL, least)
        return ARMED if kind == "equipment" or _named(sentence, match) else _PLAIN
    if kind == "org":
        return FIRM if cls == "firm" else 0.0 if cls != "force" or police(entry.name) else ARMED
    if kind == "actor" and entry.id == "force":
        return 0.0 if police(entry.name) else ARMED
    return ARMED if kind == "prefix" or (kind == "actor" and entry.id == "ministry" and arms_ministry(entry.name)) else 0.0


def _named(sentence: Sentence, match: Match) -> bool:
    """Whether a name or a number stands near a class word, which may make it one with a designation."""
    near = sentence.tokens[max(0, match.i - _NEAR) : match.j + _NEAR]
    return any(t.word.cap or t.word.digit for t in near if t is not sentence.tokens[0])


def _classed(sentence: Sentence, match: Match) -> bool:
    """Whether another word for a thing stands near a name that other things bear too, which may make it sure."""
    return any(m.i != match.i and m.entry.kind in ("class", "equipment", "prefix") and -_NEAR <= m.i - match.i <= _NEAR for m in sentence.matches.named)


def _several_states(sentences: Sequence[Sentence], k: int) -> bool:
    """Whether two states may act in a sentence: those of its phrases, or of names that the text has again."""
    named = len({m.entry.state for m in sentences[k].matches.named if m.entry.state})
    return named > 1 or named + _Names(sentences).again(sentences[k], True) > 1


class _Names:
    """Names by what other mentions may know them by: what a text says of one it may mean by the next."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        capitals = [[t.word for t in s.tokens if t.word.cap] for s in sentences]
        self._initials = " ".join(["".join([w.lower[0] for w in words]) for words in capitals])  # of whole names too
        self._known = Counter(key for words in capitals for w in words for key in _keys(w))
        self._known.update(key for s in sentences for m in s.matches.named if not s.tokens[m.i].word.cap for key in _keys(s.tokens[m.i].word))

    def again(self, sentence: Sentence, own: bool) -> int:
        """How many words of a sentence may be names that stand for what others do; ``own``: it is one of those that the names are of."""
        if not self._known:
            return 0
        known, initials = self._known, self._initials
        return sum(any(known[key] > own or (len(key) >= _SHORTEST and key in initials) for key in _keys(w)) for w in _openers(sentence))


def _keys(word: Word) -> set[str]:
    return {word.lower, word.text[: word.bare].lower(), *word.keys}


def _openers(sentence: Sentence) -> Iterator[Word]:
    """The words that may open a name: those with a capital, but for a common word that opens the sentence."""
    opens = True
    for token in sentence.tokens:
        word = token.word
        if word.cap and ("org" in word.tags or (len(word.text) > 1 and word.tags.isdisjoint(_NAMELESS) and not (opens and _common(word)))):
            yield word
        opens = word.text in _OPENING


def _common(word: Word) -> bool:
    known = bool(word.tags) or bool(word.pos and not word.pos & NAME)
    return known and word.common and not word.upper and not word.digit and word.tags.isdisjoint(_FIRMS)
