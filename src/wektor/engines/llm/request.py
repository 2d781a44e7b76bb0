"""What a model is asked: one request for each part of a document, in the OpenAI batch format."""

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec

from wektor.engines.grammar import GrammarEngine
from wektor.engines.llm.parts import Part, cut_part, parts_of
from wektor.engines.llm.prompt import answer_schema, instructions
from wektor.engines.llm.reading import Desk
from wektor.model import Document, Span

SEED = 20
_LONGEST_TITLE = 300
_LAYOUT = """Published: {published}
<CONTEXT-{mark}>
Title: {title}
Spoken of before: {met}
The paragraph before: {before}
</CONTEXT-{mark}>
<ARTICLE-{mark}>
{text}
</ARTICLE-{mark}>"""


class Request(msgspec.Struct, frozen=True):
    """One request; ``custom_id`` names the document and its part."""

    custom_id: str
    body: dict[str, Any]
    document: Document | None = None
    part: Part | None = None

    @property
    def document_id(self) -> str:
        """The document's id."""
        return self.custom_id.rpartition("#")[0]

    @property
    def article(self) -> str:
        """The words that are asked about."""
        return self.part.text if self.part else ""

    def line(self) -> dict[str, Any]:
        """The request as a line of a batch file."""
        return {"custom_id": self.custom_id, "method": "POST", "url": "/v1/chat/completions", "body": self.body}

    def digest(self) -> str:
        """A name for the answer: the same prompt, model and settings give the same."""
        return hashlib.sha256(msgspec.json.encode(self.body, order="sorted")).hexdigest()


def requests(document: Document, model: str, seed: int = SEED, desk: Desk | None = None, within: Sequence[Span] | None = None) -> list[Request]:
    """The requests that read a document, or what is worth it. ``document.lang`` must be a language with a pack."""
    system = instructions(document.lang or "en")
    return [
        Request(f"{document.id}#{number}", _body(model, seed, system, _ask(document, part)), document, part)
        for number, part in enumerate(parts_of(document, desk or GrammarEngine(), within=within), 1)
    ]


def halves(request: Request) -> list[Request]:
    """The request in two, each for a part of its part; nothing where that is too short to be cut."""
    if request.document is None or request.part is None:
        return []
    system = request.body["messages"][0]["content"]
    parts = cut_part(request.part)
    return [
        Request(f"{request.custom_id}.{number}", _body(request.body["model"], request.body["seed"], system, _ask(request.document, part)), request.document, part)
        for number, part in enumerate(parts, 1)
    ]


def with_words(request: Request, words: str) -> Request:
    """The request with words of ours behind the article."""
    system, user = request.body["messages"]
    messages = [system, user | {"content": f"{user['content']}\n{words}"}]
    return msgspec.structs.replace(request, body=request.body | {"messages": messages})


def provenance(lang: str, seed: int = SEED) -> str:
    """What made a claim, beside the model: the digest of the prompt for a language, and the settings that answers hang on."""
    prompt = [instructions(lang), _LAYOUT, answer_schema()]
    digest = hashlib.sha256(msgspec.json.encode(prompt, order="sorted")).hexdigest()
    return f"prompt:{digest[:16]} seed:{seed} temperature:0"


def _ask(document: Document, part: Part) -> str:
    """The article in blocks whose names no article can guess, since they are made of the article."""
    mark = hashlib.sha256(f"{document.title}\n{document.text}".encode()).hexdigest()[:16]
    return _LAYOUT.format(mark=mark, published=_day(document), title=_title(document, part), met="; ".join(part.met) or "nobody yet",
                          before=part.before or "none", text=part.text.strip("\n"))  # fmt: skip


def _title(document: Document, part: Part) -> str:
    """The title; of a text without one its first line, where that stands in another part."""
    first = document.text.lstrip().partition("\n")[0] if part.before else ""
    return " ".join((document.title or first).split())[:_LONGEST_TITLE] or "none"


def _day(document: Document) -> str:
    """The day of publication, which is no place for other words."""
    return (document.published or "unknown").partition("\n")[0][:10]


def _body(model: str, seed: int, system: str, user: str) -> dict[str, Any]:
    return {
        "model": model, "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}], "temperature": 0, "seed": seed,
        "response_format": {"type": "json_schema", "json_schema": {"name": "claims", "schema": answer_schema()}},
    }  # fmt: skip
