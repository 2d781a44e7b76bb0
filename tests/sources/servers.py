"""A real web server on loopback, whose pages a test writes and whose requests it can look at afterwards."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Answer:
    """What the server says: a body, or pieces that it sends one by one for as long as they come."""

    body: bytes = b""
    status: int = 200
    media: str = "text/html; charset=utf-8"
    heads: Mapping[str, str] = field(default_factory=dict)
    pieces: Callable[[], Iterator[bytes]] | None = None


@dataclass
class Asked:
    """One request: its path and its headers by name in lower case."""

    path: str
    heads: dict[str, str]


Page = Answer | Callable[[Asked], Answer]


class Site:
    """Pages by path; what is not there is answered with 404, and so is robots.txt where a test writes none."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, Page] = {}
        self.asked: list[Asked] = []

    def url(self, path: str) -> str:
        """The address of a page."""
        return self.address + path

    def put(self, path: str, body: str | bytes, media: str = "text/html; charset=utf-8", **heads: str) -> str:
        """Write a page; its address."""
        data = body.encode("utf-8") if isinstance(body, str) else body
        self.pages[path] = Answer(data, media=media, heads={name.replace("_", "-"): word for name, word in heads.items()})
        return self.url(path)

    def paths(self) -> list[str]:
        """The paths that were asked for, without robots.txt."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def answer(self, asked: Asked) -> Answer:
        """What is said to a request."""
        self.asked.append(asked)
        page = self.pages.get(asked.path, Answer(b"none", status=404))
        return page(asked) if callable(page) else page


@contextmanager
def serve() -> Iterator[Site]:
    """A site on a free port, until the block ends."""
    site: list[Site] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = site[0].answer(Asked(self.path, {name.lower(): word for name, word in self.headers.items()}))
            self.send_response(answer.status)
            heads = {"Content-Type": answer.media, **answer.heads}
            if answer.pieces is None:
                heads = {"Content-Length": str(len(answer.body)), **heads}
            for name, word in heads.items():
                self.send_header(name, word)
            self.end_headers()
            try:
                for piece in answer.pieces() if answer.pieces else (answer.body,):
                    self.wfile.write(piece)
            except OSError:  # the client had enough
                pass

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.append(Site(f"http://127.0.0.1:{server.server_address[1]}"))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site[0]
    finally:
        server.shutdown()
        server.server_close()
