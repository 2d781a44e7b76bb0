"""Plain text."""

import re

from wektor.sources.decoding import decode
from wektor.sources.limits import Limits, Refused
from wektor.sources.parsed import Article
from wektor.sources.raw import About

_LONG_TITLE = 200


def parse_text(data: bytes, about: About, limits: Limits) -> Article:
    """The text as it stands. Raises Refused for what is no text or has none."""
    text = decode(data, about.charset)
    if text is None:
        raise Refused("is no text, and of no kind that can be read")
    if not text.strip():
        raise Refused("is empty")
    return Article(text=text, title=first_line(text))


def first_line(text: str) -> str | None:
    """A headline: the first line, where a blank line or a short first line sets it off from what follows."""
    match = re.match(r"\s*(\S[^\n]*)\n", text)
    line = match.group(1).strip() if match else ""
    return line if line and len(line) <= _LONG_TITLE and line[-1] not in ".;,:" else None
