"""JSON read with tolerance, as small models write it: other quotation marks, words of Python, commas too many or too few,
comments, line breaks and bare quotation marks inside strings, a forgotten end. One pass; what was not written is not guessed.
"""

import re
from collections.abc import Iterator
from typing import Any

_DEEPEST = 12
_MOST = 5_000  # objects and lists
_GAP = re.compile(r"(?:\s+|//[^\n]*)+")
_BARE = re.compile(r"[^\s,:{}\[\]\"'“”]+")
_OPENS = re.compile(r"[{\[]")
_STOP = re.compile(r"[\"'“”„\\]")
_ENDS = re.compile(r"\s{0,99}(?:\Z|[:}\]]|\n\s{0,99}[\"'“„]|,\s{0,99}(?:\Z|[\"'“„{}\[\]\d/-]|(?:true|false|null|None)\b|[A-Za-z_]{1,20}\s{0,9}:))")
_WORDS = {"null": None, "None": None, "true": True, "True": True, "false": False, "False": False}
_PAIRS = {'"': '"', "'": "'", "“": "”\"“", "„": "”\"“"}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_HEX = re.compile(r"[0-9a-fA-F]{4}")


class Piece:
    """A value that was read, and whether its end was written."""

    __slots__ = ("value", "whole")

    def __init__(self, value: Any, whole: bool) -> None:
        self.value, self.whole = value, whole


def read_values(text: str) -> Iterator[Piece]:
    """The outermost objects and lists of a text, prose between them passed over."""
    at = count = 0
    while count < _MOST and (opening := _OPENS.search(text, at)) is not None:
        count += 1
        parser = _Parser(text, opening.start())
        value, whole = parser.value(0)
        yield Piece(value, whole)
        at = max(parser.at, opening.end())


class _Parser:
    def __init__(self, text: str, at: int) -> None:
        self.text, self.at = text, at

    def value(self, depth: int) -> tuple[Any, bool]:
        """The value that stands here, and whether it is whole."""
        self._pass_gap()
        char = self._char()
        if char == "{":
            return self._object(depth + 1)
        if char == "[":
            return self._list(depth + 1)
        if char in _PAIRS:
            return self._string(_PAIRS[char])
        return self._bare()

    def _object(self, depth: int) -> tuple[Any, bool]:
        found: dict[str, Any] = {}
        self.at += 1
        while self._more("}", depth):
            key = self._key()
            if key is None:
                return found, False
            value, whole = self.value(depth)
            if whole or (key == "claims" and isinstance(value, list)):
                found[key] = value
            if not whole:
                return found, False
        return found, self._closed("}")

    def _key(self) -> str | None:
        """The name before a colon; None where there is none."""
        char = self._char()
        key = self._string(_PAIRS[char])[0] if char in _PAIRS else self._bare()[0]
        self._pass_gap()
        if self._char() != ":":
            return None
        self.at += 1
        return str(key)

    def _list(self, depth: int) -> tuple[Any, bool]:
        found: list[Any] = []
        self.at += 1
        while self._more("]", depth):
            before = self.at
            value, whole = self.value(depth)
            if not whole or self.at == before:  # what comes after it is another matter
                return found, False
            found.append(value)
        return found, self._closed("]")

    def _more(self, end: str, depth: int) -> bool:
        """Whether something stands before the end; deeper than any answer goes, nothing does."""
        self._pass_gap()
        while self._char() == ",":
            self.at += 1
            self._pass_gap()
        return depth <= _DEEPEST and self._char() not in ("", end, "}" if end == "]" else "]")

    def _closed(self, end: str) -> bool:
        closed = self._char() == end
        self.at += closed
        return closed

    def _string(self, ends: str) -> tuple[str, bool]:
        self.at += 1
        parts: list[str] = []
        while (stop := _STOP.search(self.text, self.at)) is not None:
            parts.append(self.text[self.at : stop.start()])
            self.at = stop.end()
            if stop.group() == "\\":
                parts.append(self._escape())
            elif stop.group() in ends and _ENDS.match(self.text, self.at):
                return "".join(parts), True
            else:
                parts.append(stop.group())
        parts.append(self.text[self.at :])
        self.at = len(self.text)
        return "".join(parts), False

    def _escape(self) -> str:
        char = self._char()
        self.at += 1
        if char == "u" and (code := _HEX.match(self.text, self.at)):
            self.at = code.end()
            return chr(int(code.group(), 16))
        return _ESCAPES.get(char, char)

    def _bare(self) -> tuple[Any, bool]:
        word = _BARE.match(self.text, self.at)
        if word is None:
            return None, bool(self._char())
        self.at = word.end()
        return _WORDS.get(word.group(), word.group()), True  # numbers too: they are quotes, as they are written

    def _pass_gap(self) -> None:
        if gap := _GAP.match(self.text, self.at):
            self.at = gap.end()

    def _char(self) -> str:
        return self.text[self.at : self.at + 1]
