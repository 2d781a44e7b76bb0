"""Sources made to hang, crash or exhaust a reader: refused or set aside, in bounded time and memory."""

import bz2
import gzip
import json
import lzma
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
import zstandard

from tests.sources.loading import only, reason, results
from tests.sources.samples import WORDS, docx, feed, page, pdf, warc, zipped
from wektor.sources.gathering import Gatherer
from wektor.sources.limits import Limits
from wektor.sources.results import Loaded, SetAside
from wektor.sources.settings import SourceSettings

BILLION = '<!DOCTYPE r [<!ENTITY a "laugh">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip
OUTSIDE = '<!DOCTYPE r [<!ENTITY i SYSTEM "file:///etc/passwd">]>'
Make = Callable[..., Gatherer]


def _bomb(size: int = 12 << 20) -> bytes:
    return gzip.compress(bytes(size), 1)


def _nested_zips(levels: int, width: int) -> bytes:
    data = zipped({"a.txt": bytes(1 << 20)})
    for _ in range(levels):
        data = zipped({f"{n}.zip": data for n in range(width)})
    return data


def _nested_letters(count: int) -> bytes:
    heads = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(count))
    return ("From: a@b.example\nDate: x\nSubject: y\n" + heads + "Content-Type: text/plain\n\nhello").encode()


def _many_parts(count: int) -> bytes:
    letter = EmailMessage()
    letter["From"] = "a@b.example"
    letter.set_content("The text that counts, with enough words to be taken for one.")
    for n in range(count):
        letter.add_attachment(b"x", maintype="image", subtype="png", filename=f"{n}.png")
    return letter.as_bytes()


SMALL = Limits(document=8 << 20, slack=8 << 20)  # so that the bombs need not be large


