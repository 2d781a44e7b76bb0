"""Pages fetched by httpx: politely, and within bounds of size, time and redirects."""

import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx
import msgspec

from wektor.sources.addresses import check_url, tidy
from wektor.sources.caching import Validators
from wektor.sources.limits import Refused
from wektor.sources.robots import ROOM, Robots
from wektor.sources.settings import AGENT, FetchSettings
from wektor.sources.transport import CheckedTransport, Deadline


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page as fetched: its final address, bytes unpacked, declared type and charset, and what a refetch will ask by."""

    url: str
    data: bytes
    media: str | None = None
    charset: str | None = None
    validators: Validators = Validators()


class Fetcher:
    """Fetches pages, one at a time; not to be shared by threads. ``clock`` and ``sleep`` are there to be replaced."""

    def __init__(self, settings: FetchSettings | None = None, *, clock: Callable[[], float] = time.monotonic,
                 sleep: Callable[[float], None] = time.sleep) -> None:  # fmt: skip
        self._settings = settings or FetchSettings()
        self._deadline = Deadline()
        self._clock, self._sleep = clock, sleep
        self._next: dict[str, float] = {}
        self._robots = Robots(AGENT, self._read_robots, clock)
        self._client = httpx.Client(
            transport=CheckedTransport(self._deadline, allow_private=self._settings.allow_private),
            timeout=self._settings.silence, follow_redirects=False, trust_env=False,
            headers={"user-agent": self._settings.user_agent, "accept-encoding": "gzip", "accept": "*/*"},
        )  # fmt: skip

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def fetch(self, url: str, validators: Validators | None = None) -> Page | None:
        """The page at an address; None where it has not changed since ``validators``. Raises Refused with the reason."""
        hop = check_url(url)
        seen: set[str] = set()
        started = self._clock()
        for _ in range(self._settings.redirects + 1):
            if hop in seen:
                raise Refused("its redirects lead in a circle")
            seen.add(hop)
            self._wait(hop, self._robots.check(hop))
            with self._answer(hop, self._settings.seconds - (self._clock() - started), validators) as answer:
                if answer.status_code == 304 and validators:
                    return None
                if not answer.has_redirect_location:
                    return self._page(hop, answer)
                hop = check_url(urljoin(hop, answer.headers["location"]))
        raise Refused(f"redirects more than {self._settings.redirects} times")

    def _page(self, url: str, answer: httpx.Response) -> Page:
        if not 200 <= answer.status_code < 300:
            raise Refused(f"the server answered {answer.status_code} {answer.reason_phrase}".rstrip())
        data = _read(answer, self._settings.largest)
        heads = answer.headers
        marks = Validators(etag=heads.get("etag"), modified=heads.get("last-modified"))
        media = heads.get("content-type", "").partition(";")[0].strip().lower() or None
        return Page(url=tidy(url), data=data, media=media, charset=answer.charset_encoding, validators=marks)

    @contextmanager
    def _answer(self, url: str, seconds: float, validators: Validators | None = None) -> Iterator[httpx.Response]:
        heads = {"if-none-match": validators and validators.etag, "if-modified-since": validators and validators.modified}
        self._deadline.start(seconds)
        try:
            with self._client.stream("GET", url, headers={name: word for name, word in heads.items() if word}) as answer:
                yield answer
        except (httpcore.TimeoutException, httpx.TimeoutException):
            raise Refused("the server did not answer in time") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, httpx.HTTPError) as error:
            raise Refused(f"could not be fetched: {_reason(error)}") from None
        except (httpx.InvalidURL, ValueError, OSError) as error:
            raise Refused(f"could not be fetched: {_reason(error)}") from None

    def _read_robots(self, url: str) -> tuple[int, str]:
        for _ in range(5):
            with self._answer(url, self._settings.silence) as answer:
                if not answer.has_redirect_location:
                    body = _read(answer, ROOM, cut=True) if answer.status_code < 400 else b""
                    return answer.status_code, body.decode("utf-8", errors="replace")
                url = check_url(urljoin(url, answer.headers["location"]))
        return 404, ""

    def _wait(self, url: str, asked: float) -> None:
        host, now = urlsplit(url).netloc, self._clock()
        start = max(now, self._next.get(host, now))
        self._next[host] = start + max(asked, self._settings.pause)
        if start > now:
            self._sleep(start - now)


def _read(answer: httpx.Response, largest: int, *, cut: bool = False) -> bytes:
    """The body, unpacked; never more than ``largest`` bytes are held. Raises Refused for more, unless it may be ``cut``."""
    parts: list[bytes] = []
    size = 0
    for part in _unpacked(answer.iter_raw(), answer.headers.get("content-encoding", "").strip().lower(), largest):
        parts.append(part)
        size += len(part)
        if size > largest:
            if cut:
                break
            raise Refused(f"is a page of more than {largest >> 20} MB")
    return b"".join(parts)[:largest]


def _unpacked(chunks: Iterable[bytes], encoding: str, largest: int) -> Iterator[bytes]:
    if encoding in ("", "identity"):
        yield from chunks
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise Refused(f"was sent packed as {encoding}, which was not asked for")
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        for chunk in chunks:
            yield inflate.decompress(chunk, largest + 1)
    except zlib.error:
        raise Refused("was sent packed and is broken") from None
    if not inflate.eof:
        raise Refused("was sent packed and ends in the middle")


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:160] or type(error).__name__
