"""Newsletters and letters: the body, the subject as title, the sender as publisher, attachments as documents of their own."""

import email
import email.policy
import io
import re
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import Final, cast

from wektor.sources.decoding import decode
from wektor.sources.formats.html import deepest, extract
from wektor.sources.limits import Limits, Refused
from wektor.sources.parsed import Article, Part
from wektor.sources.raw import About, Raw
from wektor.sources.results import SetAside

_MOST_PARTS: Final = 200
_BOUNDARY: Final = re.compile(rb"^content-type:[ \t]*multipart/", re.IGNORECASE | re.MULTILINE)
_PLAIN_ENOUGH: Final = 200
_LINE: Final = 1 << 20


def parse_letter(data: bytes, about: About, limits: Limits) -> Article:
    """One letter. Raises Refused where it has neither body nor attachment that can be read."""
    if len(_BOUNDARY.findall(data)) > _MOST_PARTS:
        raise Refused(f"is a letter of more than {_MOST_PARTS} parts")
    letter = email.message_from_bytes(data, policy=email.policy.default)
    texts, parts, refused = _contents(letter)
    body = _body(texts, limits)
    if not body and not parts:
        raise Refused("is a letter without text")
    name, address = parseaddr(str(letter.get("From", "")))
    return Article(
        text=body, title=str(letter.get("Subject", "")).strip() or None, author=name or address or None,
        publisher=name or address.rpartition("@")[2] or None, published=_day(letter), parts=tuple(parts), refused=tuple(refused),
    )  # fmt: skip


def _contents(letter: EmailMessage) -> tuple[dict[str, list[str]], list[Part], list[tuple[str, str]]]:
    texts: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    parts: list[Part] = []
    refused: list[tuple[str, str]] = []
    for number, part in enumerate(_leaves(letter), 1):
        media, name = part.get_content_type(), part.get_filename()
        data = _bytes(part)
        if media in texts and part.get_content_disposition() != "attachment":
            texts[media].append(_decoded(part, data))
        elif media.startswith(("image/", "audio/", "video/", "text/calendar")):
            if part.get_content_disposition() == "attachment":
                refused.append((name or f"part-{number}", f"is {media}: no text to read"))
        else:
            parts.append(Part(name or f"part-{number}", media, data))
    return texts, parts, refused


def _leaves(letter: EmailMessage) -> Iterator[EmailMessage]:
    """Parts that hold content; an attached letter stays whole."""
    waiting = [letter]
    while waiting:
        part = waiting.pop()
        if part.get_content_type() == "message/rfc822" or not part.is_multipart():
            yield part
        else:
            waiting += reversed(cast(list[EmailMessage], part.get_payload()))


def _bytes(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822" and part.is_multipart():
        return cast(EmailMessage, part.get_payload(0)).as_bytes()
    return cast(bytes | None, part.get_payload(decode=True)) or b""


def _decoded(part: EmailMessage, data: bytes) -> str:
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(data) or ""


def _body(texts: dict[str, list[str]], limits: Limits) -> str:
    plain = "\n\n".join(t.replace("\r\n", "\n").strip() for t in texts["text/plain"]).strip()
    if len(plain) >= _PLAIN_ENOUGH or not texts["text/html"]:
        return plain
    html = "\n".join(texts["text/html"])
    if deepest(html.encode("utf-8", "replace"), limits.depth) > limits.depth:
        raise Refused(f"is nested more than {limits.depth} elements deep")
    try:
        return extract(html, None, whole=True).text
    except Refused:
        return plain


def _day(letter: EmailMessage) -> str | None:
    try:
        stamp: datetime = parsedate_to_datetime(str(letter.get("Date", "")))
    except (ValueError, TypeError):
        return None
    return stamp.date().isoformat()


def letters(raw: Raw, limits: Limits) -> Iterator[Raw | SetAside]:
    """The letters of an mbox file, one at a time."""
    number, size, fresh = 0, 0, True
    lines: list[bytes] = []
    with raw.open() as stream:
        while line := stream.readline(_LINE):
            if fresh and line.startswith(b"From "):
                if number:
                    yield _letter(raw, number, lines, size, limits)
                number, lines, size = number + 1, [], 0
            elif size <= limits.document:
                lines.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
            fresh = line in (b"\n", b"\r\n")
    if number:
        yield _letter(raw, number, lines, size, limits)


def _letter(raw: Raw, number: int, lines: list[bytes], size: int, limits: Limits) -> Raw | SetAside:
    place = f"{raw.place}#{number}"
    if size > limits.document:
        return SetAside(place, f"is larger than {limits.document >> 20} MB")
    data = b"".join(lines)
    return raw.inside(f"{raw.name}-{number}.eml", lambda: io.BytesIO(data), place=place, media="message/rfc822")
