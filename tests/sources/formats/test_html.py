"""Web pages: the main text, and what the page says of itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sources.loading import only, reason
from tests.sources.samples import WORDS, page
from wektor.sources.formats.html import deepest
from wektor.sources.gathering import Gatherer
from wektor.sources.raw import About


def test_main_text_and_metadata(gatherer: Gatherer) -> None:
    document = only(gatherer, "a.html", page()).document
    assert all(words in document.text for words in WORDS)
    assert not any(word in document.text for word in ("Sport", "Cookies", "All rights"))
    assert document.title == "Lithuania orders fighting vehicles"
    assert (document.publisher, document.published) == ("Baltic Courier", "2024-05-14")


def test_author_and_address(gatherer: Gatherer) -> None:
    loaded = only(gatherer, "a", page(), media="text/html", about=About(url="https://courier.example/a"))
    assert (loaded.author, loaded.document.url) == ("Ona Petraityte", "https://courier.example/a")


def test_what_a_feed_says_of_title_and_day_wins(gatherer: Gatherer) -> None:
    about = About(title="Vehicles for Lithuania", published="2024-05-15", publisher="A wire")
    document = only(gatherer, "a.html", page(), about=about).document
    assert (document.title, document.published, document.publisher) == ("Vehicles for Lithuania", "2024-05-15", "Baltic Courier")


POLISH = "Wojsko kupiło łodzie. Żołnierze z Łodzi odbiorą je w październiku, a źródła mówią o następnych. " * 3


@pytest.mark.parametrize("code", ["utf-8", "cp1250", "iso8859_2", "utf-16"])
def test_charsets_by_mark_head_or_server(gatherer: Gatherer, code: str) -> None:
    html = page(words=(POLISH,)).replace("<head>", f'<head><meta charset="{code.replace("iso8859_2", "iso-8859-2")}">')
    assert POLISH.strip() in only(gatherer, "a.html", html.encode(code)).document.text


def test_the_servers_charset_wins_over_the_pages(gatherer: Gatherer) -> None:
    html = page(words=(POLISH,)).replace("<head>", '<head><meta charset="iso-8859-1">')
    loaded = only(gatherer, "a.html", html.encode("cp1250"), about=About(charset="windows-1250"))
    assert POLISH.strip() in loaded.document.text


@pytest.mark.parametrize("html", ["<html><body></body></html>", "<html><body><script>alert('tanks')</script></body></html>"])
def test_a_page_without_text_is_set_aside(gatherer: Gatherer, html: str) -> None:
    assert "no main text" in reason(gatherer, "a.html", html)


@pytest.mark.parametrize(("html", "depth"), [
    ("<div>" * 7 + "x", 7), ("<div></div>" * 7, 1), ("<p>" * 50, 0), ("<br/>" * 50, 0), ("<!-- <b><b> --><i>", 1),
    ("<script>'<b><b>'</script><i>x</i>", 1), ("</b></b><b>", 1), ("a < b <c", 1),
])  # fmt: skip
def test_depth_is_counted_without_building_a_tree(html: str, depth: int) -> None:
    assert deepest(html.encode(), 100) == depth


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["<b>", "</b>", "<p>", "<!--", "-->", "<script>", "</script>", "x", "<", ">", "<i/>", "<div a='>'>"])))
def test_depth_is_never_more_than_elements(parts: list[str]) -> None:
    assert 0 <= deepest("".join(parts).encode(), 1_000) <= sum(part.startswith("<") for part in parts)


def test_depth_takes_linear_time_on_open_tags() -> None:
    assert deepest(b"<a " * 200_000, 10**9) <= 200_000
    assert deepest(b"<!--" * 200_000, 10**9) == 0
    assert deepest(b"<script" * 200_000, 10**9) == 0
