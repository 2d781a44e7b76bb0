"""Words: what morphology knows of one surface form, with bit masks for case, part of speech, form and number."""

from typing import Final

from wektor.lexicon.entries import Entry
from wektor.lexicon.trie import Node

NOM, GEN, DAT, ACC, INS, LOC, VOC, ABL, EQU = (1 << i for i in range(9))
ANY_CASE: Final = 511
NOUN, VERB, ADJ, NUM, PREP, CONJ, ADV, PRON, NAME = (1 << i for i in range(9))
FIN, PAST, PRES, INF, PPAS, PACT, IMPS, GER, ADVP, PERF, FUT, FIRST, SHORT = (1 << i for i in range(13))
PASS, NEG, PROG, ABLE, OBJP = (1 << i for i in range(13, 18))  # suffixes of a verb: passive, "not", "-ing", "can", "which … did"
LONG: Final = 1 << 18  # a participle that only describes: it is no predicate
SG, PL = 1, 2

CASES: Final = {"nom": NOM, "gen": GEN, "dat": DAT, "acc": ACC, "inst": INS, "loc": LOC, "voc": VOC, "abl": ABL, "equ": EQU}


class Word:
    """One surface form: its keys for the lexicon (folded form and lemmas) and the union of its readings.

    ``cases`` is 0 where the language shows no case; ``owned`` are the cases of readings with a possessor's suffix.
    ``base`` are the keys under which a pack's word is laid, where that is not all of ``keys``: a pack writes base forms.
    ``bare`` is the length without a suffix after an apostrophe; ``named`` is False where morphology knows the word and no
    reading of it is a name; ``guessed`` is True of a capitalised word whose readings are made by rule alone. The lexicon fills once
    ``tags``, ``preps`` (the numbers of the prepositions that it may be), ``meanings`` (what it means alone), ``nicknames`` (what it
    may mean behind a class word), ``tails`` (of which phrases it may be the rest), ``starts`` and ``follow`` (where longer phrases go on, and with which words),
    and ``idle`` (it means nothing and opens no phrase).
    """

    __slots__ = ("bare", "base", "cap", "cases", "common", "digit", "follow", "form", "guessed", "idle", "keys", "lower", "meanings", "named", "nicknames", "nom_cases", "number",
                 "owned", "pos", "preps", "starts", "tags", "tails", "text", "upper", "verb_keys")  # fmt: skip

    def __init__(self, text: str, lower: str) -> None:
        self.text, self.lower = text, lower
        self.keys: tuple[str, ...] = (lower,)
        self.verb_keys: tuple[str, ...] = ()
        self.base: tuple[str, ...] = ()
        self.bare, self.owned = len(text), 0
        self.pos = self.form = self.number = self.cases = self.nom_cases = 0
        self.common, self.named, self.guessed = False, True, False
        self.cap = text[:1].isupper()
        self.upper = self.cap and text.isupper() and len(text) > 1
        self.digit = any(c.isdigit() for c in text)
        self.tags: frozenset[str] = frozenset()
        self.preps: tuple[int, ...] = ()
        self.meanings: tuple[Entry, ...] = ()
        self.tails: tuple[Entry, ...] = ()
        self.nicknames: tuple[Entry, ...] = ()
        self.starts: tuple[Node, ...] = ()
        self.follow: frozenset[str] = frozenset()
        self.idle = False


class Token:
    """A word at its place: ``[start, end)`` in code points of the document's text."""

    __slots__ = ("end", "start", "word")

    def __init__(self, word: Word, start: int, end: int) -> None:
        self.word, self.start, self.end = word, start, end

    def __repr__(self) -> str:
        return f"{self.word.text}@{self.start}"
