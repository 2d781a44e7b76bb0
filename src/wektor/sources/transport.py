"""The wire under httpx: connects only to addresses that were checked, and stops at a deadline however slowly bytes drip.

A name is resolved once for each connection and the connection goes to an address that passed, so that a server of names
cannot answer the check with one address and the connection with another. Proxies of the environment are not used: the
check would then see the proxy's address.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

from wektor.sources.addresses import resolve


class Deadline:
    """When the present fetch must be over."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._end = clock, float("inf")

    def start(self, seconds: float) -> None:
        """A fetch begins and may take this long."""
        self._end = self._clock() + seconds

    def left(self, timeout: float | None) -> float:
        """How long one step may take. Raises ReadTimeout when the time is over."""
        left = self._end - self._clock()
        if left <= 0:
            raise httpcore.ReadTimeout("deadline")
        return left if timeout is None else min(left, timeout)


class CheckedTransport(httpx.BaseTransport):
    """httpx's transport over httpcore's pool with a checking backend."""

    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), max_connections=8, keepalive_expiry=20.0,
            network_backend=_CheckedBackend(deadline, allow_private),
        )  # fmt: skip

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request. Raises Refused for a private address and httpcore's errors for the wire's."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path
        )
        answer = self._pool.handle_request(
            httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _CheckedBackend(httpcore.NetworkBackend):
    def __init__(self, deadline: Deadline, allow_private: bool) -> None:
        self._deadline, self._allow_private = deadline, allow_private
        self._inner = httpcore.SyncBackend()

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
                    socket_options: Iterable[Any] | None = None) -> httpcore.NetworkStream:  # fmt: skip
        failure: Exception = httpcore.ConnectError(host)
        for address in resolve(host, port, allow_private=self._allow_private):
            try:
                wire = self._inner.connect_tcp(address, port, self._deadline.left(timeout), local_address, socket_options)
                return _TimedStream(wire, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


class _TimedStream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None,
                  timeout: float | None = None) -> httpcore.NetworkStream:  # fmt: skip
        wire = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _TimedStream(wire, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
