"""A language's vocabulary at work: words with their lexicon entries, found in one pass over a sentence."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from wektor.lexicon.entries import Entry
from wektor.lexicon.loading import Compiled, Node
from wektor.text.words import Token, Word

_CACHE = 200_000


class Match(NamedTuple):
    """Tokens ``[i, j)`` of a sentence mean ``entry``."""

    i: int
    j: int
    entry: Entry


class Vocabulary:
    """Looks words up (cached) and finds every phrase of the packs in a sentence."""

    def __init__(self, compiled: Compiled, make: Callable[[str], Word]) -> None:
        self.compiled, self._make = compiled, make
        self._words: dict[str, Word] = {}

    def word(self, surface: str) -> Word:
        """The Word of a surface form, analysed once."""
        word = self._words.get(surface)
        if word is None:
            if len(self._words) > _CACHE:
                self._words.clear()
            word = self._words[surface] = self._enrich(self._make(surface))
        return word

    def _enrich(self, word: Word) -> Word:
        root, entries = self.compiled.root.next, self.compiled.entries
        nodes = [root[k] for k in word.keys if k in root]
        word.starts = tuple(nodes)
        tags = set()
        for node in nodes:
            for number in node.ends:
                entry = entries[number]
                if entry.kind in ("word", "cue", "prep"):
                    tags.add(entry.id if entry.kind == "word" else f"{entry.kind}:{entry.id}")
                elif _allows(entry, word):
                    tags.add(entry.kind)
        word.tags = frozenset(tags)
        return word

    def find(self, tokens: Sequence[Token]) -> list[Match]:
        """Every phrase in the sentence, by place, longer ones first at the same place."""
        entries = self.compiled.entries
        found: list[Match] = []
        for i, token in enumerate(tokens):
            if token.word.starts:
                ends: dict[tuple[int, int], None] = {}
                _walk(tokens, i + 1, token.word.starts, ends)
                for j, number in sorted(ends, reverse=True):
                    if _allows(entries[number], token.word):
                        found.append(Match(i, j, entries[number]))
        return found


def _walk(tokens: Sequence[Token], j: int, nodes: Sequence[object], ends: dict[tuple[int, int], None]) -> None:
    """Collect (end, entry number) along the trie."""
    for node in nodes:
        assert isinstance(node, Node)
        for number in node.ends:
            ends[(j, number)] = None
        if node.next and j < len(tokens):
            further = [node.next[k] for k in tokens[j].word.keys if k in node.next]
            if further:
                _walk(tokens, j + 1, further, ends)


def _allows(entry: Entry, word: Word) -> bool:
    """Whether the letters of the text suit the entry: a capital, or capitals throughout."""
    if entry.form == "any":
        return True
    return word.cap if entry.form == "cap" else word.upper
