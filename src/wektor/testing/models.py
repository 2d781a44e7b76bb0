"""A model for tests: a real HTTP server on loopback that speaks the chat protocol and plays a script."""

import hashlib
import json
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

import msgspec

from wektor.testing.replies import NOTHING, Reply

Play = Reply | str | int | float | dict[str, Any]
"""A reply; or for short a content, an HTTP status to fail with, seconds of silence before a 503, or the whole body of an answer."""

_PIECE = re.compile(r"\w{1,5}|[^\w\s]|\s{2,}")
_MOST = 2**26  # bytes of an endless answer, should nobody hang up
_SHARE = 24  # characters of a streamed piece


class Skills(msgspec.Struct, frozen=True):
    """What the endpoint takes: JSON schemas, calls of tools, plain JSON mode, streams; what it does not, it answers with 400."""

    schema: bool = True
    tools: bool = True
    json: bool = True
    stream: bool = True
    context: int = 1_000_000  # tokens of a request


class FakeModel:
    """Plays replies one after the other, the last one again and again; or asks a function for each request's reply.

    ``asked`` are the bodies of all requests; ``served`` counts, by request, the answers that the model gave: each of them
    would be paid for, whether or not it arrived. ``busiest`` is how many requests waited for their replies at once.
    ``latency`` are seconds before each reply.

    >>> with FakeModel('{"claims": []}') as model:
    ...     model.url.startswith("http://127.0.0.1:")
    True
    """

    def __init__(self, *script: Play, answer: Callable[[dict[str, Any]], Play] | None = None, skills: Skills = Skills(), latency: float = 0.0) -> None:  # noqa: B008
        self.asked: list[dict[str, Any]] = []
        self.served: Counter[str] = Counter()
        self.busiest = 0
        self.skills, self.latency = skills, latency
        self._script: Sequence[Play] = script or (NOTHING,)
        self._answer, self._lock, self._under_way = answer, threading.Lock(), 0
        self._server = _Server(("127.0.0.1", 0), _handler(self))

    @property
    def url(self) -> str:
        """The base of the protocol's addresses."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def reply(self, body: dict[str, Any]) -> Reply:
        """What the next request gets."""
        with self._lock:
            self.asked.append(body)
            number = min(len(self.asked), len(self._script)) - 1
            self._under_way += 1
            self.busiest = max(self.busiest, self._under_way)
        lacking = _lacking(body, self.skills)
        reply = lacking or _reply_of(self._answer(body) if self._answer is not None else self._script[number])
        if reply.status == 200 and reply.body is None and not reply.hangs_up:
            with self._lock:
                self.served[digest_of(body)] += 1
        return reply

    def done(self) -> None:
        """A reply is ready."""
        with self._lock:
            self._under_way -= 1

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Who asked has gone: that is no error here."""


def digest_of(body: dict[str, Any]) -> str:
    """A name for what was asked: model and messages."""
    return hashlib.sha256(json.dumps([body.get("model"), body.get("messages")]).encode()).hexdigest()


def count_tokens(text: str) -> int:
    """The tokens of the fake: pieces of words up to five letters, and marks. No real model counts just so."""
    return sum(1 for _ in _PIECE.finditer(text))


def _lacking(body: dict[str, Any], skills: Skills) -> Reply | None:
    form = body.get("response_format") or {}
    lacks = {
        "response_format": (form.get("type") == "json_schema" and not skills.schema) or (form.get("type") == "json_object" and not skills.json),
        "tools": bool(body.get("tools")) and not skills.tools, "stream": bool(body.get("stream")) and not skills.stream,
    }  # fmt: skip
    for name, lacking in lacks.items():
        if lacking:
            return Reply(status=400, content=f"{name} is not supported")
    if skills.context < 100_000 and _asked_tokens(body) > skills.context:
        return Reply(status=400, code="context_length_exceeded", content=f"This model's maximum context length is {skills.context} tokens.")
    return None


def _reply_of(play: Play) -> Reply:
    if isinstance(play, Reply):
        return play
    if isinstance(play, dict):
        return Reply(body=json.dumps(play).encode())
    if isinstance(play, float):
        return Reply(status=503, wait=play)
    return Reply(status=play, retry_after=0.001 if play in (429, 503) else None) if isinstance(play, int) else Reply(content=play)


def _asked_tokens(body: dict[str, Any]) -> int:
    return sum(count_tokens(str(m.get("content", ""))) for m in body.get("messages", ()))


