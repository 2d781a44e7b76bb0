"""Reading single sentences in tests."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from wektor.lexicon.calendar_words import DatePack
from wektor.lexicon.loading import language_pack
from wektor.lexicon.money_words import MoneyPack
from wektor.lexicon.number_words import NumberPack
from wektor.mentions.dates import DateGrammar, ResolvedDate, resolve
from wektor.mentions.money import MoneyGrammar
from wektor.mentions.numbers import NumberGrammar

LANGUAGES = ("en", "pl", "ru", "uk", "tr")
EVALS = Path(__file__).parents[2] / "evals"


@cache
def dates_of(lang: str) -> DateGrammar:
    """The date grammar of a pack."""
    return DateGrammar(language_pack(lang, "dates", DatePack), language_pack(lang, "numbers", NumberPack), language_pack(lang, "money", MoneyPack).names())


@cache
def numbers_of(lang: str) -> NumberGrammar:
    """The number grammar of a pack."""
    return NumberGrammar(language_pack(lang, "numbers", NumberPack))


@cache
def money_of(lang: str) -> MoneyGrammar:
    """The money grammar of a pack."""
    return MoneyGrammar(language_pack(lang, "money", MoneyPack), numbers_of(lang))


def read_dates(text: str, lang: str, published: str | None = "2024-05-15") -> list[ResolvedDate]:
    """All dates of a text, as one sentence."""
    return resolve(dates_of(lang).find(text, 0, len(text)), published)


def values(text: str, lang: str, published: str | None = "2024-05-15") -> list[str | None]:
    """The values of a text's dates."""
    return [d.edtf for d in read_dates(text, lang, published)]


def gold(sort: str, lang: str) -> list[dict[str, Any]]:
    """Rows of evals/<sort>/<lang>.yaml."""
    rows: list[dict[str, Any]] = yaml.safe_load((EVALS / sort / f"{lang}.yaml").read_text(encoding="utf-8"))
    return rows
