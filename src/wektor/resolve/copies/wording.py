"""A text's words as near-copies are told by: plain forms, and the names and numbers that an editor leaves alone."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_UNSPACED: Final = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"  # scripts that write no spaces: each letter a word
_WORD: Final = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_OPENING: Final = re.compile(r"(?:^|[.!?:…;\n])[\s\"'«»„“”‘’(\[–—-]*\Z")
_ENDS: Final = re.compile(r"[.!?…]['\"»”’)\]]*\s*\Z")
_BEFORE: Final = 12


def words_of(text: str) -> list[str]:
    """The words, folded, in their order."""
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def facts_of(text: str) -> Iterator[str]:
    """Numbers, and capitalised words that do not open a sentence; headlines are left out, since copies change them."""
    composed = unicodedata.normalize("NFC", text)
    lines = [line for line in composed.split("\n") if _ENDS.search(line)] or [composed]
    for line in lines:
        for match in _WORD.finditer(line):
            word = match.group()
            if word[0].isdigit() or (word[0].isupper() and not _OPENING.search(line[max(0, match.start() - _BEFORE) : match.start()])):
                yield word.casefold()
