"""Names as people give them, opened out: files, folders and globs of them, pipes, addresses."""

import glob
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from wektor.sources.budget import Budget
from wektor.sources.raw import Raw, legible, raw_of_stream
from wektor.sources.results import SetAside


class Address(msgspec.Struct, frozen=True):
    """A page or feed to fetch."""

    url: str


Place = Address | Path


def expand(names: Iterable[str]) -> Iterator[Place | SetAside]:
    """Files, pipes and addresses that the names stand for, in their order; folders and globs are sorted.

    ``-`` is standard input (as ``Path("-")``). Hidden files in folders and links that lead in circles are passed over.
    """
    for name in names:
        if "://" in name:
            yield Address(name)
        elif name == "-":
            yield Path("-")
        else:
            yield from _paths(name)


def _paths(name: str) -> Iterator[Path | SetAside]:
    try:
        if not name:
            raise ValueError(name)
        path = Path(name)
        if path.is_dir():
            yield from _files(path)
        elif path.exists():
            yield path
        elif glob.has_magic(name):
            found = sorted(glob.glob(name, recursive=True))
            yield from (inner for each in found for inner in _paths(each))
            if not found:
                yield SetAside(legible(name), "no file bears such a name")
        else:
            yield SetAside(legible(name), "there is no such file")
    except OSError as error:
        yield SetAside(legible(name), f"cannot be opened: {error.strerror}")
    except ValueError:
        yield SetAside(legible(name) or "''", "is no file name")


def _files(folder: Path) -> Iterator[Path | SetAside]:
    failures: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            path = Path(root, name)
            if path.is_file():
                yield path
            else:
                yield SetAside(legible(str(path)), "is no regular file")
    yield from (SetAside(legible(str(error.filename)), f"cannot be opened: {error.strerror}") for error in failures)


def open_place(path: Path) -> Raw:
    """A file or pipe as something to load. Raises OSError where it cannot be opened."""
    if str(path) == "-":
        return raw_of_stream("-", "stdin", sys.stdin.buffer)
    name = str(path)
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        return raw_of_stream(name, path.name, path.open("rb"))
    return Raw(place=name, name=path.name, open=cast("partial[BinaryIO]", partial(path.open, "rb")), budget=Budget(status.st_size))
