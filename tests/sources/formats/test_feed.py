"""RSS, Atom and lists of feeds, from real servers."""

from collections.abc import Callable

from tests.sources.loading import reason
from tests.sources.samples import WORDS, atom, feed, opml, page
from tests.sources.servers import Answer, Site
from wektor.sources.caching import MemoryCache
from wektor.sources.gathering import Gatherer
from wektor.sources.results import Known, Loaded, SetAside

Make = Callable[..., Gatherer]


def test_a_feed_leads_to_its_pages_with_its_own_titles_and_days(site: Site, gatherer: Gatherer) -> None:
    one, two = site.put("/1", page("One")), site.put("/2?utm_source=rss", page("Two", WORDS[:2]))
    address = site.put("/feed", feed([("First", one), ("Second", two)]), "application/rss+xml")
    found = list(gatherer.gather([address]))
    assert [r.document.title for r in found if isinstance(r, Loaded)] == ["First", "Second"]
    assert [r.document.url for r in found if isinstance(r, Loaded)] == [one, site.url("/2")]
    assert all(r.document.published == "2024-05-14" for r in found if isinstance(r, Loaded))


def test_an_atom_feed_and_a_list_of_feeds(site: Site, gatherer: Gatherer) -> None:
    urls = [site.put(f"/{n}", page(f"Page {n}", WORDS[n:])) for n in range(2)]
    feeds = [site.put("/atom", atom([("A", urls[0])]), "application/xml"), site.put("/rss", feed([("B", urls[1])]), "text/xml")]
    found = list(gatherer.gather([site.put("/list.opml", opml([*feeds, "ftp://x.example/f", feeds[0]]), "text/x-opml")]))
    assert [r.document.title for r in found if isinstance(r, Loaded)] == ["A", "B"]
    assert [r.reason for r in found if isinstance(r, SetAside)] == ["is no http or https address"]


def test_a_page_that_fails_leaves_what_the_feed_says(site: Site, gatherer: Gatherer) -> None:
    address = site.put("/feed", feed([("Gone", site.url("/gone"))], text=" ".join(WORDS)), "application/rss+xml")
    aside, loaded = gatherer.gather([address])
    assert isinstance(aside, SetAside) and "404" in aside.reason
    assert isinstance(loaded, Loaded) and WORDS[1] in loaded.document.text and loaded.document.url == site.url("/gone")


def test_pages_need_not_be_followed(site: Site, visitor: Make) -> None:
    address = site.put("/feed", feed([("T", site.put("/1", page()))], text=" ".join(WORDS)), "application/rss+xml")
    [loaded] = visitor(follow=False).gather([site.put("/list.opml", opml([address]))])
    assert isinstance(loaded, Loaded) and site.paths() == ["/list.opml", "/feed"]
    bare = site.put("/bare", feed([("T", site.url("/1"))]), "application/rss+xml")
    [aside] = visitor(follow=False).gather([bare])
    assert isinstance(aside, SetAside) and "not fetched" in aside.reason


def test_a_second_round_asks_only_for_what_is_new(site: Site, visitor: Make) -> None:
    entries = [("One", site.put("/1", page("One")))]
    tag = "a"

    def answer(asked: object) -> Answer:
        heads = getattr(asked, "heads", {})
        if heads.get("if-none-match") == tag:
            return Answer(status=304)
        return Answer(feed(entries).encode(), media="application/rss+xml", heads={"ETag": tag})

    site.pages["/feed"] = answer
    gatherer = visitor(cache=MemoryCache())
    assert [type(r) for r in gatherer.gather([site.url("/feed")])] == [Loaded]
    assert list(gatherer.gather([site.url("/feed")])) == [Known(site.url("/feed"))]
    entries, tag = [*entries, ("Two", site.put("/2", page("Two", WORDS[1:])))], "b"
    assert [type(r) for r in gatherer.gather([site.url("/feed")])] == [Known, Loaded]
    assert site.paths() == ["/feed", "/1", "/feed", "/feed", "/2"]


def test_a_page_that_failed_is_asked_for_again(site: Site, visitor: Make) -> None:
    address = site.put("/feed", feed([("T", site.url("/late"))]), "application/rss+xml", ETag="x")
    gatherer = visitor(cache=MemoryCache())
    assert [type(r) for r in gatherer.gather([address])] == [SetAside]
    site.put("/late", page())
    assert [type(r) for r in gatherer.gather([address])] == [Loaded]


def test_feeds_that_lead_to_feeds_end(site: Site, gatherer: Gatherer) -> None:
    count = 0

    def another(asked: object) -> Answer:
        nonlocal count
        count += 1
        return Answer(feed([(f"{count} {n}", site.url(f"/f{count}-{n}")) for n in range(3)]).encode(), media="application/rss+xml")

    for n in range(3):
        for m in range(3):
            site.pages[f"/f{n}-{m}"] = another
    site.pages["/feed"] = another
    assert all(isinstance(r, SetAside) and "another leads" in r.reason for r in gatherer.gather([site.url("/feed")]))
    assert count == 4


def test_what_is_no_feed_is_set_aside(gatherer: Gatherer) -> None:
    assert "no RSS or Atom" in reason(gatherer, "a.rss", "<html><p>x</p></html>")
    assert "no OPML" in reason(gatherer, "a.opml", "<opml><body><outline")
