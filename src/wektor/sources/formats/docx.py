"""Word documents: paragraphs of the body and the notes, without what tracked changes deleted."""

import io
import zipfile
from collections.abc import Iterator
from typing import IO, Final

from wektor.sources.limits import Limits, Refused
from wektor.sources.parsed import Article
from wektor.sources.raw import About

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARKS: Final = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
_GONE: Final = frozenset((f"{_WORD}del", f"{_WORD}moveFrom"))
_TEXTS: Final = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_CORE: Final = "docProps/core.xml"


def parse_docx(data: bytes, about: About, limits: Limits) -> Article:
    """The text of a Word document, its title and its author. Raises Refused for broken, encrypted and textless ones."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        raise Refused("is a broken Word document") from None
    names = set(archive.namelist())
    parts = ["\n".join(_paragraphs(_part(archive, name, limits), limits)) for name in _TEXTS if name in names]
    text = "\n\n".join(part for part in parts if part.strip())
    if not text.strip():
        raise Refused("is a Word document without text")
    title, author = _facts(_part(archive, _CORE, limits)) if _CORE in names else (None, None)
    return Article(text=text, title=title, author=author)


def _part(archive: zipfile.ZipFile, name: str, limits: Limits) -> IO[bytes]:
    if archive.getinfo(name).file_size > limits.document:
        raise Refused(f"unpacks to more than {limits.document >> 20} MB: a bomb")
    with archive.open(name) as stream:
        data = stream.read(limits.document + 1)
    if len(data) > limits.document:
        raise Refused(f"unpacks to more than {limits.document >> 20} MB: a bomb")
    return io.BytesIO(data)


def _paragraphs(part: IO[bytes], limits: Limits) -> Iterator[str]:
    from defusedxml.ElementTree import iterparse

    pieces: list[str] = []
    gone = depth = 0
    for event, element in iterparse(part, ("start", "end"), forbid_dtd=True):
        step = 1 if event == "start" else -1
        depth += step
        if depth > limits.depth:
            raise Refused(f"is nested more than {limits.depth} elements deep")
        gone += step * (element.tag in _GONE)
        if event == "start":
            continue
        if not gone:
            pieces.append(_MARKS.get(element.tag) or (element.text or "" if element.tag == f"{_WORD}t" else ""))
        if element.tag == f"{_WORD}p":
            yield "".join(pieces).strip()
            pieces.clear()
        element.clear()


def _facts(part: IO[bytes]) -> tuple[str | None, str | None]:
    from defusedxml.ElementTree import parse

    found = {el.tag.rpartition("}")[2]: (el.text or "").strip() or None for el in parse(part, forbid_dtd=True).iter()}
    return found.get("title"), found.get("creator")
