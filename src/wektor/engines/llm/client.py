"""Asking a model: any endpoint that speaks the OpenAI chat protocol, with patience, a purse, and a shelf of answers that came."""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import msgspec

from wektor.engines.cost import Cost
from wektor.engines.llm.calls.costs import Bill, Prices, Purse
from wektor.engines.llm.calls.endpoint import Endpoint
from wektor.engines.llm.calls.forms import Forms
from wektor.engines.llm.calls.pacing import Pace
from wektor.engines.llm.calls.said import Said
from wektor.engines.llm.calls.shelf import Shelf
from wektor.engines.llm.calls.tokens import Measure, estimate
from wektor.engines.llm.calls.troubles import Passing, Shut, Stopped, TooLong, Trouble, Unfit
from wektor.engines.llm.request import Request
from wektor.engines.llm.settings import Settings

_LONGEST_WAIT = 900.0  # seconds that an endpoint may ask us to wait before it is given up
_TRIES_WHEN_ASKED = 4  # times as many tries where the endpoint says how long to wait
_DEAF, _CLOSED, _ENOUGH = 1, 3, 9  # calls lost in a row, those for a wrong key counting more, until the run is stopped


class Client:
    """Asks the endpoint; may be called by many threads. Answers that came once are kept by the digest of what was asked."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.stop = threading.Event()
        self.shelf, self.bill = Shelf(settings.cache), Bill(settings.currency)
        self._endpoint, self._purse, self._prices = Endpoint(settings), Purse(settings), Prices(settings)
        where = hashlib.sha256(f"{settings.url} {settings.model}".encode()).hexdigest()[:16]
        self._forms = Forms(settings.mode, settings.cache / f"form-{where}.json")
        self._pace = Pace(settings.requests_per_minute, settings.pause, self.stop)
        self._measured = settings.cache / f"tokens-{where}.json"
        self.measure = Measure.load(self._measured)
        self._lock, self._asking = threading.Lock(), dict[str, threading.Lock]()
        self._row = 0
        self._why = "the run was stopped"

    def __call__(self, request: Request) -> Said:
        """The answer. Raises Trouble where none comes, Stopped when the run is stopped."""
        digest = self.digest(request)
        with self._alone(digest):  # the same article twice is asked once
            said = self.shelf.get(digest)
            if said is not None:
                self.bill.add(request.document_id, Cost(kept=1, currency=self.settings.currency))
                return said
            return self._buy(request, digest)

    def forecast(self, request: Request) -> Cost:
        """What an answer is likely to cost, by estimates that what was counted before corrects."""
        if self.shelf.get(self.digest(request)) is not None:
            return Cost(kept=1, currency=self.settings.currency)
        tokens_in, tokens_out = self.measure.asked(estimate_body(request.body)), self.measure.answered(estimate(request.article))
        tokens_out = min(tokens_out, self.settings.longest)
        return Cost(calls=1, tokens_in=tokens_in, tokens_out=tokens_out, money=self._prices.money(tokens_in, tokens_out), currency=self.settings.currency, guessed=True)

    def digest(self, request: Request) -> str:
        """The name under which the answer is kept: of prompt, model and settings that it hangs on."""
        return hashlib.sha256(msgspec.json.encode([request.body, self.settings.url, self.settings.longest], order="sorted")).hexdigest()

    def end(self, why: str) -> None:
        """Let no more calls out; those under way go on."""
        self._why = why
        self.stop.set()

    def close(self) -> None:
        """Keep what was learnt of the endpoint's counting, and let go of it."""
        with self._lock:
            self.measure.save(self._measured)

    @contextmanager
    def _alone(self, digest: str) -> Iterator[None]:
        with self._lock:
            lock = self._asking.setdefault(digest, threading.Lock())
        with lock:
            yield
        with self._lock:
            self._asking.pop(digest, None)

    def _buy(self, request: Request, digest: str) -> Said:
        body = request.body | {"max_tokens": self.settings.longest}
        if self.settings.stream:
            body |= {"stream": True, "stream_options": {"include_usage": True}}
        asked = estimate_body(request.body)
        dearest = self._prices.money(self.measure.asked(asked), self.settings.longest)
        try:
            with self._purse.reserve(dearest):
                if self.stop.is_set():
                    raise Stopped(self._why)
                with self.shelf.under_way(digest):
                    said = self._insist(body, request.document_id)
                    self.shelf.put(digest, said)
                self._pay(request, said, asked)
        except Stopped as stopped:
            if not self.stop.is_set():
                self.end(str(stopped))
            raise Stopped(self._why) from None
        except Trouble as trouble:
            self._lose(trouble)
            raise
        self._row = 0
        return said

    def _insist(self, body: dict[str, Any], document: str) -> Said:
        """Ask until an answer comes or patience ends."""
        tries, waited = 0, 0.0
        while True:
            self._pace.take_turn()
            try:
                return self._fit(body)
            except Passing as trouble:
                if trouble.broke:
                    self.bill.add(document, Cost(lost=1, currency=self.settings.currency))
                after = trouble.after or 0.0
                most = self.settings.retries * (_TRIES_WHEN_ASKED if trouble.after is not None else 1)
                if tries >= most or waited + after > _LONGEST_WAIT:
                    raise
                self._pace.back_off(tries, trouble.after)
                tries, waited = tries + 1, waited + after

    def _fit(self, body: dict[str, Any]) -> Said:
        """Ask in the first form that the endpoint takes."""
        form = self._forms.now()
        while True:
            try:
                said = self._endpoint.ask(form.shape(body))
            except Unfit as trouble:
                other = self._forms.next(form, trouble.field)
                if other is None:
                    raise
                form = other
            else:
                self._forms.took(form)
                return said

    def _pay(self, request: Request, said: Said, asked: int) -> None:
        guessed = not said.tokens_in
        tokens_in, tokens_out = said.tokens_in or self.measure.asked(asked), said.tokens_out or estimate(said.content)
        money = self._prices.money(tokens_in, tokens_out)
        self._purse.pay(money)
        if not guessed:
            with self._lock:
                self.measure.take(asked, estimate(request.article), tokens_in, tokens_out)
        self.bill.add(request.document_id, Cost(calls=1, tokens_in=tokens_in, tokens_out=tokens_out, money=money, currency=self.settings.currency, guessed=guessed))

    def _lose(self, trouble: Trouble) -> None:
        """A call was lost for good: many in a row say that nobody is there, and the run is stopped."""
        if isinstance(trouble, TooLong):
            return
        with self._lock:
            self._row += _CLOSED if isinstance(trouble, Shut) else _DEAF
            if self._row >= _ENOUGH and not self.stop.is_set():
                self.end(f"{trouble}; that was so again and again, so the run is stopped")


def estimate_body(body: dict[str, Any]) -> int:
    """The tokens of a request's messages."""
    system, user = body["messages"]
    return _estimate_rules(str(system["content"])) + estimate(str(user["content"])) + 8


@lru_cache(maxsize=32)
def _estimate_rules(rules: str) -> int:
    return estimate(rules)
