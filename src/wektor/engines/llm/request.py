"""What a model is asked: one request for each part of a document, in the OpenAI batch format."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from wektor.engines.llm.prompt import answer_schema, instructions
from wektor.model import Document

_PART = 8_000  # characters of a document in one request


class Request(msgspec.Struct, frozen=True):
    """One request; ``custom_id`` names the document and its part."""

    custom_id: str
    body: dict[str, Any]

    def line(self) -> dict[str, Any]:
        """The request as a line of a batch file."""
        return {"custom_id": self.custom_id, "method": "POST", "url": "/v1/chat/completions", "body": self.body}

    def digest(self) -> str:
        """A name for the answer: the same prompt, model and settings give the same."""
        return hashlib.sha256(msgspec.json.encode(self.body, order="sorted")).hexdigest()


def requests(document: Document, model: str) -> list[Request]:
    """The requests that read a document. ``document.lang`` must be a language with a pack."""
    system, parts = instructions(document.lang or "en"), list(_parts(document.text))
    return [
        Request(f"{document.id}#{number}", _body(model, system, _ask(document, part, before)))
        for number, (part, before) in enumerate(zip(parts, ["", *parts], strict=False), 1)
    ]


def _parts(text: str) -> Iterator[str]:
    """Paragraphs, as many as go into one request."""
    part = ""
    for line in _short_lines(text):
        if part.strip() and len(part) + len(line) > _PART:
            yield part
            part = ""
        part += line
    if part.strip():
        yield part


def _short_lines(text: str) -> Iterator[str]:
    for line in text.splitlines(keepends=True):
        yield from (line[i : i + _PART] for i in range(0, len(line), _PART))


def _ask(document: Document, part: str, before: str) -> str:
    """The article in a block whose name no article can guess, since it is made of the article."""
    fence = f"ARTICLE-{hashlib.sha256(document.text.encode()).hexdigest()[:16]}"
    context = f"The paragraph before, for reference only: {before.strip().splitlines()[-1]}" if before.strip() else ""
    head = [f"Title: {document.title}" if document.title else "", f"Published: {document.published or 'unknown'}", context]
    return "\n".join([*filter(None, head), f"<{fence}>", part.strip("\n"), f"</{fence}>"])


def _body(model: str, system: str, user: str) -> dict[str, Any]:
    messages: Sequence[dict[str, str]] = [{"role": "system", "content": system}, {"role": "user", "content": user}]
    return {
        "model": model, "messages": list(messages), "temperature": 0, "seed": 20,
        "response_format": {"type": "json_schema", "json_schema": {"name": "claims", "schema": answer_schema()}},
    }  # fmt: skip
