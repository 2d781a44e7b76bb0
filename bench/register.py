"""Views of a large register: pages of 50 rows, and one more document, against what they must reach.

``python bench/register.py 1000000`` fills a register of a million made-up claims in a temporary SQLite file (or the
database at ``--db URL``, which must be empty), then prints the median and worst time of each view over different
questions, and of adding and judging in the open register. ``--keep PATH`` keeps the file, ``--filled`` measures one
that is there.
"""

import argparse
import itertools
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from wektor import Register
from wektor.model import Document
from wektor.model.ledger import Entry, Reading
from wektor.model.register import ClaimRecord
from wektor.model.views import Filters, Page
from wektor.testing import LedgerSettings, make_ledger

LOT = 4000  # documents in a transaction
_WORD = re.compile(r"[^\W_]+")
STATES = ("KAZ", "POL", "TUR", "USA", "NOR", "IND", "EGY", "BRA", "VNM", "KEN")
Paper = tuple[ClaimRecord, ...]


def lay(paper: Paper) -> tuple[Entry, Reading]:
    """A made-up document as the ledger keeps it; words are those of its names."""
    head = paper[0]
    text = " ".join(f.text for r in paper for group in r.claim.roles.values() for f in group)
    terms = {r.id: tuple(dict.fromkeys(w.casefold() for g in r.claim.roles.values() for f in g for w in _WORD.findall(f.text))) for r in paper}
    document = Document(id=head.document, text=text, published=head.published, publisher=head.publisher, lang=head.lang)
    return (Entry(digest=head.document, document=document, place=head.document),
            Reading(document=head.document, engine="made up", version="1", packs="", lang=head.lang, records=paper, terms=terms))  # fmt: skip


def fill(register: Register, papers: Iterable[Paper]) -> None:
    """Lay documents down lot by lot, then derive them all."""
    store, rest = register.store, iter(papers)
    while lot := list(itertools.islice(rest, LOT)):
        with store.writer() as writer:
            run = writer.begin("add", "2024-01-01T00:00:00Z", "made up")
            laid = [lay(paper) for paper in lot]
            writer.put_entries(run, [entry for entry, _ in laid])
            writer.put_readings(run, [reading for _, reading in laid])
    register.rebuild()
    store.settle()


def add(register: Register, paper: Paper) -> None:
    """One more document, as ``Register.add`` commits it."""
    entry, reading = lay(paper)
    with register._keeper.writing(register.store) as (writer, keeper):
        run = writer.begin("add", "2024-01-02T00:00:00Z")
        writer.put_entries(run, [entry])
        writer.put_readings(run, [reading])
        keeper.add(writer, run, paper)


def views(register: Register) -> Iterator[tuple[str, Callable[[str], object]]]:
    """Each view, as a question about a state."""
    yield "deals", lambda s: register.deals()
    yield "deals, page 100", lambda s: register.deals(page=Page(50, 5000))
    yield "deals of a state", lambda s: register.deals(Filters(state=(s,)))
    yield "deals, four filters", lambda s: register.deals(Filters(state=(s,), cls=("aircraft",), since="2015", sources=2))
    yield "deals as of a day", lambda s: register.deals(Filters(state=(s,)), as_of="2024-01-01")
    yield "deal", lambda s: register.deal(register.deals(Filters(state=(s,)), Page(1))[0].id)
    yield "timeline of one", lambda s: register.timeline(s)
    yield "timeline of two", lambda s: register.timeline(s, "USA" if s != "USA" else "FRA")
    yield "fleet", lambda s: register.fleet(s)
    yield "conflicts of a state", lambda s: register.conflicts(Filters(state=(s,)))
    yield "entities of a state", lambda s: register.entities(state=(s,))
    yield "search, one word", lambda s: register.search("ministry")
    yield "search in a state", lambda s: register.search("ministry defence", Filters(state=(s,)))
    yield "changes", lambda s: register.changes(register.runs(Page(1))[0].number - 1, Page(50))


def measure(name: str, work: Callable[[str], object]) -> None:
    """Median and worst time over the states, each after a first look; and the median of processor time in this program."""
    times, busy = [], []
    for state in STATES:
        work(state)
        before, began = time.perf_counter(), time.process_time()
        work(state)
        times.append(1000 * (time.perf_counter() - before))
        busy.append(1000 * (time.process_time() - began))
    print(f"{name:<24}{statistics.median(times):>10.1f} ms{max(times):>10.1f} ms{statistics.median(busy):>10.1f} ms", flush=True)


def more(claims: int) -> Iterator[Paper]:
    """Further documents about the same undertakings."""
    for paper in make_ledger(LedgerSettings(claims=claims)):
        yield tuple(msgspec.structs.replace(r, id=f"{r.id[:-1]}x", document="f" + r.document[1:], copy_group="f" + r.document[1:]) for r in paper)


def main() -> None:
    """Fill, look, add, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", type=int, nargs="?", default=100_000)
    parser.add_argument("--db", default=None)
    parser.add_argument("--filled", action="store_true")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Register.open(said.db or Path(folder) / "register.db") as register:
        before = time.perf_counter()
        if not said.filled:
            fill(register, make_ledger(LedgerSettings(claims=said.claims)))
        print(f"{register.counts()} in {register.store.url}, filled in {time.perf_counter() - before:.0f} s")
        print(f"{'view':<24}{'median':>13}{'worst':>13}{'of CPU':>13}")
        for name, work in views(register):
            measure(name, work)
        papers = more(said.claims)
        measure("one more document", lambda s: add(register, next(papers)))
        judged = iter(register.deals(page=Page(40)))
        measure("one judgement", lambda s: register.judge("accept", next(judged).id, by="bench"))


if __name__ == "__main__":
    main()
