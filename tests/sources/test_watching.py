"""Feeds followed over time."""

from collections.abc import Callable

import pytest

from tests.sources.samples import WORDS, feed, opml, page
from tests.sources.servers import Site
from wektor.model import InputError
from wektor.sources.gathering import Gatherer
from wektor.sources.results import Loaded
from wektor.sources.watching import parse_interval, watch


def test_rounds_take_what_came_meanwhile(site: Site, visitor: Callable[..., Gatherer]) -> None:
    entries = [("One", site.put("/1", page("One")))]
    site.put("/feed", feed(entries), "application/rss+xml")
    address = site.put("/list.opml", opml([site.url("/feed")]), "text/x-opml")
    now, slept = [1_000.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds
        site.put("/feed", feed([*entries, ("Two", site.put("/2", page("Two", WORDS[:2])))]), "application/rss+xml")

    titles = []
    for round_ in watch([address], visitor(), 3_600.0, rounds=3, clock=lambda: now[0], sleep=sleep):
        now[0] += 100
        titles.append([r.document.title for r in round_.results if isinstance(r, Loaded)])
    assert titles == [["One"], ["Two"], []] and slept == [3_500.0, 3_500.0]


def test_a_round_that_takes_too_long_makes_the_next_come_late_not_twice(visitor: Callable[..., Gatherer]) -> None:
    now, slept = [0.0], []
    for round_ in watch([], visitor(), 60.0, rounds=2, clock=lambda: now[0], sleep=slept.append):
        assert not list(round_.results)
        now[0] += 150
    assert slept == [30.0]


@pytest.mark.parametrize(("text", "seconds"), [("90s", 90.0), ("15m", 900.0), ("1h", 3600.0), ("2d", 172800.0), ("1.5H", 5400.0)])
def test_intervals(text: str, seconds: float) -> None:
    assert parse_interval(text) == seconds


@pytest.mark.parametrize("text", ["", "1", "h", "-1h", "0s", "1w", "²h", "nans", "1e9d"])
def test_what_is_no_interval(text: str) -> None:
    with pytest.raises(InputError, match="no span of time"):
        parse_interval(text)
