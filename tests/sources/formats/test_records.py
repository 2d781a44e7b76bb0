"""JSON Lines, JSON and CSV: every record or its reason, with the line named."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sources.loading import reason, results
from wektor.sources.formats.records import json_records
from wektor.sources.gathering import Gatherer
from wektor.sources.limits import Limits
from wektor.sources.raw import raw_of_bytes
from wektor.sources.results import Loaded, SetAside

GOOD = {"id": "a", "text": "Peru bought boats.", "title": "T", "published": "2024-05-14", "lang": "en", "url": "https://x.example/a", "publisher": "P"}


def test_a_record_is_taken_as_it_stands(gatherer: Gatherer) -> None:
    [loaded] = results(gatherer, "a.jsonl", json.dumps(GOOD | {"author": "N", "extra": 1}))
    assert isinstance(loaded, Loaded) and loaded.author == "N"
    assert {name: getattr(loaded.document, name) for name in GOOD} == GOOD


@pytest.mark.parametrize(("line", "why"), [
    ('{"text": "x"', "is no document"), ('{"id": "a"}', "text"), ("[1]", "is no document"), ('{"text": " "}', "no text"),
    ('{"text": "x", "published": "soon"}', "no day"), ('{"text": 5}', "is no document"), ('{"text": "\\ud800"}', "is no document"),
    ("\x00\x01", "is no document"), ("[" * 100_000, "is no document"),
])  # fmt: skip
def test_a_bad_line_is_named_and_the_rest_is_read(gatherer: Gatherer, line: str, why: str) -> None:
    good = json.dumps(GOOD)
    first, bad, last = results(gatherer, "a.jsonl", f"{good}\n\n{line}\n{good}\n")
    assert isinstance(first, Loaded) and isinstance(last, Loaded)
    assert isinstance(bad, SetAside) and bad.place == "a.jsonl:3" and why in bad.reason
    assert "\n" not in bad.reason and len(bad.reason) < 300


def test_a_line_that_is_too_long_is_passed_over() -> None:
    raw = raw_of_bytes("a.jsonl", "a.jsonl", b'{"text": "' + b"x" * 5_000 + b'"}\n' + json.dumps(GOOD).encode())
    bad, good = json_records(raw, Limits(document=1_000))
    assert isinstance(bad, SetAside) and "a line of more than" in bad.reason
    assert not isinstance(good, SetAside) and good[0] == "a.jsonl:2"


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
def test_lines_in_the_wrong_encoding(gatherer: Gatherer, code: str) -> None:
    text = "Żołnierze odbiorą łodzie w październiku, mówią źródła. Wojsko kupi też nowe śmigłowce dla załóg z Łodzi."
    [loaded] = results(gatherer, "a.jsonl", json.dumps({"id": "a", "text": text}, ensure_ascii=False).encode(code))
    assert isinstance(loaded, Loaded) and loaded.document.text == text


def test_json_as_one_document_or_a_list(gatherer: Gatherer) -> None:
    [one] = results(gatherer, "a.json", json.dumps(GOOD, indent=2))
    assert isinstance(one, Loaded) and one.document.id == "a"
    first, second = results(gatherer, "a.json", json.dumps([GOOD, {"id": "b"}], indent=2))
    assert isinstance(first, Loaded) and isinstance(second, SetAside) and second.place == "a.json:2"
    assert "text" in reason(gatherer, "a.json", json.dumps({"id": "b", "claims": []}, indent=2))


def test_a_record_without_an_id_is_named_by_its_content(gatherer: Gatherer) -> None:
    one, two = results(gatherer, "news.jsonl", '{"text": "One."}\n{"text": "Two."}\n')
    assert isinstance(one, Loaded) and isinstance(two, Loaded)
    assert one.document.id.startswith("news-") and one.document.id != two.document.id


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_csv_by_its_header(gatherer: Gatherer, mark: str) -> None:
    rows = [["Title", "TEXT", "published"], ["T", '"Two boats,\n; bought | sold\t"', "2024-05-14"], ["", "x", "never"], ["U", "y", ""]]
    loaded, bad, last = results(gatherer, "a.csv", "\r\n".join(mark.join(row) for row in rows))
    assert isinstance(loaded, Loaded) and loaded.document.text == "Two boats,\n; bought | sold\t"
    assert (loaded.document.title, loaded.document.published) == ("T", "2024-05-14")
    assert isinstance(bad, SetAside) and bad.place == "a.csv:3" and "no day" in bad.reason
    assert isinstance(last, Loaded)


def test_csv_without_texts_is_set_aside_with_what_to_do(gatherer: Gatherer) -> None:
    assert "no column “text”" in reason(gatherer, "a.csv", "a,b\n1,2\n")
    assert "no text" in reason(gatherer, "a.csv", bytes(range(256)) * 40)


@given(st.lists(st.fixed_dictionaries({"id": st.text(min_size=1), "text": st.text().filter(str.strip)})))
def test_what_was_written_is_read(records: list[dict[str, str]]) -> None:
    data = "\n".join(json.dumps(record) for record in records).encode()
    rows = list(json_records(raw_of_bytes("a", "a.jsonl", data), Limits()))
    assert [(r[2].id, r[2].text) for r in rows if not isinstance(r, SetAside)] == [(r["id"], r["text"]) for r in records]


@given(st.binary())
def test_any_bytes_end_in_records_or_reasons(data: bytes) -> None:
    for row in json_records(raw_of_bytes("a", "a.jsonl", data), Limits()):
        assert not isinstance(row, SetAside) or row.reason
