"""Batch files: requests out, answers in, in the OpenAI format or as ``{"custom_id", "content"}`` lines."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from wektor.engines.llm.engine import NoAnswer
from wektor.engines.llm.request import Request, requests
from wektor.model import Document, Span


def request_lines(documents: Iterable[Document], model: str, within: Sequence[Span] | None = None) -> Iterator[str]:
    """A line for each request; where ``within`` is given, for what of the documents holds some of it."""
    for document in documents:
        for request in requests(document, model, within=within):
            yield json.dumps(request.line(), ensure_ascii=False)


class Answers:
    """Answers of a batch file by ``custom_id``; called with a request, it gives the content."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.refused: list[tuple[int, str]] = []
        self.model = "unknown"
        self._by_id: dict[str, tuple[str | None, str]] = {}
        for number, line in enumerate(lines, 1):
            if line.strip():
                self._take(number, line)
        self.unasked = set(self._by_id)

    def __call__(self, request: Request) -> str:
        """The content of the request's answer. Raises NoAnswer where there is none."""
        self.unasked.discard(request.custom_id)
        content, reason = self._by_id.get(request.custom_id, (None, "no answer is in the file"))
        if content is None:
            raise NoAnswer(reason)
        return content

    def _take(self, number: int, line: str) -> None:
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            self.refused.append((number, "is no JSON"))
            return
        if not isinstance(record, dict) or not isinstance(record.get("custom_id"), str):
            self.refused.append((number, "has no custom_id"))
            return
        self._by_id[record["custom_id"]] = _content(record)
        named = _body(record).get("model")
        self.model = named if isinstance(named, str) and self.model == "unknown" else self.model


def _content(record: dict[str, Any]) -> tuple[str | None, str]:
    """The content, or None and the reason."""
    if isinstance(record.get("content"), str):
        return record["content"], ""
    body = _body(record)
    choices = body.get("choices")
    message = choices[0].get("message") if isinstance(choices, list) and choices and isinstance(choices[0], dict) else None
    if isinstance(message, dict) and isinstance(message.get("content"), str) and message["content"].strip():
        return message["content"], ""
    error = record.get("error") or body.get("error")
    refusal = message.get("refusal") if isinstance(message, dict) else None
    said = error.get("message") if isinstance(error, dict) else refusal
    return None, f"the answer holds no content{f': {said}' if said else ''}"


def _body(record: dict[str, Any]) -> dict[str, Any]:
    response = record.get("response")
    body = response.get("body") if isinstance(response, dict) else None
    return body if isinstance(body, dict) else {}
