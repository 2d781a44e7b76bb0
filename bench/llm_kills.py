"""A thousand documents read by a model that fails in every way, and SIGKILL twice: every document ends as it should, no call is paid twice.

``python -m bench.llm_kills [--documents 1000] [--kills 2] [--seed 7]``. Documents are made up, of one part or two. One in ten meets a failure,
each of the sorts of ``wektor.testing.SPOILT`` and ``FAILED`` in turn; some failures pass, others stay. ``wektor add --engine llm`` is killed at random
moments and started again until it ends. Then the register must hold every document in the state that its failure leads to, and each request must have been
answered once. Calls that were under way at a kill cannot be known to have been answered: they are made again, told by the next run, and counted apart.
"""

import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from wektor import Register
from wektor.testing import FAILED, SPOILT, FakeModel, Play
from wektor.testing.models import digest_of

START = "import sys; from wektor.cli import main; sys.argv[0] = 'wektor'; main()"
HANDS = 8
_STAYING = ("refused", "filtered", "empty", "prose", "translated", "busy", "broken", "unavailable", "void", "page")
_FILLER = "Nothing else happened in town that day, and the weather stayed as it was. " * 120


class Script:
    """What becomes of each document: its failure, whether it stays, and the state that it must end in."""

    def __init__(self, number: int, sorts: list[str]) -> None:
        turn = number // 10
        self.number, self.parts = number, 2 if number % 20 == 5 or number % 40 == 0 else 1
        self.sort = sorts[turn % len(sorts)] if number % 10 == 5 else None
        untold = self.sort == "translated" and self.parts == 2  # the part that fails tells nothing, and nothing is the same in every language
        self.stays = self.sort in _STAYING and turn // len(sorts) % 3 < 2 and not untold
        self.state = "read" if not self.stays else "partly" if self.parts == 2 else "failed"

    def text(self) -> str:
        """The document; its last part is the one that fails."""
        order = f"Norway ordered {self.number + 2} K9 howitzers from South Korea in December 2022."
        return f"{order}\n{_FILLER}\nThat was story {self.number} of the series." if self.parts == 2 else f"{order} That was story {self.number} of the series."

    def claims(self, asked: str) -> str:
        """The right answer to a part."""
        order = f"Norway ordered {self.number + 2} K9 howitzers from South Korea in December 2022."
        claim = {"kind": "order", "status": "done", "date": "in December 2022", "evidence": [order],
                 "roles": {"supplier": ["South Korea"], "recipient": ["Norway"], "item": ["K9 howitzers"], "quantity": [str(self.number + 2)]}}  # fmt: skip
        return json.dumps({"claims": [claim] if order in asked else []})


class Model:
    """Plays the scripts, and keeps what was asked when."""

    def __init__(self, scripts: list[Script]) -> None:
        self._scripts, self._lock = scripts, threading.Lock()
        self.tries: Counter[str] = Counter()

    def __call__(self, body: dict[str, Any]) -> Play:
        """The answer to a request."""
        asked = str(body["messages"][1]["content"]).rpartition("<ARTICLE-")[2]
        number = int(asked.partition("That was story ")[2].partition(" ")[0] or -1)
        if number < 0:
            number = int(asked.partition("Norway ordered ")[2].partition(" ")[0] or 2) - 2
        script = self._scripts[number]
        with self._lock:
            digest = digest_of(body)
            self.tries[digest] += 1
            first = self.tries[digest] == 1
        good, fails = script.claims(asked), script.sort is not None and "That was story" in asked
        if not fails or script.sort is None:
            return good
        urged = "could not be used" in asked or "listed already" in asked
        spoil = (SPOILT | FAILED)[script.sort]
        return spoil(good) if script.stays or (first and not urged) else good


