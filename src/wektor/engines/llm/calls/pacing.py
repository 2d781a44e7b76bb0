"""How fast calls go out: so many a minute, none while the endpoint asks for patience, and ever longer pauses between tries."""

import email.utils
import random
import threading
import time
from collections.abc import Mapping

from wektor.engines.llm.calls.troubles import Stopped

_LONGEST = 60.0  # seconds of a pause that nobody asked for


class Pace:
    """Shared by all hands of a run. Waiting ends at once when the run is stopped."""

    def __init__(self, per_minute: float | None, pause: float, stop: threading.Event) -> None:
        self._gap, self._pause, self._stop = 60.0 / per_minute if per_minute else 0.0, pause, stop
        self._lock, self._next, self._held = threading.Lock(), 0.0, 0.0

    def take_turn(self) -> None:
        """Wait until a call may go out. Raises Stopped."""
        if not self._gap and not self._held and not self._stop.is_set():
            return
        with self._lock:
            turn = max(time.monotonic(), self._next, self._held)
            self._next = turn + self._gap
        self.wait(turn - time.monotonic())

    def hold(self, seconds: float) -> None:
        """Let no call out for so long."""
        with self._lock:
            self._held = max(self._held, time.monotonic() + seconds)

    def back_off(self, tries: int, after: float | None) -> None:
        """Wait before another try: as long as was asked for, else twice as long as before; never all hands at once."""
        if after is not None:
            self.hold(after)
        least = min(_LONGEST, self._pause * 2**tries)
        self.wait((after or 0.0) + least * random.uniform(0.5, 1.0) * (0.1 if after is not None else 1.0))

    def wait(self, seconds: float) -> None:
        """Wait. Raises Stopped when the run is stopped."""
        if self._stop.is_set() or (seconds > 0 and self._stop.wait(seconds)):
            raise Stopped("the run was stopped")


def asked_pause(headers: Mapping[str, str]) -> float | None:
    """The seconds that a refusal for now asks for, in whichever of the ways; None where it does not say."""
    millis = _number(headers.get("retry-after-ms"))
    if millis is not None:
        return millis / 1000
    said = headers.get("retry-after")
    seconds = _number(said)
    if seconds is None and said:
        date = email.utils.parsedate_tz(said)
        seconds = email.utils.mktime_tz(date) - time.time() if date else None
    return max(0.0, seconds) if seconds is not None else None


def _number(said: str | None) -> float | None:
    try:
        number = float(said) if said else None
    except ValueError:
        return None
    return number if number is not None and 0 <= number < 1e9 else None
