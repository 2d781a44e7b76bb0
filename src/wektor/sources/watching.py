"""Feeds followed over time: a round now and one every so often, each over the lists as they stand then."""

import time
from collections.abc import Callable, Iterable, Iterator

import msgspec

from wektor.model import InputError
from wektor.sources.gathering import Gatherer
from wektor.sources.results import Result


class Round(msgspec.Struct, frozen=True):
    """One round of a watch: its number from 1, when it began (seconds since 1970), and what it finds, read as it comes."""

    number: int
    began: float
    results: Iterator[Result]


def watch(
    names: Iterable[str], gatherer: Gatherer, every: float, *, rounds: int | None = None,
    clock: Callable[[], float] = time.time, sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Round]:  # fmt: skip
    """Rounds over feeds and OPML lists, ``every`` so many seconds, for ever or for ``rounds``.

    The next round begins after the results of the last were taken; rounds that were missed meanwhile are left out, not
    made up for. What the gatherer's cache remembers is not fetched again.
    """
    wanted = list(names)
    start, number = clock(), 0
    while rounds is None or number < rounds:
        number += 1
        yield Round(number, clock(), gatherer.gather(wanted))
        if number != rounds:
            now = clock()
            sleep(every - (now - start) % every)


def parse_interval(text: str, where: str = "--every") -> float:
    """Seconds in ``90s``, ``15m``, ``1h``, ``2d``. Raises InputError naming ``where`` it stood."""
    units = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
    number, unit = text.strip()[:-1], text.strip()[-1:].lower()
    if unit in units and number.replace(".", "", 1).isdecimal() and float(number) > 0:
        return float(number) * units[unit]
    raise InputError(f"{where}: {text!r} is no span of time; write it as 90s, 15m, 1h or 2d")
