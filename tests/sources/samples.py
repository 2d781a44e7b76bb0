"""Documents of every format, made from plain words."""

import hashlib
import io
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from xml.sax.saxutils import escape

WORDS = (
    "The Ministry of Defence of Lithuania ordered eighteen infantry fighting vehicles on Tuesday. The first of them will reach "
    "the Griffin Brigade in the spring of 2027, and the maker will open a repair shop near Kaunas.",
    "Officials in Vilnius said that the contract covers spare parts, simulators and the training of forty crews. A second batch "
    "was not ruled out, but nobody has asked the parliament for money so far.",
    "The maker employs six hundred people and has sold similar machines to three other states of the region since 2015.",
)


def page(title: str = "Lithuania orders fighting vehicles", words: Sequence[str] = WORDS, day: str = "2024-05-14") -> str:
    """A web page with head, menu, article and foot."""
    body = "".join(f"<p>{escape(each)}</p>" for each in words)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title} - Baltic Courier</title><meta property="og:title" content="{title}">'
        f'<meta property="og:site_name" content="Baltic Courier"><meta property="article:published_time" content="{day}T08:00:00Z">'
        '<meta name="author" content="Ona Petraityte"></head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
        f"<main><article><h1>{title}</h1>{body}</article></main><footer>All rights reserved. Cookies.</footer></body></html>"
    )


def letter(text: str = "\n\n".join(WORDS), html: str | None = None, subject: str = "Weekly news") -> EmailMessage:
    """A newsletter."""
    mail = EmailMessage()
    mail["From"] = "Baltic Courier <news@courier.example>"
    mail["To"] = "desk@reader.example"
    mail["Subject"] = subject
    mail["Date"] = "Tue, 14 May 2024 09:00:00 +0300"
    mail.set_content(text)
    if html is not None:
        mail.add_alternative(html, subtype="html")
    return mail


def docx(paragraphs: Sequence[str] = WORDS, *, body: str = "", title: str = "Order of vehicles") -> bytes:
    """A Word document; ``body`` is markup to stand after the paragraphs."""
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    runs = "".join(f"<w:p><w:r><w:t>{escape(each)}</w:t></w:r></w:p>" for each in paragraphs)
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>J. Kazlauskas</dc:creator></cp:coreProperties>'
    )
    return zipped({"[Content_Types].xml": "<Types/>", "docProps/core.xml": core,
                   "word/document.xml": f"<w:document {word}><w:body>{runs}{body}</w:body></w:document>"})  # fmt: skip


def zipped(files: dict[str, str | bytes]) -> bytes:
    """A zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def feed(entries: Sequence[tuple[str, str]], *, text: str = "", stamp: str = "Tue, 14 May 2024 09:00:00 GMT") -> str:
    """An RSS feed of titles and links."""
    items = "".join(
        f"<item><title>{escape(title)}</title><link>{escape(url)}</link><pubDate>{stamp}</pubDate>"
        f"<description>{escape(text)}</description></item>" for title, url in entries
    )  # fmt: skip
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Courier feed</title>{items}</channel></rss>'


def atom(entries: Sequence[tuple[str, str]]) -> str:
    """An Atom feed of titles and links."""
    items = "".join(
        f'<entry><title>{escape(title)}</title><link href="{escape(url)}"/><id>{escape(url)}</id>'
        "<updated>2024-05-14T09:00:00Z</updated></entry>" for title, url in entries
    )  # fmt: skip
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier atom</title><id>x</id>{items}</feed>'


def opml(urls: Sequence[str]) -> str:
    """A list of feeds."""
    outlines = "".join(f'<outline text="Feed {n}" type="rss" xmlUrl="{escape(url)}"/>' for n, url in enumerate(urls))
    return f'<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body>{outlines}</body></opml>'


def warc(pages: Sequence[tuple[str, bytes, str]]) -> bytes:
    """A web archive of addresses, bodies and types, each an answer as it was recorded."""
    return b"".join(_record(n, *each) for n, each in enumerate(pages))


def _record(number: int, url: str, body: bytes, heads: str) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\n{heads}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-14T09:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def pdf(pages: Sequence[Sequence[str]], *, title: str = "", password: bytes | None = None) -> bytes:
    """A paper, each page with its lines; with a password it is locked by the standard handler (RC4, 40 bits)."""
    count = len(pages)
    lock = _Lock(password) if password is not None else None
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {count}/Kids[{kids}]>>".encode(),
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]  # fmt: skip
    for n, lines in enumerate(pages):
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {5 + 2 * n} 0 R>>".encode())
        drawn = "BT /F1 11 Tf 14 TL 50 790 Td " + " ".join(f"({_quoted(line)}) Tj T*" for line in lines) + " ET"
        data = drawn.encode("cp1252")
        data = lock.seal(data, 5 + 2 * n) if lock else data
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(data), data))
    extra = f"/Encrypt {len(objects) + 1} 0 R/ID[<{_ID.hex()}><{_ID.hex()}>]" if lock else ""
    objects += [lock.dictionary] if lock else []
    if title:
        extra += f"/Info {len(objects) + 1} 0 R"
        objects.append(f"<</Title({_quoted(title)})>>".encode("cp1252"))
    return _file(objects, extra)


def _file(objects: Sequence[bytes], extra: str) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, data in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R{extra}>>\nstartxref\n{len(out)}\n%%EOF"
    return bytes(out) + tail.encode()


def _quoted(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


_ID = bytes(16)
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


class _Lock:
    """The PDF standard's first handler: keys from the password by MD5, streams by RC4."""

    def __init__(self, password: bytes) -> None:
        padded = (password + _PAD)[:32]
        owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
        self._key = hashlib.md5(padded + owner + (-4 & 0xFFFFFFFF).to_bytes(4, "little") + _ID).digest()[:5]
        user = _rc4(self._key, _PAD)
        self.dictionary = f"<</Filter/Standard/V 1/R 2/O<{owner.hex()}>/U<{user.hex()}>/P -4>>".encode()

    def seal(self, data: bytes, number: int) -> bytes:
        """A stream of the object with this number."""
        return _rc4(hashlib.md5(self._key + number.to_bytes(3, "little") + bytes(2)).digest()[:10], data)


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
