"""Names opened out: files, folders, globs, pipes and archives of them all; nothing stops the run."""

import bz2
import gzip
import io
import lzma
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from tests.sources.loading import only, reason, results
from tests.sources.samples import WORDS, docx, letter, page, pdf, zipped
from wektor.sources.gathering import Gatherer
from wektor.sources.limits import Limits
from wektor.sources.results import Known, Loaded, Result, SetAside

TEXT = "\n".join(WORDS)


def texts(found: list[Result]) -> list[str]:
    return [r.document.text for r in found if isinstance(r, Loaded)]


def test_folders_and_globs_are_sorted_and_hidden_files_passed_over(tmp_path: Path, gatherer: Gatherer) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden/x.txt", ".x.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert texts(list(gatherer.gather([str(tmp_path)]))) == ["a.txt", "c.txt", "b/1.txt", "b/2.txt"]
    assert texts(list(gatherer.gather([f"{tmp_path}/**/[12].txt"]))) == ["b/1.txt", "b/2.txt"]


def test_what_is_not_there_is_named(tmp_path: Path, gatherer: Gatherer) -> None:
    names = [str(tmp_path / "none"), str(tmp_path / "*.none"), "a\0b", "file:///etc/passwd", "ftp://x.example/a"]
    found = list(gatherer.gather(names))
    assert [r.place for r in found] == names
    reasons = [r.reason for r in found if isinstance(r, SetAside)]
    assert ["no such file" in reasons[0], "no file bears" in reasons[1], "no such file" in reasons[2], "only http" in reasons[3], "only http" in reasons[4]] == [True] * 5


def test_a_file_without_rights_and_a_dead_link(tmp_path: Path, gatherer: Gatherer, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dead.txt").symlink_to(tmp_path / "none")
    (tmp_path / "ok.txt").write_text(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    dead, ok = gatherer.gather([str(tmp_path)])
    assert isinstance(dead, SetAside) and "no regular file" in dead.reason and isinstance(ok, Loaded)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    [shut] = gatherer.gather([str(tmp_path / "ok.txt")])
    assert isinstance(shut, SetAside) and "Permission denied" in shut.reason


def test_a_pipe(tmp_path: Path, gatherer: Gatherer) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for data, count in ((TEXT.encode(), 1), (b'{"text": "a"}\n{"text": "b"}\n', 2), (gzip.compress(TEXT.encode()), 1), (docx(), 1), (b"", 0)):
        writer = threading.Thread(target=pipe.write_bytes, args=(data,))
        writer.start()
        assert len(texts(list(gatherer.gather([str(pipe)])))) == count
        writer.join()


def test_standard_input(monkeypatch: pytest.MonkeyPatch, gatherer: Gatherer) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page().encode())))
    [loaded] = gatherer.gather(["-"])
    assert isinstance(loaded, Loaded) and loaded.document.title and loaded.place == "-"


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress, "zst": zstandard.ZstdCompressor().compress
}


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize(("name", "data"), [("a.txt", TEXT.encode()), ("a.html", page().encode()), ("a.pdf", pdf([["A boat."]])), ("a.eml", letter().as_bytes())])
def test_packed_files(gatherer: Gatherer, suffix: str, name: str, data: bytes) -> None:
    packed = only(gatherer, f"{name}.{suffix}", PACKERS[suffix](data))
    assert packed.document.text == only(gatherer, name, data).document.text and packed.place == f"{name}.{suffix}!{name}"


def test_archives_in_archives(gatherer: Gatherer) -> None:
    inner = zipped({"x/a.txt": "Inner words", "__MACOSX/a.txt": "no", ".hidden": "no"})
    found = results(gatherer, "a.zip", zipped({"in.zip": inner, "b.txt.gz": gzip.compress(b"Packed words"), "c.docx": docx()}))
    assert [r.place for r in found] == ["a.zip!b.txt.gz!b.txt", "a.zip!c.docx", "a.zip!in.zip!x/a.txt"]


@pytest.mark.parametrize(("name", "data", "why"), [
    ("a.txt", b"", "empty"), ("a.txt", b" \n\t", "empty"), ("a", bytes(range(256)) * 20, "no text"), ("a.png", b"\x89PNG\r\n", "image/png"),
    ("a.zip", b"PK\x03\x04rubbish", "broken zip archive"), ("a.gz", gzip.compress(b"")[:10] + b"\xff" * 90, "could not be read"), ("a.gz", gzip.compress(TEXT.encode())[:-9], "middle"),
    ("a.xz", lzma.compress(TEXT.encode())[:-9], "middle"), ("a.doc", b"\xd0\xcf\x11\xe0", "not read"), ("a.docx", b"not zipped", "broken Word"),
])  # fmt: skip
def test_what_cannot_be_read_is_set_aside_with_its_reason(gatherer: Gatherer, name: str, data: bytes, why: str) -> None:
    assert why in reason(gatherer, name, data)


def test_an_encrypted_member_is_set_aside_and_the_rest_is_read(gatherer: Gatherer) -> None:
    data = bytearray(zipped({"a.txt": "Open words", "b.txt": "Shut words"}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    first, second = results(gatherer, "a.zip", bytes(data))
    assert isinstance(first, Loaded) and isinstance(second, SetAside) and "encrypted" in second.reason


def test_what_is_known_is_not_parsed_again(tmp_path: Path, visitor: Callable[..., Gatherer]) -> None:
    (tmp_path / "a.html").write_text(page())
    (tmp_path / "b.jsonl").write_text('{"text": "One"}\n{"text": "Two"}\n')
    first = [r for r in visitor().gather([str(tmp_path)]) if isinstance(r, Loaded)]
    sources = {r.source for r in first}
    assert len(sources) == 3
    (tmp_path / "b.jsonl").write_text('{"text": "Two"}\n{"text": "Three"}\n')
    (tmp_path / "a.html").rename(tmp_path / "moved.html")
    again = list(visitor(known=sources.__contains__).gather([str(tmp_path)]))
    assert sorted(type(r).__name__ for r in again) == ["Known", "Known", "Loaded"] and texts(again) == ["Three"]
    assert Known(str(tmp_path / "moved.html")) in again


def test_a_letter_is_known_only_after_what_it_carries(visitor: Callable[..., Gatherer]) -> None:
    mail = letter()
    mail.add_attachment(docx(), maintype="application", subtype="octet-stream", filename="a.docx")
    found = results(visitor(), "a.eml", mail.as_bytes())
    assert [r.media.rpartition(".")[2] for r in found if isinstance(r, Loaded)] == ["document", "message/rfc822"]


def test_digests_follow_content_not_names(gatherer: Gatherer) -> None:
    one, two = only(gatherer, "a.txt", TEXT), only(gatherer, "b.txt", TEXT)
    other = only(gatherer, "a.txt", TEXT + ".")
    assert one.digest == two.digest and one.source == two.source and other.digest != one.digest


def test_a_large_document_is_set_aside(visitor: Callable[..., Gatherer]) -> None:
    small = visitor(limits=Limits(document=1 << 20))
    assert "larger than 1 MB" in reason(small, "a.txt", b"x" * ((1 << 20) + 1))
    assert "larger than 1 MB" in reason(small, "a.txt.gz", gzip.compress(b"x" * ((1 << 20) + 1)))
