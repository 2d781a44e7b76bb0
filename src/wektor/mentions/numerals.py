"""The grammar of a numeral: atoms (figures and number words) add up and multiply to one value, or join to a range."""

import re
from typing import NamedTuple

from wektor.lexicon.number_words import NumberPack

_FIGURE = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:['’]\d{3})+|\d+(?:[.,]\d+)*"
_WORD = re.compile(r"[^\W\d_]+")
_TICKS = "'’ʼ"
_LOWER = str.maketrans({"’": "'", "ʼ": "'", "\u0307": None})
_DASHES = frozenset("-–‑")
_THOUSAND = 1000
Number = int | float


class Atom(NamedTuple):
    """A token as part of a numeral: at most one of the values is set; ``starts``: a number can begin here."""

    start: int
    end: int
    text: str
    starts: bool = False
    figure: Number | None = None
    word: int | None = None
    place: int = 1
    multiplier: int | None = None
    scale: int | None = None
    half: float | None = None
    vague: tuple[int, int] | None = None
    ordinal: int | None = None
    article: bool = False
    joiner: bool = False
    suffix: bool = False
    plural: bool = False


_NO_VALUES = Atom(0, 0, "")[3:]
_plain = Atom._make


class Reading(NamedTuple):
    """A value, the atom after it, the factor of its last scale, and whether it is vague by itself."""

    value: Number | tuple[Number, Number]
    stop: int
    factor: int = 1
    approx: bool = False


class Atoms(NamedTuple):
    """A pack's words as atoms, the tokens' pattern, and the words that a number can begin with."""

    token: re.Pattern[str]
    table: dict[str, dict[str, object]]
    starters: frozenset[str]
    decimal: str
    bare: bool


def compile_atoms(pack: NumberPack) -> Atoms:
    """Tables for ``atomise``."""
    table: dict[str, dict[str, object]] = {}
    for field, values in (("word", pack.words), ("multiplier", pack.multipliers), ("scale", pack.scales), ("half", pack.halves), ("ordinal", pack.ordinals)):
        for value, words in values.items():
            for word in words:
                table.setdefault(word, {})[field] = value
    for word, limits in pack.vague.items():
        table.setdefault(word, {})["vague"] = limits
    for field, words in (("article", pack.articles), ("joiner", pack.joiners), ("suffix", pack.ordinal_suffixes), ("plural", pack.plurals)):
        for word in words:
            if word != ".":
                table.setdefault(word, {})[field] = True
    for fields in table.values():
        if isinstance(word_value := fields.get("word"), int):
            fields["place"] = _place(word_value, pack)
        fields["starts"] = bool(fields.keys() & {"word", "half", "vague", "ordinal", "multiplier", "scale", "article"})
    phrases = "|".join(re.escape(w).replace(r"\ ", r"\s+").replace("'", f"[{_TICKS}]") for w in sorted(table, key=len, reverse=True) if not w.isalpha())
    token = re.compile(rf"{_FIGURE}|(?:{phrases or '(?!)'})(?!\w)|[^\W\d_]+|[^\w\s]", re.IGNORECASE)
    starters = {w for w, fields in table.items() if fields["starts"] and "article" not in fields}
    return Atoms(token, table, frozenset(max(_WORD.findall(w), key=len, default="") for w in starters), pack.decimal, not pack.articles)


def atomise(atoms: Atoms, text: str, lo: int, hi: int) -> list[Atom]:
    """The tokens of ``text[lo:hi]`` as atoms."""
    found, table = [], atoms.table
    for match in atoms.token.finditer(text, lo, hi):
        word, (start, end) = match.group(), match.span()
        lower = word.lower()
        if lower.isalpha() and "ʼ" not in lower:
            fields = table.get(lower)
        elif word[0].isdecimal():
            found.append(Atom(start, end, word, True, figure_value(word, atoms.decimal)))
            continue
        else:
            lower = lower.translate(_LOWER)
            fields = table.get(lower) or table.get(" ".join(lower.split()))
        if fields and not text[end : end + 1].isdecimal():  # the letter of a designation ("six K9s") is no thousand
            found.append(Atom(start, end, lower, **fields))  # type: ignore[arg-type]
        else:
            found.append(_plain((start, end, lower, *_NO_VALUES)))
    return found


def figure_value(figure: str, decimal: str) -> Number | None:
    """The value of figures with group signs; None where they are no number ("12.05.2024")."""
    if figure.isdecimal():
        return int(figure) if len(figure) <= 18 else None
    bare = re.sub(r"[ \u00a0\u202f'’]", "", figure)
    other = "." if decimal == "," else ","
    if re.fullmatch(rf"\d{{1,3}}(?:\{other}\d{{3}})+(?:\{decimal}\d+)?", bare):
        bare = bare.replace(other, "")
    elif re.fullmatch(rf"\d{{1,3}}(?:\{decimal}\d{{3}}){{2,}}", bare):
        bare = bare.replace(decimal, "")
    if not re.fullmatch(r"\d{1,18}(?:[.,]\d{1,9})?", bare):
        return None
    return _tidy(float(bare.replace(",", "."))) if re.search(r"[.,]", bare) else int(bare)


def _tidy(value: float) -> Number:
    return int(value) if value == int(value) else round(value, 6)


def _place(value: int, pack: NumberPack) -> int:
    """The lowest place that a number word fills: what is added must be smaller."""
    tens = 10 if pack.ten_adds else 20
    return 100 if value >= 100 and value % 100 == 0 else 10 if value >= tens and value % 10 == 0 else 1


def _close(text: str, a: Atom, b: Atom) -> bool:
    """Nothing but space stands between, and no line end."""
    gap = text[a.end : b.start]
    return not gap or (gap.isspace() and "\n" not in gap)


def _next(atoms: list[Atom], k: int, text: str) -> int | None:
    """The atom after ``k`` in the same numeral: past a glued hyphen too."""
    if k + 1 >= len(atoms) or not _close(text, atoms[k], atoms[k + 1]):
        return None
    if atoms[k + 1].text in ("-", "‑") and k + 2 < len(atoms) and atoms[k].end == atoms[k + 1].start and atoms[k + 1].end == atoms[k + 2].start:
        return k + 2
    return k + 1


def read_number(atoms: list[Atom], i: int, text: str, bare: bool, mixed: bool = False) -> Reading | None:
    """The longest number that begins at atom ``i``; ``bare``: multipliers and scales can stand without a number before;
    ``mixed``: figures may follow a thousand written out."""
    if atoms[i].vague is not None:
        return _vague(atoms, i, text)
    if (ordinal := atoms[i].ordinal) is not None:
        return Reading(ordinal, i + 1)
    numeral, stop, k = _Numeral(bare, mixed), i, _Place(atoms, text, i)
    while k.at is not None:
        if not _skips(k):
            if (k.at > i and _calibre(atoms, k.at)) or not (
                numeral.take(atoms[k.at], k.at == i, k.at > i and _after_joiner(atoms, k.at)) or numeral.go_on(atoms[k.at], _scale_behind(atoms, k.at, text))
            ):
                break
            stop = k.at + 1
        k.step()
    return numeral.reading(stop) if stop > i else None


class _Place:
    """An atom within a numeral that is being read."""

    __slots__ = ("at", "atoms", "first", "text")

    def __init__(self, atoms: list[Atom], text: str, at: int) -> None:
        self.atoms, self.text, self.first = atoms, text, at
        self.at: int | None = at

    def step(self) -> None:
        """To the next atom of the numeral, if any."""
        self.at = _next(self.atoms, self.at, self.text) if self.at is not None else None


class _Numeral:
    """A numeral's sum so far: scales closed (``total``), what the next scale multiplies (``current``), what may follow."""

    def __init__(self, bare: bool, mixed: bool) -> None:
        self.bare, self.mixed, self.figure, self.halved = bare, mixed, False, False
        self.total: Number = 0
        self.current: Number | None = None
        self.place, self.top, self.factor = 10**15, 10**18, 1

    def take(self, a: Atom, first: bool, after_joiner: bool) -> bool:
        """Add or multiply by one more atom; False if it belongs to no number that goes on here."""
        if a.figure is not None:
            return (first or self._goes_on(a)) and self._add(a.figure, 1, figure=True)
        if a.word is not None:
            return (first or (a.word < self.place and not self.figure)) and self._add(a.word, a.place)
        if a.half is not None:
            self.halved = (first or after_joiner) and self._add(a.half, 0)
            return self.halved
        if not (a.multiplier or a.scale) or (first and (not self.bare or a.plural)):
            return False
        return self._multiply(a.multiplier or a.scale or 1, a.scale is not None)

    def _goes_on(self, a: Atom) -> bool:
        """ "3 bin 250": figures right behind a thousand, where a language writes the rest so."""
        return self.mixed and self.top == _THOUSAND and self.current is None and a.text.isdecimal() and 0 < int(a.text) < _THOUSAND

    def go_on(self, a: Atom, scale: int | None) -> bool:
        """ "4 milyar 750 milyon": figures with a smaller scale of their own behind a scale."""
        below = scale is not None and self.current is None and self.total > 0 and scale < self.top
        return below and a.figure is not None and 0 < a.figure < _THOUSAND and self._add(a.figure, 1, figure=True)

    def _add(self, value: Number, place: int, figure: bool = False) -> bool:
        self.current, self.place, self.figure = (self.current or 0) + value, place, figure or self.figure
        return True

    def _multiply(self, size: int, scale: bool) -> bool:
        if size >= self.top or (self.current is None and self.total) or (not scale and self.place < 1 and not self.halved):
            return False
        product, self.halved = (1 if self.current is None else self.current) * size, False
        if scale:
            self.total, self.current, self.top, self.factor, self.place = self.total + product, None, size, size, size
        else:
            self.current, self.place = product, size if size == 100 else 0
        return True

    def reading(self, stop: int) -> Reading | None:
        """The value; None for a fraction without its scale."""
        return None if self.halved else Reading(_tidy(self.total + (self.current or 0)), stop, self.factor)


def _scale_behind(atoms: list[Atom], k: int, text: str) -> int | None:
    n = _next(atoms, k, text) if atoms[k].figure is not None else None
    return atoms[n].scale if n is not None else None


def _calibre(atoms: list[Atom], k: int) -> bool:
    """ "2 bin 155 mm mermi": the figures count millimetres, not what goes on from the thousand."""
    return atoms[k].figure is not None and k + 1 < len(atoms) and atoms[k + 1].text == "mm"


def _skips(k: _Place) -> bool:
    """An article or joiner that a number goes on behind."""
    if k.at is None:
        return False
    a = k.atoms[k.at]
    if a.article:
        behind = k.at == k.first or k.atoms[k.at - 1].half is not None or k.atoms[k.at - 1].joiner
        return behind and _before_factor(k.atoms, k.at, k.text)
    return a.joiner and k.at > k.first and _joins(k.atoms, k.at, k.text, k.atoms[k.first])


def _after_joiner(atoms: list[Atom], k: int) -> bool:
    """ "two AND half", "two AND a half"."""
    return atoms[k - 1].joiner or (atoms[k - 1].article and k > 1 and atoms[k - 2].joiner)


def _before_factor(atoms: list[Atom], k: int, text: str) -> bool:
    """An article counts only right before a multiplier or scale."""
    n = _next(atoms, k, text)
    return n is not None and (atoms[n].multiplier is not None or atoms[n].scale is not None or atoms[n].half is not None)


def _joins(atoms: list[Atom], k: int, text: str, first: Atom) -> bool:
    """ "one hundred AND five", "two AND a half million"."""
    n = _next(atoms, k, text)
    if n is not None and atoms[n].article:
        n = _next(atoms, n, text)
    if n is None:
        return False
    word = atoms[n].word
    if word is not None:
        return first.figure is None and word < (atoms[k - 1].multiplier or atoms[k - 1].scale or 0) and word < 100
    m = _next(atoms, n, text)
    return atoms[n].half is not None and m is not None and (atoms[m].scale or atoms[m].multiplier) is not None


def _vague(atoms: list[Atom], i: int, text: str) -> Reading:
    low, high = atoms[i].vague or (0, 0)
    n = _next(atoms, i, text)
    if n is not None and (scale := atoms[n].scale) is not None:
        return Reading((low * scale, high * scale), n + 1, scale, True)
    return Reading((low, high), i + 1, 1, True)


def _pair(atoms: list[Atom], i: int, low: Reading, text: str) -> Reading | None:
    """Two words for neighbours one after the other: "three four"."""
    first, second = atoms[i].word, atoms[low.stop].word
    if low.stop != i + 1 or first is None or second is None or first >= 10 or second != first + 1 or not _close(text, atoms[i], atoms[low.stop]):
        return None
    return Reading((first, second), low.stop + 1, 1, True)


def joined(atoms: list[Atom], i: int, text: str, pack: NumberPack) -> Reading | None:
    """The number at ``i``, with the second end of a range if one follows."""
    bare = not pack.articles
    low = read_number(atoms, i, text, bare, pack.mixed)
    if low is None or isinstance(low.value, tuple) or low.stop >= len(atoms) or atoms[i].ordinal is not None:
        return low
    if pack.pairs and (pair := _pair(atoms, i, low, text)):
        return pair
    if low.stop + 1 >= len(atoms):
        return low
    join = atoms[low.stop]
    opened = pack.range_pairs.get(atoms[i - 1].text, ()) if i else ()
    glued = join.text in _DASHES and atoms[low.stop - 1].end == join.start and join.end == atoms[low.stop + 1].start
    if not (glued or join.text in pack.range_joins or join.text in opened):
        return low
    if not atoms[low.stop + 1].starts or atoms[low.stop + 1].ordinal is not None:
        return low
    high = read_number(atoms, low.stop + 1, text, bare, pack.mixed)
    if high is None or isinstance(high.value, tuple):
        return low
    value = low.value * high.factor if low.factor == 1 and low.value < high.value / high.factor else low.value
    return Reading((_tidy(value), high.value), high.stop, high.factor) if value < high.value else low
