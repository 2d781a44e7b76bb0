"""What calls cost: tokens and money, by document and for the run, and the purse that a run must not overdraw."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from wektor.engines.cost import Cost, sum_costs
from wektor.engines.llm.calls.troubles import Stopped
from wektor.engines.llm.settings import Settings
from wektor.model import InputError


class Bill:
    """Costs by document, filled by many hands."""

    def __init__(self, currency: str) -> None:
        self._lock, self._nothing = threading.Lock(), Cost(currency=currency)
        self._by_document: dict[str, Cost] = {}

    def add(self, document: str, cost: Cost) -> None:
        """Put a call on the bill."""
        with self._lock:
            self._by_document[document] = self._by_document.get(document, self._nothing).plus(cost)

    def by_document(self) -> dict[str, Cost]:
        """The cost of each document."""
        with self._lock:
            return dict(self._by_document)

    def total(self) -> Cost:
        """The cost of the run."""
        with self._lock:
            held = list(self._by_document.values())
        return sum_costs([*held, self._nothing])


class Prices:
    """What tokens cost."""

    def __init__(self, settings: Settings) -> None:
        self._in, self._out = settings.price_in / 1e6, settings.price_out / 1e6

    def money(self, tokens_in: int, tokens_out: int) -> float:
        """The money for so many tokens."""
        return tokens_in * self._in + tokens_out * self._out


class Purse:
    """A budget. A call goes out only if all that are under way, at their dearest, still fit in: it is never overdrawn."""

    def __init__(self, settings: Settings) -> None:
        self.limit, self.spent, self.currency = settings.budget, 0.0, settings.currency
        self._reserved, self._under_way, self._change = 0.0, 0, threading.Condition()
        if self.limit is not None and not (settings.price_in or settings.price_out):
            raise InputError("a budget needs prices: set WEKTOR_LLM_PRICE_IN and WEKTOR_LLM_PRICE_OUT, for a million tokens each")

    @contextmanager
    def reserve(self, dearest: float) -> Iterator[None]:
        """Keep money back for a call that may cost so much. Raises Stopped when there is not enough left."""
        if self.limit is None:
            yield
            return
        with self._change:
            while self._under_way and self.spent + self._reserved + dearest > self.limit:
                self._change.wait()
            if self.spent + dearest > self.limit:
                raise Stopped(self._words(dearest))
            self._reserved, self._under_way = self._reserved + dearest, self._under_way + 1
        try:
            yield
        finally:
            with self._change:
                self._under_way -= 1
                self._reserved = self._reserved - dearest if self._under_way else 0.0
                self._change.notify_all()

    def pay(self, money: float) -> None:
        """A call was answered."""
        with self._change:
            self.spent += money

    def _words(self, dearest: float) -> str:
        return f"the budget of {self.limit:.2f} {self.currency} is reached: {self.spent:.4f} are spent, and one more call may cost {dearest:.4f}"
