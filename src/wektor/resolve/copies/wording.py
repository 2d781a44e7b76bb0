"""A text's words as near-copies are told by: plain forms, and the names and numbers that an editor leaves alone."""

import re
import unicodedata
from typing import Final

import msgspec

_UNSPACED: Final = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"  # scripts that write no spaces: each letter a word
_WORD: Final = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_OPENING: Final = re.compile(r"(?:^|[.!?:…;\n])[\s\"'«»„“”‘’(\[–—-]*\Z")
_ENDS: Final = re.compile(r"[.!?…]['\"»”’)\]]*\s*\Z")
_DATELINE: Final = re.compile(r"[^.!?]{2,60}?\)\s*[-–—:]+\s|[^\W\d_]{2,20}(?:[ /][^\W\d_]{2,20}){0,2}:\s|[^a-z.!?]{3,40}?\s[-–—]+\s")
_BEFORE: Final = 12


def words_of(text: str) -> list[str]:
    """The words, folded, in their order."""
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


class Facts(msgspec.Struct, frozen=True):
    """Capitalised words that do not open a sentence, those that open one (which may be names or not), and numbers."""

    names: set[str]
    openers: set[str]
    numbers: set[str]


def facts_of(text: str) -> Facts:
    """Names and numbers; of names, headlines and datelines are left out, since copies change them."""
    composed = unicodedata.normalize("NFC", text)
    lines = [line for line in composed.split("\n") if _ENDS.search(line)] or [composed]
    facts = Facts(set(), set(), set())
    for line in lines:
        begin = dateline.end() if (dateline := _DATELINE.match(line)) else 0
        for match in _WORD.finditer(line, begin):
            _sort(match.group(), line[max(begin, match.start() - _BEFORE) : match.start()], facts)
    return facts


def _sort(word: str, before: str, facts: Facts) -> None:
    if word[0].isdigit():
        facts.numbers.add(word.casefold())
    elif word[0].isupper():
        (facts.openers if _OPENING.search(before) else facts.names).add(word.casefold())
