"""A large model wired as the engine: requests for documents, and the pipeline that reads answers."""

from collections.abc import Iterable, Iterator

import msgspec

from wektor.app.composing import Written
from wektor.app.pipeline import Pipeline, with_language
from wektor.engines.grammar import GrammarEngine
from wektor.engines.llm import LlmEngine
from wektor.engines.llm.asked import AskingEngine
from wektor.engines.llm.batch import Answers, request_lines
from wektor.engines.llm.hybrid import HybridEngine, JoinedAnswers
from wektor.engines.llm.settings import Settings
from wektor.model import Document

HYBRID = "grammar+llm"


def requests_for(document: Document, model: str, engine: str = "llm") -> list[str]:
    """The lines of a batch file that ask for one document: all of it, or what the grammar thinks worth it.

    Raises InputError where its language has no pack.
    """
    document = Written(with_language(document)).document
    within = GrammarEngine().prospects(document) if engine == HYBRID else None
    return list(request_lines([document], model, within=within))


def asking_engine(settings: Settings | None = None, budget: float | None = None) -> AskingEngine:
    """The engine that asks a model over the network, by default as settings file and environment say."""
    return AskingEngine(_settings(settings, budget))


def hybrid_engine(settings: Settings | None = None, budget: float | None = None) -> HybridEngine:
    """The engine that asks a model for what the grammar thinks worth it, and joins both readings."""
    return HybridEngine(_settings(settings, budget))


def _settings(settings: Settings | None, budget: float | None) -> Settings:
    settings = settings or Settings.of()
    return settings if budget is None else msgspec.structs.replace(settings, budget=budget)


class AskingPipeline(Pipeline):
    """Reads documents by asking a model over the network."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.llm = asking_engine(settings)
        super().__init__(self.llm)


class AnsweredPipeline(Pipeline):
    """Reads documents by the answers of a batch file; ``name`` is the model where they do not name it."""

    def __init__(self, lines: Iterable[str], engine: str = "llm", name: str = "unknown") -> None:
        self.answers = Answers(lines)
        make = JoinedAnswers if engine == HYBRID else LlmEngine
        self.llm = make(self.answers, name if self.answers.model == "unknown" else self.answers.model)
        super().__init__(self.llm)

    def complaints(self) -> Iterator[str]:
        """What was wrong with the answers, in lines; to be asked when all documents are read."""
        yield from (f"set aside answer in line {number}: it {reason}" for number, reason in self.answers.refused)
        yield from super().complaints()
        yield from (f"set aside answer {part}: no document asked for it" for part in sorted(self.answers.unasked))
