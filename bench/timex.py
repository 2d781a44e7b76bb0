"""Expected dates of public sets and of the project's own gold, in one shape."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import yaml

CLOCK = {"second", "minute", "hour"}
DUCKLING_DAY = "2013-02-12"


class Expected(msgspec.Struct, frozen=True):
    """A date that ``text[start:end]`` gives: first and last day; an open end is None; ``edtf`` where the set writes it."""

    text: str
    published: str | None
    start: int
    end: int
    first: str | None = None
    last: str | None = None
    edtf: str | None = None
    kind: str = "date"

    @property
    def counted(self) -> bool:
        """Months or years counted from the day: a set may keep the day or month of it ("two years ago")."""
        return bool(self.first and self.published and self.first[5 : len(self.first) if self.first == self.last else 7] in (self.published[5:], self.published[5:7]))



def duckling(folder: Path, lang: str) -> tuple[list[Expected], dict[str, int]]:
    """Examples to the day or coarser, each a whole text; and how many were left out, by reason."""
    found: list[Expected] = []
    left = {"clock times": 0, "no date": 0}
    for row in map(json.loads, (folder / f"{lang}.jsonl").open(encoding="utf-8")):
        if row["dimension"] != "Time" or row.get("negative"):
            continue
        if "grain" not in row or row["kind"] == "raw":
            left["no date"] += 1
        elif row["grain"] in CLOCK or "T00:00" not in (row.get("value") or row.get("from")):
            left["clock times"] += 1
        else:
            first, last = _duckling_days(row)
            kind = "holiday" if "Holiday" in row["expr"] else row["kind"]
            found.append(Expected(row["text"], DUCKLING_DAY, 0, len(row["text"]), first, last, None, kind))
    return found, left


def duckling_negatives(folder: Path, lang: str) -> list[str]:
    """Texts without a date."""
    rows = map(json.loads, (folder / f"{lang}.jsonl").open(encoding="utf-8"))
    return [r["text"] for r in rows if r.get("negative") and r["dimension"] == "Time"]


def _duckling_days(row: dict) -> tuple[str | None, str | None]:
    if row["kind"] == "interval":
        return _day(row["from"]).isoformat(), (_day(row["to_exclusive"]) - dt.timedelta(days=1)).isoformat()
    day = _day(row["value"])
    if row["kind"] == "open_interval":
        before = (None, (day - dt.timedelta(days=1)).isoformat())
        return (day.isoformat(), None) if row["direction"] == "after" else before
    return day.isoformat(), (_after(day, row["grain"]) - dt.timedelta(days=1)).isoformat()


def _day(text: str) -> dt.date:
    """Months and days may be written 00: the first."""
    return dt.date.fromisoformat(text[:10].replace("-00", "-01"))


def _after(day: dt.date, grain: str) -> dt.date:
    months = {"month": 1, "quarter": 3, "year": 12}.get(grain)
    if months is None:
        return day + dt.timedelta(days=7 if grain == "week" else 1)
    at = day.year * 12 + day.month - 1 + months
    return dt.date(at // 12, at % 12 + 1, 1)


def recognizers(folder: Path, language: str) -> list[Expected]:
    """Dates and periods of days that the parsers' specifications give, past reading and future reading."""
    found = []
    for name in ("DateParser", "DatePeriodParser"):
        for row in json.loads((folder / "Specs" / "DateTime" / language / f"{name}.json").read_text(encoding="utf-8-sig")):
            day = row.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10]
            for result in row["Results"]:
                value = result.get("Value") or {}
                for reading in (value.get("PastResolution") or {}, value.get("FutureResolution") or {}):
                    for first, last in _recognized(reading):
                        found.append(Expected(row["Input"], day, result["Start"], result["Start"] + result["Length"], first, last))
    return found


def _recognized(reading: dict) -> Iterator[tuple[str | None, str | None]]:
    """First and last day: the end of a period is exclusive, that of "from 4 to 22 May" is not, and nothing tells which."""
    if "date" in reading and reading["date"] > "0001-01-01":
        yield reading["date"], reading["date"]
    first, last = reading.get("startDate"), reading.get("endDate")
    if first and last and last > "0002":
        yield first, (dt.date.fromisoformat(last) - dt.timedelta(days=1)).isoformat()
        yield first, last


def news(path: Path) -> Iterator[tuple[str, str | None, list[Expected]]]:
    """Sentences of the project's own gold: text, day of publication, the dates it gives and whether they lie ahead."""
    for row in yaml.safe_load(path.read_text(encoding="utf-8")):
        published = str(row["published"]) if row.get("published") else None
        expected, at = [], 0
        for words, value in (row.get("dates") or {}).items():
            start = row["text"].find(str(words), at)
            if start < 0:
                raise SystemExit(f"{path}: “{words}” does not stand in “{row['text']}”")
            at = start + len(str(words))
            ahead = row.get("ahead") is True or words in _listed(row.get("ahead"))
            expected.append(Expected(row["text"], published, start, at, None, None, str(value), "ahead" if ahead else "date"))
        yield row["text"], published, expected


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
