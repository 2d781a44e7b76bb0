"""A pack's patterns, orders of classes, as regular expressions over a line's letters."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from wektor.lexicon.calendar_words import DatePack
from wektor.mentions.dates.lexing import Lexer, Line
from wektor.mentions.dates.words import Value

_NAME = re.compile(r"([a-z_]+)(2?)(?![a-z_=])")
_NONE = "[\x02]"
_VALUED = frozenset(
    ["day", "count", "monthnum", "mm", "yy", "year", "tens", "month", "weekday", "season", "decade", "unit", "deictic", "anaphor",
     "nth", "distance", "window", "sequel", "adverb", "shorthand", "part", "half", "quarter", "ordinal", "echo", "feast", "now", "named"]
)  # fmt: skip
_HEARTS = ("month", "weekday", "season", "decade", "unit", "adverb", "shorthand", "half", "quarter", "echo", "feast", "year", "tens", "dayend", "fiscal", "now", "named", "number")
_STORY = {"deictic": "anaphor", "distance": "sequel"}
"""Roles whose words may count from the date before as well: ``either``."""
_SAME = {"nth": "ordinal"}
"""Classes that are another's words in another role: the first Monday is no Monday the first."""
_KEPT = 20_000


class Fit(NamedTuple):
    """A pattern that fits: its first letter and the one after its last; (role, class, letter) of its valued parts."""

    start: int
    end: int
    roles: tuple[tuple[str, str, int], ...]


class Pattern:
    """One pattern: what it is made of, its groups (group, role, class), and the classes that no match goes without.

    Made ready where it is first tried: most patterns never are, in a short text.
    """

    def __init__(self, body: str, letters: Callable[[str], str]) -> None:
        self.needs = _needs(body)
        self._body, self._class = body, letters

    @cached_property
    def made(self) -> tuple[re.Pattern[str], tuple[tuple[str, str, str], ...]]:
        """The expression and its groups."""
        groups: list[tuple[str, str, str]] = []

        def put(match: re.Match[str]) -> str:
            name, second = match.groups()
            base = name.partition("_")[0] if name.startswith("unit_") else name
            if base not in _VALUED:
                return self._class(name)
            group = f"g{len(groups)}"
            groups.append((group, base + second, _SAME.get(base, base)))
            return f"(?P<{group}>{self._class(name)})"

        return re.compile(_NAME.sub(put, self._body).replace(" ", "")), tuple(groups)


class Patterns:
    """All patterns of a language. How a stretch of letters is read is kept: few orders make up most dates."""

    def __init__(self, pack: DatePack, lexer: Lexer) -> None:
        self._lexer = lexer
        self._shapes = pack.shapes
        self._patterns = [self._compile(text) for text in pack.patterns]
        self._dated = frozenset(lexer.letters("dated"))
        self._leads, self._articles = frozenset(lexer.letters("lead")), frozenset(lexer.letters("article"))
        self._trail = re.compile(f"{self._class('ablative')}?({self._class('trail')})")
        hearts = "".join(sorted({code for name in _HEARTS for code in lexer.letters(name)}))
        figure, mark = self._class("day"), f"[{''.join(lexer.letters(name) for name in ('dot', 'slash', 'dash'))}]"
        self._stretch = re.compile(f"[^\x01]*?(?:[{hearts}]|{figure}{mark}{figure}|^[^\x01]*{figure}[^\x01]*$)[^\x01]*")
        self._fits: dict[tuple[str, bool, bool], tuple[Fit, ...]] = {}

    def fits(self, codes: str) -> Iterator[Fit]:
        """Where patterns fit, in order: looked for only in stretches of known words with a word of the calendar."""
        for stretch in self._stretch.finditer(codes):
            start, end = stretch.span()
            key = (stretch.group(), start == 0, end == len(codes))
            if key not in self._fits:
                if len(self._fits) > _KEPT:
                    self._fits.clear()
                self._fits[key] = tuple(self._read("" if key[1] else "\x01", key[0], "" if key[2] else "\x01"))
            yield from (Fit(f.start + start, f.end + start, tuple((r, n, at + start) for r, n, at in f.roles)) for f in self._fits[key])

    def values(self, fit: Fit, line: Line) -> dict[str, Value]:
        """The values of a fit's parts by role."""
        found: dict[str, Value] = {}
        for role, name, at in fit.roles:
            key = line.keys[at]
            found[role] = self._lexer.value(name, key)
            if role in _STORY and key in self._lexer.values[_STORY[role]]:
                found["either"] = 1
        return found

    def _read(self, before: str, letters: str, after: str) -> Iterator[Fit]:
        codes, shift = before + letters + after, len(before)
        classes = self._lexer.classes(letters)
        patterns = [p for p in self._patterns if p.needs <= classes]
        at, end = shift, shift + len(letters)
        while at < end:
            fit = self._fit(codes, at, patterns)
            if fit is None:
                at += 1
                continue
            yield Fit(fit.start - shift, fit.end - shift, tuple((r, n, k - shift) for r, n, k in fit.roles))
            at = fit.end

    def _fit(self, codes: str, at: int, patterns: list[Pattern]) -> Fit | None:
        """The first pattern that fits at a letter, with a lead before it if there is one."""
        if codes[at] in self._leads:
            begins = (at + 2, at + 1) if codes[at + 1 : at + 2] in self._articles else (at + 1,)
            for begin in begins:
                if (fit := self._first(codes, begin, patterns)) is not None:
                    if codes[at] in self._dated and {"day", "year"} <= {r[0] for r in fit.roles}:
                        return Fit(at, fit.end, fit.roles)
                    return Fit(at, fit.end, (*(r for r in fit.roles if r[0] != "lead"), ("lead", "lead", at)))
        return self._first(codes, at, patterns)

    def _first(self, codes: str, at: int, patterns: list[Pattern]) -> Fit | None:
        for pattern in patterns:
            regex, groups = pattern.made
            match = regex.match(codes, at)
            if match is not None and match.end() > at:
                roles = [(role, name, match.start(group)) for group, role, name in groups if match.start(group) >= 0]
                trail, end = self._trail.match(codes, match.end()), match.end()
                if trail is not None:
                    roles, end = [*roles, ("lead", "trail", trail.start(1))], trail.end()
                return Fit(at, end, tuple(roles))
        return None

    def _compile(self, text: str) -> Pattern:
        body = re.sub(r"\b[A-Z]+2?\b", self._shape, text)
        return Pattern(re.sub(r"\b[A-Z]+2?\b", self._shape, body), self._class)

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


def _needs(body: str) -> frozenset[str]:
    """Classes outside of every group and option."""
    if "|" in re.sub(r"\([^()]*\)", "", body):
        inner = body
        while "(" in inner:
            inner = re.sub(r"\([^()]*\)[?*]?", " ", inner)
        if "|" in inner:
            return frozenset()
    while "(" in body:
        body = re.sub(r"\([^()]*\)[?*]?", " ", body)
    names = re.findall(r"([a-z_]+)2?(?![a-z_])([?*]?)", body)
    return frozenset(_SAME.get(name, name) for name, option in names if not option and name != "other")
