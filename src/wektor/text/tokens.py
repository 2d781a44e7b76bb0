"""Tokens with exact offsets: words keep their inner hyphens (``Mi-35M``), a possessive ``'s`` stands alone."""

import re
from collections.abc import Callable
from typing import Final

from wektor.text.words import Token, Word

_DASH: Final = "–"
_MARK: Final = "\u0300-\u036f"
_CORE: Final = rf"[^\W_][^\W_{_MARK}]*(?:[{_MARK}]+[^\W_]*)*" if False else rf"(?:[^\W_][{_MARK}]*)+"
_TOKEN: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\d+(?:[.,]\d+)+"  # 3,37
    rf"|{_CORE}(?:[-‑]{_CORE}|['’](?!s\b){_CORE})*"
    r"|['’]s\b|\.\.\.|[^\w\s]|_+"
)


def tokenize(text: str, lo: int, hi: int, word: Callable[[str], Word]) -> list[Token]:
    """Tokens of ``text[lo:hi]``; ``word`` looks a surface form up (and caches it). A hyphen between spaces is a dash."""
    places = map(re.Match.span, _TOKEN.finditer(text, lo, hi))
    return [Token(word(_DASH if text[i] == "-" and _stands_apart(text, i, j) else text[i:j]), i, j) for i, j in places]


def _stands_apart(text: str, i: int, j: int) -> bool:
    return j - i == 1 and text[j : j + 1] == " " and text[max(0, i - 1) : i] in ("", " ", "\n")
