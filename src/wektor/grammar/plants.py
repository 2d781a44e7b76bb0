"""Plants, lines and centres: spoken of themselves, or only as the scene of something else."""

from wektor.mentions.sentence import Sentence
from wektor.text.words import ACC, GEN, NOM


def speaks_of_plant(sentence: Sentence) -> bool:
    """Whether a plant is spoken of as more than the scene ("launched the ship at its yard"); money goes into plants."""
    plants = (k for k, t in enumerate(sentence.tokens) if "facility" in t.word.tags and not _names_firm(sentence, k))
    return any(sentence.money or not _is_scene(sentence, k) for k in plants)


def _names_firm(sentence: Sentence, k: int) -> bool:
    """Whether the word only says that a firm is a yard or works, and not that somebody shows "the plant X"."""
    firm = sentence.cover[k]
    if firm is None or firm.kind != "org" or not firm.cls:
        return False
    word = sentence.tokens[k].word
    shown = k == firm.i and not word.cap and bool(word.cases & ACC) and firm.prep is None and firm.coord is None
    return not (shown and any(m.actor and not m.adjectival and m.prep is None for m in sentence.mentions if m.j <= k))


def _is_scene(sentence: Sentence, k: int) -> bool:
    word = sentence.tokens[k].word
    if word.cases:
        return not word.cases & (NOM | ACC | GEN)
    for before in range(k - 1, max(-1, k - 5), -1):
        if not sentence.tokens[before].word.text[0].isalnum() and sentence.tokens[before].word.text[0] not in "-–'’":
            return False
        if sentence.has(before, "placeword"):
            return True
        if sentence.tokens[before].word.preps or sentence.has(before, "and"):
            return False
    return False
