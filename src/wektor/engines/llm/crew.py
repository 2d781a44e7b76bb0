"""Several hands that read parts at once: what is expected soon is begun early, and what is asked for is waited for."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future

from wektor.engines.llm.outcome import Outcome
from wektor.engines.llm.request import Request

Read = Callable[[Request], Outcome]


class Crew:
    """Called with a request it gives what became of it. Hands are threads that end when they are dismissed, or with the program.

    They keep ``owner`` alive: who asked may be forgotten while a call that is paid is under way.
    """

    def __init__(self, read: Read, hands: int, owner: object = None) -> None:
        self._read, self._hands, self._owner = read, hands, owner
        self._waiting: queue.SimpleQueue[tuple[Request, Future[Outcome]] | None] = queue.SimpleQueue()
        self._begun: dict[tuple[str, str], Future[Outcome]] = {}
        self._threads: list[threading.Thread] = []
        self._busy, self._change = 0, threading.Condition()

    def expect(self, request: Request) -> None:
        """Begin with a request that will be asked for."""
        if _key(request) not in self._begun:
            self._begun[_key(request)] = self._begin(request)

    def __call__(self, request: Request) -> Outcome:
        """What became of the request; raises what its reading raised."""
        begun = self._begun.pop(_key(request), None)
        return (begun or self._begin(request)).result()

    def finish(self, seconds: float) -> bool:
        """Wait for what is under way, at most so long; whether it all ended."""
        with self._change:
            return self._change.wait_for(lambda: not self._busy, seconds)

    def dismiss(self) -> None:
        """Let the hands go, each when it has done what it is at and all that waits."""
        for _ in self._threads:
            self._waiting.put(None)
        self._threads.clear()

    @property
    def busy(self) -> int:
        """How many requests are being read."""
        return self._busy

    def _begin(self, request: Request) -> "Future[Outcome]":
        future: Future[Outcome] = Future()
        self._waiting.put((request, future))
        if len(self._threads) < self._hands:
            thread = threading.Thread(target=self._work, name=f"hand-{len(self._threads) + 1}", daemon=True)
            self._threads.append(thread)
            thread.start()
        return future

    def _work(self) -> None:
        while (taken := self._waiting.get()) is not None:
            request, future = taken
            with self._change:
                self._busy += 1
            try:
                future.set_result(self._read(request))
            except BaseException as error:
                future.set_exception(error)
            with self._change:
                self._busy -= 1
                self._change.notify_all()


def _key(request: Request) -> tuple[str, str]:
    """Ids may be given twice; what is asked tells them apart."""
    return request.custom_id, str(request.body["messages"][-1]["content"])
