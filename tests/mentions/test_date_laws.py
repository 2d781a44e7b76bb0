"""Laws of dates, on made-up expressions of every language."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mentions.reading import LANGUAGES, dates_of, read_dates
from wektor.lexicon.calendar_words import DatePack
from wektor.lexicon.loading import language_pack
from wektor.mentions.dates import DateExpr, resolve
from wektor.mentions.dates.feasts import easter, feast_day, nth_weekday
from wektor.model import Edtf, Span

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31))
ROLES = {
    "day": st.integers(1, 31), "day2": st.integers(1, 31), "month": st.integers(1, 12), "month2": st.integers(1, 12), "year": st.integers(1900, 2099),
    "year2": st.integers(1900, 2099), "yy": st.integers(1950, 2049), "weekday": st.integers(1, 7), "season": st.integers(1, 4), "half": st.integers(1, 2),
    "quarter": st.integers(1, 4), "unit": st.sampled_from(["decade", "year", "half", "quarter", "month", "fortnight", "week", "weekend", "day"]), "count": st.integers(1, 99),
    "deictic": st.integers(-2, 2), "anaphor": st.integers(-1, 1), "distance": st.sampled_from([-1, 1]), "window": st.just(1), "sequel": st.sampled_from([-1, 1]),
    "adverb": st.integers(-3, 3), "ordinal": st.integers(1, 31), "nth": st.integers(1, 31), "decade": st.sampled_from([1950, 1990, 2010]),
    "tens": st.sampled_from([1950, 1990, 2010]), "part": st.sampled_from(["start", "mid", "end"]), "echo": st.just(0), "either": st.just(1),
    "lead": st.sampled_from(["since", "until", "by", "before", "after"]), "feast": st.sampled_from(["12-25", "02-29", "easter+1", "11-thu-4", "hijri 10-01", "nonsense"]),
    "shorthand": st.sampled_from(["year -1", "month 0 end"]),
}  # fmt: skip
EXPRESSIONS = st.dictionaries(st.sampled_from(sorted(ROLES)), st.none(), max_size=5).flatmap(lambda d: st.fixed_dictionaries({r: ROLES[r] for r in d}))


@settings(deadline=None, max_examples=60)
@given(st.lists(EXPRESSIONS, max_size=4), st.none() | DAYS)
def test_whatever_a_pattern_gives_resolves_to_edtf_or_nothing(expressions: list[dict[str, object]], day: dt.date | None) -> None:
    exprs = [DateExpr(v, Span(20 * i, 20 * i + 5)) for i, v in enumerate(expressions)]
    for date in resolve(exprs, day.isoformat() if day else None):
        for value in date.readings():
            known = Edtf.parse(value)
            assert known is not None, value
            assert known.first is None or known.last is None or known.first <= known.last


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(deadline=None, max_examples=60)
@given(day=DAYS, published=DAYS)
def test_a_whole_date_reads_back_whatever_the_day(lang: str, day: dt.date, published: dt.date) -> None:
    month = language_pack(lang, "dates", DatePack).months[day.month][1 if lang in ("pl", "ru", "uk") else 0]
    text = f"{day.day} {month.capitalize() if lang in ('en', 'tr') else month} {day.year}"
    assert [d.edtf for d in read_dates(text, lang, published.isoformat())] == [day.isoformat()]
    assert [d.edtf for d in read_dates(day.isoformat(), lang, published.isoformat())] == [day.isoformat()]


@settings(deadline=None, max_examples=60)
@given(DAYS, DAYS)
def test_a_range_is_in_order(a: dt.date, b: dt.date) -> None:
    (date,) = read_dates(f"between {a.day}.{a.month:02d}.{a.year} and {b.day}.{b.month:02d}.{b.year}", "en")[:1]
    assert date.edtf is not None


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(deadline=None, max_examples=60)
@given(text=st.text(max_size=80))
def test_any_text_is_read_without_a_break(lang: str, text: str) -> None:
    for expr in dates_of(lang).find(text, 0, len(text)):
        assert 0 <= expr.span.start < expr.span.end <= len(text)


@settings(deadline=None, max_examples=60)
@given(st.integers(1900, 2099))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    for church in (False, True):
        assert easter(year, church).isoweekday() == 7
        assert dt.date(year, 3, 21) < easter(year, church) < dt.date(year, 5, 10)


def test_feasts() -> None:
    assert [str(easter(y)) for y in (2013, 2018, 2024)] == ["2013-03-31", "2018-04-01", "2024-03-31"]
    assert [str(easter(y, True)) for y in (2018, 2024)] == ["2018-04-08", "2024-05-05"]
    assert str(feast_day("11-thu-4", 2013)) == "2013-11-28"
    assert str(feast_day("05-mon--1", 2012)) == "2012-05-28"
    assert feast_day("no rule", 2012) is None
    assert nth_weekday(2023, 2, 3, 5) is None