@pytest.fixture(scope="module")
def reader() -> Iterator[Gatherer]:
    with Gatherer(SourceSettings(limits=SMALL)) as reader:
        yield reader


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.txt.gz": (_bomb, "bomb"),
    "bomb.zip": (lambda: zipped({"a.txt": bytes(12 << 20)}), "bomb"),
    "bomb.bz2": (lambda: bz2.compress(bytes(12 << 20)), "bomb"),
    "bomb.xz": (lambda: lzma.compress(bytes(12 << 20), preset=0), "bomb"),
    "bomb.zst": (lambda: zstandard.ZstdCompressor().compress(bytes(12 << 20)), "bomb"),
    "bomb.warc.gz": (_bomb, "bomb"),
    "twice.gz.gz": (lambda: gzip.compress(gzip.compress(bytes(16 << 20))), "bomb"),
    "tree.zip": (lambda: _nested_zips(3, 8), "bomb"),
    "window.zst": (lambda: b"\x28\xb5\x2f\xfd\x00\xf8" + bytes(100), "could not be read"),
    "billion.rss": (lambda: (BILLION + feed([]).partition("?>")[2]).encode(), "entities"),
    "billion.opml": (lambda: (BILLION + '<opml><body><outline xmlUrl="&i;"/></body></opml>').encode(), "entities"),
    "outside.opml": (lambda: (OUTSIDE + '<opml><body><outline xmlUrl="&i;"/></body></opml>').encode(), "entities"),
    "billion.docx": (lambda: zipped({"word/document.xml": BILLION + "<r>&i;</r>"}), "entities|DTD"),
    "bomb.docx": (lambda: zipped({"word/document.xml": bytes(12 << 20)}), "bomb"),
    "deep.docx": (lambda: docx(body="<w:p>" * 100_000 + "</w:p>" * 100_000), "nested more than"),
    "deep.html": (lambda: b"<html><body>" + b"<div>" * 100_000 + b"x", "nested more than"),
    "deep-b.html": (lambda: b"<b><i>" * 100_000, "nested more than"),
    "deep.rss": (lambda: b"<rss version='2.0'>" + b"<channel>" * 100_000, "nested more than"),
    "deep.opml": (lambda: b"<opml>" + b"<outline>" * 100_000, "nested more than"),
    "long.pdf": (lambda: pdf([["A page."]] * 10_000), "10000 pages"),
    "locked.pdf": (lambda: pdf([["Secret words."]], password=b"secret"), "encrypted"),
    "endless.html": (lambda: b"<p>words" * (1 << 20) + b"more" * (1 << 20), "larger than 8 MB"),
    "parts.eml": (lambda: _nested_letters(10_000), "parts"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_set_aside(reader: Gatherer, name: str) -> None:
    data, why = HOSTILE[name]
    source = data()
    started = time.monotonic()
    found = results(reader, name, source)
    assert time.monotonic() - started < 10
    assert found and all(isinstance(r, SetAside) for r in found)
    assert any(word in r.reason for r in found if isinstance(r, SetAside) for word in why.split("|")), repr(found)[:300]
    assert all("\n" not in r.reason and len(r.reason) < 300 for r in found if isinstance(r, SetAside))


def test_one_run_over_the_worst_of_them_has_bounded_memory(tmp_path: Path) -> None:
    for name in ("deep.html", "long.pdf", "billion.rss", "deep.docx", "bomb.docx"):
        (tmp_path / name).write_bytes(HOSTILE[name][0]())
    (tmp_path / "large.txt.gz").write_bytes(_bomb(70 << 20))
    (tmp_path / "zz.html").write_text(page())
    code = (
        "import json, resource, sys; from wektor.sources.gathering import Gatherer\n"
        "born = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"  # a process starts with its parent's peak
        "with Gatherer() as g: last = [type(r).__name__ for r in g.gather(sys.argv[1:])][-1]\n"
        "print(json.dumps([last, born, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss]))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True, timeout=60)
    last, born, own, parsers = json.loads(done.stdout)
    assert last == "Loaded" and own <= max(born, 300 << 10) and parsers < 1 << 20  # KiB


def test_a_letter_of_many_parts_is_read_for_its_text(gatherer: Gatherer) -> None:
    found = results(gatherer, "a.eml", _many_parts(100))
    assert len([r for r in found if isinstance(r, Loaded)]) == 1


def test_a_zip_that_holds_itself_many_times_ends(visitor: Make) -> None:
    files = visitor(limits=Limits(members=50))
    found = results(files, "a.zip", zipped({f"{n}.zip": zipped({f"{m}.txt": f"{n} {m}" for m in range(20)}) for n in range(20)}))
    assert len(found) < 80 and any("50 files in all" in r.reason for r in found if isinstance(r, SetAside))


def test_many_archives_deep(gatherer: Gatherer) -> None:
    data = b"words"
    for _ in range(10):
        data = gzip.compress(data)
    assert "archives deep" in reason(gatherer, "a.gz", data)


def test_a_parser_that_takes_too_long_is_ended_and_the_next_document_is_read(visitor: Make) -> None:
    slow = visitor(limits=Limits(seconds=0.05))
    assert "took longer" in reason(slow, "a.html", page(words=WORDS * 3_000))
    patient = visitor(limits=Limits(seconds=30))
    assert only(patient, "a.html", page()).document.title


def test_a_parser_that_wants_too_much_memory_is_ended(visitor: Make) -> None:
    tight = visitor(limits=Limits(memory=100 << 20))
    assert "memory" in reason(tight, "a.docx", docx(["boat " * (8 << 20)]))
    assert only(tight, "a.html", page()).document.title


def test_a_parser_that_died_is_started_again(visitor: Make) -> None:
    files = visitor()
    only(files, "a.html", page())
    child = files._context.guard._child
    assert child is not None
    child.kill()
    child.wait()
    assert only(files, "a.html", page()).document.title


def test_the_parsing_process_is_bounded() -> None:
    assert resource.getrlimit(resource.RLIMIT_AS)[0] != Limits().memory  # the run itself is not


def test_a_long_cell_and_a_long_line(visitor: Make) -> None:
    small = visitor(limits=Limits(document=1 << 20))
    assert "line of more than 1 MB" in reason(small, "a.csv", "text\n" + "x" * (2 << 20))
    found = results(visitor(limits=Limits(document=1_000)), "a.csv", 'text\n"' + "x\n" * 600 + "Words after it\n")
    assert isinstance(found[0], SetAside) and "is no row" in found[0].reason
    assert isinstance(found[-1], Loaded) and found[-1].document.text == "Words after it"


def test_a_web_archive_of_bombs(visitor: Make) -> None:
    body = gzip.compress(bytes(3 << 20), 9)
    data = warc([(f"https://x.example/{n}", body, "Content-Type: text/html\r\nContent-Encoding: gzip") for n in range(60)])
    found = results(visitor(limits=Limits(slack=8 << 20)), "a.warc", data)
    assert len(found) < 30 and any("bomb" in r.reason for r in found if isinstance(r, SetAside))
