"""The engine that asks over the network: several hands ask ahead, and every call is on the bill."""

import atexit
import sys
import weakref
from collections.abc import Callable, Mapping
from contextlib import suppress

from wektor.engines.cost import Cost, sum_costs
from wektor.engines.llm.asking import Asker
from wektor.engines.llm.calls import Stopped
from wektor.engines.llm.client import Client
from wektor.engines.llm.crew import Crew
from wektor.engines.llm.engine import LlmEngine
from wektor.engines.llm.settings import Settings
from wektor.model import Document, Draft, StoppedError

_AHEAD = 4  # documents for each hand
_GRACE = 30.0  # seconds that calls under way get to end when a person stops the run


def _tell(line: str) -> None:
    print(f"wektor: {line}", file=sys.stderr)


class AskingEngine(LlmEngine):
    """An engine whose answers come from an endpoint; ``cost`` and ``costs`` say what they cost."""

    def __init__(self, settings: Settings, tell: Callable[[str], None] = _tell) -> None:
        self.client = Client(settings)
        self.settings, self._tell = settings, tell
        self._crew = Crew(Asker(self.client), settings.concurrency, owner=self)
        super().__init__(self._crew, settings.model, settings.seed)
        self.ahead = _AHEAD * settings.concurrency
        _OPEN.add(self)
        if broken := self.client.shelf.interrupted():
            self.client.bill.add("", Cost(lost=len(broken), currency=settings.currency))
            tell(f"{len(broken)} calls were under way when an earlier run was killed; they may have been charged, and are made again")

    def expect(self, document: Document) -> None:
        """Begin to ask for a document that will be drafted soon."""
        if document not in self._asked and not self.client.stop.is_set():
            self._asked[document] = self._requests(document)
            for request in self._asked[document]:
                self._crew.expect(request)

    def draft(self, document: Document) -> list[Draft]:
        """Drafts of the document. Raises StoppedError when the budget is reached or the endpoint serves nobody."""
        try:
            return super().draft(document)
        except Stopped as stopped:
            self.client.close()
            raise StoppedError(str(stopped)) from None

    def forecast(self, document: Document) -> Cost:
        """What a document is likely to cost: nothing is sent. Answers that are kept cost nothing."""
        return sum_costs(self.client.forecast(request) for request in self._requests(document))

    def cost(self) -> Cost:
        """What the run has cost so far."""
        return self.client.bill.total()

    def costs(self) -> Mapping[str, Cost]:
        """What each document has cost in this run, by its id."""
        return self.client.bill.by_document()

    def close(self) -> None:
        """End the run: nothing more is asked, and calls under way are waited for, since their answers are paid."""
        self.client.end("the run is over")
        if self._crew.busy:
            self._tell(f"{self._crew.busy} calls under way are waited for; Ctrl-C drops them")
            self._crew.finish(_GRACE)
        self._crew.dismiss()
        self.client.close()


_OPEN: "weakref.WeakSet[AskingEngine]" = weakref.WeakSet()


@atexit.register
def _close_all() -> None:
    """However the program ends, short of being killed, what is paid is kept."""
    with suppress(KeyboardInterrupt):
        for engine in list(_OPEN):
            engine.close()
