"""A pack's patterns, orders of classes, compiled into one regular expression over a line's letters."""

import re

from wektor.lexicon.calendar_words import DatePack
from wektor.mentions.dates.lexing import Lexer, Line
from wektor.mentions.dates.words import Value

_NAME = re.compile(r"([a-z_]+)(2?)(?![a-z_=])")
_NONE = "[\x02]"
_VALUED = frozenset(
    ["day", "count", "monthnum", "mm", "yy", "year", "tens", "month", "weekday", "season", "decade", "unit", "deictic", "anaphor",
     "nth", "distance", "window", "sequel", "adverb", "shorthand", "part", "half", "quarter", "ordinal", "echo", "feast"]
)  # fmt: skip
_STORY = {"deictic": "anaphor", "distance": "sequel"}
"""Roles whose words may count from the date before as well: ``either``."""
_SAME = {"nth": "ordinal"}
"""Classes that are another's words in another role: the first Monday is no Monday the first."""


class Patterns:
    """All patterns of a language; ``finditer`` gives where they stand."""

    def __init__(self, pack: DatePack, lexer: Lexer) -> None:
        self._lexer = lexer
        self._shapes = pack.shapes
        self._roles: dict[str, list[tuple[str, str, str]]] = {}
        bodies = "|".join(self._compile(number, text) for number, text in enumerate(pack.patterns))
        article = self._class("article")
        lead = f"(?:(?P<lead>{self._class('lead')}){article}?)?"
        trail = f"(?:{self._class('ablative')}?(?P<trail>{self._class('trail')}))?"
        self._whole = re.compile(f"(?!\x01){lead}(?:{bodies}){trail}")
        self.finditer = self._whole.finditer

    def read(self, match: re.Match[str], line: Line) -> dict[str, Value]:
        """The values of a match's parts by role."""
        found: dict[str, Value] = {}
        for side in ("trail", "lead"):
            if match.start(side) >= 0:
                found["lead"] = self._lexer.value(side, line.keys[match.start(side)])
        for group, role, name in self._roles[self._body(match)]:
            at = match.start(group)
            if at >= 0:
                found[role] = self._lexer.value(name, line.keys[at])
                if role in _STORY and line.keys[at] in self._lexer.values[_STORY[role]]:
                    found["either"] = 1
        return found

    def _body(self, match: re.Match[str]) -> str:
        """Which pattern fitted: the last group closed, unless that is the trail."""
        if match.lastgroup != "trail":
            return str(match.lastgroup)
        return next(name for name in self._roles if match.start(name) >= 0)

    def _compile(self, number: int, text: str) -> str:
        roles = self._roles[f"p{number}"] = []
        body = re.sub(r"\b[A-Z]+2?\b", self._shape, text)
        body = re.sub(r"\b[A-Z]+2?\b", self._shape, body)

        def put(match: re.Match[str]) -> str:
            name, second = match.groups()
            base = name.partition("_")[0] if name.startswith("unit_") else name
            if base not in _VALUED:
                return self._class(name)
            group = f"g{number}_{len(roles)}"
            roles.append((group, base + second, _SAME.get(base, base)))
            return f"(?P<{group}>{self._class(name)})"

        return f"(?P<p{number}>{_NAME.sub(put, body).replace(' ', '')})"

    def _shape(self, match: re.Match[str]) -> str:
        """A shape's text; the end of a range has its roles numbered too."""
        name = match.group()
        text = self._shapes[name.rstrip("2")]
        if name.endswith("2"):
            text = re.sub(r"[a-z_]+(?!2)\b", lambda m: m.group() + ("2" if m.group() in _VALUED else ""), text)
        return f"(?:{text})"

    def _class(self, name: str) -> str:
        if name == "other":
            return "\x01"
        letters = self._lexer.letters(_SAME.get(name, name))
        return f"[{letters}]" if letters else _NONE
