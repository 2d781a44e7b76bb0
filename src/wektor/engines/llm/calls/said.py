"""What an endpoint said: the content of an answer, why it ends, and the tokens, whether it came whole, in pieces or cut off."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

_CUT_CONTENT = re.compile(rb'"(?:content|arguments)"\s*:\s*"((?:[^"\\]|\\.)*)')


class Said(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One answer. ``finish`` is the protocol's word (stop, length, content_filter); tokens are 0 where nobody counted."""

    content: str = ""
    finish: str = "stop"
    refusal: str | None = None
    tokens_in: int = 0
    tokens_out: int = 0


def parse_body(data: bytes) -> Said | None:
    """The answer that a body holds; None where it is none of the protocol."""
    try:
        body = msgspec.json.decode(data)
    except msgspec.DecodeError:
        return None
    choice = _first(body.get("choices")) if isinstance(body, dict) else None
    if choice is None:
        return None
    message = choice.get("message")
    message = message if isinstance(message, dict) else {"content": choice.get("text")}
    return _said(_content(message), choice.get("finish_reason"), message.get("refusal"), body.get("usage"))


def parse_events(lines: Iterable[bytes], longest: int) -> Said | None:
    """The answer that events of a stream make up, read no further than ``longest`` characters; None where there is none."""
    pieces: list[str] = []
    refusals: list[str] = []
    size, finish, usage, any_event = 0, None, None, False
    for event in _events(lines):
        any_event, usage = True, event.get("usage") or usage
        choice = _first(event.get("choices")) or {}
        delta = choice.get("delta")
        piece = _content(delta) if isinstance(delta, dict) else ""
        pieces.append(piece)
        size, finish = size + len(piece), choice.get("finish_reason") or finish
        refusals += [delta["refusal"]] if isinstance(delta, dict) and isinstance(delta.get("refusal"), str) else []
        if size > longest:
            return _said("".join(pieces), "length", None, usage)
    return _said("".join(pieces), finish or "length", "".join(refusals) or None, usage) if any_event else None


def parse_cut(data: bytes) -> Said | None:
    """What can be had of a body that was cut off; None where that is nothing."""
    found = max(_CUT_CONTENT.findall(data), key=len, default=b"")
    if not found:
        return None
    try:
        content = json.loads(b'"' + found + b'"', strict=False)
    except ValueError:
        return None
    return Said(content=content, finish="length")


def _events(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    for line in lines:
        if not line.startswith(b"data:"):
            continue
        data = line[5:].strip()
        if data == b"[DONE]":
            return
        try:
            event = msgspec.json.decode(data)
        except msgspec.DecodeError:
            continue
        if isinstance(event, dict):
            yield event


def _first(choices: Any) -> dict[str, Any] | None:
    return choices[0] if isinstance(choices, list) and choices and isinstance(choices[0], dict) else None


def _content(message: dict[str, Any]) -> str:
    """The text of a message: plain, in parts, or as the arguments of the call that was asked for."""
    calls = message.get("tool_calls")
    call = calls[0].get("function") if isinstance(calls, list) and calls and isinstance(calls[0], dict) else message.get("function_call")
    told = call.get("arguments") if isinstance(call, dict) else None
    if isinstance(told, dict):
        return json.dumps(told, ensure_ascii=False)
    content = told if isinstance(told, str) and told else message.get("content")
    if isinstance(content, list):
        return "".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""


def _said(content: str, finish: Any, refusal: Any, usage: Any) -> Said:
    return Said(content=content, finish=finish if isinstance(finish, str) else "stop", refusal=refusal if isinstance(refusal, str) and refusal else None,
                tokens_in=_count(usage, "prompt_tokens"), tokens_out=_count(usage, "completion_tokens"))  # fmt: skip


def _count(usage: Any, name: str) -> int:
    number = usage.get(name) if isinstance(usage, dict) else None
    return number if isinstance(number, int) and number > 0 else 0
