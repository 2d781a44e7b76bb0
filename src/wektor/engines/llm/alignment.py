"""Where a quote stands in the text: as it is written, else by white space, marks, dashes and normal form.

Letters, digits and words are never replaced, dropped or added: a quote that differs in one does not stand there.
"""

import re
import unicodedata
from collections.abc import Sequence

from wektor.model import Span

_ELLIPSIS = re.compile(r"\s*[\[(]?\s*(?:…|\.{3,})\s*[\])]?\s*")
_SENTENCE_END = re.compile(r"(?:(?<=[.!?…:])|(?<=[.!?…][\"'”»)]))(?:\s+|(?=[^\W\d_]{2}))")
_BROKEN = re.compile(r"(?<=[^\W\d_])[-‐]\n\s*(?=[^\W\d_])")
_ALIKE = dict.fromkeys("\"'`´‘’‚‛“”„‟«»‹›″′＂＇", "'") | dict.fromkeys("-‐‑‒–—―−", "-")
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_EDGE = " \t\n'\"`´‘’‚‛“”„‟«»‹›.,;:"
_DOT = "\u0307"
_FARTHEST = 600  # between two parts of a quote with an ellipsis
_SHORTEST = 4  # shorter words are not looked for in another case: "us" is not "US"


class Text:
    """A text and its folded forms, by which quotes are found."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: tuple[str, list[int]] | None = None

    def places(self, quote: str) -> list[Span]:
        """Every place at which the quote stands as whole words, by the strictest way that finds any."""
        quote = quote.strip()
        exact = [Span(m, m + len(quote)) for m in _finds(self.text, quote)] if quote else []
        return exact or self._near(quote) or self._near(quote.strip(_EDGE))

    def evidence(self, quote: str) -> tuple[Span, ...]:
        """The quote's place: whole, or with parts left out, or as sentences that stand apart. Empty if it is none."""
        if places := self.places(quote):
            return (places[0],)
        parts = [p for p in _ELLIPSIS.split(quote) if p.strip(_EDGE)]
        if len(parts) > 1 and (spans := self._row(parts)):
            near = spans[-1].end - spans[0].start <= _FARTHEST + sum(map(len, parts))
            return (Span(spans[0].start, spans[-1].end),) if near else tuple(spans)
        glued = [p for p in _SENTENCE_END.split(quote) if p.strip(_EDGE)]
        found = [self.places(p) for p in glued] if len(glued) > 1 else []
        return tuple(f[0] for f in found) if found and all(found) else ()

    def _row(self, parts: Sequence[str]) -> list[Span]:
        """The parts one after the other; nothing if one is missing."""
        row: list[Span] = []
        for part in parts:
            at = row[-1].end if row else 0
            place = next((p for p in self.places(part) if p.start >= at), None)
            if place is None:
                return []
            row.append(place)
        return row

    def _near(self, quote: str) -> list[Span]:
        wanted = _fold(quote)[0].strip()
        if not wanted:
            return []
        if self._folded is None:
            self._folded = _fold(self.text)
        text, offsets = self._folded
        found = _finds(text, wanted) or (_finds(_lower(text), _lower(wanted)) if len(wanted) >= _SHORTEST else [])
        return [Span(offsets[at], offsets[at + len(wanted) - 1] + 1) for at in found]


def _finds(text: str, wanted: str) -> list[int]:
    """Where the words stand, not inside a longer word or number."""
    found, at = [], text.find(wanted)
    while at >= 0:
        if _is_whole(text, at, at + len(wanted)):
            found.append(at)
        at = text.find(wanted, at + 1)
    return found


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (_joins(text, start - 1, start) or _joins(text, end - 1, end)) and not _splits_number(text, start, end)


def _joins(text: str, left: int, right: int) -> bool:
    return left >= 0 and right < len(text) and text[left].isalnum() and (text[right].isalnum() or unicodedata.combining(text[right]) > 0)


def _splits_number(text: str, start: int, end: int) -> bool:
    """ "3" does not stand in "3,500", nor "500"."""
    before = start >= 2 and text[start].isdigit() and text[start - 1] in ".,-" and text[start - 2].isdigit()
    after = end + 1 < len(text) and text[end - 1].isdigit() and text[end] in ".," and text[end + 1].isdigit()
    return before or after


def _fold(text: str) -> tuple[str, list[int]]:
    """The text in plain marks and decomposed, and for each of its characters the place it comes from."""
    dropped = {i for m in _BROKEN.finditer(text) for i in range(*m.span())}
    folded: list[str] = []
    offsets: list[int] = []
    for i, char in enumerate(text):
        if char in _UNSEEN or i in dropped or (char == _DOT and folded and folded[-1] in "Ii"):
            continue
        plain = " " if char.isspace() else "I" if char == "İ" else _ALIKE.get(char) or unicodedata.normalize("NFD", char)
        if plain == " " and folded and folded[-1] == " ":
            continue
        folded += plain
        offsets += [i] * len(plain)
    return "".join(folded), offsets


def _lower(text: str) -> str:
    """Small letters, one for one, so that places stay; with a dot or without, "i" is one letter here."""
    return "".join(low if len(low := c.lower()) == 1 else c for c in text).replace("ı", "i")
