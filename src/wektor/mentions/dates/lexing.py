"""A sentence as one letter a token: the letter stands for the set of calendar classes that the token belongs to."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from wektor.lexicon.calendar_words import DatePack
from wektor.lexicon.number_words import NumberPack
from wektor.mentions.dates.words import TOKEN, Meaning, Phrase, Value, figure_classes, lower, phrases

_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = r"(?:19|20)\d\d|\d ?[./-] ?\d"
_DASHES = "-–—‑"
_SIGNS = "'" + _DASHES
_MARKS = {",": "comma", ".": "dot", "/": "slash", "(": "lpar", ")": "rpar", "[": "lpar", "]": "rpar"} | dict.fromkeys(_DASHES, "dash")
_ANCHORS = ("month", "weekday", "season", "decade", "unit", "adverb", "shorthand", "half", "quarter", "echo", "feast")
_BEFORE = {"month": {"ordinal", "weekday"}, "weekday": {"ordinal", "weekday", "deictic", "anaphor", "month"}}
_AFTER = {"month": {"weekday", "monthmark"}, "weekday": {"weekday", "month", "ordinal"}}
_UNKNOWN = "\x01"


class Token(NamedTuple):
    """A token as written, its lower case, its place."""

    text: str
    word: str
    start: int
    end: int


class Line:
    """A sentence's tokens: ``codes`` has one letter each; ``keys`` the words behind it; ``starts``, ``ends`` their places."""

    __slots__ = ("codes", "ends", "keys", "starts")

    def __init__(self) -> None:
        self.codes = ""
        self.keys: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []


