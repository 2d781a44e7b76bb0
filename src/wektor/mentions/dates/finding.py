"""Finding date expressions of one language: what they say, not yet which day it is."""

import re
from collections.abc import Collection
from typing import Any

import msgspec

from wektor.lexicon.calendar_words import DatePack
from wektor.lexicon.number_words import NumberPack
from wektor.mentions.dates.lexing import Lexer, Line
from wektor.mentions.dates.patterns import Fit, Patterns
from wektor.mentions.dates.words import lower
from wektor.model import Span

_HEAD = 300
_WORD = 40
"""Letters that the word before may have."""
_LONGEST = 20
"""Years of a range whose end is written in two figures."""
_AFTER = re.compile(r"\s*(?:\([^)\n]{1,30}\)\s*)?(?:[–—)\]:\n-]|\.\s|\.?$)")


class DateExpr(msgspec.Struct, frozen=True):
    """An expression as found: the values of its parts by role (``month``, ``year2``, ``lead``), its place; whether it
    opens its sentence."""

    values: dict[str, Any]
    span: Span
    dateline: bool = False
    opens: bool = False


class DateGrammar:
    """The date words and patterns of one language, compiled; before ``counted`` words (currencies) stands no year."""

    def __init__(self, pack: DatePack, numbers: NumberPack, counted: Collection[str] = ()) -> None:
        self._lexer = Lexer(pack, numbers, counted)
        self._patterns = Patterns(pack, self._lexer)
        self._events = re.compile(rf"(\w+(?:{'|'.join(pack.event_endings)}))\s+$") if pack.event_endings else None
        self._no_events = frozenset(pack.event_words)

    def find(self, text: str, lo: int, hi: int) -> list[DateExpr]:
        """Date expressions in ``text[lo:hi]``, in order, none overlapping."""
        if not self._lexer.touches(text, lo, hi):
            return []
        line = self._lexer.read(text, lo, hi)
        found = [e for fit in self._patterns.fits(line.codes) if not _is_number(e := self._expression(text, line, fit))]
        return found if self._events is None else [e for n, e in enumerate(found) if not self._leans(text, e, found[n - 1] if n else None)]

    def _leans(self, text: str, expr: DateExpr, before: DateExpr | None) -> bool:
        """Whether it is counted from what the word before tells, and that is no date: "imzadan on gün sonra"."""
        if self._events is None or not ("distance" in expr.values or "sequel" in expr.values):
            return False
        match = self._events.search(text, max(0, expr.span.start - _WORD), expr.span.start)
        return match is not None and lower(match[1]) not in self._no_events and not (before is not None and before.span.end > match.start(1))

    def _expression(self, text: str, line: Line, fit: Fit) -> DateExpr:
        start, end = line.starts[fit.start], line.ends[fit.end - 1]
        return DateExpr(self._patterns.values(fit, line), Span(start, end), start < _HEAD and _is_dateline(text, start, end), fit.start == 0)


def _is_number(expr: DateExpr) -> bool:
    """ "2009/81" is the number of a rule: the end of a range lies ahead, and not far."""
    first, last = expr.values.get("year"), expr.values.get("yy2")
    return first is not None and last is not None and not 0 < last % 100 - first % 100 <= _LONGEST


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Only a place (capitalised words) before the date on its line, and a dash, parenthesis or full stop after it."""
    head = text[text.rfind("\n", 0, start) + 1 : start]
    words = re.findall(r"[^\W\d_]+", head)
    named = bool(words) and all(w[0].isupper() or len(w) <= 3 for w in words) and words[0][0].isupper()
    return named and len(head) < 60 and bool(re.search(r"[,(/]|\s[–—-]", head)) and bool(_AFTER.match(text, end))
