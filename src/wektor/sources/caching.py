"""What is remembered of a page between fetches, so that an unchanged one is not sent again."""

from typing import Protocol

import msgspec


class Validators(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A server's marks of a version (ETag, Last-Modified), and the feed's stamp of the entry that led to the page."""

    etag: str | None = None
    modified: str | None = None
    stamp: str | None = None


class PageCache(Protocol):
    """Validators by address. ``put`` is called after everything that the page gave has been handed over and taken: a
    register writes them in the same transaction as these documents, or later, never before."""

    def get(self, url: str) -> Validators | None:
        """What is remembered of the address; None where it is new."""

    def put(self, url: str, validators: Validators) -> None:
        """Remember it."""


class MemoryCache:
    """A PageCache for one run, and for tests."""

    def __init__(self) -> None:
        self.pages: dict[str, Validators] = {}

    def get(self, url: str) -> Validators | None:
        """What is remembered of the address; None where it is new."""
        return self.pages.get(url)

    def put(self, url: str, validators: Validators) -> None:
        """Remember it."""
        self.pages[url] = validators
