"""Bytes to text: UTF-8 and UTF-16 by their marks, else what charset-normalizer makes of it; binary is refused."""

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE = 200_000
_LATIN_2 = re.compile(r"[a-zćęłńóż][±¶]|[±¶][a-zćęłńóż]")  # ISO 8859-2's ą and ś as Windows-1250 shows them
_BEYOND = re.compile(r"[^\x00-\x7f\ufffd]")
_NO_CODES = ("punycode", "idna", "unicode-escape", "raw-unicode-escape")  # of names and programs, one in quadratic time
_CODES = ["cp1250", "iso8859_2", "cp1252", "cp1251", "koi8_r", "cp1254", "utf_8"]


def decode(data: bytes, declared: str | None = None) -> str | None:
    """The text, or None where the bytes are no text. A mark wins over what is ``declared``, and both over guessing."""
    text = _decoded(data, declared)
    return None if text is None or _binary(text) else text


def _decoded(data: bytes, declared: str | None) -> str | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    for code in (declared, "utf-8"):
        try:
            if code and codecs.lookup(code).name not in _NO_CODES:
                return data.decode(code)
        except (LookupError, ValueError):  # no such code, or the wrong one
            continue
    if (mended := _nearly_utf_8(data)) is not None:
        return mended
    guessed = _guessed_name(data)
    return None if guessed is None else data.decode(guessed, errors="replace")


def _nearly_utf_8(data: bytes) -> str | None:
    """UTF-8 with a broken byte here and there, or cut within a character; None where too little of it is right."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return text if 0 < broken * 10 <= len(_BEYOND.findall(text, 0, _SAMPLE)) else None


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
    strange = sum(ord(c) < 32 and c not in "\n\r\t\f\v" for c in sample)
    return strange > max(8, len(sample) // 20)


def _guessed_name(data: bytes) -> str | None:
    if b"\0" in data[:_SAMPLE]:
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_CODES).best()
    if best is None:
        return None
    if best.encoding == "cp1250" and _LATIN_2.search(data.decode("cp1250", errors="replace")[:_SAMPLE]):
        return "iso8859_2"
    return str(best.encoding)
