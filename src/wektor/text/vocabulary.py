"""A language's vocabulary at work: words with their lexicon entries, found in one pass over a sentence."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from wektor.lexicon.entries import Entry
from wektor.lexicon.loading import Compiled
from wektor.lexicon.trie import Node
from wektor.text.words import CASES, INF, NUM, PACT, PAST, PPAS, VERB, Token, Word

_CACHE = 15_000  # words of late, and as many of before: about 15 MB
_HIDDEN = frozenset({"ended", "planned"})  # cues that a longer one overrules: "settle on", "with the aim of"
_SETTLED = "settled"  # the longer one that overrules any: "exercise an option"
_NOMINAL = frozenset({"class", "actor", "org", "equipment", "civil"})
_TAGS = frozenset({"word", "cue", "prep"})  # of these the entry's id is the tag


class Match(NamedTuple):
    """Tokens ``[i, j)`` of a sentence mean ``entry``."""

    i: int
    j: int
    entry: Entry


class Matches:
    """The phrases of a sentence by what they are good for, each list by place, longer ones first at the same place.

    ``tails`` are the rests of phrases whose first word stands somewhere in the sentence; ``idioms`` open and mean nothing;
    ``civil`` ones are of other fields than defence, ``field`` phrases of several words of defence.
    """

    __slots__ = ("civil", "cues", "field", "frames", "idioms", "named", "preps", "tails")

    def __init__(self) -> None:
        self.frames, self.tails, self.idioms = list[Match](), list[Match](), list[Match]()
        self.cues, self.preps, self.named = list[Match](), list[Match](), list[Match]()
        self.civil, self.field = list[Match](), list[Match]()

    def take(self, i: int, j: int, entry: Entry) -> None:
        """One more phrase."""
        kind = entry.kind
        if kind == "frame":
            self.frames.append(Match(i, j, entry))
        elif kind == "prep":
            self.preps.append(Match(i, j, entry))
        elif kind == "cue":
            (self.idioms if entry.id == "idiom" else self.cues).append(Match(i, j, entry))
        elif kind == "tail":
            self.tails.append(Match(i, j, entry))
        elif kind == "civil":
            self.civil.append(Match(i, j, entry))
        elif kind == "word":
            if entry.id == "domain" and j - i > 1:
                self.field.append(Match(i, j, entry))
        else:
            self.named.append(Match(i, j, entry))


class Vocabulary:
    """Looks words up (cached) and finds every phrase of the packs in a sentence."""

    def __init__(self, compiled: Compiled, make: Callable[[str], Word]) -> None:
        self.compiled, self._make = compiled, make
        self._words: dict[str, Word] = {}
        self._before: dict[str, Word] = {}
        self.governed = [sum(CASES[c] for c in p.cases) for p in compiled.grammar.prepositions]  # the cases that each preposition governs

    def word(self, surface: str) -> Word:
        """The Word of a surface form, analysed once."""
        word = self._words.get(surface)
        if word is None:
            if len(self._words) >= _CACHE:
                self._before, self._words = self._words, {}
            word = self._words[surface] = self._before.get(surface) or self._enrich(self._make(surface))
        return word

    def _enrich(self, word: Word) -> Word:
        trie = self.compiled.trie
        nodes = trie.nodes(word.keys)
        alone = [trie.entry(n) for n in sorted({n for node in nodes for n in node.ends}, reverse=True)]
        word.tags = frozenset(_tag(e) for e in alone if e.kind in _TAGS or (e.kind != "civil" and _allows(e, word)))
        word.preps = tuple(sorted(int(e.id) for e in alone if e.kind == "prep"))
        meant = [e for e in alone if e.kind != "word" and (not _nominal(e) or self._as_noun([word], e))]
        word.meanings = tuple(e for e in meant if e.kind != "tail" and _allows(e, word))
        word.tails = tuple(e for e in meant if e.kind == "tail" and _allows(e, word))
        word.nicknames = tuple(e for e in meant if not _allows(e, word) and _is_nickname(e, word))
        word.starts = tuple(node for node in nodes if node.next)
        word.follow = frozenset(key for node in word.starts for key in node.next)
        word.idle = not (word.starts or word.meanings or word.nicknames or word.tails)
        return word

    def find(self, tokens: Sequence[Token]) -> Matches:
        """Every phrase in the sentence."""
        found, words = Matches(), [t.word for t in tokens]
        keys: set[str] | None = None
        for i in [i for i, word in enumerate(words) if not word.idle]:
            word = words[i]
            if word.starts and i + 1 < len(words) and not word.follow.isdisjoint(words[i + 1].keys):
                self._find_longer(words, i, found)
            for entry in word.meanings:
                found.take(i, i + 1, entry)
            for entry in word.nicknames:
                if _lowered(words, i, found):
                    found.take(i, i + 1, entry)
            if word.tails:
                keys = set().union(*[w.keys for w in words]) if keys is None else keys
                found.tails += [Match(i, i + 1, e) for e in word.tails if e.name in keys]
        longer = [c for c in found.cues if c.j - c.i > 1]
        if longer:
            found.cues = [c for c in found.cues if not any(self._overrules(o, c) for o in longer)]
        return found

    def _overrules(self, longer: Match, cue: Match) -> bool:
        """Whether a longer cue makes nothing of another that it holds: before its end or, where heads stand last, at it too ("kurdele kesmek"); what is settled at any place."""
        if not (longer.i <= cue.i and cue.j <= longer.j and longer.j - longer.i > cue.j - cue.i):
            return False
        return longer.entry.id == _SETTLED or (cue.entry.id in _HIDDEN and (cue.j < longer.j or self.compiled.grammar.head_final))

    def _find_longer(self, words: Sequence[Word], i: int, found: Matches) -> None:
        """Phrases of two words and more that begin at ``i``."""
        ends: set[tuple[int, int]] = set()
        _walk(words, i + 1, words[i].starts, ends)
        for j, number in sorted(ends, reverse=True):
            entry = self.compiled.trie.entry(number)
            if (_allows(entry, words[i]) or (_is_nickname(entry, words[i]) and _lowered(words, i, found))) and (not _nominal(entry) or self._as_noun(words[i:j], entry)):
                found.take(i, j, entry)

    def _as_noun(self, words: Sequence[Word], entry: Entry) -> bool:
        """Whether a thing is meant, not a deed: "shipped" is no ship, though it has its lemma; "landing craft" is as written."""
        if any(w.cases == 0 and w.form & INF and w.pos == VERB for w in words):
            return False
        deeds = [w.cases == 0 and bool(w.form & (PAST | PPAS | PACT)) for w in words]
        if not any(deeds):
            return True
        keys = [word.keys[:1] if deed else word.keys for word, deed in zip(words, deeds, strict=True)]
        nodes = self.compiled.trie.nodes(keys[0])
        for further in keys[1:]:
            nodes = [n.next[k] for n in nodes for k in further if k in n.next]
        return any(self.compiled.trie.entry(n) is entry for node in nodes for n in node.ends)


def _tag(entry: Entry) -> str:
    return entry.id if entry.kind == "word" else f"{entry.kind}:{entry.id}" if entry.kind in _TAGS else entry.kind


def _nominal(entry: Entry) -> bool:
    return entry.kind in _NOMINAL or (entry.kind == "frame" and entry.name == "noun")


def _walk(words: Sequence[Word], j: int, nodes: Sequence[Node], ends: set[tuple[int, int]]) -> None:
    """Collect (end, entry number) along the trie."""
    if j == len(words):
        return
    further = [node.next[k] for node in nodes for k in words[j].keys if k in node.next]
    if further:
        for node in further:
            for number in node.ends:
                ends.add((j + 1, number))
        _walk(words, j + 1, further, ends)


def _is_nickname(entry: Entry, word: Word) -> bool:
    """Whether the word, in small letters, may be a nickname of equipment."""
    return entry.kind == "equipment" and entry.form == "cap" and len(word.text) >= 4 and word.text.isalpha() and "calibre" not in word.tags


def _lowered(words: Sequence[Word], i: int, found: Matches) -> bool:
    """A nickname of equipment in small letters, where the language shows case: behind its class, a number or arms that it is listed with
    ("czołgi leopard", "20 leopardów, dwa kraby i pioruny"), or a word that means nothing else ("bayraktary")."""
    own, before = words[i], words[i - 1] if i else None
    if own.cases and not own.pos:
        return True
    if before is None:
        return False
    if own.cases and (before.digit or before.pos & NUM):
        return True
    if own.cases and (before.text == "," or "and" in before.tags):
        return any(m.j == i - 1 and m.entry.kind == "equipment" for m in found.named[-12:])
    return bool(before.cases) and any(m.j == i and m.entry.kind == "class" for m in found.named[-12:])


def _allows(entry: Entry, word: Word) -> bool:
    """Whether the letters of the text suit the entry: a capital, or capitals throughout."""
    if entry.form == "any":
        return True
    return word.cap if entry.form == "cap" else word.upper
