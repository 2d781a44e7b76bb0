"""What the tests of sources share: a site on loopback, and gatherers that may visit it."""

from collections.abc import Callable, Iterator

import pytest

from tests.sources.servers import Site, serve
from wektor.sources.caching import PageCache
from wektor.sources.gathering import Gatherer
from wektor.sources.limits import Limits
from wektor.sources.settings import FetchSettings, SourceSettings

FETCH = FetchSettings(allow_private=True, pause=0.0, seconds=5.0, silence=2.0)
SETTINGS = SourceSettings(fetch=FETCH)


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as site:
        yield site


@pytest.fixture(scope="session")
def gatherer() -> Iterator[Gatherer]:
    """One gatherer for all tests of formats, since its parsing process takes a while to start."""
    with Gatherer(SETTINGS) as gatherer:
        yield gatherer


@pytest.fixture
def visitor() -> Iterator[Callable[..., Gatherer]]:
    """Makes gatherers with what a test wants of them."""
    made: list[Gatherer] = []

    def make(*, fetch: FetchSettings = FETCH, limits: Limits | None = None, follow: bool = True, cache: PageCache | None = None,
             known: Callable[[str], bool] | None = None) -> Gatherer:  # fmt: skip
        settings = SourceSettings(fetch=fetch, limits=limits or Limits(), follow=follow)
        made.append(Gatherer(settings, cache=cache, known=known, sleep=lambda seconds: None))
        return made[-1]

    yield make
    for gatherer in made:
        gatherer.close()
