"""Answers of a large register against what they must reach: each within a second, a brief within ten.

``python bench/answers.py 1000000`` fills a register of a million made-up claims in a temporary SQLite file, then prints the
median and worst time of each answer over different states, of which so much to get its view of the register, and of
processor time. ``--db PATH`` keeps the file or names one, ``--filled`` measures one that is there.
"""

import argparse
import contextlib
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from register import STATES, fill

from wektor import Register
from wektor.app.answers import Answers
from wektor.testing import LedgerSettings, make_ledger

Ask = Callable[[str], object]


def questions(ask: Answers) -> Iterator[tuple[str, Ask]]:
    """Each answer, as a question about a state."""
    yield "partners", lambda s: ask.partners(s)
    yield "partners by value", lambda s: ask.partners(s, "value")
    yield "partners, windows", lambda s: ask.windows(s, 5)
    yield "fleet", lambda s: ask.fleet(s)
    yield "localisation", lambda s: ask.localisation(s)
    yield "phases", lambda s: ask.phases(s, "USA" if s != "USA" else "FRA")
    yield "shift", lambda s: ask.shift(s)
    yield "whatif", lambda s: ask.whatif(s, "USA" if s != "USA" else "FRA")
    yield "slippage of all", lambda s: ask.slippage()
    yield "firsts of all", lambda s: ask.firsts()
    yield "network of states", lambda s: ask.network()
    yield "network of firms", lambda s: ask.network("firms")
    yield "brief", lambda s: ask.brief(s)


class Watch:
    """Adds up the time that the register takes to give views."""

    def __init__(self, register: Register) -> None:
        self.spent, self._view = 0.0, register.view
        register.view = self  # type: ignore[method-assign, assignment]

    def __call__(self, *args: object, **options: object) -> object:
        before = time.perf_counter()
        view = self._view(*args, **options)  # type: ignore[arg-type]
        self.spent += time.perf_counter() - before
        return view


def measure(name: str, ask: Ask, watch: Watch, states: tuple[str, ...]) -> None:
    """A line: median and worst over the states, the median of what views took, and of processor time."""
    times, views, busy = [], [], []
    for state in states:
        watch.spent, before, began = 0.0, time.perf_counter(), time.process_time()
        ask(state)
        times.append(time.perf_counter() - before)
        views.append(watch.spent)
        busy.append(time.process_time() - began)
    print(f"{name:<22}{statistics.median(times):>9.2f} s{max(times):>9.2f} s{statistics.median(views):>9.2f} s{statistics.median(busy):>9.2f} s", flush=True)


def main() -> None:
    """Fill, then ask."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", type=int, nargs="?", default=100_000)
    parser.add_argument("--db", default=None)
    parser.add_argument("--filled", action="store_true")
    parser.add_argument("--only", default="", help="only answers whose name holds this")
    said = parser.parse_args()
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        register = stack.enter_context(Register.open(said.db or folder / "register.db"))
        if not said.filled:
            before = time.perf_counter()
            fill(register, make_ledger(LedgerSettings(claims=said.claims)))
            print(f"filled in {time.perf_counter() - before:.0f} s")
        print(f"{register.counts()}\n{'answer':<22}{'median':>11}{'worst':>11}{'view':>11}{'of CPU':>11}")
        watch = Watch(register)
        for name, ask in questions(Answers(register)):
            if said.only in name:
                ask(STATES[0])
                measure(name, ask, watch, STATES[:3] if "of" in name.split() else STATES)


if __name__ == "__main__":
    main()
