"""Where compiled packs are kept between runs: the newest by use, a few of each language; done without where nothing can be kept."""

import os
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

import platformdirs

_DAY = 86_400
_KEPT = 30 * _DAY  # that something unused is kept
_SETS = 6  # of one language, each of other packs or other code; what was used a moment ago is kept beyond
_MOMENT = 600


def place(code: str, digest: str, what: str = "") -> Path:
    """Where something made of a language's packs is kept."""
    return Path(platformdirs.user_cache_dir("wektor")) / f"{code}-{digest}{what}.msgpack"


def fetch(path: Path) -> bytes:
    """What is kept there, which counts as used. Raises OSError where nothing is."""
    data = path.read_bytes()
    with suppress(OSError):
        if path.stat().st_mtime < time.time() - _DAY:
            os.utime(path)
    return data


def keep(path: Path, data: bytes) -> None:
    """Write atomically, and make room; what cannot be written, or has no home, is done without."""
    import tempfile  # which takes a while to load, and seldom is needed

    if not path.is_absolute():
        return
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(name, path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        _make_room(path.parent)


def _make_room(shelf: Path) -> None:
    """Remove what nothing has used for long, and sets beyond the newest few of a language. Others may do the same at this moment."""
    now, sets = time.time(), defaultdict[str, dict[str, list[tuple[float, Path]]]](lambda: defaultdict(list))
    for path in shelf.iterdir():
        with suppress(OSError):
            used = path.stat().st_mtime
            if path.suffix == ".msgpack":
                code, _, rest = path.stem.partition("-")
                sets[code][rest.partition("-")[0]].append((used, path))
            elif path.name.startswith("tmp") and path.is_file() and used < now - _MOMENT:  # what a run that was stopped left
                path.unlink(missing_ok=True)
    for held in sets.values():
        newest = sorted(held.values(), key=lambda files: max(files)[0], reverse=True)
        for number, files in enumerate(newest):
            last = max(files)[0]
            if last < now - _KEPT or (number >= _SETS and last < now - _MOMENT):
                for _, path in files:
                    with suppress(OSError):
                        path.unlink(missing_ok=True)
