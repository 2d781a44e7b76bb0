"""Bytes to text: UTF-8 and UTF-16 by their marks, else what charset-normalizer makes of it; binary is refused."""

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE = 200_000
_LATIN_2 = re.compile(r"[a-zćęłńóż][±¶]|[±¶][a-zćęłńóż]")  # ISO 8859-2's ą and ś as Windows-1250 shows them


def decode(data: bytes) -> str | None:
    """The text, or None where the bytes are no text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)
    return None if _binary(text) else text


def encoding_of(head: bytes) -> str | None:
    """The name of the encoding of a text by its beginning, which may end within a character; None where it is no text."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(head)
        return None if _binary(text) else "utf-8"
    except UnicodeDecodeError:
        return _guessed_name(head)


def _binary(text: str) -> bool:
    """Many control characters make no article; a few are left in, so that offsets stay what they are."""
    sample = text[:_SAMPLE]
    strange = sum(ord(c) < 32 and c not in "\n\r\t\f\v\x0b" for c in sample)
    return strange > max(8, len(sample) // 20)


def _guess(data: bytes) -> str | None:
    name = _guessed_name(data)
    if name is None:
        return None
    text = data.decode(name, errors="replace")
    return None if _binary(text) else text


def _guessed_name(data: bytes) -> str | None:
    if b"\0" in data[:_SAMPLE]:
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=["cp1250", "iso8859_2", "cp1252", "cp1251", "koi8_r", "cp1254", "utf_8"]).best()
    if best is None:
        return None
    if best.encoding == "cp1250" and _LATIN_2.search(data.decode("cp1250", errors="replace")[:_SAMPLE]):
        return "iso8859_2"
    return str(best.encoding)
