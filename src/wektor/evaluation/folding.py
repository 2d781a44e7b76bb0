"""Fold names so that case, diacritics and punctuation do not matter, and compare them word by word."""

import unicodedata
from functools import lru_cache

# Letters that carry a stroke or lack a dot have no decomposition in Unicode: they are mapped by hand.
_STROKES = str.maketrans(
    {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ı": "i", "ħ": "h", "ŧ": "t", "ə": "e", "æ": "ae", "œ": "oe", "þ": "th"}
)


@lru_cache(maxsize=65536)
def fold(name: str) -> tuple[str, ...]:
    """The words of a name, casefolded and bare of diacritics and punctuation."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_STROKES)
    return tuple("".join(c if c.isalnum() else " " for c in bare).split())


@lru_cache(maxsize=262144)
def stands_in(inner: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    """Whether a run of whole words of ``outer`` spells ``inner``; spaces and hyphens do not count (T-129, T129)."""
    wanted = "".join(inner)
    return bool(wanted) and any(_spells(outer, start, wanted) for start in range(len(outer)))


def _spells(words: tuple[str, ...], start: int, wanted: str) -> bool:
    joined = ""
    for word in words[start:]:
        joined += word
        if len(joined) >= len(wanted):
            return joined == wanted
    return False


def same_name(left: str, right: str) -> bool:
    """Whether one name is the other, or stands inside it."""
    a, b = fold(left), fold(right)
    return stands_in(a, b) or stands_in(b, a)
