"""A sentence as one letter a token: the letter stands for the set of calendar classes that the token belongs to."""

import re
from collections import defaultdict
from collections.abc import Iterator

from wektor.lexicon.calendar_words import DatePack
from wektor.lexicon.number_words import NumberPack

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"(?:19|20)\d\d|\d\.\d\d")
_DASHES = "-–—‑"
_MARKS = {",": "comma", ".": "dot", "/": "slash", "(": "lpar", ")": "rpar", "[": "lpar", "]": "rpar"} | dict.fromkeys(_DASHES, "dash")
_TABLES = {"month": "months", "weekday": "weekdays", "season": "seasons", "decade": "decades", "unit": "units", "deictic": "deictics",
           "anaphor": "anaphors", "distance": "distances", "sequel": "sequels", "adverb": "adverbs", "shorthand": "shorthands",
           "part": "parts", "half": "halves", "quarter": "quarters", "ordinal": "ordinals", "count": "counts", "lead": "leads"}  # fmt: skip
_ANCHORS = ("month", "weekday", "season", "decade", "unit", "adverb", "shorthand", "half", "quarter", "echo")
_UNKNOWN = "\x01"

Value = int | str
Phrase = tuple[str, ...]


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

    def __init__(self, pack: DatePack, numbers: NumberPack) -> None:
        self.values: dict[str, dict[str, Value]] = defaultdict(dict)
        self._sets: dict[frozenset[str], str] = {}
        self._letters = pack.letters
        phrases = self._phrases(pack, numbers)
        self._figures = {figure: self._code(classes) for figure, classes in _figure_classes()}
        self._marks = {mark: self._code({name}) for mark, name in _MARKS.items()}
        self._suffixes = {w: self._code({c}) for c, ws in pack.suffixes.items() for w in ws}
        self._heads: dict[str, list[tuple[Phrase, str, str, bool]]] = defaultdict(list)
        for phrase, classes in sorted(phrases.items(), key=lambda p: -len(p[0])):
            cased = bool(classes & {"month", "weekday"})
            self._heads[phrase[0]].append((phrase, " ".join(phrase), self._code(classes), cased))
        self._anchors = frozenset(max(_WORD.findall(" ".join(p)), key=len, default="") for p, c in phrases.items() if c & {*_ANCHORS})
        counted = (*numbers.scales.values(), *numbers.measures.values(), numbers.percent)
        self._measures = frozenset(w for ws in counted for w in ws).difference(*pack.units.values())

    def touches(self, text: str, lo: int, hi: int) -> bool:
        """Whether a word of the calendar or a year stands in ``text[lo:hi]``: cheap, before anything else."""
        return bool(_FIGURES.search(text, lo, hi)) or not self._anchors.isdisjoint(_WORD.findall(text[lo:hi].lower()))

    def letters(self, name: str) -> str:
        """The letters of all tokens that belong to the class."""
        return "".join(code for classes, code in self._sets.items() if name in classes)

    def read(self, text: str, lo: int, hi: int) -> Line:
        """The tokens of ``text[lo:hi]``, words that make one phrase joined."""
        line = Line()
        codes: list[str] = []
        tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, lo, hi)]
        words = [t[0].lower() for t in tokens]
        i = 0
        while i < len(tokens):
            code, key, width = self._token(tokens, words, i, codes)
            codes.append(code)
            line.keys.append(key)
            line.starts.append(tokens[i][1])
            i += width
            line.ends.append(tokens[i - 1][2])
        line.codes = "".join(codes)
        return line

    def _token(self, tokens: list[tuple[str, int, int]], words: list[str], i: int, codes: list[str]) -> tuple[str, str, int]:
        """Letter, words and number of tokens of what stands at ``i``."""
        word = words[i]
        glued = i > 0 and tokens[i - 1][2] == tokens[i][1]
        if word.isdecimal():
            return self._figure(tokens, words, i, glued, codes), word, 1
        if glued and words[i - 1].isdecimal() and word in self._suffixes:
            return self._suffixes[word], word, 1
        for phrase, key, code, cased in self._heads.get(word, ()):
            if tuple(words[i : i + len(phrase)]) == phrase and not (cased and not self._spelled(tokens[i][0], i)):
                return code, key, len(phrase)
        return self._marks.get(word, _UNKNOWN), word, 1

    def _figure(self, tokens: list[tuple[str, int, int]], words: list[str], i: int, glued: bool, codes: list[str]) -> str:
        """Figures of a designation ("Mi24"), of money or of a measure have no class."""
        before = words[i - 1] if glued else ""
        if before in ("$", "€", "£") or (before.isalpha() and codes[-1] == _UNKNOWN):
            return _UNKNOWN
        if glued and i > 1 and before in _DASHES and words[i - 2].isalpha() and codes[-2] == _UNKNOWN and tokens[i - 2][2] == tokens[i - 1][1]:
            return _UNKNOWN
        after = words[i + 1] if i + 1 < len(words) else ""
        if after in self._measures and len(words[i]) == 4:
            return _UNKNOWN
        return self._figures.get(words[i], _UNKNOWN)

    def _spelled(self, word: str, i: int) -> bool:
        """Whether the letter case suits a month or weekday ("may" is none in English, "Maja" none in Polish)."""
        if self._letters == "capital":
            return word[0].isupper()
        return self._letters == "any" or word[0].islower() or i == 0 or word.isupper()

    def _phrases(self, pack: DatePack, numbers: NumberPack) -> dict[Phrase, set[str]]:
        found: dict[Phrase, set[str]] = defaultdict(set)
        for name, value, word in _entries(pack, numbers):
            phrase = tuple(_TOKEN.findall(word.lower()))
            found[phrase].add(name)
            self.values[name.partition("_")[0]].setdefault(" ".join(phrase), value)
            if name == "unit":
                found[phrase].add(f"unit_{value}")
        return found

    def _code(self, classes: set[str]) -> str:
        return self._sets.setdefault(frozenset(classes), chr(0x100 + len(self._sets)))

    def value(self, name: str, key: str) -> Value:
        """What a token means as a member of a class."""
        table = self.values.get(name)
        if table and key in table:
            return table[key]
        number = int(key)
        return number + (1900 if number >= 30 else 2000) if name == "tens" and number < 100 else number


def _entries(pack: DatePack, numbers: NumberPack) -> Iterator[tuple[str, Value, str]]:
    for name, field in _TABLES.items():
        for value, words in getattr(pack, field).items():
            yield from ((name, value, w) for w in words)
    for name, words in pack.words.items():
        yield from ((name, 0, w) for w in words)
    yield from (("echo", 0, w) for w in pack.echoes)
    for number, words in numbers.words.items():
        if 0 < number < 100:
            yield from (("count", number, w) for w in words)


def _figure_classes() -> Iterator[tuple[str, set[str]]]:
    for text in [*map(str, range(10)), *(f"{n:02d}" for n in range(100))]:
        yield text, set(_small(text, int(text)))
    for year in range(1900, 2100):
        yield str(year), {"year"} if year % 10 else {"year", "tens"}


def _small(text: str, number: int) -> Iterator[str]:
    if number:
        yield "count"
    if 1 <= number <= 31:
        yield "day"
    if 1 <= number <= 12:
        yield from ("monthnum", "mm") if len(text) == 2 else ("monthnum",)
    if len(text) == 2:
        yield "yy"
        if number % 10 == 0 and number >= 20:
            yield "tens"
