"""Layout: which stretches of a sentence belong together, the verb of each, and on which it hangs.

"The ships, which it ordered in 2017, arrived": the last word goes on with the first two, and the clause between hangs on them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from wektor.grammar.relations import Parse
from wektor.grammar.verbs import Verb
from wektor.text.words import ADVP

_OPENING = 3  # tokens within which a clause says that it hangs on another
_DEEPEST = 9


class Stretch(NamedTuple):
    """Where it begins, its verb, and by what it hangs on the one before, if it does."""

    start: int
    verb: Verb | None
    hangs: str


class Layout:
    """The stretch of each token (``of``) and the verb of each stretch (``verbs``)."""

    def __init__(self, parse: Parse) -> None:
        self.of: list[int] = [0] * len(parse.clause_of)
        self.verbs: dict[int, Verb] = {}
        self._hosts: dict[int, tuple[int, str]] = {}  # of those that hang on another: that, and by what
        if parse.sentence.head_final:
            self._end_with_verbs(parse)
        else:
            self._go_on(list(_stretches(parse)))

    def relation(self, date: int, trigger: int) -> str:
        """How the stretch of one token stands to that of another: the same, over or under it (and by what), or beside it."""
        one, other = self.of[date], self.of[trigger]
        if one == other:
            return "same"
        if how := self._hangs(other, one):
            return f"over-{how}"
        return f"under-{how}" if (how := self._hangs(one, other)) else "beside"

    def _hangs(self, inner: int, outer: int) -> str:
        """By what one hangs on another, through others or not."""
        how = ""
        for _ in range(_DEEPEST):
            if inner not in self._hosts:
                break
            inner, by = self._hosts[inner]
            how = how or by
            if inner == outer:
                return how
        return ""

    def _end_with_verbs(self, parse: Parse) -> None:
        self.of, self.verbs = parse.clause_of, dict(parse.clause_verb)
        for clause, verb in self.verbs.items():
            if clause + 1 < len(parse.starts) and (how := _dependence(parse, verb)):
                self._hosts[clause] = clause + 1, how

    def _go_on(self, stretches: list[Stretch]) -> None:
        waiting: list[int] = []  # those without a verb yet
        last = main = 0
        for number, (start, verb, hangs) in enumerate(stretches):
            home = number
            if verb is None:
                waiting.append(number)
            elif waiting and not hangs:
                home, waiting = waiting[0], []
            if hangs and number:
                self._hosts[number] = main if hangs == "infinitive" else last, hangs
            if verb is not None:
                self.verbs.setdefault(home, verb)
            main, last = main if hangs else home, home
            end = stretches[number + 1].start if number + 1 < len(stretches) else len(self.of)
            self.of[start:end] = [home] * (end - start)


def _dependence(parse: Parse, verb: Verb) -> str:
    """By what form a verb hangs on the one behind it, where heads stand last."""
    if verb.participle:
        return "participle"
    if parse.sentence.tokens[verb.head].word.form & ADVP:
        return "adverbial"
    return "infinitive" if verb.infinitive else ""


def _stretches(parse: Parse) -> Iterator[Stretch]:
    """The clauses; a participle that follows its noun opens one of its own."""
    for clause, start in enumerate(parse.starts):
        verb = parse.clause_verb.get(clause)
        if verb is None:
            yield Stretch(start, None, "")
        elif verb.participle and verb.i > start + 1 and (not parse.cased or parse.sentence.tokens[verb.i - 1].word.text == ","):
            yield Stretch(start, None, "")
            yield Stretch(verb.i, verb, "participle")
        else:
            yield Stretch(start, verb, _opening(parse, start, verb))


def _opening(parse: Parse, start: int, verb: Verb) -> str:
    if verb.participle:
        return "participle"
    for token in parse.sentence.tokens[start : start + _OPENING]:
        for tag in ("relative", "subord"):
            if tag in token.word.tags:
                return tag
    return "relative" if verb.relative else "infinitive" if verb.infinitive else ""
