"""A language's vocabulary at work: words with their lexicon entries, found in one pass over a sentence."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from wektor.lexicon.entries import Entry
from wektor.lexicon.loading import Compiled, Node
from wektor.text.words import INF, PACT, PAST, PPAS, VERB, Token, Word

_CACHE = 200_000
_NOMINAL = frozenset({"class", "actor", "org", "equipment"})


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
                    entry = entries[number]
                    if (_allows(entry, token.word) or _lowered(tokens, i, entry, found)) and (not _nominal(entry) or self._as_noun(tokens, i, j, number)):
                        found.append(Match(i, j, entry))
        return found

    def _as_noun(self, tokens: Sequence[Token], i: int, j: int, number: int) -> bool:
        """Whether a thing is meant, not a deed: "shipped" is no ship, though it has its lemma; "landing craft" is as written."""
        if any(t.word.cases == 0 and t.word.form & INF and t.word.pos == VERB for t in tokens[i:j]):
            return False
        deeds = [t.word.cases == 0 and bool(t.word.form & (PAST | PPAS | PACT)) for t in tokens[i:j]]
        if not any(deeds):
            return True
        nodes: list[Node] = [self.compiled.root]
        for token, deed in zip(tokens[i:j], deeds, strict=True):
            keys = token.word.keys[:1] if deed else token.word.keys
            nodes = [n.next[k] for n in nodes for k in keys if k in n.next]
        return any(number in n.ends for n in nodes)


def _nominal(entry: Entry) -> bool:
    return entry.kind in _NOMINAL or (entry.kind == "frame" and entry.name == "noun")


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


def _lowered(tokens: Sequence[Token], i: int, entry: Entry, found: Sequence[Match]) -> bool:
    """A nickname of equipment in small letters behind its class, where the language shows case ("czołgi leopard")."""
    word = tokens[i].word
    if entry.kind != "equipment" or entry.form != "cap" or not i or not tokens[i - 1].word.cases or len(word.text) < 4 or not word.text.isalpha() or "calibre" in word.tags:
        return False
    return any(m.j == i and m.entry.kind == "class" for m in found[-12:])


def _allows(entry: Entry, word: Word) -> bool:
    """Whether the letters of the text suit the entry: a capital, or capitals throughout."""
    if entry.form == "any":
        return True
    return word.cap if entry.form == "cap" else word.upper
