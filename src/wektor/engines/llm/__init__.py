"""A large model as an engine: it quotes, wektor finds the quotes and reads them; grounding is the same."""

from wektor.engines.llm.engine import LlmEngine, NoAnswer
from wektor.engines.llm.request import Request, requests

__all__ = ["LlmEngine", "NoAnswer", "Request", "requests"]
