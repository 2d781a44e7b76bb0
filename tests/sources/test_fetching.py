"""Pages fetched from real servers: redirects, refetches, sizes, times, and who we say we are."""

import gzip
import time
from collections.abc import Callable, Iterator

import pytest

from tests.sources.conftest import FETCH
from tests.sources.servers import Answer, Asked, Site
from wektor.sources.caching import Validators
from wektor.sources.fetching import Fetcher
from wektor.sources.limits import Refused
from wektor.sources.settings import FetchSettings


@pytest.fixture
def fetcher() -> Iterator[Callable[..., Fetcher]]:
    made: list[Fetcher] = []

    def make(settings: FetchSettings = FETCH, **options: Callable[..., float]) -> Fetcher:
        made.append(Fetcher(settings, **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for each in made:
        each.close()


Make = Callable[..., Fetcher]


def test_a_page_and_how_we_ask(site: Site, fetcher: Make) -> None:
    page = fetcher().fetch(site.put("/a?utm_source=x", "słowa") + "#part")
    assert page is not None and page.data.decode() == "słowa" and page.url == site.url("/a")
    assert (page.media, page.charset) == ("text/html", "utf-8")
    assert site.asked[-1].heads["user-agent"].startswith("wektor/") and "robots.txt" in site.asked[-1].heads["user-agent"]


def test_redirects_are_followed_and_each_is_checked(site: Site, fetcher: Make) -> None:
    site.pages["/a"] = Answer(status=301, heads={"Location": "b?x=1"})
    site.put("/b?x=1", "there")
    page = fetcher().fetch(site.url("/a"))
    assert page is not None and page.url == site.url("/b?x=1")
    for target, why in (("ftp://x.example/", "only http"), ("http://u:p@x.example/", "password"), ("file:///etc/passwd", "only http")):
        site.pages["/c"] = Answer(status=302, heads={"Location": target})
        with pytest.raises(Refused, match=why):
            fetcher().fetch(site.url("/c"))


def test_redirects_in_a_circle_or_without_end(site: Site, fetcher: Make) -> None:
    site.pages["/a"] = Answer(status=302, heads={"Location": "/b"})
    site.pages["/b"] = Answer(status=302, heads={"Location": "/a"})
    with pytest.raises(Refused, match="circle"):
        fetcher().fetch(site.url("/a"))
    for n in range(20):
        site.pages[f"/{n}"] = Answer(status=302, heads={"Location": f"/{n + 1}"})
    with pytest.raises(Refused, match="more than 8"):
        fetcher().fetch(site.url("/0"))


def test_private_addresses_are_refused_before_anything_is_sent(site: Site, fetcher: Make) -> None:
    for url in (site.put("/", "x"), site.url("/").replace("127.0.0.1", "localhost"), site.url("/").replace("127.0.0.1", "[::ffff:127.0.0.1]")):
        with pytest.raises(Refused, match=r"private|could not be fetched"):
            fetcher(FetchSettings()).fetch(url)
    assert not site.asked


def test_an_unchanged_page_is_not_sent_again(site: Site, fetcher: Make) -> None:
    def answer(asked: Asked) -> Answer:
        same = asked.heads.get("if-none-match") == '"v1"' and asked.heads.get("if-modified-since") == "Tue, 14 May 2024 09:00:00 GMT"
        return Answer(status=304) if same else Answer(b"x", heads={"ETag": '"v1"', "Last-Modified": "Tue, 14 May 2024 09:00:00 GMT"})

    site.pages["/a"] = answer
    page = fetcher().fetch(site.url("/a"))
    assert page is not None
    assert fetcher().fetch(site.url("/a"), page.validators) is None
    assert fetcher().fetch(site.url("/a"), Validators(etag='"v0"')) is not None


@pytest.mark.parametrize("status", [400, 403, 404, 410, 500, 503, 304])
def test_a_failure_is_named_by_its_status(site: Site, fetcher: Make, status: int) -> None:
    site.pages["/a"] = Answer(status=status)
    with pytest.raises(Refused, match=str(status)):
        fetcher().fetch(site.url("/a"))


def test_a_page_that_is_too_large_or_never_ends(site: Site, fetcher: Make) -> None:
    small = FetchSettings(allow_private=True, pause=0.0, largest=100_000, seconds=1.0, silence=0.5)

    def endless() -> Iterator[bytes]:
        while True:
            yield b"x" * 10_000

    site.pages["/big"] = Answer(pieces=endless)
    with pytest.raises(Refused, match="more than 0 MB"):
        fetcher(small).fetch(site.url("/big"))


def test_a_page_that_drips_is_given_up_in_time(site: Site, fetcher: Make) -> None:
    def dripping() -> Iterator[bytes]:
        while True:
            yield b"x"
            time.sleep(0.05)

    site.pages["/drip"] = Answer(pieces=dripping)
    site.pages["/mute"] = lambda asked: (time.sleep(1.5), Answer())[1]
    started = time.monotonic()
    for path in ("/drip", "/mute"):
        with pytest.raises(Refused, match="in time"):
            fetcher(FetchSettings(allow_private=True, pause=0.0, seconds=0.6, silence=0.4)).fetch(site.url(path))
    assert time.monotonic() - started < 3


def test_packed_pages_and_packed_bombs(site: Site, fetcher: Make) -> None:
    def packed(data: bytes, name: str = "gzip") -> Answer:
        return Answer(data, heads={"Content-Encoding": name})

    site.pages["/a"] = packed(gzip.compress(b"words " * 100))
    page = fetcher().fetch(site.url("/a"))
    assert page is not None and page.data == b"words " * 100
    small = FetchSettings(allow_private=True, pause=0.0, largest=1 << 20)
    for body, name, why in ((gzip.compress(bytes(50 << 20)), "gzip", "more than 1 MB"), (b"no gzip", "gzip", "broken"),
                            (gzip.compress(b"words" * 99)[:-20], "gzip", "middle"), (b"x", "br", "not asked for")):  # fmt: skip
        site.pages["/b"] = packed(body, name)
        with pytest.raises(Refused, match=why):
            fetcher(small).fetch(site.url("/b"))


def test_an_answer_that_is_cut_or_no_http_is_set_aside(site: Site, fetcher: Make) -> None:
    site.pages["/cut"] = Answer(b"abc", heads={"Content-Length": "100"})
    with pytest.raises(Refused, match="could not be fetched"):
        fetcher().fetch(site.url("/cut"))
    with pytest.raises(Refused, match="could not be fetched"):
        fetcher().fetch("http://127.0.0.1:1/")


@pytest.mark.parametrize(("url", "why"), [
    ("http://", "without a host"), ("gopher://x/", "only http"), ("http://[::1/", "no address"), ("http://x:99999/", "no address"),
    ("http://no-such-host.invalid/", "no such host"), ("http://" + "a" * 300 + ".example/", "no such host|could not"),
])  # fmt: skip
def test_what_is_no_address(fetcher: Make, url: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        fetcher().fetch(url)


def test_one_host_is_not_hurried(site: Site, fetcher: Make) -> None:
    slept: list[float] = []
    now = 100.0

    def sleep(seconds: float) -> float:
        slept.append(seconds)
        return 0.0

    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 3\n", "text/plain")
    site.put("/a", "x")
    visitor = fetcher(FETCH, clock=lambda: now, sleep=sleep)
    for _ in range(3):
        visitor.fetch(site.url("/a"))
    assert slept == [3.0, 6.0]


class TestRobots:
    """What robots.txt asks for."""

    @pytest.mark.parametrize(("rules", "open_"), [
        ("User-agent: *\nDisallow: /", False), ("User-agent: *\nDisallow: /private", True), ("User-agent: wektor\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: other\nDisallow: /", True), ("User-agent: *\nDisallow: /\nAllow: /news", True), ("\x00\xff not rules", True),
    ])  # fmt: skip
    def test_rules(self, site: Site, fetcher: Make, rules: str, open_: bool) -> None:
        site.put("/robots.txt", rules, "text/plain")
        site.put("/news/a", "x")
        if open_:
            assert fetcher().fetch(site.url("/news/a"))
            return
        with pytest.raises(Refused, match=r"robots\.txt asks"):
            fetcher().fetch(site.url("/news/a"))
        assert not site.paths()

    def test_a_redirect_into_what_is_closed(self, site: Site, fetcher: Make) -> None:
        site.put("/robots.txt", "User-agent: *\nDisallow: /closed", "text/plain")
        site.pages["/open"] = Answer(status=302, heads={"Location": "/closed"})
        with pytest.raises(Refused, match=r"robots\.txt asks"):
            fetcher().fetch(site.url("/open"))

    @pytest.mark.parametrize("status", [500, 503, 429])
    def test_a_server_that_cannot_say_is_left_alone(self, site: Site, fetcher: Make, status: int) -> None:
        site.pages["/robots.txt"] = Answer(status=status)
        site.put("/a", "x")
        visitor = fetcher()
        for _ in range(3):
            with pytest.raises(Refused, match="try again later"):
                visitor.fetch(site.url("/a"))
        assert len(site.asked) == 1

    def test_rules_are_asked_for_again_after_a_day(self, site: Site, fetcher: Make) -> None:
        now = [0.0]
        site.put("/a", "x")
        visitor = fetcher(FETCH, clock=lambda: now[0])
        for hours in (0, 1, 25):
            now[0] = hours * 3600.0
            visitor.fetch(site.url("/a"))
        assert [asked.path for asked in site.asked].count("/robots.txt") == 2

    def test_an_endless_robots_txt_is_cut(self, site: Site, fetcher: Make) -> None:
        def endless() -> Iterator[bytes]:
            yield b"User-agent: *\nDisallow: /closed\n"
            while True:
                yield b"# more\n" * 1_000

        site.pages["/robots.txt"] = Answer(pieces=endless, media="text/plain")
        site.put("/a", "x")
        assert fetcher().fetch(site.url("/a"))
