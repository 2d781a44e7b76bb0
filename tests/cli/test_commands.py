"""The command line as a person uses it."""

import json
import os
import subprocess
import sys
from pathlib import Path

ARTICLE = "Nigeria ordered 24 M-346 jets from Leonardo in 2021."


def run(*arguments: str, stdin: str | None = None, seed: str = "0") -> subprocess.CompletedProcess[str]:
    code = "import sys; from wektor.cli import main; sys.argv[0] = 'wektor'; main()"
    return subprocess.run([sys.executable, "-c", code, *arguments], input=stdin, capture_output=True, text=True, encoding="utf-8",
                          env={**os.environ, "PYTHONHASHSEED": seed, "COLUMNS": "160"}, check=False)  # fmt: skip


def test_version() -> None:
    assert run("--version").stdout.startswith("wektor ")


def test_jsonl_is_the_exchange_format_whatever_the_hash_seed() -> None:
    outputs = {run("read", "-", "--lang", "en", "--format", "jsonl", stdin=ARTICLE, seed=s).stdout for s in ("1", "2")}
    assert len(outputs) == 1
    record = json.loads(outputs.pop().splitlines()[0])
    assert record["kind"] == "order" and record["evidence"]["text"] == ARTICLE


def test_every_format_is_written(tmp_path: Path) -> None:
    for name, mark in (("table", "NGA"), ("csv", "doc,kind"), ("html", "<mark")):
        out = tmp_path / name
        assert run("read", "-", "--format", name, "--output", str(out), stdin=ARTICLE).returncode == 0
        assert mark in out.read_text(encoding="utf-8")


def test_the_page_escapes_the_article(tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    run("read", "-", "--lang", "en", "--format", "html", "--output", str(out), stdin=f"<script>alert(1)</script> {ARTICLE}")
    assert "<script>alert" not in out.read_text(encoding="utf-8")


def test_explain_names_frame_and_candidates() -> None:
    explained = run("read", "-", "--lang", "en", "--explain", stdin=ARTICLE).stderr
    assert "recipient" in explained and "Nigeria" in explained


def test_nothing_readable_ends_with_two_and_no_traceback(tmp_path: Path) -> None:
    for arguments in (("read", str(tmp_path / "none")), ("read", str(tmp_path)), ("read", "-", "--published", "yesterday"),
                      ("read", "--format", "xml"), ("evaluate", str(tmp_path / "none")), ("nonsense",)):  # fmt: skip
        done = run(*arguments, stdin="x")
        assert done.returncode == 2, arguments
        assert "Traceback" not in done.stderr and done.stderr.strip()


def test_explicit_output_that_cannot_be_written() -> None:
    done = run("read", "-", "--output", "/none/such/file", stdin=ARTICLE)
    assert done.returncode == 2 and "cannot be written" in done.stderr
