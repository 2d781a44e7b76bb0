"""Scripts: which one a text is in, its Latin form by table, and roughly how that sounds."""

import unicodedata
from functools import cache, lru_cache

import msgspec

from wektor.lexicon.loading import PACKS, decode


class TransliterationPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """world/transliteration.yaml: letter tables, sound rules in order, endings of inflected names."""

    source: str
    letters: dict[str, str]
    sounds: list[tuple[str, str]]
    endings: list[str]
    apostrophes: list[str]


@cache
def tables() -> TransliterationPack:
    """The pack, read once. Raises PackError if it does not fit its type."""
    return decode(PACKS / "world/transliteration.yaml", TransliterationPack)


_LETTERED = ("Cyrl", "Grek", "Geor", "Armn")  # alphabets that the table holds letter by letter
_SCRIPTS = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "GEORGIAN": "Geor", "ARMENIAN": "Armn", "HANGUL": "Hang",
            "ARABIC": "Arab", "HEBREW": "Hebr", "CJK": "Hani", "HIRAGANA": "Jpan", "KATAKANA": "Jpan", "DEVANAGARI": "Deva", "THAI": "Thai"}  # fmt: skip


@lru_cache(maxsize=65536)
def script_of(text: str) -> str:
    """ISO 15924 code of most letters: ``Latn``, ``Cyrl``, …; ``Zyyy`` if it has none."""
    counts: dict[str, int] = {}
    for char in text:
        if char.isalpha():
            name = unicodedata.name(char, "").partition(" ")[0]
            code = _SCRIPTS.get(name, "Zzzz")
            counts[code] = counts.get(code, 0) + 1
    return max(sorted(counts), key=lambda c: counts[c]) if counts else "Zyyy"


@lru_cache(maxsize=262144)
def latin(word: str) -> str:
    """Lower-case Latin letters and digits of a word, other alphabets by table, marks dropped."""
    letters = tables().letters
    out: list[str] = []
    for char in word.replace("İ", "i").casefold():
        if char in letters:
            out.append(letters[char])
        elif char.isascii():
            out.append(char)
        else:
            out.append("".join(letters.get(part, part if part.isascii() else "") or "" for part in unicodedata.normalize("NFD", char))
                       or (char if char.isalnum() else ""))  # fmt: skip
    return "".join(out)


def printed(text: str) -> str:
    """A name in Latin letters, capitals kept, for readers of the register; one in an alphabet without a table stays as it is."""
    if script_of(text) not in _LETTERED:
        return text
    letters = tables().letters
    shown = [_cased(char, letters.get(char.casefold(), char), text[i + 1 : i + 2]) for i, char in enumerate(text)]
    return "".join(shown)


def _cased(char: str, plain: str, after: str) -> str:
    """The Latin letters of a capital: all of them capitals inside a word of capitals."""
    if not char.isupper():
        return plain
    return plain.upper() if after.isupper() else plain[:1].upper() + plain[1:]


@lru_cache(maxsize=262144)
def sound(word: str) -> str:
    """How the Latin form sounds, roughly: digraphs and doubled letters made one. For comparing only."""
    text = latin(word)
    for old, new in tables().sounds:
        text = text.replace(old, new)
    return "".join(c for c, before in zip(text, " " + text, strict=False) if c != before or c.isdigit())


@lru_cache(maxsize=262144)
def stem(word: str) -> str:
    """The sound of a name without one ending of inflection, at least four letters of it."""
    text = sound(word)
    for ending in tables().endings:
        if text.endswith(ending) and len(text) - len(ending) >= 4:
            return text[: -len(ending)]
    return text
