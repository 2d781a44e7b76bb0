"""Files become documents or are set aside with their reason."""

import gzip
from pathlib import Path

import pytest

from tests.sources.samples import page, pdf
from wektor.model import Document
from wektor.sources import SetAside, load

TEXT = "Polska kupiła czołgi. Zażółć gęślą jaźń."


def one(path: Path) -> Document | SetAside:
    return next(load([str(path)]))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "iso8859_2"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((TEXT * 5).encode(encoding))
    document = one(path)
    assert isinstance(document, Document) and document.text == TEXT * 5


@pytest.mark.parametrize(("data", "reason"), [(b"", "empty"), (b" \n", "empty"), (bytes(range(256)) * 40, "no text")])
def test_what_is_no_article_is_set_aside(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    found = one(path)
    assert isinstance(found, SetAside) and reason in found.reason


def test_a_missing_file_and_a_directory_are_named(tmp_path: Path) -> None:
    missing, directory = load([str(tmp_path / "none"), str(tmp_path)])
    assert isinstance(missing, SetAside) and "no such file" in missing.reason
    assert isinstance(directory, SetAside) and "directory" in directory.reason


def test_a_bad_line_is_set_aside_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "docs.jsonl"
    path.write_text('{"id": "a", "text": "x"}\n{bad\n{"id": "b", "text": "y", "published": "2024-13-01"}\n{"id": "c", "text": "z"}\n')
    found = list(load([str(path)]))
    assert [d.id for d in found if isinstance(d, Document)] == ["a", "c"]
    assert [s.place.rpartition(":")[2] for s in found if isinstance(s, SetAside)] == ["2", "3"]


def test_every_format_that_can_be_added_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "note.pdf").write_bytes(pdf([["Chile bought boats."]]))
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(page().encode()))
    note, article = load([str(tmp_path / "note.pdf"), str(tmp_path / "page.html.gz")])
    assert isinstance(note, Document) and (note.id, note.text) == ("note", "Chile bought boats.")
    assert isinstance(article, Document) and article.published == "2024-05-14"


def test_a_document_bears_the_name_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "seed-xx.txt"
    path.write_text(TEXT)
    document = one(path)
    assert isinstance(document, Document) and document.id == "seed-xx"
