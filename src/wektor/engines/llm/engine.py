"""The engine: asks for each part of a document, reads the answers, and drafts what they quote."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from wektor.engines.grammar import GrammarEngine
from wektor.engines.llm.alignment import Text
from wektor.engines.llm.answer import parse_answer
from wektor.engines.llm.calls import Said
from wektor.engines.llm.drafting import Drafter
from wektor.engines.llm.outcome import Outcome, fault_of
from wektor.engines.llm.request import SEED, Request, provenance, requests
from wektor.engines.llm.seams import join_parts
from wektor.engines.protocol import Missed
from wektor.model import Document, Draft


class NoAnswer(Exception):
    """A part of a document got no answer; the text says why, in one line."""


Ask = Callable[[Request], str | Said | Outcome]
"""What answers a request: the content of an answer, or the answer, taken as it is; or what became of the part after all was tried."""


class LlmEngine:
    """Reads with a large model behind ``ask``, which may raise NoAnswer."""

    ahead = 0

    def __init__(self, ask: Ask, model: str, seed: int = SEED) -> None:
        self.ask, self.model, self.seed = ask, model, seed
        self.signed = f"llm.v1:{model}"  # as claims bear it
        self.name = self._name()
        self.unread: list[tuple[str, str]] = []
        self._missed: tuple[Document | None, list[Missed]] = (None, [])
        self._asked: OrderedDict[Document, list[Request]] = OrderedDict()

    @cached_property
    def desk(self) -> GrammarEngine:
        """Who reads quoted words, for drafts and for grounding."""
        return GrammarEngine()

    def draft(self, document: Document) -> list[Draft]:
        """Drafts in the order of the text; what was not read is told by ``missed`` and ``complaints``."""
        drafter = Drafter(document, self.desk, self.signed, provenance(document.lang or "en", self.seed))
        asked = self._asked.pop(document, None) or self._requests(document)
        missed: list[Missed] = []
        parts = []
        for request in asked:
            outcome = self._answer(request)
            parts.append([drafter.draft(quoted) for quoted in outcome.claims])
            missed += outcome.missed
            self.unread += [(request.custom_id, m.words(document.text)) for m in outcome.missed]
        self._missed = (document, missed)
        return join_parts(parts)

    def missed(self, document: Document) -> Sequence[Missed]:
        """What was not read of the document that was drafted last."""
        drafted, missed = self._missed
        return missed if drafted == document else ()

    def complaints(self) -> Iterator[str]:
        """Which parts of documents were not read, and why."""
        yield from (f"not read {part}: {reason}" for part, reason in self.unread)

    def _name(self) -> str:
        return self.signed

    def _requests(self, document: Document) -> list[Request]:
        return requests(document, self.model, self.seed, self.desk)

    def _answer(self, request: Request) -> Outcome:
        try:
            got = self.ask(request)
        except NoAnswer as failure:
            return Outcome((), (_whole(request, str(failure)),))
        if isinstance(got, Outcome):
            return got
        said = got if isinstance(got, Said) else Said(content=got)
        answer = parse_answer(said.content)
        fault = fault_of(said, answer, Text(request.document.text if request.document else ""))
        return Outcome(answer.claims, (_whole(request, fault),) if fault else ())


def _whole(request: Request, reason: str) -> Missed:
    span = request.part.span if request.part else None
    return Missed(span.start, span.end, reason) if span else Missed(0, 0, reason)
