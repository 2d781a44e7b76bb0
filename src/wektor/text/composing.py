"""Letters with their marks as one code point each, as packs write them, and where each stands in the text as written."""

import re
import unicodedata
from typing import NamedTuple

_MARKED = re.compile(r"[^\W\d_][\u0300-\u036f]+")


class Composed(NamedTuple):
    """A text composed; ``places`` says where each of its code points begins in the text as written, its end included."""

    text: str
    places: list[int]


def compose(text: str) -> Composed | None:
    """The text with its marks composed; None where it is written so already."""
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for match in _MARKED.finditer(text):
        letter = unicodedata.normalize("NFC", match.group())
        if len(letter) == len(match.group()):
            continue
        parts += text[at : match.start()], letter
        places += [*range(at, match.start()), *(min(match.start() + n, match.end() - 1) for n in range(len(letter)))]
        at = match.end()
    if not parts:
        return None
    return Composed("".join((*parts, text[at:])), [*places, *range(at, len(text) + 1)])
