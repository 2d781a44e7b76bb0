"""How sources are read and pages fetched: the settings that a person may change."""

from typing import Final

import msgspec

from wektor.sources.limits import Limits

AGENT: Final = "wektor"


class FetchSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How pages are fetched. ``largest`` is in bytes, as sent and as unpacked; times are in seconds.

    ``seconds`` bounds a whole fetch with its redirects, ``silence`` a wait for the next bytes; ``pause`` is left between
    two fetches from one host, longer where its robots.txt asks for it. ``contact`` stands in the user agent.
    """

    allow_private: bool = False
    largest: int = 32 << 20
    seconds: float = 60.0
    silence: float = 15.0
    redirects: int = 8
    pause: float = 0.5
    contact: str = ""

    @property
    def user_agent(self) -> str:
        """Who we are, as servers see it."""
        from importlib.metadata import version

        about = f"; +{self.contact}" if self.contact else ""
        return f"{AGENT}/{version('wektor')} (reads news on defence cooperation for analysts; heeds robots.txt{about})"


class SourceSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds on what is read, how pages are fetched, and whether the pages that feeds point at are."""

    limits: Limits = Limits()
    fetch: FetchSettings = FetchSettings()
    follow: bool = True
