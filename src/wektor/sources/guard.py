"""A parser behind a wall: another process with a bound on memory and time, ended when it breaks them, so that one
document can neither hang nor crash nor exhaust the run."""

import os
import subprocess
import sys
import threading
from typing import BinaryIO, cast

import msgspec

from wektor.sources.limits import Limits, Refused
from wektor.sources.parsed import Answer, Article, Request, read_frame, write_frame
from wektor.sources.raw import About

RECYCLE = 2_000


class Guard:
    """Runs the parsers of ``formats`` in a child process, which is started when first needed and again when it ended.

    One document at a time; safe to call from several threads. A process that was forked starts its own child.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = self._done = 0

    def parse(self, parser: str, data: bytes, about: About) -> Article:
        """What ``parser`` (``module:function``) makes of the bytes. Raises Refused with the reason where it makes nothing."""
        with self._lock:
            answer = self._ask(Request(parser, data, about, self._limits))
        if answer.article is None:
            raise Refused(answer.reason)
        return answer.article

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child and self._owner == os.getpid():
            child.kill()
            child.communicate()

    def _ask(self, request: Request) -> Answer:
        child = self._started()
        late = threading.Event()
        timer = threading.Timer(self._limits.seconds, _end, (child, late))
        timer.start()
        try:
            write_frame(cast(BinaryIO, child.stdin), msgspec.msgpack.encode(request))
            frame = read_frame(cast(BinaryIO, child.stdout))
        except OSError:
            frame = None
        finally:
            timer.cancel()
        if frame is not None:
            return self._counted(msgspec.msgpack.decode(frame, type=Answer))
        self.close()
        reason = f"took longer than {self._limits.seconds:g} s" if late.is_set() else "broke its parser or needed too much memory"
        return Answer(reason=reason)

    def _counted(self, answer: Answer) -> Answer:
        self._done += 1
        if self._done >= RECYCLE or answer.spent:
            self.close()
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._owner != os.getpid() or self._child.poll() is not None:
            command = [sys.executable, "-P", "-m", "wektor.sources.worker", str(self._limits.memory)]
            self._child = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            self._owner, self._done = os.getpid(), 0
        return self._child


def _end(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()
