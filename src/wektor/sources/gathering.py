"""Sources in, results out: every document that the names lead to, or why it could not be read. One bad record stops nothing."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

import msgspec

from wektor.sources.caching import MemoryCache, PageCache, Validators
from wektor.sources.guard import Guard
from wektor.sources.limits import Refused
from wektor.sources.loaders import Context, find_loader
from wektor.sources.media import HEAD, SUFFIXES, sniff
from wektor.sources.places import Address, Place, expand, open_place
from wektor.sources.raw import About, Link, Raw, legible, raw_of_bytes
from wektor.sources.results import Known, Loaded, Result, SetAside
from wektor.sources.settings import SourceSettings
from wektor.sources.worker import describe

if TYPE_CHECKING:
    from wektor.sources.fetching import Fetcher, Page

_STREAMED: Final = frozenset(("application/jsonl", "text/csv", "application/mbox", "application/warc", "application/gzip",
                              "application/x-bzip2", "application/x-xz", "application/zstd"))  # fmt: skip
# A feed may be led to by a list, never by another feed, and a list by nothing: else a feed could lead on without end.
_HOPS: Final = {SUFFIXES[".opml"]: 0, SUFFIXES[".rss"]: 1}


class Gatherer:
    """Loads sources of every kind; to be closed, or used in a ``with``. Not to be shared by threads.

    ``known`` says whether bytes of a digest (``Loaded.source``) are in the register already, which spares parsing them;
    ``cache`` remembers what servers said of their pages.
    """

    def __init__(self, settings: SourceSettings | None = None, *, known: Callable[[str], bool] | None = None,
                 cache: PageCache | None = None, clock: Callable[[], float] = time.monotonic,
                 sleep: Callable[[float], None] = time.sleep) -> None:  # fmt: skip
        self._settings = settings or SourceSettings()
        self._limits = self._settings.limits
        self._clock, self._sleep = clock, sleep
        self._cache: PageCache = cache if cache is not None else MemoryCache()
        self._context = Context(self._limits, Guard(self._limits), known or (lambda digest: False))
        self._fetcher: Fetcher | None = None

    def __enter__(self) -> "Gatherer":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the parsing process and close connections."""
        self._context.guard.close()
        if self._fetcher:
            self._fetcher.close()

    def gather(self, names: Iterable[str]) -> Iterator[Result]:
        """What the names (files, folders, globs, addresses, ``-``) hold, in their order. Nothing is raised for a source."""
        for place in expand(names):
            yield from self.visit(place)

    def visit(self, place: Place | SetAside) -> Iterator[Result]:
        """What one place holds, as ``places.expand`` gives it."""
        if isinstance(place, SetAside):
            yield place
        elif isinstance(place, Address):
            yield from self._fetched(Link(place=place.url, url=place.url, about=About()), None)
        else:
            yield from self._file(place)

    def load(self, raw: Raw) -> Iterator[Result]:
        """What one source holds, with everything inside it."""
        try:
            for found in self._found(raw):
                if isinstance(found, Raw):
                    yield from self.load(found)
                elif isinstance(found, Link):
                    yield from self._linked(found, raw)
                else:
                    yield self._bounded(found)
        except Refused as refusal:
            yield SetAside(raw.place, str(refusal))
        except EOFError:
            yield SetAside(raw.place, "ends in the middle")
        except Exception as error:  # whatever a library raises over one source, the run goes on
            yield SetAside(raw.place, f"could not be read: {describe(error)}")

    def _bounded(self, found: Result) -> Result:
        if isinstance(found, Loaded) and len(found.document.text) > self._limits.text:
            return SetAside(found.place, f"has a text of more than {self._limits.text:,} characters; cut it into articles")
        return found

    def _file(self, path: Path) -> Iterator[Result]:
        try:
            raw = open_place(path)
        except OSError as error:
            yield SetAside(legible(str(path)), f"cannot be opened: {error.strerror}")
            return
        yield from self.load(raw)

    def _found(self, raw: Raw) -> Iterator[Result | Raw | Link]:
        if raw.nesting > self._limits.nesting:
            raise Refused(f"stands more than {self._limits.nesting} archives deep")
        media = sniff(raw.head(HEAD), raw.name, raw.media)
        if raw.hops > _HOPS.get(media, raw.hops):
            raise Refused("is a list or feed to which another leads; name it yourself to follow it")
        loader = find_loader(media)
        if loader is None:
            raise Refused(f"is {media}, which is not read")
        if raw.peek is not None and media not in _STREAMED:
            raw = raw.held(raw.read(self._limits))
        return loader(raw, media, self._context)

    def _linked(self, link: Link, parent: Raw) -> Iterator[Result]:
        """An entry of a feed: its page; where that cannot be had, what the feed itself says."""
        if link.url and (self._settings.follow or link.listed):
            failed = False
            for result in self._fetched(link, parent):
                failed = failed or isinstance(result, SetAside)
                yield result
            if not failed:
                return
        elif not link.spare:
            yield SetAside(link.place, "is an entry without text whose page is not fetched")
        if link.spare:
            yield from self._spare(link, parent)

    def _spare(self, link: Link, parent: Raw) -> Iterator[Result]:
        about = msgspec.structs.replace(link.about, url=link.url or None)
        html = f"<html><body><article>{link.spare}</article></body></html>".encode("utf-8", "replace")
        name = link.url or link.place
        yield from self.load(parent.inside(name, lambda: BytesIO(html), place=link.place, media="text/html", about=about))

    def _fetched(self, link: Link, parent: Raw | None) -> Iterator[Result]:
        remembered = self._cache.get(link.url)
        if remembered and link.stamp and remembered.stamp == link.stamp:
            yield Known(link.url)
            return
        try:
            page = self._wire().fetch(link.url, remembered)
        except Refused as refusal:
            yield SetAside(link.url, str(refusal))
            return
        failed = False
        for result in [Known(link.url)] if page is None else self._page(page, link, parent):
            failed = failed or isinstance(result, SetAside)
            yield result
        if not failed:
            validators = page.validators if page else remembered or Validators()
            self._cache.put(link.url, msgspec.structs.replace(validators, stamp=link.stamp))

    def _page(self, page: "Page", link: Link, parent: Raw | None) -> Iterator[Result]:
        about = msgspec.structs.replace(link.about, url=page.url, charset=page.charset)
        raw = raw_of_bytes(page.url, page.url.partition("?")[0], page.data, media=page.media, about=about)
        yield from self.load(replace(raw, hops=parent.hops + (1 if link.listed else 2)) if parent else raw)

    def _wire(self) -> "Fetcher":
        if self._fetcher is None:
            from wektor.sources.fetching import Fetcher

            self._fetcher = Fetcher(self._settings.fetch, clock=self._clock, sleep=self._sleep)
        return self._fetcher
