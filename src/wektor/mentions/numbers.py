"""Numbers in figures and words: counts, ranges and approximations; no designations, calibres, years of law articles."""

import re
from typing import Any

import msgspec

from wektor.lexicon.number_words import NumberPack
from wektor.model import Span

_FIGURES = r"\d{1,3}(?:[ \u00a0\u202f.,']\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?"


class NumberMention(msgspec.Struct, frozen=True):
    """A number: its value or range, where it stands, and whether it is approximate or an ordinal."""

    value: int | float | tuple[int | float, int | float]
    span: Span
    approx: bool = False
    ordinal: bool = False


class NumberGrammar:
    """Finds numbers with one regular expression compiled from a pack."""

    def __init__(self, pack: NumberPack) -> None:
        self.pack = pack
        self._atoms = {**pack.words, **pack.scales, **pack.dozens, **pack.halves}
        words = "|".join(re.escape(w) for w in sorted(self._atoms, key=len, reverse=True))
        joiners = "|".join(re.escape(w) for w in pack.joiners) or "(?!)"
        scales = "|".join(re.escape(w) for w in sorted({**pack.scales, **pack.dozens}, key=len, reverse=True))
        one = rf"(?:{words})(?:(?:[ -]|[ -](?:{joiners})[ -])(?:{words})\b)*"
        figure = rf"(?:{_FIGURES})(?:[ \u00a0-]?(?:{scales})\b\.?)*"
        ranges = "|".join(re.escape(w) for w in sorted(pack.ranges, key=len, reverse=True))
        self._number = re.compile(rf"(?<![\w.,/-])(?:(?P<f>{figure})|(?P<w>{one}))(?![\w/]|[-‑]\w|[.,]\d)", re.IGNORECASE)
        self._joined = re.compile(rf"\s*(?:{ranges})\s*", re.IGNORECASE)
        approx = "|".join(re.escape(w) for w in sorted(pack.approximations, key=len, reverse=True)) or "(?!)"
        self._approx = re.compile(rf"(?:^|\W)(?:{approx})\s*$", re.IGNORECASE)
        before = "|".join(re.escape(w) for w in pack.skip_before) or "(?!)"
        self._before = re.compile(rf"(?:^|\W)(?:{before})\.?\s*$|(?<!\d)[-–/№#]$", re.IGNORECASE)
        after = "|".join(re.escape(w) for w in pack.skip_after) or "(?!)"
        self._after = re.compile(rf"[ \u00a0-]?(?:{after})(?!\w)", re.IGNORECASE)

    def find(self, text: str, lo: int, hi: int) -> list[NumberMention]:
        """Numbers in ``text[lo:hi]``, ranges joined, in order."""
        found: list[NumberMention] = []
        for match in self._number.finditer(text, lo, hi):
            value = self.value(match.group())
            if value is None or self._skips(text, lo, match):
                continue
            start, end = match.span()
            if found and (gap := self._joined.fullmatch(text, found[-1].span.end, start)) and gap:
                low = found[-1].value
                if not isinstance(low, tuple) and isinstance(value, int | float) and low < value:
                    low = self._scaled(low, value, match.group())
                    found[-1] = NumberMention((low, value), Span(found[-1].span.start, end), found[-1].approx)
                    continue
            found.append(NumberMention(value, Span(start, end), bool(self._approx.search(text, max(lo, start - 16), start))))
        return found

    def _scaled(self, low: int | float, high: int | float, words: str) -> int | float:
        """ "2–3 million": the scale holds for both ends."""
        for scale in sorted(self.pack.scales.values(), reverse=True):
            if high >= scale and low < scale and any(w in words.lower() for w, v in self.pack.scales.items() if v == scale):
                return low * scale
        return low

    def _skips(self, text: str, lo: int, match: re.Match[str]) -> bool:
        start, end = match.span()
        return bool(self._before.search(text, max(lo, start - 14), start) or self._after.match(text, end))

    def value(self, words: str) -> int | float | None:
        """The value of a number's words or figures."""
        total: float = 0
        current: float | None = None
        joiners = set(self.pack.joiners)
        for atom in self._split(words.lower()):
            if atom in joiners:
                continue
            if atom[0].isdigit():
                current = (current or 0) + self._figure(atom)
            elif atom in self.pack.scales or atom in self.pack.dozens:
                scale = self.pack.scales.get(atom) or self.pack.dozens[atom]
                total, current = total + (1 if current is None else current) * scale, None
            elif atom in self.pack.halves:
                current = (current or 0) + self.pack.halves[atom]
            elif atom in self.pack.words:
                current = (current or 0) + self.pack.words[atom]
            else:
                return None
        total += current or 0
        return int(total) if total == int(total) else round(total, 6)

    def _split(self, words: str) -> list[str]:
        """Atoms, longest first where a pack has phrases ("half a")."""
        found, rest = [], words.strip().rstrip(".")
        while rest:
            figure = re.match(_FIGURES, rest)
            if figure:
                found.append(figure.group())
                rest = rest[figure.end() :].lstrip(" \u00a0-")
                continue
            atom = next((a for a in _by_length(self._atoms, self.pack.joiners) if rest.startswith(a) and not rest[len(a) : len(a) + 1].isalpha()), None)
            if atom is None:
                return [*found, rest]
            found.append(atom)
            rest = rest[len(atom) :].lstrip(" \u00a0-.")
        return found

    def _figure(self, figure: str) -> float:
        decimal = self.pack.decimal
        bare = re.sub(r"[ \u00a0\u202f']", "", figure)
        other = "." if decimal == "," else ","
        if re.fullmatch(rf"\d{{1,3}}(?:[{other}]\d{{3}})+(?:[{decimal}]\d+)?", bare):
            bare = bare.replace(other, "")
        elif re.fullmatch(rf"\d{{1,3}}(?:[{decimal}]\d{{3}}){{2,}}", bare):
            bare = bare.replace(decimal, "")
        return float(bare.replace(",", "."))


def _by_length(atoms: dict[str, Any], joiners: list[str]) -> list[str]:
    key = id(atoms)
    if key not in _SORTED:
        _SORTED[key] = sorted([*atoms, *joiners], key=len, reverse=True)
    return _SORTED[key]


_SORTED: dict[int, list[str]] = {}
