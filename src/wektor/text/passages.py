"""Passages of a text in another language than the whole: a bilingual release, a paragraph quoted as it was said."""

import re
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from wektor.text.languages import identify_language

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_WORD = re.compile(r"[^\W\d_]+")
_WORDS, _ALIEN_WORDS = 8, 4
_SHARE, _LEAST = 0.55, 0.18
_SURE = 0.75

Passage = tuple[int, int, str]


class _Paragraph(NamedTuple):
    """A paragraph's place, its number of words, and the share of them that are little words of the main language."""

    start: int
    end: int
    words: int
    share: float
    alien: bool


def passages(text: str, main: str, closed: frozenset[str], known: Collection[str]) -> list[Passage]:
    """Ranges of ``text`` with their language, in order, neighbours of one language joined; all of it ``main`` if in doubt.

    ``closed`` are little words of the main language. Only paragraphs with far fewer of them than the others have are
    looked at further, so that a text of one language costs next to nothing.
    """
    letters = _letters(closed)
    paragraphs = [_paragraph(m, closed, letters) for m in _PARAGRAPH.finditer(text)]
    shares = sorted(p.share for p in paragraphs if p.words >= _WORDS)
    least = max(_LEAST, _SHARE * shares[3 * len(shares) // 4]) if shares else _LEAST
    found: list[Passage] = []
    for p in paragraphs:
        lang = main
        if p.share < least and p.words >= (_ALIEN_WORDS if p.alien else _WORDS):
            lang = identify_language(text[p.start : p.end], known, _SURE) or main
        if found and found[-1][2] == lang:
            found[-1] = (found[-1][0], p.end, lang)
        else:
            found.append((p.start, p.end, lang))
    return found if len(found) > 1 else [(0, len(text), main)]


@cache
def _letters(words: frozenset[str]) -> frozenset[str]:
    return frozenset("".join(words))


def _paragraph(match: re.Match[str], closed: frozenset[str], letters: frozenset[str]) -> _Paragraph:
    words = _WORD.findall(match.group().lower())
    share = sum(map(closed.__contains__, words)) / len(words) if words else 1.0
    alien = not share and sum(w[0] in letters for w in words) < len(words) / 2
    return _Paragraph(match.start(), match.end(), len(words), share, alien)
