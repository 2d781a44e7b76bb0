"""A sentence as one letter a token: the letter stands for the set of calendar classes that the token belongs to."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from wektor.lexicon.calendar_words import DatePack
from wektor.lexicon.number_words import NumberPack
from wektor.mentions.dates.words import TOKEN, Meaning, Phrase, Value, figure_classes, lower, phrases

_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = r"(?:19|20)\d\d|\d ?[./-] ?\d"
_DASHES = "-–—‑"
_SIGNS = "'" + _DASHES
_MARKS = {",": "comma", ".": "dot", ":": "colon", "/": "slash", "(": "lpar", ")": "rpar", "[": "lpar", "]": "rpar"} | dict.fromkeys(_DASHES, "dash")
_ANCHORS = ("month", "weekday", "season", "decade", "unit", "adverb", "shorthand", "half", "quarter", "echo", "feast", "now", "number")
_BEFORE = {"month": {"ordinal", "weekday"}, "weekday": {"month"}}
_AFTER = {"month": {"weekday", "monthmark", "earlyword"}, "weekday": {"month"}}
_UNKNOWN = "\x01"
_STEM = 3
"""Letters of the shortest word whose ending tells."""
_EVENTS = (2010, 2049)
"""Years that the name of a fair or exercise bears; what bears an older one may be a model."""


class Tokens:
    """A sentence's tokens in small letters, and their places in the text."""

    __slots__ = ("ends", "starts", "text", "words")

    def __init__(self, text: str, lo: int, hi: int) -> None:
        small = lower(text[lo:hi])
        if len(small) != hi - lo:
            small = "".join(lower(c)[:1] or " " for c in text[lo:hi])
        places = [m.span() for m in TOKEN.finditer(small)]
        self.text = text
        self.words = [small[a:b] for a, b in places]
        self.starts = [lo + a for a, _ in places]
        self.ends = [lo + b for _, b in places]

    def glued(self, i: int) -> bool:
        """Nothing stands between the token and the one before."""
        return i > 0 and self.ends[i - 1] == self.starts[i]

    def as_written(self, i: int) -> str:
        """The token with its capitals."""
        return self.text[self.starts[i] : self.ends[i]]


