"""The compiled forms of packs are kept, and not for ever."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from wektor.lexicon import shelf
from wektor.lexicon.loading import load_phrases


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(shelf.platformdirs, "user_cache_dir", lambda name: str(tmp_path))
    return tmp_path


def test_what_is_made_is_kept_and_what_was_made_long_ago_goes(cache: Path) -> None:
    ages = {"old": 31 * 86_400, "young": 86_400}
    for name, age in ages.items():
        (cache / f"pl-{name}.msgpack").write_bytes(b"")
        os.utime(cache / f"pl-{name}.msgpack", (time.time() - age,) * 2)
    made = load_phrases("pl")
    kept = {path.name for path in cache.iterdir()}
    assert "pl-old.msgpack" not in kept and "pl-young.msgpack" in kept and len(kept) > 1
    assert load_phrases("pl") == made


def test_a_cache_that_cannot_be_written_is_done_without(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf.platformdirs, "user_cache_dir", lambda name: str(cache / "file" / "wektor"))
    (cache / "file").write_bytes(b"")
    assert load_phrases("pl")[0]


def test_of_a_language_the_sets_that_were_used_last_are_kept(cache: Path) -> None:
    for hours in range(2, 12):
        for name in (f"pl-{hours:024}.msgpack", f"pl-{hours:024}-dates.msgpack", f"ru-{hours % 2:024}.msgpack"):
            (cache / name).write_bytes(b"")
            os.utime(cache / name, (time.time() - hours * 3600,) * 2)
    os.utime(cache / f"pl-{11:024}-dates.msgpack")  # used now: its whole set is
    (cache / "llm").mkdir()
    shelf.keep(cache / f"pl-{99:024}.msgpack", b"new")
    kept = {path.name.partition(".")[0] for path in cache.iterdir()}
    assert {n for n in kept if n.startswith("pl") and not n.endswith("dates")} == {f"pl-{n:024}" for n in (99, 11, 2, 3, 4, 5)}
    assert "llm" in kept and sum(n.startswith("ru") for n in kept) == 2


def test_what_was_used_a_moment_ago_is_kept_beyond(cache: Path) -> None:
    for number in range(20):
        shelf.keep(cache / f"pl-{number:024}.msgpack", b"new")
    assert len(list(cache.iterdir())) == 20


def test_reading_is_use(cache: Path) -> None:
    path = cache / "pl-0.msgpack"
    path.write_bytes(b"kept")
    os.utime(path, (time.time() - 20 * 86_400,) * 2)
    assert shelf.fetch(path) == b"kept" and path.stat().st_mtime > time.time() - 60


def test_what_a_stopped_run_left_goes_and_what_another_removes_is_no_fault(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, age in (("tmpold", 3600), ("tmpnew", 0)):
        (cache / name).write_bytes(b"")
        os.utime(cache / name, (time.time() - age,) * 2)
    (cache / "pl-gone.msgpack").symlink_to(cache / "nothing")  # as a file that is gone when it is looked at
    shelf.keep(cache / "pl-1.msgpack", b"new")
    assert not (cache / "tmpold").exists() and (cache / "tmpnew").exists() and (cache / "pl-1.msgpack").read_bytes() == b"new"


def test_without_a_home_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shelf.keep(Path("~/.cache/wektor/pl-1.msgpack"), b"new")
    assert not list(tmp_path.iterdir())


def test_processes_that_keep_at_once_leave_whole_files(cache: Path) -> None:
    """Each writes and makes room while the others do."""
    code = ("import sys\nfrom pathlib import Path\nfrom wektor.lexicon import shelf\nshelf._MOMENT = -1\n"
            "[shelf.keep(Path(sys.argv[1]) / f'pl-{n}{sys.argv[2]}.msgpack', bytes(5000)) for n in range(60)]")  # fmt: skip
    runs = [subprocess.Popen([sys.executable, "-c", code, str(cache), name], stderr=subprocess.PIPE) for name in "abc"]
    assert [run.communicate()[1] for run in runs] == [b""] * 3 and all(run.returncode == 0 for run in runs)
    kept = list(cache.iterdir())
    assert 0 < len(kept) <= 6 + 3 and all(path.stat().st_size == 5000 for path in kept)
