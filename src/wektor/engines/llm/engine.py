"""The engine: asks for each part of a document, reads the answers, and drafts what they quote."""

from collections.abc import Callable, Iterator
from functools import cached_property

from wektor.engines.grammar import GrammarEngine
from wektor.engines.llm.answer import Quoted, read_answer
from wektor.engines.llm.drafting import Drafter
from wektor.engines.llm.request import SEED, Request, provenance, requests
from wektor.engines.llm.seams import join_parts
from wektor.model import Document, Draft


class NoAnswer(Exception):
    """A part of a document got no answer; the text says why, in one line."""


Ask = Callable[[Request], str]


class LlmEngine:
    """Reads with a large model behind ``ask``, which returns the content of an answer or raises NoAnswer."""

    def __init__(self, ask: Ask, model: str, seed: int = SEED) -> None:
        self.ask, self.model, self.seed = ask, model, seed
        self.name = f"llm.v1:{model}"  # as claims bear it
        self.unread: list[tuple[str, str]] = []

    @cached_property
    def desk(self) -> GrammarEngine:
        """Who reads quoted words, for drafts and for grounding."""
        return GrammarEngine()

    def draft(self, document: Document) -> list[Draft]:
        """Drafts in the order of the text; parts without an answer are kept in ``unread`` with the reason."""
        drafter = Drafter(document, self.desk, self.name, provenance(document.lang or "en", self.seed))
        asked = requests(document, self.model, self.seed, self.desk)
        return join_parts([drafter.draft(q) for q in self._answer(part)] for part in asked)

    def complaints(self) -> Iterator[str]:
        """Which parts of documents were not read, and why."""
        yield from (f"not read {part}: {reason}" for part, reason in self.unread)

    def _answer(self, part: Request) -> list[Quoted]:
        try:
            return read_answer(self.ask(part))
        except NoAnswer as failure:
            self.unread.append((part.custom_id, str(failure)))
            return []
