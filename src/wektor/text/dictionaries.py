"""A language's pymorphy3 dictionary, where one is installed: it adds readings to those that the paradigms give."""

import unicodedata
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any, Final

from wektor.text.endings import FORMS, POS, Reading, Tags
from wektor.text.words import CASES, PL, SG

# OpenCorpora's grammemes -> our tags; see http://opencorpora.org/dict.php?act=gram
_CLASSES: Final = {"NOUN": "noun", "ADJF": "adj", "COMP": "adv", "VERB": "verb fin", "INFN": "verb inf", "GRND": "verb advp",
                   "NUMR": "num", "ADVB": "adv", "NPRO": "pron", "PRED": "verb fin pres", "PREP": "prep", "CONJ": "conj",
                   "PRCL": "adv", "INTJ": "adv"}  # fmt: skip
_CASES: Final = {"nomn": "nom", "gent": "gen", "datv": "dat", "accs": "acc", "ablt": "inst", "loct": "loc", "voct": "voc"}
_FORMS: Final = {"past": "past", "pres": "pres", "futr": "fut", "perf": "perf", "1per": "first", "Impe": "past imps"}
_NAMES: Final = frozenset({"Surn", "Name", "Patr"})

Dictionary = Callable[[str], list[Reading]]


def find_dictionary(code: str) -> Dictionary | None:
    """Readings by the dictionary of a language, or None where the package ``pymorphy3-dicts-<code>`` is not installed."""
    if find_spec(f"pymorphy3_dicts_{code}") is None:
        return None
    import pymorphy3

    analyser = pymorphy3.MorphAnalyzer(lang=code)
    return lambda form: [] if not has_named_letters(form) else [_reading(p) for p in analyser.parse(form) if p.is_known and p.tag.POS and not _NAMES & p.tag.grammemes]


def has_named_letters(form: str) -> bool:
    """Whether every letter has a name in Unicode; pymorphy3 asks for it, and fails at one without (Tangut)."""
    return all(unicodedata.name(letter, "") for letter in form if letter.isalpha())


def _reading(parse: Any) -> Reading:
    grammemes = parse.tag.grammemes
    names = f"{_CLASSES.get(parse.tag.POS, '')} {' '.join(ours for theirs, ours in _FORMS.items() if theirs in grammemes)}".split()
    pos, form = sum({POS[n] for n in names if n in POS}), sum({FORMS[n] for n in names if n in FORMS})
    cases = sum(CASES[ours] for theirs, ours in _CASES.items() if theirs in grammemes)
    number = (SG if "sing" in grammemes else 0) | (PL if "plur" in grammemes else 0)
    return Reading(parse.normal_form, Tags(pos, cases, number or (SG if cases else 0), form), True)
