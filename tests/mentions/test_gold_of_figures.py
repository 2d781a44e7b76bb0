"""The project's own gold of dates and figures stays read."""

import pytest

from tests.mentions.reading import LANGUAGES, gold, read_dates
from wektor.engines.grammar import Analysis
from wektor.model import Document


def says(want: str, value: str | None) -> bool:
    return value is not None and want.strip("?~") == value.replace("?", "").replace("~", "")


@pytest.mark.parametrize("lang", (*LANGUAGES, "de"))
def test_news_dates(lang: str) -> None:
    right = total = false = found = 0
    for row in gold("dates", lang):
        text, published, ahead = row["text"], row.get("published"), row.get("ahead", False)
        dates, places, at = read_dates(text, lang, str(published) if published else None), [], 0
        for words, want in (row.get("dates") or {}).items():
            start = text.index(words, at)
            at = start + len(words)
            places.append((start, at))
            coming = ahead is True or (isinstance(ahead, list) and words in ahead)
            near = [(coming and d.future) or d.edtf for d in dates if d.span.start < at and start < d.span.end]
            total, right = total + 1, right + any(says(str(want), v) for v in near)
        found += len(dates)
        false += sum(not any(d.span.start < b and a < d.span.end for a, b in places) for d in dates)
    assert right / total >= 0.95
    assert false / found < 0.03


@pytest.mark.parametrize("lang", (*LANGUAGES, "de"))
def test_quantities_and_money(lang: str) -> None:
    right = total = false = 0
    for row in gold("numbers", lang):
        (sentence, *more) = Analysis(Document(id="gold", text=row["text"], lang=lang)).sentences
        counts = [n.value for s in (sentence, *more) for n in s.numbers]
        wanted = [tuple(v) if isinstance(v, list) else v for v in (row.get("count") or {}).values()]
        each = row.get("each") or []
        money = [(m.amount if isinstance(m.amount, tuple) else (m.amount, m.amount), m.currency) for s in (sentence, *more) for m in s.money]
        amounts = [amount(v) for words, v in (row.get("money") or {}).items() if words not in each]
        total += len(wanted) + len(amounts)
        right += sum(w in counts for w in wanted) + sum(a in money for a in amounts)
        false += max(0, len(counts) - len(wanted)) + max(0, len(money) - len(amounts))
    assert right / total >= 0.95
    assert false <= 2


def amount(text: str) -> tuple[tuple[float, float], str]:
    number, currency = text.split()
    low, _, high = number.partition("..")
    return (float(low), float(high or low)), currency
