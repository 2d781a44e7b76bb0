"""Whether a sentence may hold a claim at all, told generously: what no trigger opens may still be said of actors and equipment."""

from wektor.grammar.parsing import parse_of
from wektor.grammar.triggers import find_triggers
from wektor.lexicon.packs import Frame, GrammarPack
from wektor.mentions.sentence import Sentence


def is_prospect(sentence: Sentence, frames: dict[str, Frame], grammar: GrammarPack) -> bool:
    """Whether something opens a frame, somebody stands beside equipment, or two states are named."""
    if (sentence.matches.frames or sentence.matches.tails) and find_triggers(parse_of(sentence, grammar), frames):
        return True
    states = {m.state for m in sentence.mentions if m.actor and m.state}
    kinds = {"item" if m.kind == "item" else "somebody" for m in sentence.mentions if m.kind in ("item", "name") or m.actor}
    return len(states) > 1 or len(kinds) > 1