def main() -> int:
    """Print what happened; 1 if anything is wrong."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=1_000)
    options.add_argument("--kills", type=int, default=2)
    options.add_argument("--seed", type=int, default=7)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as room:
        return trial(Path(room), asked.documents, asked.kills, random.Random(asked.seed))


def trial(room: Path, count: int, kills: int, dice: random.Random) -> int:
    """Write, read, kill, read on, compare."""
    scripts = [Script(n, [*SPOILT, *FAILED]) for n in range(count)]
    folder = write(scripts, room)
    started = time.monotonic()
    with FakeModel(answer=Model(scripts), latency=0.02) as model:
        lost: set[str] = set()
        for _ in range(kills):
            aim = len(model.asked) + dice.randrange(count // 8, count // 3)
            process = start(folder, room, model.url)
            while process.poll() is None and len(model.asked) < aim:
                time.sleep(0.01)
            process.kill()
            process.wait()
            lost |= under_way(room)
            print(f"killed after {len(model.asked):,} calls, {sum(1 for _ in (room / 'cache' / 'under-way').glob('*'))} of them under way", flush=True)
        for _ in range(2):  # the second finds nothing to pay for but what got no answer
            end = start(folder, room, model.url).wait()
        faults = [*wrong_states(room, scripts), *paid_twice(model, lost)]
    sorts = Counter(script.state for script in scripts)
    print(f"{count:,} documents ({', '.join(f'{n:,} {state}' for state, n in sorts.items())}), {len(model.asked):,} calls, {time.monotonic() - started:.0f} s, exit {end}")
    print(f"paid twice: {len(list(paid_twice(model, lost)))}; under way at a kill and asked again: {sum(model.served[d] > 1 for d in model.served)} (at most {kills * HANDS})")
    print("\n".join(faults[:20]) or "every document is in its right state")
    return 1 if faults else 0


def write(scripts: list[Script], room: Path) -> Path:
    """The folder with the documents."""
    folder = room / "news"
    folder.mkdir()
    for script in scripts:
        (folder / f"{script.number:05}.txt").write_text(script.text(), encoding="utf-8")
    return folder


def start(folder: Path, room: Path, url: str, told: int = subprocess.DEVNULL) -> "subprocess.Popen[bytes]":
    """An add in a process of its own; ``told`` is where its words for people go."""
    settings = {"URL": url, "MODEL": "fake", "KEY": "none", "CACHE": str(room / "cache"), "CONCURRENCY": str(HANDS), "RETRIES": "2", "PAUSE": "0.01", "TIMEOUT": "2"}
    environment = os.environ | {f"WEKTOR_LLM_{name}": value for name, value in settings.items()}
    command = [sys.executable, "-c", START, "add", str(folder), "--engine", "llm", "--lang", "en", "--db", str(room / "register.db")]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=told)


def under_way(room: Path) -> set[str]:
    """The digests of calls that were under way when the program was killed."""
    return {mark.name.partition(".")[0] for mark in (room / "cache" / "under-way").glob("*")}


def wrong_states(room: Path, scripts: list[Script]) -> list[str]:
    """Documents that did not end as their scripts want it."""
    with Register.open(str(room / "register.db"), create=False) as register, register.store.reader() as reader:
        entries = reader.entries(limit=None)
        held = Counter(Path(e.place).stem for e in entries)
        failures = {Path(f.place).stem: f.reason for f in reader.failures(limit=None)}
        claims = Counter(record.document for record in reader.records())
        told = {Path(e.place).stem: claims[e.digest] for e in entries}
    faults = []
    for script in scripts:
        name = f"{script.number:05}"
        state = "failed" if not held[name] else "partly" if name in failures else "read"
        if state != script.state or held[name] > 1 or (held[name] and told[name] != 1):
            faults.append(f"{name}: {state}, not {script.state} ({script.sort}): {held[name]} times held, {told.get(name, 0)} claims, {failures.get(name, '')[:200]}")
    return faults


def paid_twice(model: FakeModel, lost: set[str]) -> list[str]:
    """Requests that were answered more than once, but for those that were under way at a kill."""
    names = {digest_of(body): name_of(body, model.url) for body in model.asked}
    return [f"paid {times} times: {names[digest][:12]}" for digest, times in model.served.items() if times > 1 and names[digest] not in lost]


def name_of(body: dict[str, Any], url: str) -> str:
    """The name under which wektor keeps the answer."""
    plain = {name: value for name, value in body.items() if name != "max_tokens"}
    return hashlib.sha256(msgspec.json.encode([plain, url, body["max_tokens"]], order="sorted")).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
