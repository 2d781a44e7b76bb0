"""Finding date expressions: a pack's patterns become one regular expression, run where a word of the calendar stands."""

import re

import msgspec

from wektor.lexicon.calendar_words import DatePack, DatePattern
from wektor.lexicon.number_words import NumberPack
from wektor.model import Span

_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_WORDS = {"M": "months", "M2": "months", "W": "weekdays", "S": "seasons", "dec": "decades", "n": "numbers"}
_FIGURES = {"D": _DAY, "D2": _DAY, "Y": _YEAR, "Y2": _YEAR, "y2": r"\d\d", "N": r"(?:1[0-2]|0?[1-9])"}


class DateExpr(msgspec.Struct, frozen=True):
    """An expression as found: its pattern, the values of its parts, its place, the modifier before it."""

    pattern: DatePattern
    values: dict[str, int]
    span: Span
    lead: str | None = None
    dateline: bool = False


class DateGrammar:
    """Patterns of one language, compiled."""

    def __init__(self, pack: DatePack, numbers: NumberPack) -> None:
        self.pack = pack
        tables = {name: getattr(pack, name) for name in set(_WORDS.values())}
        parts = {key: _alternatives(tables[name]) for key, name in _WORDS.items()} | _FIGURES
        whole = "|".join(f"(?P<p{n}>{_fill(p.match, parts, '')})" for n, p in enumerate(pack.patterns))
        leads = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(pack.lead, key=len, reverse=True)) or "(?!)"
        openers = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(pack.openers, key=len, reverse=True)) or "(?!)"
        head = rf"(?:(?P<lead>{leads})\s+|(?P<opener>{openers})\s+)?"
        self._whole = re.compile(rf"(?<![\w./-]){head}(?:{whole})(?![\w]|[.,]\d)", re.IGNORECASE)
        self._each = [re.compile(_fill(p.match, parts, "named"), re.IGNORECASE) for p in pack.patterns]
        anchors = sorted({*pack.months, *pack.weekdays, *pack.seasons, *pack.anchors}, key=len, reverse=True)
        self._anchor = re.compile(rf"\b(?:{'|'.join(map(re.escape, anchors))})\b|{_YEAR}|\d\.\d", re.IGNORECASE)

    def find(self, text: str, lo: int, hi: int) -> list[DateExpr]:
        """Date expressions in ``text[lo:hi]``, in order, none overlapping."""
        if not self._anchor.search(text, lo, hi):
            return []
        found = []
        for match in self._whole.finditer(text, lo, hi):
            number = next(n for n in range(len(self._each)) if match.group(f"p{n}") is not None)
            expr = self._expression(text, lo, number, match)
            if expr is not None:
                found.append(expr)
        return found

    def _expression(self, text: str, lo: int, number: int, match: re.Match[str]) -> DateExpr | None:
        pattern = self.pack.patterns[number]
        inner = self._each[number].fullmatch(match.group(f"p{number}"))
        lead, opened = match.group("lead"), match.group("lead") or match.group("opener")
        if inner is None or (pattern.opened and not opened):
            return None
        values = {key: self._value(key, word) for key, word in inner.groupdict().items() if word is not None}
        if "M" in values and not _capital(inner, "M") and self._needs_capital():
            return None
        sense = self.pack.lead[" ".join(lead.lower().split())] if lead else None
        return DateExpr(pattern, values, Span(match.start(), match.end()), sense, _is_dateline(text, match))

    def _needs_capital(self) -> bool:
        """Whether the language writes months with a capital ("may" is no month): told by the pack's anchors."""
        return "CAPITAL-MONTHS" in self.pack.anchors

    def _value(self, key: str, word: str) -> int:
        table = getattr(self.pack, _WORDS[key]) if key in _WORDS else None
        if table is not None:
            lower = " ".join(word.lower().split())
            return int(table[lower]) if lower in table else int(word)
        return int(word)


def _capital(match: re.Match[str], key: str) -> bool:
    return bool(match.group(key)) and match.group(key)[0].isupper()


def _alternatives(table: dict[str, int]) -> str:
    words = "|".join(re.escape(w) for w in sorted(table, key=len, reverse=True))
    return rf"(?:{words})" if words else "(?!)"


def _fill(template: str, parts: dict[str, str], mode: str) -> str:
    """Replace ``{M}`` by its words: as a named group, or as a plain one inside the whole."""

    def put(match: re.Match[str]) -> str:
        key = match.group(1)
        return f"(?P<{key}>{parts[key]})" if mode else f"(?:{parts[key]})"

    return re.sub(r"\{(\w+)\}", put, template.replace(" ", r"\s+"))


def _is_dateline(text: str, match: re.Match[str]) -> bool:
    """A place and a date before a dash, parenthesis or full stop at the head of the text."""
    if match.start() > 400:
        return False
    line = text.rfind("\n", 0, match.start()) + 1
    head = text[line : match.start()]
    after = re.match(r"\s*(?:r\.)?\s*(?:\([^)]*\)\s*)?[–—.)\n-]|\s*(?:r\.)?\s*$", text[match.end() : match.end() + 24])
    words = re.findall(r"\w+", head)
    return bool(after) and 0 < len(words) <= 8 and len(head) < 60 and all(w[0].isupper() for w in words)