class Lexer:
    """Knows the classes of a pack's words and of figures."""

    def __init__(self, pack: DatePack, numbers: NumberPack, counted: Collection[str] = ()) -> None:
        self.values: dict[str, dict[str, Value]] = defaultdict(dict)
        self._sets: dict[frozenset[str], str] = {}
        self._letters = pack.letters
        known = phrases(pack, numbers)
        self._figures = {figure: self._code(classes) for figure, classes in figure_classes()}
        self._marks = {mark: self._code({name}) for mark, name in _MARKS.items()}
        self._suffixes = {w: self._code({c}) for c, ws in pack.suffixes.items() for w in ws}
        self._cases = frozenset(pack.cases)
        self._homographs = frozenset(pack.homographs)
        self._dated = re.compile(rf"{_FIGURES}|\d(?:{'|'.join(map(re.escape, self._suffixes)) or '(?!)'})\b")
        self._heads = self._index(known)
        self._cased = {code: self._code({*classes, "cased"}) for classes, code in list(self._sets.items())} if pack.cases else {}
        self._single = {p[0]: m.classes for p, m in known.items() if len(p) == 1}
        self._passed = frozenset([*pack.words.get("of", []), *self._suffixes, *",.-/'"])
        self._anchors = frozenset(max(_WORD.findall(" ".join(p)), key=len, default="") for p, m in known.items() if m.classes & {*_ANCHORS})
        measured = (*numbers.scales.values(), *numbers.measures.values(), numbers.percent, counted)
        self._measures = frozenset(w for ws in measured for w in ws).difference(*pack.units.values())

    def touches(self, text: str, lo: int, hi: int) -> bool:
        """Whether a word of the calendar or a year stands in ``text[lo:hi]``: cheap, before anything else."""
        return bool(self._dated.search(text, lo, hi)) or not self._anchors.isdisjoint(_WORD.findall(lower(text[lo:hi])))

    def letters(self, name: str) -> str:
        """The letters of all tokens that belong to the class."""
        return "".join(code for classes, code in self._sets.items() if name in classes)

    def read(self, text: str, lo: int, hi: int) -> Line:
        """The tokens of ``text[lo:hi]``, words that make one phrase joined."""
        line = Line()
        codes: list[str] = []
        tokens = [Token(m.group(), lower(m.group()), m.start(), m.end()) for m in TOKEN.finditer(text, lo, hi)]
        i = 0
        while i < len(tokens):
            if codes and (width := self._ending(tokens, i)):
                i += width
                line.ends[-1] = tokens[i - 1].end
                codes[-1] = self._cased.get(codes[-1], codes[-1]) if width == 2 else codes[-1]
                continue
            code, key, width = self._token(tokens, i, codes)
            codes.append(code)
            line.keys.append(key)
            line.starts.append(tokens[i].start)
            i += width
            line.ends.append(tokens[i - 1].end)
        line.codes = "".join(codes)
        return line

    def _ending(self, tokens: list[Token], i: int) -> int:
        """The width of a case ending at ``i`` that changes nothing, or of the sign before an ending that has a class."""
        if tokens[i].word not in _SIGNS or i + 1 >= len(tokens) or not _glued(tokens, i) or not _glued(tokens, i + 1):
            return 0
        word = tokens[i + 1].word
        if word in self._suffixes and tokens[i - 1].word.isdecimal():
            return 1
        return 2 if word in self._cases and tokens[i].word == "'" else 0

    def _token(self, tokens: list[Token], i: int, codes: list[str]) -> tuple[str, str, int]:
        """Letter, words and number of tokens of what stands at ``i``."""
        word = tokens[i].word
        if word.isdecimal():
            return self._figure(tokens, i, codes), word, 1
        if (code := self._suffixes.get(word)) and _after_figures(tokens, i):
            return code, word, 1
        for phrase, key, code, meaning in self._heads.get(word, ()):
            width = len(phrase)
            if (width == 1 or tuple(t.word for t in tokens[i : i + width]) == phrase) and self._sure(tokens, i, width, meaning):
                return code, key, width
        return self._marks.get(word, _UNKNOWN), word, 1

    def _figure(self, tokens: list[Token], i: int, codes: list[str]) -> str:
        """Figures of a designation ("Mi24"), of money or of a measure have no class."""
        before = tokens[i - 1].word if _glued(tokens, i) else ""
        if before in ("$", "€", "£") or (before.isalpha() and codes[-1] == _UNKNOWN):
            return _UNKNOWN
        if i > 1 and before and before in _DASHES and tokens[i - 2].word.isalpha() and codes[-2:-1] == [_UNKNOWN] and _glued(tokens, i - 1):
            return _UNKNOWN
        after = tokens[i + 1].word if i + 1 < len(tokens) else ""
        if after in self._measures and len(tokens[i].word) == 4:
            return _UNKNOWN
        return self._figures.get(tokens[i].word, _UNKNOWN)

    def _sure(self, tokens: list[Token], i: int, width: int, meaning: Meaning) -> bool:
        """Whether the words mean the calendar here: "may" is no month in English, "Maja" none in Polish, but "3 may" is."""
        if not meaning.classes & {"month", "weekday"}:
            return True
        if not meaning.short and (self._spelled(tokens[i].text, i) or (self._homographs and tokens[i].word not in self._homographs)):
            return True
        name = "month" if "month" in meaning.classes else "weekday"
        return len(tokens) <= width + 1 or self._is_beside(tokens, i - 1, -1, _BEFORE[name]) or self._is_beside(tokens, i + width, 1, _AFTER[name])

    def _is_beside(self, tokens: list[Token], k: int, step: int, classes: set[str]) -> bool:
        """A day, a year or a word of the classes, a mark or an ending between or not."""
        for at in range(k, k + 3 * step, step):
            if not 0 <= at < len(tokens):
                return False
            word = tokens[at].word
            if word.isdecimal():
                return (len(word) <= 2 and 0 < int(word) <= 31) or (len(word) == 4 and word in self._figures)
            if not classes.isdisjoint(self._single.get(word, ())):
                return True
            if word not in self._passed:
                return False
        return False

    def _spelled(self, word: str, i: int) -> bool:
        """Whether the letter case suits a month or weekday."""
        if self._letters == "capital":
            return word[0].isupper()
        return self._letters == "any" or word[0].islower() or i == 0 or (word.isupper() and len(word) > 3)

    def _index(self, known: dict[Phrase, Meaning]) -> dict[str, list[tuple[Phrase, str, str, Meaning]]]:
        """Phrases by first word, longest first; their values by class."""
        heads: dict[str, list[tuple[Phrase, str, str, Meaning]]] = defaultdict(list)
        for phrase, meaning in sorted(known.items(), key=lambda p: -len(p[0])):
            key = " ".join(phrase)
            heads[phrase[0]].append((phrase, key, self._code(meaning.classes), meaning))
            for name, value in meaning.values.items():
                self.values[name][key] = value
        return dict(heads)

    def _code(self, classes: Iterable[str]) -> str:
        return self._sets.setdefault(frozenset(classes), chr(0x100 + len(self._sets)))

    def value(self, name: str, key: str) -> Value:
        """What a token means as a member of a class."""
        table = self.values.get(name)
        if table and key in table:
            return table[key]
        number = int(key)
        if name == "yy":
            return number + (1900 if number >= 50 else 2000)
        return number + (1900 if number >= 30 else 2000) if name == "tens" and number < 100 else number


def _glued(tokens: list[Token], i: int) -> bool:
    return i > 0 and tokens[i - 1].end == tokens[i].start


def _after_figures(tokens: list[Token], i: int) -> bool:
    """Right after figures, a hyphen or an apostrophe between or not."""
    if not _glued(tokens, i):
        return False
    k = i - 2 if tokens[i - 1].word in _SIGNS and _glued(tokens, i - 1) else i - 1
    return tokens[k].word.isdecimal()
