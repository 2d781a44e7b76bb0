"""Dates in text, ours beside dateparser and Duckling: values right and false dates, by language.

``python bench/dates.py [--lang en,pl] [--sets news,duckling,recognizers] [--miss ours]``. Sets: ``news``, the project's
own gold (evals/dates); ``duckling`` and ``recognizers``, public sets under ``--data``. A value is *exact* where it covers
the same days; it *agrees* where it says the same as exactly as the codebook asks: a part of a month, year or season is
written as the whole with a modifier, what is counted in months or years is known to the month or year, and "the coming
two weeks" are both where Duckling means the second. Public sets write yearless dates ahead of their day, so there
readers are asked for the reading ahead.
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

import peers
import timex

from wektor.model import Edtf

_SHARED = Path(__file__).parents[2] / "shared" / "datasets"
_GOLD = Path(__file__).parents[1] / "evals" / "dates"
_NAMES = {"en": "English", "tr": "Turkish"}


def main() -> None:
    """Print one line for each language, set and reader."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--lang", default="en,pl,ru,uk,tr")
    options.add_argument("--sets", default="news,duckling,recognizers")
    options.add_argument("--readers", default="ours,dateparser,duckling")
    options.add_argument("--data", type=Path, default=_SHARED)
    options.add_argument("--miss", default="", help="print what this reader gets wrong")
    asked = options.parse_args()
    for name in asked.sets.split(","):
        for lang in asked.lang.split(","):
            for reader in asked.readers.split(","):
                read = getattr(peers, reader)(lang)
                if read is None:
                    print(f"{name:12s} {lang} {reader:10s} not installed")
                else:
                    for line in _SETS[name](lang, read, asked.data, asked.miss == reader):
                        print(f"{name:12s} {lang} {reader:10s} {line}")


def score_duckling(lang: str, read: peers.Reader, data: Path, miss: bool) -> Iterator[str]:
    """Single expressions: the value of the longest date found in each."""
    examples, left = timex.duckling(data / "timex-duckling-corpora", lang)
    for name, kinds in (("dates, intervals", {"instant", "interval", "open_interval"}), ("feasts", {"holiday"})):
        mine = [e for e in examples if e.kind in kinds]
        yield f"{name:16s} {_tally(mine, read, miss)}"
    negatives = timex.duckling_negatives(data / "timex-duckling-corpora", lang)
    false = [t for t in negatives if read(t, timex.DUCKLING_DAY, True)]
    if miss:
        yield from (f"  false: {t}" for t in false)
    yield f"false dates in {len(false)} of {len(negatives)} texts without one; left out: {', '.join(f'{n} {what}' for what, n in left.items())}"


def score_recognizers(lang: str, read: peers.Reader, data: Path, miss: bool) -> Iterator[str]:
    """Dates within made-up sentences; the past reading or the future one will do."""
    if lang in _NAMES:
        yield _tally(timex.recognizers(data / "timex-recognizers-text", _NAMES[lang]), read, miss)


def score_news(lang: str, read: peers.Reader, data: Path, miss: bool) -> Iterator[str]:
    """Running news: right values, and dates found where none is; each reader is told which dates are still to come."""
    right = exact = total = false = found = 0
    for text, published, expected in timex.news(_GOLD / f"{lang}.yaml"):
        both = {kind: read(text, published, kind == "ahead") for kind in {"date", *(e.kind for e in expected)}}
        dates = both["date"]
        total, found = total + len(expected), found + len(dates)
        for e in expected:
            values = [v for d in both[e.kind] if d.start < e.end and e.start < d.end for v in d.values]
            exact += (same := e.edtf in values)
            right += (ok := any(_says(str(e.edtf), v) for v in values))
            if miss and not same:
                yield f"  {'near' if ok else 'MISS'}: {text[e.start : e.end]!r} is {e.edtf}, read {values} in {text!r} ({published})"
        wrong = [d for d in dates if not any(d.start < e.end and e.start < d.end for e in expected)]
        false += len(wrong)
        if miss:
            yield from (f"  FALSE: {text[d.start : d.end]!r} {d.values} in {text!r}" for d in wrong)
    yield f"{total} dates: exact {_percent(exact, total)}, right {_percent(right, total)}; false {_percent(false, found)} of {found} found"


def _says(gold: str, value: str) -> bool:
    """The same days, doubt apart; "about" a day is that day."""
    return _same_days(gold.strip("?~"), value.replace("?", "").replace("~", ""))


def _same_days(a: str, b: str) -> bool:
    left, right = Edtf.parse(a), Edtf.parse(b)
    return left is not None and right is not None and (left.first, left.last) == (right.first, right.last)


def _tally(examples: Iterable[timex.Expected], read: peers.Reader, miss: bool) -> str:
    seen: dict[tuple[str, int], list[tuple[bool, bool]]] = {}
    shown = {}
    for e in examples:
        near = [d for d in read(e.text, e.published, True) if d.start < e.end and e.start < d.end]
        best = max(near, key=lambda d: d.end - d.start, default=None)
        verdicts = [_verdict(e, v, best.modifier) for v in (best.values if best else ())]
        seen.setdefault((e.text, e.start), []).extend(verdicts or [(False, False)])
        shown[(e.text, e.start)] = f"{e.text[e.start : e.end]!r} is {e.first}/{e.last}, read {[d.values for d in near]}"
    right = {k: any(a for _, a in v) for k, v in seen.items()}
    lines = "".join(f"\n    {shown[k]}" for k, ok in right.items() if not ok) if miss else ""
    return f"{len(seen)} texts: exact {_percent(sum(any(x for x, _ in v) for v in seen.values()), len(seen))}, agree {_percent(sum(right.values()), len(seen))}{lines}"


def _verdict(e: timex.Expected, value: str, modifier: str | None) -> tuple[bool, bool]:
    """Whether the value covers the same days, and whether it says the same as exactly as the codebook asks."""
    known = Edtf.parse(value)
    if known is None:
        return False, False
    exact = (known.first, known.last) == (e.first, e.last)
    return exact, exact or _within(e, known, modifier) or _open(e, known, modifier)


def _within(e: timex.Expected, known: Edtf, modifier: str | None) -> bool:
    """The whole of which the set gives a part or a point: see the head of this module."""
    if not (e.first and e.last and known.first and known.last):
        return False
    inside = known.first <= e.first and e.last <= known.last
    part = inside and modifier in ("start", "mid", "end")
    counted = inside and len(known.text) in (4, 7) and e.kind == "instant" and e.counted
    season = len(known.text) == 15 and known.first[:7] == e.first[:7] and known.last[:7] <= e.last[:7]
    coming = known.last == e.last and known.first <= e.first and e.kind == "instant" and "/" in known.text
    return part or counted or season or coming


def _open(e: timex.Expected, known: Edtf, modifier: str | None) -> bool:
    """An end is open in the set; we say it by the modifier ("by the end of the month")."""
    if e.first is None:
        return known.last == e.last or (modifier == "before" and known.first is not None and known.first > str(e.last))
    return e.last is None and modifier in ("after", "since") and known.first == e.first


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "none"


_SETS = {"news": score_news, "duckling": score_duckling, "recognizers": score_recognizers}

if __name__ == "__main__":
    main()
