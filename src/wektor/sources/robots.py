"""robots.txt (RFC 9309): what a server asks robots to leave alone, and how fast they may come."""

from collections.abc import Callable
from urllib.parse import urlsplit

from protego import Protego

from wektor.sources.limits import Refused

SLOWEST = 30.0
ROOM = 500_000


class Robots:
    """The rules of servers, each read once. ``read`` gives status and text of an address, or raises Refused."""

    def __init__(self, agent: str, read: Callable[[str], tuple[int, str]]) -> None:
        self._agent, self._read = agent, read
        self._rules: dict[str, Protego | None] = {}

    def check(self, url: str) -> float:
        """The seconds that the server asks for between two fetches (0 where it asks for none).

        Raises Refused for an address that its robots.txt closes, or whose robots.txt cannot be read at present.
        """
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = self._ask(origin)
        rules = self._rules[origin]
        if rules is None:
            raise Refused("its robots.txt cannot be read at present; try again later")
        if not rules.can_fetch(url, self._agent):
            raise Refused("its robots.txt asks robots to leave it alone")
        return min(float(rules.crawl_delay(self._agent) or 0), SLOWEST)

    def _ask(self, origin: str) -> Protego | None:
        """The rules of a server; all is open where it has none (4xx), nothing where it fails (5xx), as the RFC asks."""
        status, text = self._read(f"{origin}/robots.txt")
        if status >= 500 or status == 429:
            return None
        return Protego.parse(text if status < 400 else "")
