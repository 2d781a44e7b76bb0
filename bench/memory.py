"""Peak memory of reading in one language, and in all of them, each in a process of its own."""

import resource
import subprocess
import sys
from pathlib import Path

EVALS = Path(__file__).resolve().parent.parent / "evals"


def main() -> None:
    """A row a language, then all together."""
    from wektor.lexicon.loading import language_codes

    if len(sys.argv) > 1:
        _read(sys.argv[1].split(","))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        return
    codes = language_codes()
    for wanted in [*codes, ",".join(codes)]:
        megabytes = subprocess.run([sys.executable, __file__, wanted], check=True, capture_output=True, text=True).stdout.strip()
        print(f"{wanted:<20} {megabytes:>5} MB")


def _read(codes: list[str]) -> None:
    """Read every shipped article as if it were in each language: what loads, loads."""
    from wektor.app.pipeline import Pipeline
    from wektor.model import Document

    pipeline = Pipeline()
    for code in codes:
        for path in sorted(EVALS.glob("*.txt")):
            pipeline.read(Document(id=path.stem, text=path.read_text(encoding="utf-8"), lang=code))


if __name__ == "__main__":
    main()
