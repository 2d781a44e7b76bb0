"""Files and standard input: plain text, or documents as JSON Lines."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from wektor.model import Document, InputError
from wektor.sources.days import parse_day
from wektor.sources.decoding import decode


class SetAside(msgspec.Struct, frozen=True):
    """Something that could not be read: where it stood, and why."""

    place: str
    reason: str


def load(names: Sequence[str]) -> Iterator[Document | SetAside]:
    """Documents of files (``-`` is standard input), each or its reason, in the order given."""
    for name in names:
        data = _bytes(name)
        if isinstance(data, SetAside):
            yield data
            continue
        yield from _documents(name, data)


def _bytes(name: str) -> bytes | SetAside:
    if name == "-":
        return sys.stdin.buffer.read()
    path = Path(name)
    if path.is_dir():
        return SetAside(name, "this is a directory; name the files in it")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return SetAside(name, "there is no such file")
    except OSError as error:
        return SetAside(name, f"cannot be opened: {error.strerror}")
    except ValueError:
        return SetAside(name, "is no file name")


def _documents(name: str, data: bytes) -> Iterator[Document | SetAside]:
    text = decode(data)
    if text is None:
        yield SetAside(name, "is no text; plain text and JSON Lines can be read")
    elif not text.strip():
        yield SetAside(name, "is empty")
    elif _is_lines(name, text):
        yield from _lines(name, text)
    else:
        yield Document(id=Path(name).stem if name != "-" else "stdin", text=text)


def _is_lines(name: str, text: str) -> bool:
    return name.endswith((".jsonl", ".ndjson")) or text.lstrip("\ufeff \n\r\t").startswith("{")


def _lines(name: str, text: str) -> Iterator[Document | SetAside]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _line(f"{name}:{number}", line)


def _line(place: str, line: str) -> Document | SetAside:
    try:
        document = msgspec.json.decode(line, type=Document)
        if document.published is not None:
            parse_day(document.published, place)
    except (msgspec.MsgspecError, UnicodeEncodeError) as error:
        return SetAside(place, f"is no document: {error}")
    except InputError as error:
        return SetAside(place, str(error).partition(": ")[2])
    if not document.text.strip():
        return SetAside(place, "the document has no text")
    return document
