"""Quantities and money in running text, against the project's own gold (evals/numbers): right values and false ones.

``python bench/figures.py [--lang en,pl] [--miss]``. A figure is right if its value is the gold's, its place overlaps the
gold's words and, for money, the currency and whether it is a unit's price are right too. All that is found beside the
gold is false: ordinals, measures, designations, percentages, dates count nothing.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import yaml

from wektor.engines.grammar import Analysis, language
from wektor.mentions.money import settle
from wektor.model import Document

_GOLD = Path(__file__).parents[1] / "evals" / "numbers"

Seen = list[tuple[int, int, object]]


def main() -> None:
    """Print one line for each language and sort of figure."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--lang", default="en,pl,ru,uk,tr")
    options.add_argument("--miss", action="store_true")
    asked = options.parse_args()
    for lang in asked.lang.split(","):
        for line in score(lang, asked.miss):
            print(f"{lang}: {line}")


def score(lang: str, miss: bool) -> Iterator[str]:
    """Counts and money of one language."""
    tally = {"counts": [0, 0, 0], "money": [0, 0, 0]}
    for row in yaml.safe_load((_GOLD / f"{lang}.yaml").read_text(encoding="utf-8")):
        counts, money = read(row["text"], lang)
        wanted = {"counts": {k: _value(v) for k, v in (row.get("count") or {}).items()}, "money": _amounts(row)}
        for sort, seen in (("counts", counts), ("money", money)):
            right, total, false, lines = _compare(row["text"], wanted[sort], seen)
            tally[sort] = [a + b for a, b in zip(tally[sort], (right, total, false), strict=True)]
            if miss:
                yield from lines
    for sort, (right, total, false) in tally.items():
        yield f"{sort}: {right} of {total} right ({100 * right / total:.1f} %), {false} false"


def read(text: str, lang: str) -> tuple[Seen, Seen]:
    """Counts and amounts of money that the reading finds."""
    counts: Seen = []
    money: Seen = []
    own = language(lang)
    for s in Analysis(Document(id="gold", text=text, lang=lang)).sentences:
        states = {m.state for m in s.mentions if m.state}
        counts += [(n.span.start, n.span.end, n.value) for n in s.numbers]
        for found in own.money.find(text, s.lo, s.hi):
            m = settle(found, states)
            low, high = m.amount if isinstance(m.amount, tuple) else (m.amount, m.amount)
            money.append((m.span.start, m.span.end, (low, high, m.currency, m.each)))
    return counts, money


def _compare(text: str, wanted: dict[str, object], seen: Seen) -> tuple[int, int, int, list[str]]:
    right, lines, taken, at = 0, [], [], 0
    for words, value in wanted.items():
        start = text.find(words, at)
        if start < 0:
            raise SystemExit(f"“{words}” does not stand in “{text}”")
        at = start + len(words)
        near = [x for x in seen if x[0] < at and start < x[1]]
        taken += near
        ok = [v for _, _, v in near] == [value]
        right += ok
        lines += [] if ok else [f"  MISS {words!r}: {value}, read {[(text[a:b], v) for a, b, v in near]} in {text!r}"]
    false = [x for x in seen if x not in taken]
    return right, len(wanted), len(false), lines + [f"  FALSE {text[a:b]!r} {v} in {text!r}" for a, b, v in false]


def _value(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _amounts(row: dict) -> dict[str, object]:
    found = {}
    for words, value in (row.get("money") or {}).items():
        amount, currency = value.split()
        low, _, high = amount.partition("..")
        found[words] = (float(low), float(high or low), currency, words in (row.get("each") or []))
    return found


if __name__ == "__main__":
    main()
