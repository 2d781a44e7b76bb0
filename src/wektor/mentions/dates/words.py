"""A date pack's words as phrases of tokens, each with the calendar classes it belongs to."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from wektor.lexicon.calendar_words import DatePack
from wektor.lexicon.number_words import NumberPack

TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_TABLES = {"month": "months", "weekday": "weekdays", "season": "seasons", "decade": "decades", "unit": "units", "deictic": "deictics",
           "anaphor": "anaphors", "distance": "distances", "window": "windows", "sequel": "sequels", "adverb": "adverbs",
           "shorthand": "shorthands", "part": "parts", "half": "halves", "quarter": "quarters", "ordinal": "ordinals",
           "count": "counts", "lead": "leads", "trail": "trails", "feast": "feasts"}  # fmt: skip
_SHORT = {"month": "short_months", "weekday": "short_weekdays"}
_PLAIN = str.maketrans("łıёЁ", "liеЕ")

Value = int | str
Phrase = tuple[str, ...]


class Meaning(NamedTuple):
    """The classes of a phrase and what it means in each; ``short``: an abbreviation, sure beside figures only."""

    classes: set[str]
    values: dict[str, Value]
    short: bool

    @property
    def dated(self) -> bool:
        """Whether it is a month or a weekday, whose words may mean other things."""
        return "month" in self.classes or "weekday" in self.classes


def lower(word: str) -> str:
    """Lower case, the dot that a capital "İ" leaves taken off; one kind of apostrophe."""
    return word.lower().replace("’", "'").replace("ʼ", "'").replace("‘", "'").replace("\u0307", "")


def plain(word: str) -> str:
    """Latin letters without accents; "ё" as "е"."""
    word = word.translate(_PLAIN)
    if word.isascii() or not unicodedata.name(word[0], "").startswith("LATIN"):
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def phrases(pack: DatePack, numbers: NumberPack) -> dict[Phrase, Meaning]:
    """All phrases of the pack; a word of four letters or more also as written without accents."""
    found: dict[Phrase, Meaning] = {}
    folded: dict[Phrase, list[tuple[str, Value, bool]]] = defaultdict(list)
    for name, value, word, short in _entries(pack, numbers):
        phrase = tuple(TOKEN.findall(lower(word)))
        _add(found, phrase, name, value, short)
        bare = tuple(plain(w) if len(w) > 3 or len(phrase) > 1 else w for w in phrase)
        if bare != phrase:
            folded[bare].append((name, value, short))
    for phrase, entries in folded.items():
        if phrase not in found:
            for entry in entries:
                _add(found, phrase, *entry)
    return found


def _add(found: dict[Phrase, Meaning], phrase: Phrase, name: str, value: Value, short: bool) -> None:
    meaning = found.setdefault(phrase, Meaning(set(), {}, short))
    meaning.classes.add(name)
    meaning.values.setdefault(name, value)
    if name == "unit":
        meaning.classes.add(f"unit_{value}")


def _entries(pack: DatePack, numbers: NumberPack) -> Iterator[tuple[str, Value, str, bool]]:
    for name, field in _TABLES.items():
        for value, words in getattr(pack, field).items():
            yield from ((name, value, w, False) for w in words)
    for name, field in _SHORT.items():
        for value, words in getattr(pack, field).items():
            yield from ((name, value, w, True) for w in words)
    for name, words in pack.words.items():
        yield from ((name, 0, w, False) for w in words)
    yield from (("echo", 0, w, False) for w in pack.echoes)
    yield from (("now", 0, w, False) for w in pack.nows)
    for number, words in numbers.words.items():
        if 0 < number < 100:
            yield from (("count", number, w, False) for w in words)


def figure_classes() -> Iterator[tuple[str, set[str]]]:
    """The classes of figures: ``2024`` is a year, ``07`` a day, a month in two figures, a short year."""
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
