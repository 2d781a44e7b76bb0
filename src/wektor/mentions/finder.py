"""From phrases to mentions: select, name the unknown, combine, mark grammar."""

from wektor.mentions.actors import combine_actors
from wektor.mentions.datelines import mark_dateline
from wektor.mentions.firms import claim_firms
from wektor.mentions.items import build_items
from wektor.mentions.learning import Learned
from wektor.mentions.marking import mark_grammar
from wektor.mentions.names import find_names
from wektor.mentions.scenery import mark_scenery
from wektor.mentions.selection import select
from wektor.mentions.sentence import Sentence
from wektor.mentions.units import claim_units
from wektor.mentions.vessels import class_ships, name_ships, number_hulls
from wektor.text.vocabulary import Vocabulary


def find_mentions(sentence: Sentence, vocabulary: Vocabulary, learned: Learned | None = None) -> None:
    """Fill ``sentence.mentions`` (ordered by place). Needs ``sentence.numbers`` for quantities.

    ``learned`` holds what earlier sentences of the text said of its names, and learns from this one.
    """
    learned = learned or Learned()
    name_ships(sentence)
    claim_firms(sentence)
    claim_units(sentence)
    select(sentence)
    number_hulls(sentence)
    find_names(sentence, vocabulary)
    learned.recall(sentence)
    build_items(sentence)
    class_ships(sentence)
    combine_actors(sentence, vocabulary.compiled.adjectives)
    sentence.mentions.sort(key=lambda m: m.i)
    mark_grammar(sentence, vocabulary)
    mark_scenery(sentence)
    mark_dateline(sentence)
    learned.study(sentence)
