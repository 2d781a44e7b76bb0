"""The words of a brief in a language, and how it says numbers and dates."""

from functools import cache

import msgspec

from wektor.lexicon.loading import PACKS, decode, language_pack
from wektor.lexicon.packs import ClassPack
from wektor.model.dates import Edtf
from wektor.model.errors import InputError


class BriefPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """lang/<code>/brief.yaml."""

    locale: str
    sections: dict[str, str]
    columns: dict[str, str]
    nouns: dict[str, dict[str, str]]
    sentences: dict[str, str]
    labels: dict[str, str]
    plots: dict[str, str]

    def say(self, sentence: str, **values: object) -> str:
        """A sentence, its gaps filled."""
        return self.sentences[sentence].format(**values)

    def draw(self, words: str, **values: object) -> str:
        """Words of a plot, their gaps filled."""
        return self.plots[words].format(**values)

    def count(self, noun: str, number: float) -> str:
        """A number with its noun in the form that it asks for; a line does not break between them."""
        import babel

        forms = self.nouns[noun]
        return forms.get(babel.Locale.parse(self.locale).plural_form(number), forms["other"]).replace(" ", "\u00a0").format(n=self.number(number))

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        from babel.numbers import format_decimal

        return str(format_decimal(round(value, 2), locale=self.locale))

    def money(self, amount: float, currency: str | None) -> str:
        """An amount in short words with its currency's code."""
        from babel.numbers import format_compact_decimal

        words = str(format_compact_decimal(amount, locale=self.locale, fraction_digits=2)) if amount >= 10_000 else self.number(amount)
        return f"{words} {currency}".replace(" ", "\u00a0") if currency else words

    def percent(self, share: float) -> str:
        """A share in per cent; one that rounding would make nothing is told as less than the least."""
        import babel
        from babel.numbers import format_percent

        pattern = babel.Locale.parse(self.locale).percent_formats[None].pattern.replace("#0", "#0.#", 1)
        least = "<" if 0 < share < 0.0005 else ""
        return least + str(format_percent(0.001 if least else share, pattern, locale=self.locale))

    def label(self, word: str) -> str:
        """A word of the codebook; one that has no label stands for itself."""
        return self.labels.get(word, word)

    def date(self, date: str | None) -> str:
        """An EDTF date in words, as exact as it is."""
        edtf = Edtf.parse(date) if date else None
        if edtf is None or date is None:
            return date or ""
        left, slash, right = date.partition("/")
        if left == "..":
            return f"{self.label('until')} {self._part(right, inside=True)}"
        if right == "..":
            return f"{self.label('since')} {self._part(left, inside=True)}"
        if slash and len(left) == len(right) == len("2023-07") and left[:4] == right[:4]:
            return f"{self._month(left)} – {self._part(right)}"  # the year once
        parts = [self._part(left), self._part(right)] if slash else [self._part(left)]
        return (" – " if any(" " in part for part in parts) else "–").join(parts)  # a dash between plain years stands close

    def span(self, first: str | None, last: str | None) -> str:
        """The time between the beginning of one date and the end of another."""
        left, right = (first or "").partition("/")[0], (last or "").rpartition("/")[2]
        if left.rstrip("?~%") == right.rstrip("?~%"):
            return self.date(max(left, right, key=len))  # the less sure
        if not first or not last or first == last or ".." in (left, right):
            return "; ".join(dict.fromkeys(self.date(d) for d in (first, last) if d))
        return self.date(f"{left}/{right}") if left != right else self.date(left)

    def _month(self, part: str) -> str:
        """A month without its year."""
        import datetime as dt

        from babel.dates import format_date

        return str(format_date(dt.date.fromisoformat(part + "-01"), "LLLL", locale=self.locale))

    def _part(self, part: str, inside: bool = False) -> str:
        """One date; ``inside`` a phrase, where a month takes the form that it has in a date."""
        import datetime as dt

        from babel.dates import format_date

        plain, sure = part.rstrip("?~%"), "" if part[-1] not in "?~%" else " (?)"
        if "X" in plain or len(plain) == 4:
            return (f"{plain.replace('X', '0')}–{plain.replace('X', '9')}" if "X" in plain else plain) + sure
        if len(plain) == 7:
            return str(format_date(dt.date.fromisoformat(plain + "-01"), "MMMM y" if inside else "LLLL y", locale=self.locale)) + sure
        return str(format_date(dt.date.fromisoformat(plain), "long", locale=self.locale)) + sure


@cache
def brief_words(code: str) -> BriefPack:
    """The words of a brief in a language. Raises InputError where there are none."""
    path = PACKS / "lang" / code / "brief.yaml"
    held = sorted(p.parent.name for p in PACKS.glob("lang/*/brief.yaml"))
    if code not in held:
        raise InputError(f"--lang: no brief in {code!r}; there is {', '.join(held)}")
    return decode(path, BriefPack)


@cache
def genitives(code: str) -> dict[str, str]:
    """Names of states as they stand after "of", where that is not the plain name: lang/<code>/genitives.yaml."""
    path = PACKS / "lang" / code / "genitives.yaml"
    return decode(path, dict[str, str]) if path.exists() else {}


@cache
def words_of_classes(code: str = "en") -> dict[str, str]:
    """Every word that a language has for equipment led to its class."""
    return {word: row.cls for row in language_pack(code, "equipment", ClassPack).classes for word in row.words}


@cache
def class_words(code: str) -> dict[str, str]:
    """Classes of equipment by their first word in a language; also as an id spells them, where every hyphen is a space."""
    found = {row.cls: row.words[0] for row in language_pack(code, "equipment", ClassPack).classes if row.words}
    return {cls.replace("-", " "): word for cls, word in found.items()} | found
