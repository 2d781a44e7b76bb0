"""Numbers in figures and words: counts, ranges, approximations; ordinals and measures are told apart."""

import re
from functools import cache, cached_property

import msgspec

from wektor.lexicon.number_words import NumberPack
from wektor.mentions.numerals import Atom, Reading, atomise, compile_atoms, joined, read_number
from wektor.model import Span

Number = int | float
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"(?:^|(?<=\W))[A-Z]{3}\Z")
_INITIALS = re.compile(r"(?:^|(?<=[\s(]))[A-Z][A-Za-z]{0,2}\Z")  # "P18.9 billion", "KSh5bn": letters before a figure that only money has in millions
_ABBREVIATED = re.compile(r"(?:^|(?<=\W))[A-Z][a-z]{1,2}\.\Z")  # "Rs.13,951": a currency's short form
_GLUED_BEFORE = re.compile(r"(?:[^\W_][-‑–]|[^\W_]\.|[^\W_]|\d,|[/:_#№])\Z")
_GLUED_AFTER = re.compile(r"[/:]\d|[^\W\d_]|[.,]\d|_")
_DOTTED = re.compile(r"\.\s+([^\W\d_])")
_COMPOUND = re.compile(r"[-‑]([^\W\d_]+)")


class NumberMention(msgspec.Struct, frozen=True):
    """A number: its value or (low, high), and where it stands.

    ``approx``: said to be approximate; ``ordinal``: a place in an order; ``unit``: the measure it is of ("mm"), or the
    word it makes a compound with ("six-seat"): then it counts no pieces.
    """

    value: Number | tuple[Number, Number]
    span: Span
    approx: bool = False
    ordinal: bool = False
    unit: str | None = None

    @property
    def counts(self) -> bool:
        """Whether it can count pieces or people."""
        return not self.ordinal and self.unit is None


class NumberGrammar:
    """The number words of one language, compiled."""

    def __init__(self, pack: NumberPack) -> None:
        self.pack = pack
        self._atoms = compile_atoms(pack)
        self._dotted = "." in pack.ordinal_suffixes
        self._units = {w: unit for unit, words in pack.measures.items() for w in words}

    # expressions are made where a number is first found

    @cached_property
    def _approx(self) -> re.Pattern[str]:
        return _ending(self.pack.approximations)

    @cached_property
    def _skip_before(self) -> re.Pattern[str]:
        return _ending(self.pack.skip_before)

    @cached_property
    def _skip_after(self) -> re.Pattern[str]:
        return _starting([*self.pack.skip_after, *self.pack.percent])

    @cached_property
    def _percent_before(self) -> re.Pattern[str]:
        return _ending(self.pack.percent)

    @cached_property
    def _percent_after(self) -> re.Pattern[str]:
        return _starting(self.pack.percent)

    @cached_property
    def _measure(self) -> re.Pattern[str]:
        return _starting([w for words in self.pack.measures.values() for w in words])

    def find(self, text: str, lo: int, hi: int) -> list[NumberMention]:
        """Numbers in ``text[lo:hi]`` that can count pieces or people: no ordinals, measures, compounds."""
        return [n for n in self.find_all(text, lo, hi) if n.counts]

    def find_all(self, text: str, lo: int, hi: int) -> list[NumberMention]:
        """All numbers in ``text[lo:hi]`` but those of designations, percentages, times; in order."""
        if not _DIGIT.search(text, lo, hi) and self._atoms.starters.isdisjoint(_WORD.findall(text[lo:hi].lower())):
            return []
        atoms = atomise(self._atoms, text, lo, hi)
        found: list[NumberMention] = []
        i = 0
        while i < len(atoms):
            reading = joined(atoms, i, text, self.pack) if atoms[i].starts else None
            if reading is None:
                i += 1
                continue
            mention = self._mention(text, lo, hi, atoms, i, reading)
            if mention is not None:
                found.append(mention)
            i = reading.stop
        return found

    def percentages(self, text: str) -> list[NumberMention]:
        """The percentages of a text, in order; of a range both ends."""
        if not any(word in text.lower() for word in self.pack.percent):
            return []
        atoms, found, i = atomise(self._atoms, text, 0, len(text)), [], 0
        while i < len(atoms):
            reading = joined(atoms, i, text, self.pack) if atoms[i].starts else None
            stop = reading.stop if reading else i + 1
            start, end = atoms[i].start, atoms[stop - 1].end
            if reading and (self._percent_after.match(text, end) or self._percent_before.search(text[max(0, start - 24) : start])):
                found.append(NumberMention(reading.value, Span(start, end), reading.approx))
            i = stop
        return found

    def _mention(self, text: str, lo: int, hi: int, atoms: list[Atom], i: int, reading: Reading) -> NumberMention | None:
        start, end = atoms[i].start, atoms[reading.stop - 1].end
        before = text[max(lo, start - 24) : start]
        scaled = any(atom.scale for atom in atoms[i + 1 : reading.stop]) and _INITIALS.search(before)
        if (_GLUED_BEFORE.search(before) and not scaled and not _is_money(before, atoms[i].text)) or self._skip_before.search(before) or self._skip_after.match(text, end, hi):
            return None
        approx = reading.approx or bool(self._approx.search(before))
        if atoms[i].ordinal is not None or (self._dotted and _is_dotted(text, end, hi)) or (reading.stop < len(atoms) and atoms[reading.stop].suffix and atoms[reading.stop].start == end):
            return NumberMention(reading.value, Span(start, end), approx, True)
        unit = self._unit(text, end, hi)
        if unit is None and _GLUED_AFTER.match(text, end, hi):
            return None
        return NumberMention(reading.value, Span(start, end), approx, False, unit)

    def _unit(self, text: str, end: int, hi: int) -> str | None:
        measure = self._measure.match(text, end, hi)
        if measure:
            words = " ".join(measure.group(1).lower().split())
            return self._units.get(words, words)  # letters whose lower case is another's
        compound = _COMPOUND.match(text, end, hi)
        return compound.group(1).lower() if compound else None


def _is_money(before: str, figure: str) -> bool:
    """Whether what is glued before a figure is a currency: "Rs.13,951", "USD5.37bn"."""
    code = _CODE.search(before)
    return (_ABBREVIATED.search(before) is not None and len(figure) > 2) or (code is not None and code.group() in _currencies())


@cache
def _currencies() -> frozenset[str]:
    """The codes of ISO 4217."""
    import pycountry

    return frozenset(c.alpha_3 for c in pycountry.currencies)


def _is_dotted(text: str, end: int, hi: int) -> bool:
    """A full stop that ends no sentence: a word follows."""
    match = _DOTTED.match(text, end, hi)
    return match is not None and match.group(1).isalpha()


def _either(words: list[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True)) or "(?!)"


def _ending(words: list[str]) -> re.Pattern[str]:
    """One of the words right before."""
    return re.compile(rf"(?:^|(?<=\W))(?:{_either(words)})\.?\s*\Z", re.IGNORECASE)


def _starting(words: list[str]) -> re.Pattern[str]:
    """One of the words right after, with a space, a hyphen or nothing between."""
    return re.compile(rf"[\s-]?({_either(words)})(?!\w|[-‑]\w)", re.IGNORECASE)


__all__ = ["NumberGrammar", "NumberMention", "read_number"]
