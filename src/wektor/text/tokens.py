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
    return [Token(word(_DASH if _stands_apart(text, m) else m.group()), m.start(), m.end()) for m in _TOKEN.finditer(text, lo, hi)]


def _stands_apart(text: str, match: re.Match[str]) -> bool:
    return match.group() == "-" and text[match.end() : match.end() + 1] == " " and text[max(0, match.start() - 1) : match.start()] in ("", " ", "\n")
