"""The compiled forms of packs are kept, and not for ever."""

import os
import time
from pathlib import Path

import pytest

from wektor.lexicon import loading
from wektor.lexicon.loading import load_phrases


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(loading.platformdirs, "user_cache_dir", lambda name: str(tmp_path))
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
    monkeypatch.setattr(loading.platformdirs, "user_cache_dir", lambda name: str(cache / "file" / "wektor"))
    (cache / "file").write_bytes(b"")
    assert load_phrases("pl")[0]
