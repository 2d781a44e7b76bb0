"""robots.txt (RFC 9309): what a server asks robots to leave alone, and how fast they may come."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from wektor.sources.limits import Refused

SLOWEST = 30.0
DAY, AGAIN = 86_400.0, 300.0  # how long rules hold, and a failure to have them, in seconds
ROOM = 500_000


class Robots:
    """The rules of servers, each read once a day. ``read`` gives status and text of an address, or raises Refused."""

    def __init__(self, agent: str, read: Callable[[str], tuple[int, str]], clock: Callable[[], float] = time.monotonic) -> None:
        self._agent, self._read, self._clock = agent, read, clock
        self._rules: dict[str, _Rules] = {}

    def check(self, url: str) -> float:
        """The seconds that the server asks for between two fetches (0 where it asks for none).

        Raises Refused for an address that its robots.txt closes, or whose robots.txt cannot be read at present.
        """
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        rules = self._rules.get(origin)
        if rules is None or rules.until <= self._clock():
            rules = self._rules[origin] = self._ask(origin)
        if rules.parsed is None:
            raise Refused(rules.reason)
        if not rules.parsed.can_fetch(url, self._agent):
            raise Refused("its robots.txt asks robots to leave it alone")
        return min(float(rules.parsed.crawl_delay(self._agent) or 0), SLOWEST)

    def _ask(self, origin: str) -> "_Rules":
        """The rules of a server; all is open where it has none (4xx), nothing where it fails (5xx), as the RFC asks."""
        try:
            status, text = self._read(f"{origin}/robots.txt")
        except Refused as refusal:
            return _Rules(None, self._clock() + AGAIN, str(refusal))
        if status >= 500 or status == 429:
            return _Rules(None, self._clock() + AGAIN, "its robots.txt cannot be read at present; try again later")
        return _Rules(Protego.parse(text if status < 400 else ""), self._clock() + DAY)


@dataclass(frozen=True, slots=True)
class _Rules:
    """A server's rules, or the reason why they could not be had, and when they are to be asked for again."""

    parsed: Protego | None
    until: float
    reason: str = ""
