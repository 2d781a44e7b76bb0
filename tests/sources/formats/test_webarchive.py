"""Web archives, whole and broken."""

import gzip

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sources.loading import results
from tests.sources.samples import WORDS, page, warc, zipped
from wektor.sources.formats.webarchive import Record, warc_records
from wektor.sources.gathering import Gatherer
from wektor.sources.limits import Limits, Refused
from wektor.sources.raw import raw_of_bytes
from wektor.sources.results import Loaded, SetAside

URL = "https://courier.example/"
PAGES = [
    (URL + "1?x=2", page("One").encode(), "Content-Type: text/html; charset=utf-8"),
    (URL + "photo", b"\xff\xd8\xff", "Content-Type: image/jpeg"),
    (URL + "2", gzip.compress(page("Two", WORDS[:2]).encode()), "Content-Type: text/html\r\nContent-Encoding: gzip"),
]


def test_pages_of_an_archive_packed_or_not(gatherer: Gatherer) -> None:
    whole = warc(PAGES)
    packed = b"".join(gzip.compress(warc([each])) for each in PAGES)
    for name, data in (("a.warc", whole), ("a.warc.gz", packed)):
        found = results(gatherer, name, data)
        assert [(r.document.url, r.document.title) for r in found if isinstance(r, Loaded)] == [(URL + "1?x=2", "One"), (URL + "2", "Two")]
        assert len(found) == 2


def test_a_wacz_archive(gatherer: Gatherer) -> None:
    data = zipped({"datapackage.json": "{}", "archive/data.warc.gz": gzip.compress(warc(PAGES)), "pages/pages.jsonl": "{}"})
    assert [r.document.title for r in results(gatherer, "a.wacz", data) if isinstance(r, Loaded)] == ["One", "Two"]


def test_failed_fetches_are_set_aside_and_redirects_passed_over(gatherer: Gatherer) -> None:
    data = warc([(URL + "x", b"", "Location: /y")]).replace(b"200 OK", b"301 Mv") + warc([(URL + "z", b"", "")]).replace(b"200 OK", b"404 No")
    [aside] = results(gatherer, "a.warc", data)
    assert isinstance(aside, SetAside) and "404" in aside.reason and aside.place == f"a.warc!{URL}z"


def test_a_cut_archive_gives_what_is_whole(gatherer: Gatherer) -> None:
    found = results(gatherer, "a.warc", warc(PAGES)[:-200])
    assert isinstance(found[0], Loaded) and isinstance(found[1], SetAside) and "in the middle" in found[1].reason


def test_a_broken_answer_ends_no_run(gatherer: Gatherer) -> None:
    broken = warc([(URL + "b", b"x", "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked")])
    found = results(gatherer, "a.warc", broken + warc(PAGES))
    assert [type(r) for r in found] == [SetAside, Loaded, Loaded]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 3_000), st.binary(max_size=6)), max_size=6))
def test_records_are_cut_from_any_bytes(edits: list[tuple[int, bytes]]) -> None:
    data = warc(PAGES)
    for place, piece in edits:
        data = data[:place] + piece + data[place + 2 :]
    try:
        found = list(warc_records(raw_of_bytes("a", "a.warc", data), Limits(document=100_000)))
    except Refused:
        return
    assert all(isinstance(r, (Record, SetAside)) for r in found)
