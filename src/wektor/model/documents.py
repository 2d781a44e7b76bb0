"""A document: the text that is read, and what is known of its publication."""

import msgspec


class Document(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One article.

    ``published`` is an ISO 8601 day (``2024-11-20``) or None; ``lang`` an ISO 639-1 code or None (then identified).
    Every offset in a claim counts code points of ``text``.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    lang: str | None = None
    url: str | None = None
    publisher: str | None = None
