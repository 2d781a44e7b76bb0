"""Morphology behind one call, by the name a language pack gives: ``analyse(surface) -> Word``."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence

from wektor.lexicon.loading import language_pack, load_phrases
from wektor.lexicon.paradigms import ParadigmPack
from wektor.text.dictionaries import find_dictionary
from wektor.text.english import english_analyser
from wektor.text.inflection import Inflection, paradigm_analyser
from wektor.text.polish import polish_analyser
from wektor.text.russian import russian_analyser
from wektor.text.turkish import turkish_analyser
from wektor.text.words import Word

Analyser = Callable[[Word], None]
_ANALYSERS: dict[str, Callable[[Mapping[str, Sequence[str]], Sequence[str]], Analyser]] = {
    "english": english_analyser,
    "morfeusz2": polish_analyser,
    "pymorphy3": russian_analyser,
    "akana": turkish_analyser,
}


def word_maker(code: str, name: str, irregular: Mapping[str, Sequence[str]], endings: Sequence[str]) -> Callable[[str], Word]:
    """A function that makes a Word of a surface form of the language ``code`` with the morphology ``name``.

    ``irregular`` maps forms to lemmas that the morphology does not know; ``endings`` are the case endings that a foreign
    name may take. The morphology ``paradigms`` runs the language's own table of endings, ``morphology.yaml``; a dictionary
    of the language adds to it where one is installed.
    """
    analyse = _by_paradigms(code, irregular) if name == "paradigms" else _ANALYSERS[name](irregular, endings)

    def make(surface: str) -> Word:
        lower = unicodedata.normalize("NFC", surface).lower().replace("i̇", "i").replace("’", "'").replace("‑", "-")
        word = Word(surface, lower)
        analyse(word)
        return word

    return make


def _by_paradigms(code: str, irregular: Mapping[str, Sequence[str]]) -> Analyser:
    paradigms = language_pack(code, "morphology", ParadigmPack)
    return paradigm_analyser(Inflection(paradigms, *load_phrases(code), irregular, find_dictionary(code)))