class Line:
    """A sentence's tokens: ``codes`` has one letter each; ``keys`` the words behind it; ``starts``, ``ends`` their places."""

    __slots__ = ("codes", "ends", "keys", "starts")

    def __init__(self) -> None:
        self.codes = ""
        self.keys: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def take(self, keys: list[str], starts: list[int], ends: list[int]) -> None:
        """Further tokens."""
        self.keys += keys
        self.starts += starts
        self.ends += ends


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
        self._counted_endings = tuple(pack.counted_endings)
        self._models = frozenset(pack.words.get("model", []))
        self._named = self._code({"named"})
        self._joins = frozenset([*_DASHES, *(w for name in ("to", "and", "or") for w in pack.words.get(name, []))])
        self._dated = re.compile(rf"{_FIGURES}|\d[{re.escape(_SIGNS)}]?(?:{'|'.join(map(re.escape, self._suffixes)) or '(?!)'})\b")
        self._heads = self._index(known)
        self._cased = {code: self._code({*classes, "cased"}) for classes, code in list(self._sets.items())} if pack.cases else {}
        self._members: dict[str, str] = {}
        self._names = {code: classes for classes, code in self._sets.items()}
        self._known = frozenset([*self._heads, *self._marks, *self._suffixes, *_SIGNS])
        self._single = {p[0]: m.classes for p, m in known.items() if len(p) == 1}
        self._passed = frozenset([*pack.words.get("of", []), *self._suffixes, *",.-/'"])
        self._anchors = _anchors(p for p, m in known.items() if m.classes & {*_ANCHORS})
        measured = (*numbers.scales.values(), *numbers.measures.values(), numbers.percent, counted)
        self._measures = frozenset(w for ws in measured for w in ws).difference(*pack.units.values())

    def touches(self, text: str, lo: int, hi: int) -> bool:
        """Whether a word of the calendar or a year stands in ``text[lo:hi]``: cheap, before anything else."""
        return bool(self._dated.search(text, lo, hi)) or not self._anchors.isdisjoint(_WORD.findall(lower(text[lo:hi])))

    def letters(self, name: str) -> str:
        """The letters of all tokens that belong to the class."""
        if name not in self._members:
            self._members[name] = "".join(code for classes, code in self._sets.items() if name in classes)
        return self._members[name]

    def classes(self, letters: str) -> set[str]:
        """The classes of all tokens that the letters stand for."""
        return {name for code in set(letters) for name in self._names[code]}

    def read(self, text: str, lo: int, hi: int) -> Line:
        """The tokens of ``text[lo:hi]``, words that make one phrase joined."""
        line, tokens, known = Line(), Tokens(text, lo, hi), self._known
        codes: list[str] = []
        words, starts, ends = tokens.words, tokens.starts, tokens.ends
        done = 0
        for i in [i for i, word in enumerate(words) if word in known or word.isdecimal()]:
            if i < done:
                continue
            if i > done:  # words that mean nothing
                codes += _UNKNOWN * (i - done)
                line.take(words[done:i], starts[done:i], ends[done:i])
            if codes and (width := self._ending(tokens, i)):
                line.ends[-1] = ends[i + width - 1]
                codes[-1] = self._cased.get(codes[-1], codes[-1]) if width == 2 else codes[-1]
            else:
                code, key, width = self._token(tokens, i, codes)
                codes.append(code)
                line.take([key], [starts[i]], [ends[i + width - 1]])
            done = i + width
        codes += _UNKNOWN * (len(words) - done)
        line.take(words[done:], starts[done:], ends[done:])
        line.codes = "".join(codes)
        return line

    def _ending(self, tokens: Tokens, i: int) -> int:
        """The width of a case ending at ``i`` that changes nothing, or of the sign before an ending that has a class."""
        words = tokens.words
        if words[i] not in _SIGNS or i + 1 >= len(words) or not tokens.glued(i) or not tokens.glued(i + 1):
            return 0
        word = words[i + 1]
        if word in self._suffixes and words[i - 1].isdecimal():
            return 1
        return 2 if word in self._cases and words[i] == "'" else 0

    def _token(self, tokens: Tokens, i: int, codes: list[str]) -> tuple[str, str, int]:
        """Letter, words and number of tokens of what stands at ``i``."""
        word = tokens.words[i]
        if word.isdecimal():
            return self._figure(tokens, i, codes), word, 1
        if (code := self._suffixes.get(word)) and _after_figures(tokens, i):
            return code, word, 1
        for phrase, key, code, meaning in self._heads.get(word, ()):
            width = len(phrase)
            if (width == 1 or tokens.words[i : i + width] == phrase) and self._sure(tokens, i, width, meaning):
                return code, key, width
        return self._marks.get(word, _UNKNOWN), word, 1

    def _figure(self, tokens: Tokens, i: int, codes: list[str]) -> str:
        """Figures of a designation ("Mi24"), of money, of a measure or of things that are counted have no class."""
        words = tokens.words
        before = words[i - 1] if tokens.glued(i) else ""
        if before in ("$", "€", "£") or (before.isalpha() and codes[-1] == _UNKNOWN):
            return _UNKNOWN
        if i > 1 and before and before in _DASHES and words[i - 2].isalpha() and codes[-2:-1] == [_UNKNOWN] and tokens.glued(i - 1):
            return self._named if self._is_event(tokens, i - 2, i) else _UNKNOWN
        after = words[i + 1] if i + 1 < len(words) else ""
        if len(words[i]) == 4 and (after in self._measures or self._counts(after)):
            return _UNKNOWN
        if i and codes[-1] == _UNKNOWN and self._is_event(tokens, i - 1, i):
            return self._named
        return self._figures.get(words[i], _UNKNOWN)

    def _counts(self, after: str) -> bool:
        """Whether the word after figures is a thing that they count, by its ending: "2030 karabinów"."""
        return bool(self._counted_endings) and len(after) > _STEM and after.endswith(self._counted_endings) and after not in self._known

    def _is_event(self, tokens: Tokens, name: int, i: int) -> bool:
        """ "Khaan Quest 2025", "IDEF 2021", "Запад-2021": the figures of an event's name are its year."""
        word = tokens.as_written(name)
        if len(tokens.words[i]) != 4 or not _EVENTS[0] <= int(tokens.words[i]) <= _EVENTS[1] or not word[0].isupper() or name == 0:
            return False
        if self._goes_on(tokens, i + 1) or tokens.words[name] in self._models or tokens.words[i + 1 : i + 2] == ["'"] or len(word) < _STEM:
            return False
        return name < i - 1 or (word.isupper() and len(word) > _STEM) or (name > 0 and tokens.as_written(name - 1)[0].isupper())

    def _goes_on(self, tokens: Tokens, k: int) -> bool:
        """Whether figures are the first of two years, "and", "to" or a dash between: no event is named so."""
        words = tokens.words[k : k + 2]
        return len(words) == 2 and words[0] in self._joins and len(words[1]) == 4 and words[1].isdecimal()

    def _sure(self, tokens: Tokens, i: int, width: int, meaning: Meaning) -> bool:
        """Whether the words mean the calendar here: "may" is no month in English, "Maja" none in Polish, but "3 may" is."""
        if not meaning.dated:
            return True
        words = tokens.words
        if self._joined(tokens, i + width):
            return False
        if not meaning.short and ((self._homographs and words[i] not in self._homographs) or self._spelled(tokens.as_written(i), i)):
            return True
        name = "month" if "month" in meaning.classes else "weekday"
        return len(words) <= width + 1 or self._is_beside(words, i - 1, -1, _BEFORE[name]) or self._is_beside(words, i + width, 1, _AFTER[name])

    def _joined(self, tokens: Tokens, k: int) -> bool:
        """ "Friday-class", "May-Chidiac": a hyphen joins it to a word that is none of the calendar's."""
        words = tokens.words
        if k + 1 >= len(words) or words[k] != "-" or not tokens.glued(k) or not tokens.glued(k + 1):
            return False
        return words[k + 1].isalpha() and words[k + 1] not in self._anchors

    def _is_beside(self, words: list[str], k: int, step: int, classes: set[str]) -> bool:
        """A day, a year or a word of the classes, a mark or an ending between or not."""
        for at in range(k, k + 3 * step, step):
            if not 0 <= at < len(words):
                return False
            word = words[at]
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

    def _index(self, known: dict[Phrase, Meaning]) -> dict[str, list[tuple[list[str], str, str, Meaning]]]:
        """Phrases by first word, longest first; their values by class."""
        heads: dict[str, list[tuple[list[str], str, str, Meaning]]] = defaultdict(list)
        for phrase, meaning in sorted(known.items(), key=lambda p: -len(p[0])):
            key = " ".join(phrase)
            heads[phrase[0]].append((list(phrase), key, self._code(meaning.classes), meaning))
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


def _anchors(phrases: Iterable[Phrase]) -> frozenset[str]:
    """Words without which none of the phrases stands: the last word, unless another is one already."""
    words = sorted((_WORD.findall(" ".join(p)) for p in phrases), key=len)
    found = {ws[0] for ws in words if len(ws) == 1}
    for ws in words:
        if ws and found.isdisjoint(ws):
            found.add(ws[-1])
    return frozenset(found)


def _after_figures(tokens: Tokens, i: int) -> bool:
    """Right after figures, a hyphen or an apostrophe between or not."""
    if not tokens.glued(i):
        return False
    k = i - 2 if tokens.words[i - 1] in _SIGNS and tokens.glued(i - 1) else i - 1
    return tokens.words[k].isdecimal()
