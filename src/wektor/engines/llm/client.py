"""Asking a model over the network: any endpoint that speaks the OpenAI chat protocol, with patience and a cache."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from wektor.engines.llm.engine import NoAnswer
from wektor.engines.llm.request import Request
from wektor.engines.llm.settings import Settings
from wektor.model import InputError

_MISSING = "the openai client is not installed: pip install 'wektor[llm]'"

_LEFT_OUT: tuple[tuple[str, ...], ...] = ((), ("response_format",), ("response_format", "max_tokens", "seed", "temperature"))


class Client:
    """Asks the endpoint; answers that came once are kept by the digest of what was asked."""

    def __init__(self, settings: Settings) -> None:
        try:
            import openai
        except ImportError:
            raise InputError(_MISSING) from None
        self.settings, self._openai = settings, openai
        self._client = openai.OpenAI(base_url=settings.url, api_key=settings.key.reveal(), timeout=settings.timeout, max_retries=settings.retries)
        self._level = 0

    def __call__(self, request: Request) -> str:
        """The content of the answer. Raises NoAnswer where none comes."""
        kept = self.settings.cache / f"{self._name(request)}.txt"
        if kept.is_file():
            return kept.read_text(encoding="utf-8")
        content = self._ask(request.body)
        _keep(kept, content)
        return content

    def _name(self, request: Request) -> str:
        settings = {"url": self.settings.url, "longest": self.settings.longest}
        return Request("", request.body | settings).digest()

    def _ask(self, body: dict[str, Any]) -> str:
        """Ask; an endpoint that does not take all of the request is asked again with less, and from then on so."""
        body = body | {"max_tokens": self.settings.longest}
        for level in range(self._level, len(_LEFT_OUT)):
            try:
                answer = self._client.chat.completions.create(**{k: v for k, v in body.items() if k not in _LEFT_OUT[level]})
            except self._openai.BadRequestError as error:
                failure = error
                continue
            except (self._openai.OpenAIError, ValueError) as error:
                raise NoAnswer(_line(error)) from None
            self._level = level
            return _content(answer)
        raise NoAnswer(_line(failure))


def _keep(path: Path, content: str) -> None:
    """Keep an answer, whole or not at all; where nothing can be kept, the run goes on."""
    part = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(content, encoding="utf-8")
        part.replace(path)


def _content(answer: Any) -> str:
    choices = getattr(answer, "choices", None)
    message = getattr(choices[0], "message", None) if choices else None
    content = getattr(message, "content", None)
    if not isinstance(content, str) or not content.strip():
        refusal = getattr(message, "refusal", None)
        raise NoAnswer(f"the model refused: {str(refusal)[:200]}" if refusal else "the answer is empty")
    return content


def _line(error: Exception) -> str:
    """What failed, without the endpoint's own words, which may repeat what was sent."""
    status = getattr(error, "status_code", None)
    return f"the endpoint failed: {type(error).__name__}{f' ({status})' if status else ''}"
