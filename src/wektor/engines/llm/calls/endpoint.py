"""The endpoint: one call out, one answer in, or the trouble with it."""

import re
import time
from collections.abc import Iterator
from typing import Any

from wektor.engines.llm.answer import LONGEST
from wektor.engines.llm.calls.pacing import asked_pause
from wektor.engines.llm.calls.said import Said, parse_body, parse_cut, parse_events
from wektor.engines.llm.calls.troubles import Passing, Shut, TooLong, Trouble, Unfit
from wektor.engines.llm.settings import Settings
from wektor.model import InputError

_MISSING = "the openai client is not installed: pip install 'wektor[llm]'"
_MOST = 8 * LONGEST  # bytes of a line of a stream
_DENSE = 8  # characters of a token at most: an answer that goes on behind so many is cut
_DRIPPING = 5  # times the time-out: so long may a whole answer take
_FIELD = re.compile(r"(?<=['\"`])seed(?=['\"`])|max_completion_tokens|max_tokens|temperature|stream_options|response_format|json_schema|tool_choice|tools")
_LENGTH = ("context_length_exceeded", "string_above_max_length", "context length", "context window", "too many tokens", "prompt is too long")
_MONEY = ("insufficient_quota", "billing_hard_limit_reached", "billing_not_active")
_UNFIT = (400, 404, 415, 422, 501)


class Endpoint:
    """An address that speaks the OpenAI chat protocol; may be asked by several threads at once."""

    def __init__(self, settings: Settings) -> None:
        try:
            import openai
        except ImportError:
            raise InputError(_MISSING) from None
        self._openai, self._timeout = openai, settings.timeout
        self._longest = min(LONGEST, _DENSE * settings.longest)
        self._client = openai.OpenAI(base_url=settings.url, api_key=settings.key.reveal(), timeout=settings.timeout, max_retries=0)

    def ask(self, body: dict[str, Any]) -> Said:
        """The answer. Raises Trouble."""
        until = time.monotonic() + _DRIPPING * self._timeout
        try:
            with self._send(body) as response:
                pieces = response.iter_bytes()
                if "event-stream" in response.headers.get("content-type", ""):
                    said = parse_events(_lines(pieces, until), self._longest)
                else:
                    said = _read_body(pieces, until, 8 * self._longest)
        except self._openai.APIStatusError as error:
            raise _trouble(error) from None
        except self._openai.APITimeoutError:
            raise Passing("the endpoint was silent for too long", broke=True) from None
        except self._openai.OpenAIError as error:
            raise Passing(f"the endpoint cannot be reached: {type(error.__cause__ or error).__name__}") from None
        except Exception as error:  # whatever the client's own transport raises while the body comes
            raise Passing(f"the connection broke: {type(error).__name__}", broke=True) from None
        if said is None:
            raise Passing("what came is no answer of the protocol", broke=True)
        return said

    def _send(self, body: dict[str, Any]) -> Any:
        """The call. All but the model's name goes as it is: looking through messages and a schema costs the client more than the rest of the call."""
        return self._client.chat.completions.with_streaming_response.create(model=body["model"], messages=(), extra_body=body)

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()


def _read_body(pieces: Iterator[bytes], until: float, most: int) -> Said | None:
    """The answer of a body; of one without an end what is there when patience ends."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size > most or time.monotonic() > until:
            return parse_cut(b"".join(held))
    return parse_body(b"".join(held))


def _lines(pieces: Iterator[bytes], until: float) -> Iterator[bytes]:
    """Lines of a stream, as they come."""
    rest = b""
    for piece in pieces:
        *lines, rest = (rest + piece).split(b"\n")
        yield from lines
        if time.monotonic() > until or len(rest) > _MOST:
            return
    yield rest


def _trouble(error: Any) -> Trouble:
    """What a refusal calls for, by its status and code."""
    status, code = int(error.status_code), str(getattr(error, "code", "") or "")
    words = f"{code} {error.message}".lower()
    reason = f"the endpoint answers {status}"
    if status == 413 or (status in _UNFIT and any(mark in words for mark in _LENGTH)):
        return TooLong(f"{reason}: the request is too long")
    if status in (401, 402, 403) or any(mark in words for mark in _MONEY):
        return Shut(f"{reason}: {'the key is not accepted' if status in (401, 403) else 'the account has no credit'}")
    if status in (408, 409, 425, 429) or (status >= 500 and status != 501):
        return Passing(reason, asked_pause(error.response.headers))
    named = str(getattr(error, "param", "") or "") or next(iter(_FIELD.findall(words)), "")
    return Unfit(f"{reason}: it does not take such requests" + (", or there is no such model or address" if status == 404 else ""), named)
