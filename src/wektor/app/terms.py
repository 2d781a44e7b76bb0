"""Words by which evidence is found: folded forms and their base forms, at reading and at asking alike."""

import re
import unicodedata
from functools import cache, lru_cache

from wektor.engines.grammar import language
from wektor.lexicon.loading import language_codes

_WORD = re.compile(r"[^\W_]+")


def terms_of(text: str, lang: str | None) -> tuple[str, ...]:
    """The terms of a text, each once, in its order."""
    return tuple(dict.fromkeys(form for word in _WORD.findall(text) for form in forms_of(word, lang)))


def asked(text: str, langs: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """For each word of a question the forms that evidence may bear, in any of the languages."""
    return tuple(tuple(dict.fromkeys(f for lang in (*langs, None) for f in forms_of(word, lang))) for word in _WORD.findall(text))


@lru_cache(maxsize=100_000)
def forms_of(word: str, lang: str | None) -> tuple[str, ...]:
    """The word's own form and its base forms, folded."""
    keys = language(lang).vocabulary.word(word).keys if lang in _codes() else (word,)
    return tuple(dict.fromkeys(piece for key in (word, *keys) for piece in _WORD.findall(fold_term(key))))


def fold_term(text: str) -> str:
    """Lower case, marks dropped."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


@cache
def _codes() -> frozenset[str | None]:
    return frozenset(language_codes())
