"""Compressed streams and archives, unpacked within bounds: nothing is written to disk, nothing is read whole."""

import io
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, cast

from wektor.sources.budget import Budget
from wektor.sources.limits import Limits, Refused
from wektor.sources.media import suffix
from wektor.sources.raw import Raw, once
from wektor.sources.results import SetAside

PACKED_SUFFIXES = (".gz", ".bz2", ".xz", ".zst", ".zstd", ".lzma")


class Bounded(io.RawIOBase):
    """A stream that stops with Refused once it, or all of its source, gave more than ``slack`` bytes and ``ratio`` times
    what went in."""

    def __init__(self, inner: BinaryIO, spent: Callable[[], int], limits: Limits, budget: Budget, close: Callable[[], None]) -> None:
        self._inner, self._spent, self._limits, self._budget, self._close = inner, spent, limits, budget, close
        self._given = 0

    def readable(self) -> bool:
        """True: it is there to be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer. Raises Refused past the bounds."""
        data = self._inner.read(len(buffer))
        self._given += len(data)
        self._budget.unpacked(len(data), self._limits)
        if self._given > self._limits.slack and self._given > self._limits.ratio * max(1, self._spent()):
            raise Refused(f"unpacks to more than {self._limits.ratio} times its size: a bomb")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close what is under it too."""
        if not self.closed:
            self._close()
        super().close()


def unpack(raw: Raw, media: str, limits: Limits) -> Iterator[Raw]:
    """The one stream in a gzip, bzip2, xz or zstd file."""
    short = raw.name[: -len(suffix(raw.name))] if suffix(raw.name) in PACKED_SUFFIXES else raw.name
    inner = raw.inside(short, lambda: _unpacked(raw, media, limits), about=raw.about)
    yield inner if raw.peek is None else once(inner)


def _unpacked(raw: Raw, media: str, limits: Limits) -> BinaryIO:
    counted = _Counted(raw.open())
    inner = _opener(media)(cast(BinaryIO, counted))
    return io.BufferedReader(Bounded(inner, lambda: counted.count, limits, raw.budget, counted.close), 1 << 16)


class _Counted(io.RawIOBase):
    """A stream that knows how much was read of it; it needs no ``tell``, which pipes have not."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner, self.count = inner, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._inner.read(len(buffer))
        self.count += len(data)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._inner.close()
        super().close()


def _opener(media: str) -> Callable[[BinaryIO], BinaryIO]:
    if media == "application/gzip":
        import gzip

        return lambda under: cast(BinaryIO, gzip.GzipFile(fileobj=under))
    if media == "application/x-bzip2":
        import bz2

        return lambda under: cast(BinaryIO, bz2.BZ2File(under))
    if media == "application/x-xz":
        return _open_xz
    return _open_zstd


def _open_xz(under: BinaryIO) -> BinaryIO:
    import lzma

    return cast(BinaryIO, lzma.LZMAFile(under))


def _open_zstd(under: BinaryIO) -> BinaryIO:
    import zstandard

    window = zstandard.ZstdDecompressor(max_window_size=1 << 27)
    return cast(BinaryIO, window.stream_reader(under, read_across_frames=True))


def _archive(stream: BinaryIO) -> Any:
    import zipfile

    try:
        return zipfile.ZipFile(stream)
    except zipfile.BadZipFile:
        raise Refused("is a broken zip archive") from None


def names_in(raw: Raw, limits: Limits) -> frozenset[str]:
    """The names in a zip archive, in no order. Raises Refused for a broken one."""
    with raw.open() as under:
        stream = under if under.seekable() else io.BytesIO(raw.read(limits))
        with _archive(stream) as archive:
            return frozenset(archive.namelist())


def members(raw: Raw, limits: Limits, wanted: Callable[[str], bool] = lambda name: True) -> Iterator[Raw | SetAside]:
    """The files in a zip archive, in its order; what is encrypted is set aside. Raises Refused for a bomb or a broken one."""
    with raw.open() as under:
        stream = under if under.seekable() else io.BytesIO(raw.read(limits))
        with _archive(stream) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            _check(infos, _size(stream), limits)
            for info in sorted(infos, key=lambda info: info.filename):
                raw.budget.file(limits)
                if not _hidden(info.filename) and wanted(info.filename):
                    yield _member(raw, archive, info, limits)


def _member(raw: Raw, archive: Any, info: Any, limits: Limits) -> Raw | SetAside:
    if info.flag_bits & 1:
        return SetAside(f"{raw.place}!{info.filename}", "is encrypted; unpack it first")

    def opened() -> BinaryIO:
        inner = archive.open(info)
        return io.BufferedReader(Bounded(inner, lambda: info.compress_size, limits, raw.budget, inner.close), 1 << 16)

    return raw.inside(info.filename, opened)


def _check(infos: list[Any], size: int, limits: Limits) -> None:
    if len(infos) > limits.members:
        raise Refused(f"holds {len(infos)} files, more than {limits.members}")
    total = sum(info.file_size for info in infos)
    if total > limits.slack and total > limits.ratio * size:
        raise Refused(f"unpacks to more than {limits.ratio} times its size: a bomb")


def _size(stream: BinaryIO) -> int:
    here = stream.tell()
    size = stream.seek(0, io.SEEK_END)
    stream.seek(here)
    return size


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