def _handler(model: FakeModel) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            reply = model.reply(body)
            try:
                time.sleep(reply.wait + model.latency)
            finally:
                model.done()  # before it is sent: whoever has the answer may ask again at once
            try:
                self._send(reply, body)
            except ConnectionError:  # who asked has gone
                self.close_connection = True

        def _send(self, reply: Reply, body: dict[str, Any]) -> None:
            if reply.hangs_up:
                self._hang_up(json.dumps(_whole(reply, body)).encode())
            elif reply.status == 200 and reply.body is None and body.get("stream"):
                self._head(200, "text/event-stream", None, None)
                for piece in _events(reply, body):
                    self.wfile.write(piece)
            else:
                data = reply.body or json.dumps(_whole(reply, body) if reply.status == 200 else _error(reply)).encode()
                self._head(reply.status, "application/json", None if reply.endless else len(data), reply.retry_after)
                self._drip(_open_end(data, reply) if reply.endless else data, reply.drip)
                self._go_on(json.dumps(reply.endless)[1:-1].encode() if reply.endless else b"")

        def _drip(self, data: bytes, pause: float) -> None:
            for i in range(0, len(data), _SHARE if pause else len(data)):
                self.wfile.write(data[i : i + _SHARE] if pause else data)
                time.sleep(pause)

        def _hang_up(self, data: bytes) -> None:
            self._head(200, "application/json", len(data), None)
            self.wfile.write(data[: len(data) // 2])
            self.close_connection = True

        def _go_on(self, more: bytes) -> None:
            for _ in range(_MOST // (100 * len(more)) if more else 0):
                self.wfile.write(more * 100)

        def _head(self, status: int, kind: str, length: int | None, retry_after: float | str | None) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            if length is None:
                self.close_connection = True
                self.send_header("Connection", "close")
            else:
                self.send_header("Content-Length", str(length))
            if isinstance(retry_after, float):
                self.send_header("Retry-After-Ms", str(round(1000 * retry_after)))
            elif retry_after is not None:
                self.send_header("Retry-After", str(retry_after))
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    return Handler


def _error(reply: Reply) -> dict[str, Any]:
    return {"error": {"message": reply.content or "as the script says", "type": "fake", "code": reply.code or None}}


def _cut(reply: Reply, body: dict[str, Any]) -> tuple[str | None, str]:
    """The content, and why it ends: no longer than was asked for."""
    most = 5 * int(body.get("max_tokens") or _MOST)
    if reply.content is None or len(reply.content) <= most:
        return reply.content, reply.finish
    return reply.content[:most], "length"


def _whole(reply: Reply, body: dict[str, Any]) -> dict[str, Any]:
    content, finish = _cut(reply, body)
    message: dict[str, Any] = {"role": "assistant", "content": content, "refusal": reply.refusal}
    if body.get("tools") and content:
        call = {"id": "call-1", "type": "function", "function": {"name": body["tools"][0]["function"]["name"], "arguments": content}}
        message |= {"content": None, "tool_calls": [call]}
    answer = _frame(body) | {"object": "chat.completion", "choices": [{"index": 0, "message": message, "finish_reason": finish}]}
    return answer | ({"usage": _usage(content, body)} if reply.usage else {})


def _open_end(data: bytes, reply: Reply) -> bytes:
    """The body up to the end of the content, which is to come."""
    said = json.dumps(reply.content or "")[1:-1].encode()
    return data[: data.index(said) + len(said)]


def _events(reply: Reply, body: dict[str, Any]) -> Iterator[bytes]:
    """The answer in pieces, as the protocol streams it."""
    content, finish = _cut(reply, body)
    sent, pieces = 0, [content[i : i + _SHARE] for i in range(0, len(content or ""), _SHARE)] if content else []
    for piece in pieces:
        yield _event(body, _delta(piece, body), None)
    while reply.endless and sent < _MOST:
        sent += len(reply.endless)
        yield _event(body, _delta(reply.endless, body), None)
    yield _event(body, {"refusal": reply.refusal} if reply.refusal else {}, finish)
    if reply.usage and (body.get("stream_options") or {}).get("include_usage"):
        yield b"data: " + json.dumps(_frame(body) | {"choices": [], "usage": _usage(content, body)}).encode() + b"\n\n"
    yield b"data: [DONE]\n\n"


def _delta(piece: str, body: dict[str, Any]) -> dict[str, Any]:
    if body.get("tools"):
        return {"tool_calls": [{"index": 0, "function": {"arguments": piece}}]}
    return {"content": piece}


def _event(body: dict[str, Any], delta: dict[str, Any], finish: str | None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return b"data: " + json.dumps(_frame(body) | {"object": "chat.completion.chunk", "choices": [choice]}).encode() + b"\n\n"


def _frame(body: dict[str, Any]) -> dict[str, Any]:
    return {"id": "fake", "created": 0, "model": body.get("model", "")}


def _usage(content: str | None, body: dict[str, Any]) -> dict[str, int]:
    asked, said = _asked_tokens(body), count_tokens(content or "")
    return {"prompt_tokens": asked, "completion_tokens": said, "total_tokens": asked + said}
