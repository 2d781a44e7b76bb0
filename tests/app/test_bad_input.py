"""Bad input to ``wektor read``: one clear line each, never a traceback; offsets true and time linear whatever the text holds."""

import json
import os
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

import wektor
from wektor.cli.commands import app
from wektor.model import Document, WektorError

EVALS = Path(__file__).parents[2] / "evals"
ARTICLES = [(path.name[:2], path.read_text(encoding="utf-8")) for path in sorted(EVALS.glob("*.txt")) if len(path.read_text(encoding="utf-8")) < 4_000]
ORDER = "Nigeria ordered 24 M-346 jets from Leonardo in 2021."
POLISH = "Polska kupiła od Turcji 24 drony Bayraktar TB2 w 2021 r. Zażółć gęślą jaźń, mówią źródła. " * 2


def read(path: Path, *words: str) -> Result:
    result = CliRunner().invoke(app, ["read", str(path), "--format", "jsonl", *words])
    assert result.exception is None or isinstance(result.exception, (SystemExit, WektorError)), result.exception
    return result


@pytest.mark.parametrize(("data", "why"), [
    (b"", "is empty"), (b" \n\t \r\n", "is empty"), (os.urandom(5_000) + b"\0" * 500, "is no text"), (b"\x7fELF" + bytes(2_000), "is no text"),
    (("日本は新しい護衛艦を購入した。" * 20).encode(), "language"), (b"x" * 5_000_001, "more than 5,000,000 characters"),
    (b'{"id": "a"}', "no document"), (b'{"id": "a", "text": ""}', "no text"), (b'{"id": "a", "text": "x", "published": "2024-02-30"}', "no day"),
])  # fmt: skip
def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    told = read(path)
    assert told.exit_code == 2 and not told.stdout.strip()
    [line] = told.stderr.strip().splitlines()
    assert line.startswith("wektor: set aside") and why in line and len(line) < 400


def test_a_missing_file_a_folder_and_a_strange_name(tmp_path: Path) -> None:
    for path, why in ((tmp_path / "none.txt", "no such file"), (tmp_path, "directory"), (Path("a" * 300), "name too long")):
        told = read(path)
        assert told.exit_code == 2 and why in told.stderr and len(told.stderr.splitlines()) == 1


def test_a_bad_line_is_named_and_the_run_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    good = json.dumps({"id": "good", "text": ORDER, "lang": "en"})
    path.write_text(f'{good}\n{{bad\n\n{{"id": "b", "text": "x", "published": "soon"}}\n{good}\n')
    told = read(path)
    assert told.exit_code == 0 and len(told.stdout.splitlines()) == 2
    assert [f"{path}:{n}: " in line for n, line in zip((2, 4), told.stderr.splitlines(), strict=True)] == [True, True]


ODD: dict[str, Callable[[str], bytes]] = {
    "cp1250": lambda t: t.encode("cp1250"), "latin-2": lambda t: t.encode("iso8859_2"), "utf-16": lambda t: t.encode("utf-16"),
    "mark": lambda t: t.encode("utf-8-sig"), "decomposed": lambda t: unicodedata.normalize("NFD", t).encode(),
    "windows lines": lambda t: t.replace(". ", ".\r\n").encode(), "a few NULs": lambda t: t.replace(". ", ".\0 ", 3).encode(),
    "controls": lambda t: t.replace(". ", ".\x1b[0m ").encode(), "emoji": lambda t: t.replace(". ", ". 👩\u200d👩\u200d👧 ").encode(),
    "right to left": lambda t: t.replace(" ", " \u200f", 9).encode(), "broken utf-8": lambda t: t.encode() + b"\xc5", "one line": lambda t: t.replace("\n", " ").encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_odd_texts_are_read_with_true_offsets(tmp_path: Path, name: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(ODD[name](POLISH))
    told = read(path, "--lang", "pl")
    claims = [json.loads(line) for line in told.stdout.splitlines()]
    assert told.exit_code == 0 and claims
    [document] = wektor_documents(path)
    for claim in claims:
        for span in (claim["evidence"], *(f for group in claim["roles"].values() for f in group)):
            assert document.text[span["start"] : span["end"]] == span["text"]


def wektor_documents(path: Path) -> list[Document]:
    from wektor.sources import load

    return [found for found in load([str(path)]) if isinstance(found, Document)]


def test_mixed_languages_are_read(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(f"{ORDER}\n{POLISH}\n{ORDER}")
    assert read(path).exit_code == 0


PIECES = st.text(max_size=4) | st.sampled_from(
    ["\u200f", "\0", "e\u0301", "😀", "\r\n", "„", "\x1b", "\ufeff", "\u2028", "....", "\n\n\n", "((((", "1,2,3,", "-", "U.S. ", "r. ", " and ", " i ", "\ud7ff"]
)
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), PIECES), max_size=10)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(ARTICLES), st.floats(0, 1), CHANGES)
def test_mutated_articles_are_read_with_true_offsets(article: tuple[str, str], begin: float, changes: list[tuple[float, int, str]]) -> None:
    lang, text = article
    text = text[int(begin * len(text)) :][:900]
    for place, length, piece in changes:
        at = int(place * len(text))
        text = text[:at] + piece + text[at + length :]
    for claim in wektor.read(Document(id="x", text=text, lang=lang)) if text.strip() else ():
        for span in (claim.evidence, *claim.more_evidence, *(f for group in claim.roles.values() for f in group)):
            assert text[span.start : span.end] == span.text


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([ORDER, POLISH, ". ", "\n", "“", "24 ", "in 2021 ", "tanks ", "and ", "Poland, ", "r. ", "ordered "]), max_size=40), st.sampled_from(["en", "pl"]))
def test_any_sequence_of_words_can_be_read(parts: list[str], lang: str) -> None:
    text = "".join(parts)
    if text.strip():
        wektor.read(Document(id="x", text=text, lang=lang))


SHAPES = {
    "article": f"{ORDER} The first two were delivered in May 2023. Talks with Italy on a second batch go on.\n", "no full stops": "Nigeria ordered 24 jets and Poland sold tanks to Kenya ",
    "words": "alpha beta gamma ", "one word": "a", "digits": "7", "numbers": "12 345,90 ", "lists": "Orlan-10 from Russia, Anka from Turkey, ",
    "dates": "on 3 May 2021 and in June 2022 ", "quotes": "“((„\"'", "capitals": "Alpha Beta ", "short lines": "a\n", "emoji": "😀\u200d👩 ", "full stops": ".",
    "abbreviations": "U.S. gen. No. ", "combining": "\u0301", "blank lines": "\n", "hyphens": "a-", "coordination": "Poland and ", "genitives": "the ministry of ",
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_a_text_twice_as_long_takes_at_most_two_and_a_half_times_as_long(shape: str) -> None:
    size = {"article": 3_000, "no full stops": 1_600, "dates": 6_000}.get(shape, 12_000)
    texts = ["x" + (SHAPES[shape] * (length // len(SHAPES[shape]) + 1))[:length] + "x" for length in (size, 2 * size)]
    assert any(_seconds(texts[1]) <= 2.5 * max(_seconds(texts[0]), 0.05) for _ in range(5))


def _seconds(text: str) -> float:
    """Time of this process alone, so that a busy machine does not count."""
    started = time.process_time()
    wektor.read(Document(id="x", text=text, lang="en"))
    return time.process_time() - started
