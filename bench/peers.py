"""Readers of dates beside each other: our own, dateparser and Duckling; each gives spans with EDTF values."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path

import msgspec

from wektor.lexicon.calendar_words import DatePack
from wektor.lexicon.loading import language_pack
from wektor.lexicon.money_words import MoneyPack
from wektor.lexicon.number_words import NumberPack
from wektor.lexicon.packs import LanguagePack
from wektor.mentions.dates import DateGrammar, resolve
from wektor.text.sentences import split_sentences


class Found(msgspec.Struct, frozen=True):
    """A date that a reader found: its place, the EDTF values its words can have, the sense of a word beside it."""

    start: int
    end: int
    values: tuple[str, ...]
    modifier: str | None = None


Reader = Callable[[str, str | None, bool], list[Found]]


@cache
def _own(lang: str) -> tuple[DateGrammar, LanguagePack]:
    money = language_pack(lang, "money", MoneyPack).names()
    return DateGrammar(language_pack(lang, "dates", DatePack), language_pack(lang, "numbers", NumberPack), money), language_pack(lang, "language", LanguagePack)


def ours(lang: str) -> Reader:
    """This project's reading of dates."""
    grammar, pack = _own(lang)
    abbreviations = frozenset(pack.abbreviations), frozenset(pack.final_abbreviations), frozenset(pack.sentence_openers)

    def read(text: str, published: str | None, ahead: bool) -> list[Found]:
        exprs = [e for lo, hi in split_sentences(text, *abbreviations) for e in grammar.find(text, lo, hi)]
        return [Found(d.span.start, d.span.end, tuple(v for v in [(d.future if ahead else None) or d.edtf] if v), d.modifier) for d in resolve(exprs, published)]

    return read


def dateparser(lang: str) -> Reader | None:
    """dateparser's search with the language given; None where it is not installed."""
    try:
        from dateparser.date import DateDataParser
        from dateparser.search import search_dates
    except ImportError:
        return None

    def read(text: str, published: str | None, ahead: bool) -> list[Found]:
        base = dt.datetime.fromisoformat(published or dt.date.today().isoformat())
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "future" if ahead else "past"}
        parser, found, at = DateDataParser(languages=[lang], settings=settings), [], 0
        for words, moment in search_dates(text, languages=[lang], settings=settings) or []:
            start = text.find(words, at)
            at = start + len(words)
            period = parser.get_date_data(words).period
            width = {"year": 4, "month": 7}.get(period, 10)
            found.append(Found(start, at, (moment.date().isoformat()[:width],)))
        return found

    return read


def duckling(lang: str) -> Reader | None:
    """Duckling's own parser; None where ``pyduckling-native-phihos`` or its time zones are not installed."""
    try:
        import duckling as native
    except ImportError:
        return None
    if not Path("/usr/share/zoneinfo").is_dir():
        return None
    zones = native.load_time_zones("/usr/share/zoneinfo")
    locale, dimensions = native.default_locale_lang(native.parse_lang(lang.upper())), native.parse_dimensions(["time"])

    def read(text: str, published: str | None, ahead: bool) -> list[Found]:
        moment = dt.datetime.fromisoformat((published or dt.date.today().isoformat()) + "T04:30:00+00:00")
        context = native.Context(native.parse_ref_time(zones, "UTC", int(moment.timestamp())), locale)
        return [Found(r["start"], r["end"], v) for r in native.parse(text, context, dimensions, False) if (v := _duckled(r["value"]))]

    return read


def _duckled(value: dict) -> tuple[str, ...]:
    """Duckling's values as EDTF; the end of its intervals is exclusive; clock times give their day."""
    found = []
    for one in value.get("values") or [value]:
        if one.get("type") == "interval":
            first, last = one.get("from"), one.get("to")
            left = _part(first["value"], first["grain"]) if first else ".."
            right = _part(_before(last["value"]), last["grain"]) if last else ".."
            found.append(f"{left}/{right}")
        else:
            found.append(_week(one["value"]) if one["grain"] == "week" else _months(one["value"], one["grain"]))
    return tuple(dict.fromkeys(found))


def _before(moment: str) -> str:
    return (dt.date.fromisoformat(moment[:10]) - dt.timedelta(days="T00:00" in moment)).isoformat()


def _part(moment: str, grain: str) -> str:
    return moment[: {"year": 4, "month": 7, "quarter": 7}.get(grain, 10)]


def _months(moment: str, grain: str) -> str:
    if grain != "quarter":
        return _part(moment, grain)
    return f"{moment[:7]}/{moment[:4]}-{int(moment[5:7]) + 2:02d}"


def _week(moment: str) -> str:
    first = dt.date.fromisoformat(moment[:10])
    return f"{first}/{first + dt.timedelta(days=6)}"
