"""What a model answered, read with tolerance: whole claims are kept of JSON that is wrapped, garbled or cut off."""

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from wektor.engines.llm.lenient import Piece, read_values

LONGEST = 200_000  # an endless answer is cut here
_DEEPEST = 4
_QUOTES = ("quote", "text", "words")
_VALUES = ("value", "number", "amount", "currency", "code", "edtf", "iso", "normalized", "normalised")
_TRAILING = re.compile(r",(\s*[}\]])")
_THOUGHTS = re.compile(r"<(think|thinking|reasoning)>.*?(?:</\1>|\Z)", re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as the model quotes it: words of the text, no offsets.

    Values are not asked for; those that come all the same stand in ``said``, by role and quote, to be held against
    wektor's own reading of the words.
    """

    kind: str
    status: str
    evidence: tuple[str, ...]
    roles: dict[str, tuple[str, ...]]
    attribute: str | None = None
    date: str | None = None
    reported_by: str | None = None
    said: dict[str, dict[str, str]] = {}


class Answer(msgspec.Struct, frozen=True):
    """The claims of an answer in its order; whether it holds any list of claims, and whether that has its end."""

    claims: tuple[Quoted, ...] = ()
    found: bool = False
    whole: bool = False


def read_answer(content: str) -> list[Quoted]:
    """The claims of an answer, in its order; what is no claim is passed over."""
    return list(parse_answer(content).claims)


def parse_answer(content: str) -> Answer:
    """The answer with what is known of its form."""
    text = content[:LONGEST].strip()
    value = _decode(text)
    if value is not None:
        pieces = [Piece(value, True)]
    else:
        text = _THOUGHTS.sub(" ", text)
        value = _decode(text)
        pieces = [Piece(value, True)] if value is not None else list(read_values(text))
    claims = list(unique(_quoted(o) for piece in pieces for o in _claims_of(piece.value, piece.whole)))
    listed = [piece for piece in pieces if _lists_claims(piece.value)]
    return Answer(tuple(claims), bool(claims or listed), bool(listed) and all(p.whole for p in listed) and len(content) <= LONGEST)


def unique(claims: Iterator[Quoted]) -> Iterator[Quoted]:
    """Claims, each told once."""
    seen: set[bytes] = set()
    for claim in claims:
        key = msgspec.json.encode(claim, order="sorted")
        if key not in seen:
            seen.add(key)
            yield claim


def _decode(text: str) -> Any:
    """JSON as it should be, or almost; numbers stay as they are written, for they are quotes."""
    if not text.startswith(("{", "[")):
        return None
    for candidate in (text, _TRAILING.sub(r"\1", text)):
        try:
            return json.loads(candidate, parse_int=str, parse_float=str, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _lists_claims(value: Any) -> bool:
    return isinstance(value, list) or (isinstance(value, dict) and ("claims" in value or _is_claim(value)))


def _claims_of(value: Any, whole: bool) -> Iterator[dict[str, Any]]:
    """The claims that a value is or holds; of one without its end, those that have theirs."""
    held = [value] if whole else []
    if not _is_claim(value):
        listed = value.get("claims") if isinstance(value, dict) else value
        held = listed if isinstance(listed, list) else [listed]
    yield from (item for item in held if isinstance(item, dict) and _is_claim(item))


def _is_claim(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("kind"), str) and "evidence" in value


def _quoted(value: dict[str, Any]) -> Quoted:
    roles = value.get("roles")
    roles = roles if isinstance(roles, dict) else {}
    filled = {str(role): _texts(words) for role, words in roles.items()}
    said = {role: values for role, words in [*roles.items(), ("date", value.get("date"))] if (values := dict(_values(words)))}
    return Quoted(
        kind=_word(value["kind"]), status=_word(value.get("status")), attribute=_word(value.get("attribute")) or None,
        evidence=_texts(value["evidence"]), roles={role: words for role, words in filled.items() if words},
        date=next(iter(_texts(value.get("date"))), None), reported_by=next(iter(_texts(value.get("reported_by"))), None),
        said=said,
    )  # fmt: skip


def _word(value: Any) -> str:
    word = _plain(value).strip().lower().replace(" ", "_") if isinstance(value, str) else ""
    return "" if word in ("null", "none") else word


def _texts(value: Any, depth: int = 0) -> tuple[str, ...]:
    """Quotes, whether they stand alone, in a list, or in objects."""
    if isinstance(value, dict):
        value = next((value[key] for key in (*_QUOTES, *_VALUES) if key in value), None)
    if isinstance(value, list) and depth < _DEEPEST:
        return tuple(dict.fromkeys(text for item in value for text in _texts(item, depth + 1)))
    if not isinstance(value, str):
        return ()
    text = _plain(value).strip()
    return (text,) if text and text.lower() not in ("null", "none") else ()


def _values(value: Any, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Quotes with the value that the model says they have, where it says one."""
    if isinstance(value, list) and depth < _DEEPEST:
        for item in value:
            yield from _values(item, depth + 1)
    if isinstance(value, dict) and any(key in value for key in _QUOTES):
        said = [_plain(v).strip() for key in _VALUES if isinstance(v := value.get(key), str) and v.strip()]
        for quote in _texts(value)[:1] if said else ():
            yield quote, " ".join(said)


def _plain(text: str) -> str:
    """Text that can be written down: halves of characters are none."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
