"""What a model answered, read with tolerance: whole claims are kept of JSON that is wrapped, garbled or cut off."""

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

LONGEST = 400_000  # an endless answer is cut here
_DEEPEST = 8
_TRAILING = re.compile(r",(\s*[}\]])")
_MARK = re.compile(r'["{}]')
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as the model quotes it: words of the text, no offsets, no values."""

    kind: str
    status: str
    evidence: tuple[str, ...]
    roles: dict[str, tuple[str, ...]]
    attribute: str | None = None
    date: str | None = None
    reported_by: str | None = None


def read_answer(content: str) -> list[Quoted]:
    """The claims of an answer, in its order; what is no claim is passed over."""
    content = content[:LONGEST]
    whole = _decode(content.strip())
    found = list(_claims_of(whole)) if whole is not None else [_quoted(o) for o in _objects(content)]
    return list({msgspec.json.encode(q, order="sorted"): q for q in found}.values())


def _decode(text: str) -> Any:
    try:
        return json.loads(_TRAILING.sub(r"\1", text))
    except (ValueError, RecursionError):
        return None


def _claims_of(value: Any) -> Iterator[Quoted]:
    if isinstance(value, dict) and not _is_claim(value):
        value = value.get("claims")
    for item in value if isinstance(value, list) else [value]:
        if _is_claim(item):
            yield _quoted(item)


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """Every whole object of a broken answer that looks like a claim, in one pass over its braces."""
    starts: list[int] = []
    at, lost = 0, False
    while (mark := _MARK.search(text, at)) is not None:
        at = mark.end()
        if mark.group() == '"':
            string = _STRING.match(text, mark.start())
            at, lost = (string.end(), lost) if string else (at, True)
        elif mark.group() == "{":
            starts.append(mark.start())
        elif starts and not lost:
            start = starts.pop()
            if len(starts) < _DEEPEST and _is_claim(value := _decode(text[start:at])):
                yield value


def _is_claim(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("kind"), str) and "evidence" in value


def _quoted(value: dict[str, Any]) -> Quoted:
    roles = value.get("roles")
    filled = {str(role): _texts(words) for role, words in roles.items()} if isinstance(roles, dict) else {}
    return Quoted(
        kind=_word(value["kind"]), status=_word(value.get("status")), attribute=_word(value.get("attribute")) or None,
        evidence=_texts(value["evidence"]), roles={role: words for role, words in filled.items() if words},
        date=next(iter(_texts(value.get("date"))), None), reported_by=next(iter(_texts(value.get("reported_by"))), None),
    )  # fmt: skip


def _word(value: Any) -> str:
    word = value.strip().lower().replace(" ", "_") if isinstance(value, str) else ""
    return "" if word in ("null", "none") else word


def _texts(value: Any) -> tuple[str, ...]:
    """Quotes, whether they stand alone, in a list, or in objects."""
    if isinstance(value, dict):
        return _texts(next((value[key] for key in ("quote", "text", "words") if key in value), None))
    if isinstance(value, list):
        return tuple(dict.fromkeys(text for item in value for text in _texts(item)))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ()
    text = str(value).strip()
    return (text,) if text and text.lower() not in ("null", "none") else ()
