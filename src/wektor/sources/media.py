"""What a source is: told by its first bytes, then its suffix, then what its server or letter declares."""

import re
from pathlib import PurePosixPath
from typing import Final

UNKNOWN: Final = "application/octet-stream"

MAGIC: Final = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"WARC/", "application/warc"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"Rar!", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\xd0\xcf\x11\xe0", "application/x-ole-storage"),
)
SUFFIXES: Final = {
    ".txt": "text/plain", ".text": "text/plain", ".md": "text/plain",
    ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eml": "message/rfc822", ".mbox": "application/mbox",
    ".rss": "application/rss+xml", ".atom": "application/rss+xml",
    ".json": "application/json", ".jsonl": "application/jsonl", ".ndjson": "application/jsonl",
    ".csv": "text/csv", ".tsv": "text/csv",
    ".warc": "application/warc", ".wacz": "application/wacz",
    ".opml": "text/x-opml",
}  # fmt: skip
DECLARED: Final = {
    "text/html": "text/html", "application/xhtml+xml": "text/html", "application/pdf": "application/pdf",
    "application/rss+xml": "application/rss+xml", "application/atom+xml": "application/rss+xml",
    "application/rdf+xml": "application/rss+xml", "application/feed+json": "application/rss+xml",
    "application/json": "application/json", "application/jsonl": "application/jsonl", "application/x-ndjson": "application/jsonl", "text/csv": "text/csv",
    "message/rfc822": "message/rfc822", "application/mbox": "application/mbox", "application/warc": "application/warc",
    SUFFIXES[".docx"]: SUFFIXES[".docx"], "text/markdown": "text/plain",
}  # fmt: skip
HEAD: Final = 4096
_PACKED: Final = ("application/gzip", "application/x-bzip2", "application/x-xz", "application/zstd")
_TEXT: Final = (
    (re.compile(rb"<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE), "application/rss+xml"),
    (re.compile(rb"<opml[\s>]", re.IGNORECASE), "text/x-opml"),
    (re.compile(rb"<(?:!doctype html|html|head|body|article|div|p)[\s>]", re.IGNORECASE), "text/html"),
)
_ROOT: Final = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:rss|feed|rdf:rdf|opml)[\s>]", re.IGNORECASE | re.DOTALL)
_OBJECT: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"\w+\"\s*:")
_LETTER: Final = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){3}")
_LETTER_HEADS: Final = re.compile(rb"^(?:from|received|message-id|mime-version):", re.IGNORECASE | re.MULTILINE)


def sniff(head: bytes, name: str, declared: str | None = None) -> str:
    """The media type of a source by its first ``HEAD`` bytes, its name, and the type declared, if any.

    Signatures win over names; a declared type wins over a name where it says more than "text" or "bytes". Feeds are
    often served as pages, and records named as texts.
    """
    by_magic = next((media for mark, media in MAGIC if head.startswith(mark)), None)
    if by_magic and not (by_magic == "application/x-bzip2" and not head[3:4].isdigit()):
        return by_magic
    stated = DECLARED.get((declared or "").partition(";")[0].strip().lower())
    if stated == "text/html" and _ROOT.match(head):
        return _by_text(head)
    media = stated or SUFFIXES.get(suffix(name)) or _by_text(head)
    return "application/jsonl" if media == "text/plain" and _OBJECT.match(head) else media


def is_packed(media: str) -> bool:
    """Whether the type is a compression of one stream."""
    return media in _PACKED


def suffix(name: str) -> str:
    """The suffix of a name in lower case, dot included."""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def _by_text(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{"):
        return "application/jsonl"
    if head.startswith(b"From ") and b"\n" in head:
        return "application/mbox"
    if start.startswith(b"<"):
        return next((media for pattern, media in _TEXT if pattern.search(start)), "text/plain")
    if _LETTER.match(start) and _LETTER_HEADS.search(start):
        return "message/rfc822"
    return "text/plain"
