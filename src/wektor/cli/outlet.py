"""Where a command writes: standard output, or the file that was named; and what it says beside that."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from wektor.model import InputError
from wektor.output.wording import visible

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


@contextmanager
def writing(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file. Raises InputError where it cannot be written."""
    with _telling(output):
        if output is None:
            yield sys.stdout
            sys.stdout.flush()
        else:
            with output.open("w", encoding="utf-8", newline="") as file:
                yield file


@contextmanager
def writing_bytes(output: Path | None, form: str, option: str = "--output") -> Iterator[BinaryIO]:
    """The same for bytes of a format, which are not for a terminal."""
    if output is None and sys.stdout.isatty():
        raise InputError(f"--format {form} is not for a terminal; name a file with --output")
    with _telling(output, option):
        if output is None:
            yield cast(BinaryIO, sys.stdout.buffer)
            sys.stdout.flush()
        else:
            with output.open("wb") as file:
                yield file


@contextmanager
def _telling(output: Path | None, option: str = "--output") -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL and (output is None or error.filename != str(output)):
            raise
        where = "standard output" if output is None else f"{option} {output}"
        raise InputError(f"{where}: cannot be written: {error.strerror}; name another file") from None


def say(*lines: str) -> None:
    """Say something on standard error, each line on one line: what would move a cursor or hide letters is spelled."""
    for line in lines:
        print(f"wektor: {visible(line)}", file=sys.stderr)


def open_streams() -> None:
    """See that there is something to read from and write to, and that any letter can be written, whatever the program was started with."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")


def drop_output() -> None:
    """Let what is still to be written fall away: nobody takes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
