"""A model for tests: a real HTTP server on loopback that speaks the chat protocol and plays a script."""

import json
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

Reply = str | int | float | dict[str, Any]
"""A content; an HTTP status to fail with; seconds to keep silent; or the whole body of an answer."""


class FakeModel:
    """Plays replies one after the other, the last one again and again; or asks a function for each request's reply.

    >>> with FakeModel('{"claims": []}') as model:
    ...     model.url.startswith("http://127.0.0.1:")
    True
    """

    def __init__(self, *script: Reply, answer: Callable[[dict[str, Any]], Reply] | None = None) -> None:
        self.asked: list[dict[str, Any]] = []
        self._script: Sequence[Reply] = script or ('{"claims": []}',)
        self._answer, self._lock = answer, threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True

    @property
    def url(self) -> str:
        """The base of the protocol's addresses."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def reply(self, body: dict[str, Any]) -> Reply:
        """What the next request gets."""
        with self._lock:
            self.asked.append(body)
            number = min(len(self.asked), len(self._script)) - 1
        return self._answer(body) if self._answer is not None else self._script[number]

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def _handler(model: FakeModel) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            reply = model.reply(body)
            if isinstance(reply, float):
                time.sleep(reply)
                reply = 503
            status = reply if isinstance(reply, int) else 200
            self._send(status, {"error": {"message": "as the script says"}} if isinstance(reply, int) else _body(reply, body))

        def _send(self, status: int, body: dict[str, Any]) -> None:
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            if status in (429, 503):
                self.send_header("Retry-After-Ms", "1")
            with suppress(ConnectionError):  # who asked may have gone
                self.end_headers()
                self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    return Handler


def _body(reply: str | dict[str, Any] | float, asked: dict[str, Any]) -> dict[str, Any]:
    if isinstance(reply, dict):
        return reply
    message = {"role": "assistant", "content": reply}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {"id": "fake", "object": "chat.completion", "created": 0, "model": asked.get("model", ""), "choices": [choice], "usage": usage}
