"""Answers of a large register against what they must reach: each within a second, a brief within ten.

``python bench/answers.py 1000000`` fills a register of a million made-up claims in a temporary SQLite file, then prints of each answer
over different states the median and worst time by the clock and of processor time: warm, asked again and again in an open register,
and cold, as a command in a process of its own that finds none of the file in the system's cache. ``--db PATH|URL`` keeps the register or names an empty database,
``--from PATH`` carries the register of a file into it, ``--filled`` measures one that is there. Processor time is this program's: a
server spends its own, and keeps its cache. A register of a million claims is asked in a quarter of an hour about four states
(``--states``), ``--no-cold`` leaves the commands out; what fails is named in its line, and the rest goes on.
"""

import argparse
import contextlib
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from register import STATES, fill

from wektor import Register
from wektor.app.answers import Answers
from wektor.model import WektorError
from wektor.testing import LedgerSettings, make_ledger

Ask = Callable[[str], object]
Spent = tuple[float, float]  # seconds by the clock, and of processor time
_LONG = 300  # seconds: what takes longer is given up
_RUN = "import sys; from wektor.cli import main; sys.exit(main())"


def questions(ask: Answers) -> Iterator[tuple[str, Ask, Callable[[str], str]]]:
    """Each answer, as a question about a state, and as a command."""
    yield "partners", lambda s: ask.partners(s), lambda s: f"partners {s}"
    yield "partners by value", lambda s: ask.partners(s, "value"), lambda s: f"partners {s} --basis value"
    yield "partners, windows", lambda s: ask.windows(s, 5), lambda s: f"partners {s} --window 5"
    yield "fleet", lambda s: ask.fleet(s), lambda s: f"fleet {s}"
    yield "localisation", lambda s: ask.localisation(s), lambda s: f"localisation {s}"
    yield "phases", lambda s: ask.phases(s, _other(s)), lambda s: f"phases {s} {_other(s)}"
    yield "shift", lambda s: ask.shift(s), lambda s: f"shift {s}"
    yield "whatif", lambda s: ask.whatif(s, _other(s)), lambda s: f"whatif {s} --without {_other(s)}"
    yield "slippage of all", lambda s: ask.slippage(), lambda s: "slippage"
    yield "firsts of all", lambda s: ask.firsts(), lambda s: "firsts"
    yield "network of states", lambda s: ask.network(), lambda s: "network"
    yield "network of firms", lambda s: ask.network("firms"), lambda s: "network --level firms"
    yield "brief", lambda s: ask.brief(s), lambda s: f"brief {s}"


def _other(state: str) -> str:
    return "USA" if state != "USA" else "FRA"


def line(ask: Ask, command: Callable[[str], str], states: Sequence[str], db: str, chilled: bool) -> str:
    """One answer's line of the table; why it has none."""
    try:
        for state in states:
            ask(state)
        found = told(warm(ask, states))
        return f"{found}  {told(cold(command, states, db))}" if chilled else found
    except (WektorError, subprocess.SubprocessError) as error:
        return f"  failed: {str(error).splitlines()[0]}"


def warm(ask: Ask, states: Iterable[str]) -> Iterator[Spent]:
    """What each question takes in this program."""
    for state in states:
        before, began = time.perf_counter(), time.process_time()
        ask(state)
        yield time.perf_counter() - before, time.process_time() - began


def cold(command: Callable[[str], str], states: Iterable[str], db: str) -> Iterator[Spent]:
    """What each command takes from its start to its end, its output thrown away."""
    for state in states:
        forget(db)
        before, began = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", _RUN, *command(state).split(), "--db", db], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, timeout=_LONG)  # fmt: skip
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        yield time.perf_counter() - before, ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime


def forget(db: str) -> None:
    """Let the system forget what it holds of a file."""
    if Path(db).exists() and hasattr(os, "posix_fadvise"):
        file = os.open(db, os.O_RDONLY)
        os.fsync(file)
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(file)


def told(spent: Iterable[Spent]) -> str:
    """Median and worst by the clock, median and worst of processor time."""
    return "".join(f"{statistics.median(part):>8.2f}{max(part):>8.2f}" for part in zip(*spent, strict=True))


def main() -> None:
    """Fill, then ask."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", type=int, nargs="?", default=100_000)
    parser.add_argument("--db", default=None)
    parser.add_argument("--filled", action="store_true")
    parser.add_argument("--from", dest="source", type=Path, default=None, metavar="PATH")
    parser.add_argument("--only", default="", help="only answers whose name fits this pattern")
    parser.add_argument("--states", type=int, default=4, help="so many states; answers over all are asked three times at most")
    parser.add_argument("--no-cold", action="store_true", help="only in an open register, not as commands")
    said = parser.parse_args()
    with contextlib.ExitStack() as stack:
        db = said.db or str(Path(stack.enter_context(tempfile.TemporaryDirectory())) / "register.db")
        if said.source:
            from carrying import carry  # with the server's driver

            carry(said.source, db)
        register = stack.enter_context(Register.open(db))
        if not (said.filled or said.source):
            before = time.perf_counter()
            fill(register, make_ledger(LedgerSettings(claims=said.claims)))
            print(f"filled in {time.perf_counter() - before:.0f} s")
        print(f"{register.counts()}\nload of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; seconds")
        columns = f"{'median':>8}{'worst':>8}{'CPU':>8}{'worst':>8}"
        both = (f"{'warm':>32}{'cold':>34}", f"{columns}  {columns}") if not said.no_cold else (f"{'warm':>32}", columns)
        print(f"{'':<20}{both[0]}\n{'answer':<20}{both[1]}")
        for name, ask, command in questions(Answers(register)):
            if re.search(said.only, name):
                states = STATES[: min(3, said.states) if "of" in name.split() else said.states]
                print(f"{name:<20}{line(ask, command, states, db, not said.no_cold)}", flush=True)


if __name__ == "__main__":
    main()
