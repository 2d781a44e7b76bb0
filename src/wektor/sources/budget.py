"""What a source may unpack to with everything inside it, however its archives stand in each other."""

from wektor.sources.limits import Limits, Refused


class Budget:
    """Counts, for one source as it came (a file, a page, a pipe), what its archives gave: bytes and files.

    Bounds on single archives do not bound a tree of them, in which each gives a little and all together give no end.
    """

    def __init__(self, size: int = 0) -> None:
        """``size`` is that of the source as it came, in bytes; a pipe's grows while it is read."""
        self.size = size
        self._bytes = self._files = 0

    def unpacked(self, count: int, limits: Limits) -> None:
        """So many bytes were unpacked. Raises Refused past the bounds."""
        self._bytes += count
        if self._bytes > limits.slack and self._bytes > limits.ratio * max(1, self.size):
            raise Refused(f"unpacks to more than {limits.ratio} times its size: a bomb")

    def file(self, limits: Limits) -> None:
        """A file was found in an archive. Raises Refused past the bound."""
        self._files += 1
        if self._files > limits.members:
            raise Refused(f"holds more than {limits.members} files in all")
