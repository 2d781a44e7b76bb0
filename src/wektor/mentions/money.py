"""Money: an amount in figures or words beside a currency's sign, code or name."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

import msgspec

from wektor.lexicon.money_words import MoneyPack
from wektor.mentions.numbers import NumberGrammar, NumberMention
from wektor.model import Span

Amount = int | float | tuple[int | float, int | float]
_WORD = re.compile(r"[^\W\d_]+")


class MoneyMention(msgspec.Struct, frozen=True):
    """An amount or (low, high) and its currency; of a name that states share, the ``candidates`` by state.

    ``currency`` None: a shared name without a usual reading: see ``settle``. ``each``: the price of one piece.
    """

    amount: Amount
    currency: str | None
    span: Span
    candidates: dict[str, str] = {}
    approx: bool = False
    each: bool = False


def settle(money: MoneyMention, states: Collection[str]) -> MoneyMention:
    """A currency that states share, decided by the only one of them that the sentence names."""
    if money.currency is not None or not money.candidates:
        return money
    found = {money.candidates[s] for s in states if s in money.candidates}
    return msgspec.structs.replace(money, currency=found.pop()) if len(found) == 1 else money


class MoneyGrammar:
    """The currencies that one language knows, compiled; amounts are what a NumberGrammar finds."""

    def __init__(self, pack: MoneyPack, numbers: NumberGrammar) -> None:
        self._numbers, self._pack = numbers, pack
        self._symbols = pack.symbols | {c: c for c in _codes(pack)}
        self._words = {w: code for code, words in pack.words.items() for w in words}
        self._shared = {w: s for s in pack.shared for w in s.words}
        self._states = {w: state for state, words in pack.adjectives.items() for w in words}
        self._scales = {w: scale for scale, words in pack.figure_scales.items() for w in words}
        self._signs = re.compile(_either({s: s for s in self._symbols if len(s) < 4}))
        self._anchors = frozenset(w for name in (*self._words, *self._shared) for w in _WORD.findall(name)[-1:])

    # expressions are made where money is first near: long lists of names take long

    @cached_property
    def _before(self) -> re.Pattern[str]:
        return re.compile(rf"(?:(?<=[^\w$])|^)({_either(self._symbols)})\s?\Z")

    @cached_property
    def _scale(self) -> re.Pattern[str]:
        return re.compile(rf"({_either(self._scales)})(?!\w)", re.IGNORECASE)

    @cached_property
    def _after(self) -> re.Pattern[str]:
        symbols, names, adjectives = _either(self._symbols), _either({**self._words, **self._shared}), _either(self._states)
        between = _either(dict.fromkeys(self._pack.between))
        return re.compile(
            rf"[\s-]?(?:(?:{between})\s+)?(?:(?P<symbol>{symbols})(?!-\w)|(?i:(?:(?P<a>{adjectives})[\s-]+)?(?P<name>{names})(?:\s+(?P<b>{adjectives}))?))(?!\w)"
        )

    @cached_property
    def _each_after(self) -> re.Pattern[str]:
        pack = self._pack
        per, times = _either(pack.per), _either(pack.times)
        return re.compile(rf",?\s*(?:(?:{_either(pack.each_after)})(?!\w)|(?:{per})\s+(?!(?:{times})(?!\w))[^\W\d_])", re.IGNORECASE)

    @cached_property
    def _each_before(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_either(self._pack.each_before)})[^.;,\d]{{0,12}}\Z", re.IGNORECASE)

    def find(self, text: str, lo: int, hi: int) -> list[MoneyMention]:
        """Money in ``text[lo:hi]``, in order."""
        return self.among(self._numbers.find_all(text, lo, hi), text, lo, hi)

    def among(self, numbers: Sequence[NumberMention], text: str, lo: int, hi: int) -> list[MoneyMention]:
        """Money among the numbers already found in ``text[lo:hi]``."""
        if not numbers or not (self._signs.search(text, lo, hi) or not self._anchors.isdisjoint(_WORD.findall(text[lo:hi].lower()))):
            return []
        found: list[MoneyMention] = []
        for number in numbers:
            money = None if number.ordinal else self._money(text, lo, hi, number)
            if money is not None:
                self._append(found, money, text)
        return [self._priced(m, text, lo, hi) for m in found]

    def _priced(self, money: MoneyMention, text: str, lo: int, hi: int) -> MoneyMention:
        """Marked if its neighbours make it the price of one piece."""
        start, end = money.span.start, money.span.end
        if self._each_after.match(text, end, hi) or self._each_before.search(text, max(lo, start - 60), start):
            return msgspec.structs.replace(money, each=True)
        return money

    def _money(self, text: str, lo: int, hi: int, number: NumberMention) -> MoneyMention | None:
        start, end = number.span.start, number.span.end
        amount, end = self._scaled(text, end, hi, number.value)
        before = self._before.search(text, max(lo, start - 6), start)
        if before and not _lettered(before):
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
        opened = self._numbers.pack.range_pairs.get(_word_before(text, last.span.start), ()) if last else ()
        if last and gap.lower() in {*self._numbers.pack.range_joins, *opened, "-", "–"} and last.currency == money.currency:
            low, high = last.amount, money.amount
            if not isinstance(low, tuple) and not isinstance(high, tuple) and low < high:
                found[-1] = MoneyMention((low, high), money.currency, Span(last.span.start, money.span.end), money.candidates, last.approx)
                return
        found.append(money)


def _lettered(sign: re.Match[str]) -> bool:
    """Whether it is a lone letter apart from the figure: "annex P 5" is no price."""
    return len(sign.group(1)) == 1 and sign.group(1).isalpha() and sign.group()[-1].isspace()


def _word_before(text: str, at: int) -> str:
    match = re.search(r"([^\W\d_]+)\s+\Z", text[max(0, at - 20) : at])
    return match.group(1).lower() if match else ""


def _codes(pack: MoneyPack) -> set[str]:
    """ISO codes of all currencies that the pack knows by any name."""
    return {*pack.symbols.values(), *pack.words, *(c for s in pack.shared for c in s.states.values())}


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True)) or "(?!)"
