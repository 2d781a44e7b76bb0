"""A sentence as the stages see it: its tokens, the phrases found in it, and the mentions built so far."""

from bisect import bisect_left
from collections.abc import Sequence

from wektor.mentions.mention import Mention
from wektor.mentions.quotation import CLOSING, OPENING
from wektor.model import Span
from wektor.text.vocabulary import Matches
from wektor.text.words import FIN, NOM, NOUN, PL, Token


class Sentence:
    """One sentence: ``lo:hi`` in the text, tokens, matches; ``cover`` tells which mention holds a token."""

    __slots__ = ("blocked", "cover", "dates", "head_final", "hi", "index", "known", "lang", "lo", "matches", "mentions", "money", "numbers", "ordinals", "text", "tokens")

    def __init__(self, text: str, lo: int, hi: int, index: int, tokens: Sequence[Token], matches: Matches) -> None:
        self.text, self.lo, self.hi, self.index = text, lo, hi, index
        self.tokens, self.matches = tokens, matches
        self.head_final = False
        self.lang = ""
        self.mentions: list[Mention] = []
        self.cover: list[Mention | None] = [None] * len(tokens)
        self.blocked: frozenset[int] = frozenset()
        self.known: frozenset[str] = frozenset()
        self.dates: list[object] = []
        self.numbers: list[object] = []
        self.ordinals: list[object] = []
        self.money: list[object] = []

    def held(self, spans: Sequence[Span]) -> frozenset[int]:
        """The tokens that begin within one of the spans."""
        if not spans:
            return frozenset()
        starts = [t.start for t in self.tokens]
        return frozenset(k for span in spans for k in range(bisect_left(starts, span.start), bisect_left(starts, span.end)))

    def has(self, i: int, tag: str) -> bool:
        """Whether token ``i`` bears a tag; False outside the sentence."""
        return 0 <= i < len(self.tokens) and tag in self.tokens[i].word.tags

    def written(self, i: int, j: int) -> str:
        """The words of the tokens ``[i, j)`` as written, without a suffix after an apostrophe at the end."""
        last = self.tokens[j - 1]
        return self.text[self.tokens[i].start : last.start + last.word.bare]

    def titled(self, i: int, j: int) -> bool:
        """Whether the tokens ``[i, j)`` stand alone in quotation marks: "«Kirpan»", "“Morgenthau”a"."""
        if i == 0 or j >= len(self.tokens):
            return False
        return self.tokens[i - 1].word.text in OPENING and self.tokens[j].word.text[0] in CLOSING

    def dated(self, i: int, j: int) -> bool:
        """Whether the tokens ``[i, j)`` all belong to dates or money."""
        return all(k in self.blocked for k in range(i, j))

    def closed(self, i: int) -> bool:
        """Whether the word at ``i`` marks a relation ("tarafından"), whatever noun it is made of."""
        return bool(self.tokens[i].word.preps)

    def describes(self, i: int) -> bool:
        """Whether the bare word at ``i`` stands before a noun that it can describe."""
        word, following = self.tokens[i].word, self.tokens[i + 1].word if i + 1 < len(self.tokens) else None
        if word.number & PL or not word.cases & NOM or following is None or not following.text[0].isalnum():
            return False
        closed = following.tags & {"and", "not", "subord", "modal", "but"} or following.preps
        return not closed and not (following.form & FIN and not following.pos & NOUN)

    def add(self, mention: Mention) -> None:
        """Take a mention in and mark its tokens."""
        self.mentions.append(mention)
        for k in range(mention.i, mention.j):
            self.cover[k] = mention

    def drop(self, mention: Mention) -> None:
        """Take a mention out again."""
        self.mentions.remove(mention)
        for k in range(mention.i, mention.j):
            if self.cover[k] is mention:
                self.cover[k] = None

    def widen(self, mention: Mention, i: int, j: int) -> None:
        """Let a mention hold the tokens ``[i, j)``."""
        mention.i, mention.j = min(i, mention.i), max(j, mention.j)
        for k in range(mention.i, mention.j):
            self.cover[k] = mention
