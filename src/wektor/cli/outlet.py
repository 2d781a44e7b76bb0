"""Where a command writes: standard output, or the file that was named."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from wektor.model import InputError


@contextmanager
def writing(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file. Raises InputError where it cannot be written."""
    if output is None:
        yield sys.stdout
        return
    try:
        file = output.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"--output {output}: cannot be written: {error.strerror}; name another file") from None
    with file:
        yield file
