"""Kills ``wektor add`` with SIGKILL at random moments, adds again, and compares with an add that nobody disturbed.

``python -m bench.kills [--files 1000] [--kills 50] [--seed 5]``. Files are made up: articles in two languages, copies of them, pages,
packed files, records, and files that cannot be read. Nothing may be lost, nothing doubled, and the registers must be equal.
"""

import argparse
import gzip
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
from bench.copies import EDITS, look_alikes

from wektor import Register

START = "import sys; from wektor.cli import main; sys.argv[0] = 'wektor'; main()"


class State(msgspec.Struct, frozen=True):
    """What a register holds: documents, claims, groups of near-copies, derived things with their marks, what failed."""

    documents: tuple[str, ...]
    claims: tuple[str, ...]
    groups: tuple[tuple[str, str], ...]
    things: tuple[tuple[str, str], ...]
    failures: tuple[tuple[str, str], ...]


def state_of(db: str) -> State:
    """The state of a register; a document or claim that is there twice is listed twice."""
    with Register.open(db, create=False) as register, register.store.reader() as reader:
        return State(
            documents=tuple(sorted(e.digest for e in reader.entries(limit=None))), claims=tuple(sorted(r.id for r in reader.records())),
            groups=tuple(sorted(reader.groups().items())), things=tuple(reader.marks()),
            failures=tuple(sorted((f.place, f.reason) for f in reader.failures(limit=None))),
        )  # fmt: skip


def write_files(folder: Path, count: int, dice: random.Random) -> None:
    """Files of many kinds."""
    stories: list[str] = []
    while len(stories) < count:
        stories += look_alikes(dice)
    for number, story in enumerate(stories[:count]):
        text = dice.choice(list(EDITS.values()))(dice.choice(stories[: number + 1]), dice) if number % 5 == 4 else story
        path = folder / f"{number // 100:02}" / f"{number:05}"
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, number % 10, text)


def _write(path: Path, kind: int, text: str) -> None:
    page = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    if kind == 1:
        path.with_suffix(".html").write_text(f"<html><body><article>{page}</article></body></html>", encoding="utf-8")
    elif kind == 2:
        path.with_suffix(".txt.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
    elif kind == 3:
        path.with_suffix(".jsonl").write_text(json.dumps({"text": text, "published": "2024-03-01"}) + "\n{broken\n", encoding="utf-8")
    elif kind == 4:
        path.with_suffix(".pdf").write_bytes(b"%PDF-1.4 broken")
    else:
        path.with_suffix(".txt").write_text(text, encoding="utf-8")


def start(folder: Path, db: str, program: str = START) -> "subprocess.Popen[bytes]":
    """An add in a process of its own."""
    command = [sys.executable, "-c", program, "add", str(folder), "--db", db]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def lost(before: State | None, after: State) -> Sequence[str]:
    """Documents that were committed and are gone, and documents or claims that are there twice."""
    gone = set(before.documents) - set(after.documents) if before else set()
    twice = [held for held in (after.documents, after.claims) if len(held) != len(set(held))]
    return [*sorted(gone), *(each for held in twice for each in held)]


def main() -> int:
    """Print what happened; 1 if anything was lost, doubled or different."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--files", type=int, default=1_000)
    asked.add_argument("--kills", type=int, default=50)
    asked.add_argument("--seed", type=int, default=5)
    told = asked.parse_args()
    dice = random.Random(told.seed)
    with tempfile.TemporaryDirectory() as room:
        return _trial(Path(room), told.files, told.kills, dice)


def _trial(room: Path, files: int, kills: int, dice: random.Random) -> int:
    folder = room / "news"
    write_files(folder, files, dice)
    started = time.monotonic()
    start(folder, str(room / "whole.db")).wait()
    seconds = time.monotonic() - started
    whole = state_of(str(room / "whole.db"))
    print(f"undisturbed: {len(whole.documents)} documents, {len(whole.claims)} claims, {len(whole.things)} things, {len(whole.failures)} set aside, {seconds:.0f} s")
    done = trials = wrong = 0
    while done < kills:
        trials += 1
        db, finished, before = str(room / f"killed-{trials}.db"), False, None
        while not finished:
            process = start(folder, db)
            if done < kills:
                finished = _kill(process, dice.uniform(0, seconds / 6))
                done += not finished
            else:
                finished = process.wait() == 0
            if Path(db).exists():
                after = state_of(db)
                wrong += bool(lost(before, after))
                before = after
        wrong += state_of(db) != whole
        print(f"register {trials}: {done} kills so far, {'equal' if state_of(db) == whole else 'DIFFERENT'}", flush=True)
    print(f"{done} kills, {trials} registers finished afterwards, {wrong} faults")
    return 1 if wrong else 0


def _kill(process: "subprocess.Popen[bytes]", seconds: float) -> bool:
    """Kill after so long; whether the process had ended of itself by then."""
    try:
        return process.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False


if __name__ == "__main__":
    sys.exit(main())
