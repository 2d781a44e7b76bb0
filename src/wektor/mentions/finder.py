"""From phrases to mentions: select, name the unknown, combine, mark grammar."""

from wektor.mentions.actors import combine_actors
from wektor.mentions.items import build_items
from wektor.mentions.marking import mark_grammar
from wektor.mentions.names import find_names
from wektor.mentions.selection import select
from wektor.mentions.sentence import Sentence
from wektor.text.vocabulary import Vocabulary


def find_mentions(sentence: Sentence, vocabulary: Vocabulary) -> None:
    """Fill ``sentence.mentions`` (ordered by place). Needs ``sentence.numbers`` for quantities."""
    select(sentence)
    find_names(sentence, vocabulary)
    build_items(sentence)
    combine_actors(sentence, vocabulary.compiled.adjectives)
    sentence.mentions.sort(key=lambda m: m.i)
    mark_grammar(sentence, vocabulary)
