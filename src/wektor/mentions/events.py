"""Exercises by name: what the packs name one, and what a year behind its hyphen makes one ("Zapad-2021")."""

import re

from wektor.mentions.mention import Mention
from wektor.mentions.quotation import OPENING_NAMES
from wektor.mentions.sentence import Sentence
from wektor.text.vocabulary import Vocabulary

EXERCISE = "exercise"  # the class of such a name
_YEARED = re.compile(r"([^\W\d_]{3,})-(?:19|20)\d\d")


def name_drill(sentence: Sentence, i: int, j: int) -> Mention:
    """The name of an exercise at the tokens ``[i, j)``."""
    text = sentence.written(i, j)
    mention = Mention(i, j, "name", "org:" + "-".join(text.lower().split()), text, None)
    mention.cls = EXERCISE
    return mention


def beside_drill(sentence: Sentence, i: int, j: int) -> bool:
    """Whether a word for an exercise stands right before the name, quotation marks apart, or right behind it."""
    before = i - 1 if i and sentence.tokens[i - 1].word.text in OPENING_NAMES else i
    return any(m.entry.id == EXERCISE and m.entry.name == "noun" and (m.j == before or m.i in (j, j + 1)) for m in sentence.matches.frames)


def yeared_drill(text: str, vocabulary: Vocabulary) -> bool:
    """ "Zapad-2021": the name of an exercise that the packs know, with its year."""
    match = _YEARED.fullmatch(text)
    return match is not None and any(e.kind == "drill" for e in vocabulary.word(match[1]).meanings)
