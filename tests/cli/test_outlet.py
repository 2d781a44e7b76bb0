"""Where commands write, and what they say: full disks, closed streams, names and texts that would play with a terminal."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from wektor.cli.commands import build_app
from wektor.cli.outlet import writing, writing_bytes
from wektor.model import InputError
from wektor.output.wording import visible
from wektor.sources import load
from wektor.sources.results import SetAside

START = "import sys; sys.argv[0] = 'wektor'; from wektor.cli import main; main()"
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")


def shell(words: str, *, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    command = words.replace("wektor", shlex.join([sys.executable, "-c", START]), 1)
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run(["sh", "-c", command], capture_output=True, text=True, env=env, timeout=120, check=False)


@needs_full
@pytest.mark.parametrize("form", ["text", "bytes"])
def test_a_full_disk_is_told(form: str) -> None:
    with pytest.raises(InputError, match=r"--output /dev/full: cannot be written: No space left on device"):
        if form == "text":
            with writing(FULL) as out:
                out.write("x")
        else:
            with writing_bytes(FULL, "png") as binary:
                binary.write(b"x")


def test_what_fails_inside_for_another_reason_is_not_put_down_to_the_output(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), writing(tmp_path / "out"):
        (tmp_path / "none").read_text()


@needs_full
def test_standard_output_may_be_full() -> None:
    for words in ("wektor --version > /dev/full", "wektor read - --lang en > /dev/full < /dev/null"):
        done = shell(words)
        assert done.returncode == 2 and "Traceback" not in done.stderr and "No space left" in done.stderr, done.stderr
        assert len([line for line in done.stderr.splitlines() if "No space left" in line]) == 1


def test_streams_may_be_closed_and_pipes_too() -> None:
    assert "is empty" in shell("wektor read - --lang en <&-").stderr
    assert shell("wektor --version >&-").returncode == 0
    assert shell("wektor --help | head -c 1").stderr == ""


def test_any_letter_can_be_written_whatever_the_encoding() -> None:
    done = shell("wektor read - --lang en --format csv < /dev/null", encoding="ascii")
    assert done.returncode == 2 and "Traceback" not in done.stderr


def test_a_terminal_is_not_played_with(tmp_path: Path) -> None:
    odd = tmp_path / "a\nb\x1b[31m\u202e.txt"
    told = CliRunner().invoke(build_app(), ["read", str(odd)]).stderr
    assert "a\\nb\\x1b[31m\\u202e.txt: no file bears such a name" in told and told.count("\n") == 1
    odd.write_text("Nigeria ordered\x1b[31m 24 M-346 jets from Leonardo in 2021.", encoding="utf-8")
    shown = CliRunner().invoke(build_app(), ["read", str(odd), "--lang", "en"]).stdout
    assert "\x1b" not in shown and "\\x1b[31m" in shown
    assert visible("żółć 👩‍👧 co­op\t") == "żółć 👩‍👧 co­op\\t"


@pytest.mark.skipif(os.name == "nt", reason="names are letters there")
def test_a_name_of_bytes_that_are_no_letters_can_be_printed(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt")
    Path(name).write_text("Nigeria ordered 24 M-346 jets from Leonardo in 2021.", encoding="utf-8")
    [document] = load([name])
    [missing] = load([name + "x"])
    assert isinstance(missing, SetAside) and not isinstance(document, SetAside)
    assert document.id == "��" and missing.place.encode("utf-8")


def test_a_code_of_a_language_may_be_written_in_any_way(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Nigeria ordered 24 M-346 jets from Leonardo in 2021.", encoding="utf-8")
    for code in ("EN", "en-GB", "en_US"):
        assert CliRunner().invoke(build_app(), ["read", str(path), "--lang", code]).exit_code == 0


def test_numbers_that_no_database_counts_to(tmp_path: Path) -> None:
    for option in ("--limit", "--offset", "--min-sources"):
        done = CliRunner().invoke(build_app(), ["deals", "--db", str(tmp_path / "none.db"), option, "9" * 30])
        assert done.exit_code == 2 and option in done.stderr


def test_a_gate_without_its_gold_is_no_pass(tmp_path: Path) -> None:
    done = CliRunner().invoke(build_app(), ["gate", "--evals", str(tmp_path / "none")])
    assert isinstance(done.exception, InputError) and "no such directory" in str(done.exception)
