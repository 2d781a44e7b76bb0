"""What a model for tests can say, and the ways in which models and the roads to them fail."""

import json
import re
from collections.abc import Callable

import msgspec

NOTHING = '{"claims": []}'


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """One answer of the model, good or bad.

    ``status`` is HTTP's; ``wait`` are seconds of silence first, ``drip`` seconds between pieces of the answer; ``retry_after`` is what a refusal for now asks for
    (seconds, or a date of HTTP). ``hangs_up`` ends the connection in the middle; ``endless`` follows the content again
    and again until nobody listens; ``body`` is sent instead of an answer of the protocol.
    """

    content: str | None = NOTHING
    status: int = 200
    code: str = ""
    finish: str = "stop"
    refusal: str | None = None
    wait: float = 0.0
    drip: float = 0.0
    retry_after: float | str | None = None
    hangs_up: bool = False
    endless: str = ""
    body: bytes | None = None
    usage: bool = True


Spoil = Callable[[str], Reply]
"""Makes of a good answer's content one that fails in its way."""


def _wrapped(good: str) -> Reply:
    return Reply(content=f"<think>The {{reader}} wants claims.</think>Sure! Here are the claims:\n```json\n{good}\n```\nLet me know if you need more.")


def _garbled(good: str) -> Reply:
    """Single marks for double, words of Python, commas too many, the end forgotten."""
    loose = re.sub(r'"(kind|status|roles|evidence)":', r"\1:", good).replace("null", "None").replace("]", ",]")
    return Reply(content=loose.rstrip("}] \n"))


def _truncated(good: str) -> Reply:
    return Reply(content=good[: 2 * len(good) // 3], finish="length")


def _translated(good: str) -> Reply:
    """Quotes in no language of the text."""
    told = json.loads(good)
    for claim in told["claims"]:
        claim["evidence"] = ["Quidam arma alicui vendidit." for _ in claim["evidence"]]
        claim["roles"] = {role: ["aliquis" for _ in words] for role, words in claim["roles"].items()}
    return Reply(content=json.dumps(told))


SPOILT: dict[str, Spoil] = {
    "wrapped": _wrapped,
    "garbled": _garbled,
    "truncated": _truncated,
    "translated": _translated,
    "refused": lambda good: Reply(content=None, refusal="I cannot help with texts on arms."),
    "filtered": lambda good: Reply(content="", finish="content_filter"),
    "empty": lambda good: Reply(content=""),
    "prose": lambda good: Reply(content="I am sorry, but I cannot discuss weapons."),
    "endless": lambda good: Reply(content=good.rstrip("}] \n"), endless=', {"kind": "order"'),
}
"""Answers that the model spoils."""

FAILED: dict[str, Spoil] = {
    "busy": lambda good: Reply(status=429, retry_after=0.02),
    "broken": lambda good: Reply(status=500),
    "unavailable": lambda good: Reply(status=503, retry_after=0.02),
    "silent": lambda good: Reply(wait=30.0, hangs_up=True),
    "cut off": lambda good: Reply(content=good, hangs_up=True),
    "page": lambda good: Reply(body=b"<html><body>502 Bad Gateway</body></html>"),
    "half": lambda good: Reply(body=b'{"id": "x", "choices": [{"message": {"content": "{\\"cla'),
    "void": lambda good: Reply(body=b'{"choices": []}'),
}
"""Calls that fail on the way, and that another try may mend."""
