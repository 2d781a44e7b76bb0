"""The parse that suits a language: by the order and the forms that its grammar pack declares."""

from wektor.grammar.asking import join_asked
from wektor.grammar.ellipsis import add_echoes
from wektor.grammar.final_gaps import add_final_gaps
from wektor.grammar.final_parse import FinalParse
from wektor.grammar.final_verbs import find_final_verbs
from wektor.grammar.gapping import with_gaps
from wektor.grammar.relations import Parse
from wektor.grammar.verb_groups import find_verbs
from wektor.lexicon.packs import GrammarPack
from wektor.mentions.sentence import Sentence


def parse_of(sentence: Sentence, grammar: GrammarPack) -> Parse:
    """The sentence's verbs, clauses and relations."""
    if grammar.head_final:
        return FinalParse(sentence, add_final_gaps(sentence, find_final_verbs(sentence)), grammar)
    verbs = find_verbs(sentence, grammar.cases)
    return Parse(sentence, with_gaps(sentence, verbs, grammar) if grammar.cases else add_echoes(sentence, join_asked(sentence, verbs)), grammar)
