"""What is named, as documents to read at once: plain text, JSON Lines, and every format that can be added."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

import msgspec

from wektor.model import Document
from wektor.sources.gathering import Gatherer
from wektor.sources.raw import legible
from wektor.sources.results import Known, Loaded, SetAside
from wektor.sources.settings import SourceSettings

_RECORDS = frozenset(("application/json", "application/jsonl", "text/csv"))


def load(names: Sequence[str], settings: SourceSettings | None = None) -> Iterator[Document | SetAside]:
    """Documents of files and addresses (``-`` is standard input), each or its reason, in the order given."""
    with Gatherer(settings) as gatherer:
        for name in names:
            if _is_folder(name):
                yield SetAside(legible(name), "this is a directory; name the files in it")
            else:
                yield from (_document(name, result) for result in gatherer.gather([name]) if not isinstance(result, Known))


def _is_folder(name: str) -> bool:
    try:
        return bool(name) and "://" not in name and Path(name).is_dir()
    except (ValueError, OSError):  # a name that no file can have; the gatherer says so
        return False


def _document(name: str, result: Loaded | SetAside) -> Document | SetAside:
    """The document; one that fills its file bears the file's name, without the digest that tells files of a register apart."""
    if isinstance(result, SetAside):
        return result
    if result.place != legible(name) or result.media in _RECORDS:
        return result.document
    return msgspec.structs.replace(result.document, id=PurePath(legible(name)).stem if name != "-" else "stdin")
