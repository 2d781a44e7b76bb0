"""Headlines In Title Case: a capital says nothing there, so words that the packs know without one lose it."""

from collections.abc import Callable

from wektor.text.words import Token, Word

_NAMES = frozenset({"state", "adjective", "people", "capital", "place", "org", "equipment", "firmword", "legal"})
_LEAST, _SHARE = 5, 0.75


def calm_headline(tokens: list[Token], word: Callable[[str], Word]) -> list[Token]:
    """The tokens as they are, or, where nearly every word bears a capital, with the known common words in small letters."""
    if tokens[-1].word.text in ".!?…":
        return tokens
    words = [t.word for t in tokens if t.word.text[0].isalpha() and len(t.word.text) > 3]
    if len(words) < _LEAST or sum(w.cap for w in words) < _SHARE * len(words) or all(w.upper for w in words):
        return tokens
    return [Token(_calm(t.word, word), t.start, t.end) for t in tokens]


def _calm(own: Word, word: Callable[[str], Word]) -> Word:
    if not own.cap or own.upper or own.digit or _names(own):
        return own
    small = word(own.text.lower())
    return small if small.tags and not _names(small) else own


def _names(word: Word) -> bool:
    """Whether the word names somebody or something; one for a class of equipment ("Boats") also ends firms' names, but seldom."""
    return bool(word.tags & (_NAMES - {"firmword"} if "class" in word.tags else _NAMES))
