"""Languages: everything that one language needs to be read, loaded once."""

from functools import cache
from typing import Any

from wektor.lexicon.calendar_words import DatePack
from wektor.lexicon.loading import language_pack, load_language
from wektor.lexicon.money_words import MoneyPack
from wektor.lexicon.number_words import NumberPack
from wektor.lexicon.packs import LanguagePack
from wektor.mentions.dates import DateGrammar
from wektor.mentions.money import MoneyGrammar
from wektor.mentions.numbers import NumberGrammar
from wektor.text.morphology import word_maker
from wektor.text.tokens import tokenize
from wektor.text.vocabulary import Vocabulary
from wektor.text.words import ADJ


class Language:
    """Everything one language needs, loaded once."""

    def __init__(self, code: str) -> None:
        own = language_pack(code, "language", LanguagePack)
        make = word_maker(code, own.morphology, own.irregular, own.name_endings)

        def keys(phrase: str, written: bool) -> list[tuple[str, ...]]:
            words = [t.word for t in tokenize(phrase, 0, len(phrase), make)]
            apart = len(words) > 1
            return [_written_keys(w, apart) if written else w.keys[:4] if n and w.owned else _pattern_keys(w) for n, w in enumerate(words)]

        self.compiled = load_language(code, keys)
        self.vocabulary = Vocabulary(self.compiled, make)
        self.frames = {f.id: f for f in self.compiled.frames.frames}
        self.families = {kind: family for family in self.compiled.valencies.families for kind in family}
        self.civil = frozenset(self.compiled.valencies.civil)
        self.instruments = frozenset(f.id for f in self.frames.values() if f.kind == "agreement" or f.id.startswith("contract"))
        numbers = language_pack(code, "numbers", NumberPack)
        self.numbers = NumberGrammar(numbers)
        money = language_pack(code, "money", MoneyPack)
        self.dates = DateGrammar(language_pack(code, "dates", DatePack), numbers, money.names())
        self.money = MoneyGrammar(money, self.numbers)
        self.inner = frozenset(own.abbreviations)
        self.final = frozenset(own.final_abbreviations)
        little = [p.words for p in self.compiled.grammar.prepositions] + list(self.compiled.grammar.words.values())
        self.closed = frozenset(w for words in little for w in words if " " not in w)
        self.openers = frozenset(own.sentence_openers)
        self.joiners = frozenset(own.clause_joiners)
        self.numbered = frozenset(own.numbered)


def _written_keys(word: Any, apart: bool) -> tuple[str, ...]:
    """Keys of a word that counts as it is written; an adjective beside another word agrees with that in whatever case."""
    agrees = apart and word.pos == ADJ and word.cases and not word.preps
    return tuple(dict.fromkeys((word.lower, *word.base)))[:4] if agrees else (word.lower,)


def _pattern_keys(word: Any) -> tuple[str, ...]:
    """Keys under which a pack's word is laid: its lemmas where it has any, else the form itself."""
    return (word.base or tuple(word.keys))[:4] if word.base or word.cases or word.verb_keys != word.keys else (word.lower,)


@cache
def language(code: str) -> Language:
    """The language's grammar, loaded once a process."""
    return Language(code)
