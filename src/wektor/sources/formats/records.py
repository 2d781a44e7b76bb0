"""Documents as JSON Lines or CSV, one record at a time; a bad one is set aside and the rest is read."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import BinaryIO, Final

import msgspec

from wektor.model import Document, InputError
from wektor.sources.days import parse_day
from wektor.sources.decoding import decode, encoding_of
from wektor.sources.limits import Limits, Refused
from wektor.sources.raw import Again, Raw
from wektor.sources.results import SetAside

COLUMNS: Final = ("id", "text", "title", "published", "lang", "url", "publisher", "author")
_SAMPLE: Final = 1 << 16
_BLANK: Final = b"\xef\xbb\xbf \t\r\n"


class Record(Document, frozen=True, kw_only=True, omit_defaults=True):
    """A document as a record gives it; the name of its author may stand beside it."""

    id: str = ""
    author: str | None = None


Row = tuple[str, bytes, Record]


def json_records(raw: Raw, limits: Limits) -> Iterator[Row | SetAside]:
    """Each line's place, bytes and record, or why it is none."""
    number = 0
    if raw.head(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        raw = raw.held(raw.read(limits).decode("utf-16", "replace").encode("utf-8"))
    with raw.open() as stream:
        while line := stream.readline(limits.document + 1):
            number += 1
            place = f"{raw.place}:{number}"
            if len(line) > limits.document:
                yield SetAside(place, f"is a line of more than {limits.document >> 20} MB")
                _skip_line(stream, line)
            elif line.strip():
                yield _json_row(place, line.strip(_BLANK))


def json_values(raw: Raw, limits: Limits) -> Iterator[Row | SetAside]:
    """The documents of a JSON file: one object, a list of them, or, where it is neither, one a line."""
    data = raw.read(limits)
    try:
        held = msgspec.json.decode(data, type=list[msgspec.Raw] | dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        yield from json_records(raw.held(data), limits)
        return
    if isinstance(held, dict):
        yield _json_row(raw.place, data.strip(_BLANK))
    else:
        yield from (_json_row(f"{raw.place}:{number}", bytes(each)) for number, each in enumerate(held, 1))


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(_SAMPLE)


def _json_row(place: str, line: bytes) -> Row | SetAside:
    try:
        return _checked(place, line, msgspec.json.decode(_utf_8(line), type=Record))
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        return SetAside(place, f"is no document: {error}")


def _utf_8(line: bytes) -> bytes:
    """The line in UTF-8, which JSON should be in, whatever it was written in."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return (decode(line) or "").encode("utf-8") or line
    return line


def _checked(place: str, data: bytes, record: Record) -> Row | SetAside:
    try:
        if record.published is not None:
            parse_day(record.published, place)
    except InputError as error:
        return SetAside(place, str(error).partition(": ")[2])
    if not record.text.strip():
        return SetAside(place, "the document has no text")
    return place, data, record


def csv_records(raw: Raw, limits: Limits) -> Iterator[Row | SetAside]:
    """Each row's place, bytes and record; columns are told by the header. Raises Refused without a column of texts."""
    with raw.open() as stream:
        head = stream.read(_SAMPLE)
        name = encoding_of(head)
        if name is None:
            raise Refused("is no text")
        lines = io.TextIOWrapper(io.BufferedReader(Again(head, stream)), name, errors="replace", newline="")
        rows = csv.reader((line.replace("\0", "") for line in _bounded(lines, limits)), delimiter=_delimiter(head, name))
        csv.field_size_limit(limits.document)
        header = [cell.strip().lower() for cell in next(rows, [])]
        if "text" not in header:
            raise Refused(f"has no column “text”; name the columns {', '.join(COLUMNS)}")
        yield from _rows(raw.place, rows, header)


def _rows(place: str, rows: Iterator[list[str]], header: list[str]) -> Iterator[Row | SetAside]:
    number = 1
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield SetAside(f"{place}:{number}", f"is no row: {error}")
            continue
        cells = {c: cell.strip() if c != "text" else cell for c, cell in zip(header, row, strict=False) if c in COLUMNS}
        record = Record(**{"text": "", **{column: cell for column, cell in cells.items() if cell}})
        if row:
            yield _checked(f"{place}:{number}", msgspec.json.encode(row), record)


def _bounded(lines: io.TextIOWrapper, limits: Limits) -> Iterator[str]:
    while line := lines.readline(limits.document + 1):
        if len(line) > limits.document:
            raise Refused(f"has a line of more than {limits.document >> 20} MB")
        yield line


def _delimiter(head: bytes, name: str) -> str:
    """Whichever of the four parts the header most."""
    first = head.decode(name, errors="replace").partition("\n")[0]
    return max(",;\t|", key=first.count)
