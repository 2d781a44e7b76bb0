"""Answers that came, kept by the digest of what was asked, so that no call is paid twice; and calls that are under way."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from wektor.engines.llm.calls.said import Said

_UNDER_WAY = "under-way"


class Shelf:
    """A directory with a file for each answer, written whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._decoder, self._encoder = msgspec.json.Decoder(Said), msgspec.json.Encoder()
        self._unwritten: dict[str, Said] = {}  # what a full or locked disk did not take

    def get(self, digest: str) -> Said | None:
        """The answer that is kept; None where there is none, or it cannot be read."""
        try:
            return self._decoder.decode(self._path(digest).read_bytes())
        except (OSError, msgspec.MsgspecError):
            return self._unwritten.get(digest)

    def put(self, digest: str, said: Said) -> None:
        """Keep an answer; where the disk takes none, the run goes on and keeps it in memory."""
        path = self._path(digest)
        part = path.with_suffix(f".{os.getpid()}")
        try:
            self._write(part, self._encoder.encode(said))
            part.replace(path)
        except OSError:
            self._unwritten[digest] = said

    def drop(self, digest: str) -> None:
        """Forget an answer."""
        self._unwritten.pop(digest, None)
        self._path(digest).unlink(missing_ok=True)

    @contextmanager
    def under_way(self, digest: str) -> Iterator[None]:
        """Leave a mark while a call is under way: should the program be killed, it tells which may have been paid for nothing."""
        mark = self.folder / _UNDER_WAY / f"{digest}.{os.getpid()}"
        with suppress(OSError):
            self._write(mark, b"")
        try:
            yield
        finally:
            with suppress(OSError):
                mark.unlink(missing_ok=True)

    def interrupted(self) -> list[str]:
        """Digests of calls that were under way when their program was killed; told once."""
        found = []
        with suppress(OSError):
            for mark in sorted((self.folder / _UNDER_WAY).iterdir()):
                digest, _, process = mark.name.partition(".")
                if not _runs(process):
                    mark.unlink(missing_ok=True)
                    found.append(digest)
        return found

    def _write(self, path: Path, data: bytes) -> None:
        """Write a file, in a folder that is made if it is the first one there."""
        try:
            path.write_bytes(data)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / f"{digest}.json"


def _runs(process: str) -> bool:
    if os.name != "posix":  # elsewhere asking a process may end it
        return process != str(os.getpid())
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except OSError:
        return True
    return True
