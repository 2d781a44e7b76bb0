"""Kills a program that adds documents, again and again at random moments, and holds the register against one that was left in peace.

``python bench/killing.py 1000 50`` adds a thousand made-up articles with fifty kills (SIGKILL). It ends with an error if
anything is lost, doubled or different.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from wektor import Document, Register

_STATES = ("Kenya", "Norway", "Poland", "Peru", "Egypt", "Chile", "Morocco", "Estonia", "Vietnam", "Oman")
_MAKERS = (("Turkey", "Bayraktar TB2 drones"), ("France", "NH90 helicopters"), ("Italy", "AW109 helicopters"), ("Germany", "Leopard 2 tanks"))
_TEXTS = ("{taker} ordered {n} {item} from {giver} in {month} {year}.", "{giver} delivered {n} {item} to {taker} in {month} {year}.",
          "{taker} plans to buy {n} {item} from {giver}. A contract was signed in {month} {year}.")  # fmt: skip
_MONTHS = ("January", "March", "May", "July", "September", "November")


def articles(count: int) -> Iterator[Document]:
    """The same articles every time."""
    rng = random.Random(7)
    for number in range(count):
        giver, item = rng.choice(_MAKERS)
        year = rng.randrange(2005, 2024)
        text = rng.choice(_TEXTS).format(taker=rng.choice(_STATES), giver=giver, item=item, n=rng.randrange(2, 40), month=rng.choice(_MONTHS), year=year)
        yield Document(id=f"article-{number}", text=f"{text} This is report number {number}.", lang="en", published=f"{year + 1}-02-03")


def add(path: str, count: int) -> None:
    """Add them all; says once that it has begun."""
    with Register.open(path) as register:
        print("begun", flush=True)
        register.add(articles(count))


def state(path: str) -> tuple[list[str], dict[str, int], list[tuple[str, str]]]:
    """Documents, counts, and the marks of all that is derived."""
    with Register.open(path) as register, register.store.reader() as reader:
        return sorted(e.digest for e in reader.entries(limit=None)), reader.counts(), list(reader.marks())


def main() -> None:
    """Kill, add to the end, compare."""
    if sys.argv[1:2] == ["--add"]:
        add(sys.argv[2], int(sys.argv[3]))
        return
    count, kills = (int(a) for a in (*sys.argv[1:], "1000", "50")[:2])
    rng = random.Random(11)
    with tempfile.TemporaryDirectory() as folder:
        peace, war = str(Path(folder) / "peace.db"), str(Path(folder) / "war.db")
        before = time.perf_counter()
        add(peace, count)
        longest = time.perf_counter() - before
        for number in range(kills):
            child = subprocess.Popen([sys.executable, __file__, "--add", war, str(count)], stdout=subprocess.PIPE, text=True)
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(rng.random() * longest / kills * 3)
            child.kill()
            child.wait()
            held = len(state(war)[0])
            print(f"kill {number + 1}: {held} documents are held", flush=True)
        add(war, count)
        same = state(peace) == state(war)
    print("the same as left in peace" if same else "DIFFERENT")
    raise SystemExit(not same)


if __name__ == "__main__":
    main()
