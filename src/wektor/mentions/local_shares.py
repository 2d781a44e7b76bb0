"""The share of a product that is made in the country, in per cent, where a text gives it."""

import re
from functools import cache

from wektor.lexicon.loading import language_codes, language_pack
from wektor.lexicon.number_words import NumberPack
from wektor.mentions.numbers import NumberGrammar

_REACH = 48  # characters on either side, within what no mark cuts off
_CUT = re.compile(r"[,;:()«»„“”\"]")


def local_share(text: str, lang: str | None) -> float | None:
    """The share between 0 and 1 that a text says is made locally; of several the last, of a range the lower end; else None.

    >>> local_share("The share of local parts is to rise to 40 per cent by 2026.", "en")
    0.4
    """
    if lang not in language_codes():
        return None
    grammar, local = _words(lang)
    near = (n.value for n in grammar.percentages(text) if local.search(_beside(text, n.span.start, n.span.end)))
    shares = [(v[0] if isinstance(v, tuple) else v) / 100 for v in near]
    return next((s for s in reversed(shares) if 0 < s <= 1), None)


def _beside(text: str, start: int, end: int) -> str:
    """The words on either side of a percentage, up to the next mark."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    return _CUT.split(before)[-1] + " " + _CUT.split(after)[0]


@cache
def _words(lang: str) -> tuple[NumberGrammar, re.Pattern[str]]:
    pack = language_pack(lang, "numbers", NumberPack)
    stems = "|".join(re.escape(stem) for stem in pack.local) or "(?!)"
    return NumberGrammar(pack), re.compile(rf"\b(?:{stems})", re.IGNORECASE)
