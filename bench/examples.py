"""The example articles as documents with their days of publication, one a line: what ``make demo`` reads into a register.

    python bench/examples.py build/examples.jsonl
"""

import json
import sys
from pathlib import Path

EVALS = Path(__file__).parent.parent / "evals"
PUBLISHER = "wektor, example article"
FIRST = {"en-kazakhstan-long", "pl-kazachstan-dlugi"}  # read before, as files


def documents() -> list[dict[str, str | None]]:
    """A document for each text of the gold set, which knows its day and language."""
    found = []
    for path in sorted(EVALS.glob("*.txt")):
        text, gold = path.read_text(encoding="utf-8"), json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        if path.stem not in FIRST:
            found.append({"id": path.stem, "text": text, "title": text.partition("\n")[0].strip(), "published": gold.get("published"), "lang": gold.get("lang"),
                          "publisher": PUBLISHER, "url": f"evals/{path.name}"})  # fmt: skip
    return found


if __name__ == "__main__":
    Path(sys.argv[1]).write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents()), encoding="utf-8")
