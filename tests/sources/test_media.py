"""What a source is, by its bytes, its name and what its server says."""

import pytest

from tests.sources.samples import docx, feed, letter, opml, page, pdf, warc
from wektor.sources.media import HEAD, sniff


@pytest.mark.parametrize(("data", "name", "declared", "media"), [
    (page(), "x", None, "text/html"), (page(), "x.php", "text/html; charset=utf-8", "text/html"), (page(), "a.txt", "text/html", "text/html"),
    (feed([]), "x", "text/html", "application/rss+xml"), (feed([]), "x", "text/xml", "application/rss+xml"), (feed([]), "x.xml", None, "application/rss+xml"),
    (opml([]), "x", "text/html", "text/x-opml"), (opml([]), "x.xml", None, "text/x-opml"), (pdf([["x"]]), "x.html", "text/html", "application/pdf"),
    (docx(), "x.docx", None, "application/zip"), (letter().as_bytes(), "x", None, "message/rfc822"), (warc([]) + b"WARC/1.0", "x", None, "application/warc"),
    ("From x@y Tue\nFrom: a@b\n", "x", None, "application/mbox"), ('{"text": "x"}', "-", None, "application/jsonl"), ('{"text": "x"}', "a.json", None, "application/json"),
    ("Words: a few\nof them", "x", None, "text/plain"), ("<p>x", "x", None, "text/html"), ("x < y", "x", None, "text/plain"),
    ("a,b\n1,2", "a.csv", "text/plain", "text/csv"), ("BZhello", "a.txt", None, "text/plain"), ("", "a.html", None, "text/html"),
    ("x", "a.html", "application/octet-stream", "text/html"), (b"\x89PNG", "a.txt", None, "image/png"),
])  # fmt: skip
def test_media_type(data: str | bytes, name: str, declared: str | None, media: str) -> None:
    head = data.encode() if isinstance(data, str) else data
    assert sniff(head[:HEAD], name, declared) == media
