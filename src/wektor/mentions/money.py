"""Money: an amount in figures or words beside a currency's symbol, code or name."""

import re

import msgspec

from wektor.lexicon.money_words import MoneyPack
from wektor.mentions.numbers import NumberGrammar
from wektor.model import Span

_ISO = ["USD", "EUR", "GBP", "PLN", "RUB", "UAH", "TRY", "CZK", "HUF", "RON", "BGN", "SEK", "NOK", "DKK", "CHF", "JPY", "CNY", "KRW", "INR", "PKR", "BDT", "IDR", "MYR", "SGD", "THB", "PHP", "VND", "AUD", "NZD", "CAD", "BRL", "ARS", "CLP", "COP", "PEN", "MXN", "ZAR", "NGN", "KES", "EGP", "ILS", "AED", "SAR", "QAR", "KWD", "OMR", "BHD", "JOD", "IQD", "IRR", "KZT", "UZS", "AZN", "GEL", "AMD", "BYN", "MDL", "RSD", "ISK", "TWD", "HKD", "LKR", "MMK", "MAD", "DZD", "TND", "ETB", "GHS", "UYU"]


class MoneyMention(msgspec.Struct, frozen=True):
    """An amount (or range) and its currency; where a word is shared by several, the candidates by state."""

    amount: int | float | tuple[int | float, int | float]
    currency: str | None
    span: Span
    candidates: dict[str, str] = {}


class MoneyGrammar:
    """Finds money around the numbers that a NumberGrammar finds."""

    def __init__(self, pack: MoneyPack, numbers: NumberGrammar) -> None:
        self.pack, self.numbers = pack, numbers
        symbols = "|".join(re.escape(s) for s in sorted({*pack.symbols, *_ISO}, key=len, reverse=True))
        words = "|".join(re.escape(w) for w in sorted({*pack.words, *pack.shared, *_ISO, *(s for s in pack.symbols if len(s) == 1)}, key=len, reverse=True))
        between = "|".join(re.escape(w) for w in pack.between) or "(?!)"
        self._before = re.compile(rf"(?:(?<=\W)|^)({symbols})[ \u00a0]?$")
        self._after = re.compile(rf"[ \u00a0]?(?:(?:{between})[ \u00a0])?({words})(?!\w)", re.IGNORECASE)
        self._any = re.compile(rf"(?:{symbols})|(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)

    def find(self, text: str, lo: int, hi: int) -> list[MoneyMention]:
        """Money in ``text[lo:hi]``, in order."""
        if not self._any.search(text, lo, hi):
            return []
        found = []
        for number in self.numbers.find(text, lo, hi):
            money = self._money(text, lo, hi, number.value, number.span)
            if money is not None:
                found.append(money)
        return found

    def _money(self, text: str, lo: int, hi: int, value: int | float | tuple[int | float, int | float], span: Span) -> MoneyMention | None:
        before = self._before.search(text[max(lo, span.start - 6) : span.start])
        if before:
            code = self.pack.symbols.get(before.group(1), before.group(1))
            return MoneyMention(value, code, Span(span.start - len(before.group()), span.end))
        after = self._after.match(text, span.end, hi)
        if not after:
            return None
        word = after.group(1)
        code = self.pack.words.get(word.lower()) or self.pack.symbols.get(word) or (word.upper() if word.upper() in _ISO else "")
        shared = self.pack.shared.get(word.lower(), {})
        return MoneyMention(value, code or shared.get("*") or None, Span(span.start, after.end()), {k: v for k, v in shared.items() if k != "*"})
