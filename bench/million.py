"""Merges made-up ledgers of growing size from scratch: time, memory, growth; then one more document into the largest.

``python bench/million.py`` goes to a million claims, ``python bench/million.py 10000 100000`` to those sizes. Each size
runs in a process of its own; the claims are read from a file, as a store would give them. µs/claim are of processor time.
"""

import contextlib
import json
import pickle
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from wektor.model.register import ClaimRecord
from wektor.resolve import Deriver
from wektor.testing import LedgerSettings, make_ledger

SIZES = (10_000, 100_000, 1_000_000)
MORE = 50
Document = tuple[ClaimRecord, ...]


def write(path: Path, claims: int) -> None:
    """Write a ledger, document by document."""
    with path.open("wb") as file:
        for document in make_ledger(LedgerSettings(claims=claims)):
            pickle.dump(document, file, protocol=5)


def read(path: Path) -> Iterator[Document]:
    """The documents of a file."""
    with path.open("rb") as file, contextlib.suppress(EOFError):
        while True:
            yield pickle.load(file)


def run(path: Path, claims: int) -> dict[str, float]:
    """Merge the ledger of a file, then add documents one by one."""
    started, began = time.perf_counter(), time.process_time()
    deriver = Deriver(keep=False)
    deriver.add(r for document in read(path) for r in document)
    merged, busy = time.perf_counter(), time.process_time()
    deals = sum(1 for _ in deriver.deals())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    times = []
    for document in _more(claims):
        before = time.perf_counter()
        deriver.add(document)
        times.append(1000 * (time.perf_counter() - before))
    return {"claims": claims, "deals": deals, "seconds": merged - started, "busy": busy - began, "GB": memory, "median ms": statistics.median(times), "worst ms": max(times)}


def _more(claims: int) -> Iterator[Document]:
    """Documents that tell of the same undertakings, under digests of their own."""
    for number, document in enumerate(make_ledger(LedgerSettings(claims=claims))):
        if number >= MORE:
            return
        yield tuple(msgspec.structs.replace(r, id=f"{r.id[:-1]}x", document="f" + r.document[1:], copy_group="f" + r.document[1:]) for r in document)


def main() -> None:
    """Print the table, a line a size."""
    if sys.argv[1:2] == ["--run"]:
        print(json.dumps(run(Path(sys.argv[2]), int(sys.argv[3]))))
        return
    print(f"{'claims':>10}{'deals':>9}{'seconds':>9}{'of CPU':>9}{'µs/claim':>10}{'GB':>7}{'one more: median':>18}{'worst':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for claims in map(int, sys.argv[1:]) if sys.argv[1:] else SIZES:
            path = Path(folder) / f"{claims}.pickle"
            write(path, claims)
            done = subprocess.run([sys.executable, __file__, "--run", str(path), str(claims)], stdout=subprocess.PIPE, text=True, check=True)
            row = json.loads(done.stdout)
            print(f"{claims:>10,}{row['deals']:>9,}{row['seconds']:>9.1f}{row['busy']:>9.1f}{1e6 * row['busy'] / claims:>10.0f}{row['GB']:>7.2f}"
                  f"{row['median ms']:>15.1f} ms{row['worst ms']:>6.0f} ms", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
