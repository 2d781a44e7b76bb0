"""Money: an amount in figures or words beside a currency's sign, code or name."""

import re
from collections.abc import Iterable

import msgspec

from wektor.lexicon.money_words import MoneyPack
from wektor.mentions.numbers import NumberGrammar, NumberMention
from wektor.model import Span

Amount = int | float | tuple[int | float, int | float]
_WORD = re.compile(r"[^\W\d_]+")


class MoneyMention(msgspec.Struct, frozen=True):
    """An amount or (low, high) and its currency; of a name that states share, the ``candidates`` by state.

    ``currency`` None: a shared name without a usual reading; the caller picks by the states that the sentence names.
    """

    amount: Amount
    currency: str | None
    span: Span
    candidates: dict[str, str] = {}
    approx: bool = False


class MoneyGrammar:
    """The currencies that one language knows, compiled; amounts are what a NumberGrammar finds."""

    def __init__(self, pack: MoneyPack, numbers: NumberGrammar) -> None:
        self._numbers = numbers
        self._symbols = pack.symbols | {c: c for c in _codes(pack)}
        self._words = {w: code for code, words in pack.words.items() for w in words}
        self._shared = {w: s for s in pack.shared for w in s.words}
        self._states = {w: state for state, words in pack.adjectives.items() for w in words}
        self._scales = {w: scale for scale, words in pack.figure_scales.items() for w in words}
        symbols, names, adjectives = _either(self._symbols), _either({**self._words, **self._shared}), _either(self._states)
        between = _either(dict.fromkeys(pack.between))
        self._before = re.compile(rf"(?:(?<=[^\w$])|^)({symbols})\s?\Z")
        self._scale = re.compile(rf"({_either(self._scales)})(?!\w)", re.IGNORECASE)
        self._after = re.compile(
            rf"[\s-]?(?:(?:{between})\s+)?(?:(?P<symbol>{symbols})|(?i:(?:(?P<a>{adjectives})[\s-]+)?(?P<name>{names})(?:\s+(?P<b>{adjectives}))?))(?!\w)"
        )
        self._signs = re.compile(_either({s: s for s in self._symbols if len(s) < 4}))
        self._anchors = frozenset(w for name in (*self._words, *self._shared) for w in _WORD.findall(name)[-1:])

    def find(self, text: str, lo: int, hi: int) -> list[MoneyMention]:
        """Money in ``text[lo:hi]``, in order."""
        if not self._signs.search(text, lo, hi) and self._anchors.isdisjoint(_WORD.findall(text[lo:hi].lower())):
            return []
        found: list[MoneyMention] = []
        for number in self._numbers.find_all(text, lo, hi):
            money = None if number.ordinal else self._money(text, lo, hi, number)
            if money is not None:
                self._append(found, money, text)
        return found

    def _money(self, text: str, lo: int, hi: int, number: NumberMention) -> MoneyMention | None:
        start, end = number.span.start, number.span.end
        amount, end = self._scaled(text, end, hi, number.value)
        before = self._before.search(text, max(lo, start - 6), start)
        if before:
            return MoneyMention(amount, self._symbols[before.group(1)], Span(before.start(1), end), {}, number.approx)
        after = self._after.match(text, end, hi)
        if not after:
            return None
        currency, candidates = self._currency(after)
        return MoneyMention(amount, currency, Span(start, after.end()), candidates, number.approx)

    def _scaled(self, text: str, end: int, hi: int, value: Amount) -> tuple[Amount, int]:
        """ "$5m": letters that are a scale in money alone."""
        scale = self._scale.match(text, end, hi)
        if scale is None or isinstance(value, tuple):
            return value, end
        amount = value * self._scales[scale.group(1).lower()]
        return int(amount) if amount == int(amount) else amount, scale.end()

    def _currency(self, match: re.Match[str]) -> tuple[str | None, dict[str, str]]:
        if match.group("symbol"):
            return self._symbols[match.group("symbol")], {}
        name = " ".join(match.group("name").lower().split())
        shared = self._shared.get(name)
        if shared is None:
            return self._words[name], {}
        state = self._states.get(" ".join((match.group("a") or match.group("b") or "").lower().split()), "")
        if state in shared.states:
            return shared.states[state], {}
        return shared.default, shared.states

    def _append(self, found: list[MoneyMention], money: MoneyMention, text: str) -> None:
        """Add it, or join it with the one before to a range ("$2 billion to $3 billion")."""
        last = found[-1] if found else None
        gap = text[last.span.end : money.span.start].strip() if last else ""
        if last and gap in {*self._numbers.pack.range_joins, "-", "–"} and last.currency == money.currency:
            low, high = last.amount, money.amount
            if not isinstance(low, tuple) and not isinstance(high, tuple) and low < high:
                found[-1] = MoneyMention((low, high), money.currency, Span(last.span.start, money.span.end), money.candidates, last.approx)
                return
        found.append(money)


def _codes(pack: MoneyPack) -> set[str]:
    """ISO codes of all currencies that the pack knows by any name."""
    return {*pack.symbols.values(), *pack.words, *(c for s in pack.shared for c in s.states.values())}


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True)) or "(?!)"
