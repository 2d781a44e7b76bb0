"""Peoples: adjectives of states that stand for who is of them ("the Dutch took", "French and German troops")."""

from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import PAST, PPAS

_AUXILIARY = frozenset({"be", "have", "do", "future", "modal"})


def stand_peoples(sentence: Sentence) -> None:
    """ "The Dutch took", "the French, who have sold": an adjective behind an article is a people where no noun follows."""
    for state in [m for m in sentence.mentions if m.kind == "state" and m.adjectival and sentence.has(m.i - 1, "definite")]:
        if sentence.tokens[state.i].word.cases:
            continue
        if _lone(sentence, state) or _acts(sentence, state):
            state.adjectival = False


def _acts(sentence: Sentence, state: Mention) -> bool:
    """Whether a verb follows whose subject the adjective can be."""
    word = sentence.tokens[state.j].word
    if sentence.cover[state.j] is not None:
        return False
    governed = state.i > 1 and bool(sentence.tokens[state.i - 2].word.preps)  # "in the French built frigate"
    past = "verb" in word.tags and not governed and bool(word.form & PAST) and (not word.form & PPAS or _has_object(sentence, state.j + 1))
    return past or bool(word.tags & _AUXILIARY)


def _lone(sentence: Sentence, state: Mention) -> bool:
    """Whether the noun phrase ends with the adjective: at a mark, a preposition or a relative pronoun, no list of adjectives."""
    if state.j >= len(sentence.tokens):
        return True
    word = sentence.tokens[state.j].word
    following = sentence.cover[state.j + 1] if word.text == "," and state.j + 1 < len(sentence.tokens) else None
    if following is not None and following.kind == "state" and following.adjectival:
        return False
    return word.text in ",.;:!?)–—" or bool(word.preps) or bool(word.tags & {"relative", "possessive"})


def _has_object(sentence: Sentence, k: int) -> bool:
    """Whether a verb before ``k`` has something behind it: an article, a number, a preposition, somebody or something."""
    if k >= len(sentence.tokens):
        return False
    word = sentence.tokens[k].word
    return sentence.cover[k] is not None or bool(word.preps) or word.digit or bool(word.tags & {"det", "their", "pron", "to"}) or any(
        n.span.start == sentence.tokens[k].start for n in sentence.numbers  # type: ignore[attr-defined]
    )


def complete_adjectives(sentence: Sentence) -> None:
    """ "Belgian, French and German troops": the other adjectives stand for troops too, where order tells who acts."""
    heads: list[Mention] = [m for m in sentence.mentions if m.kind in ("people", "force") and m.state]
    for state in reversed([m for m in sentence.mentions if m.kind == "state" and m.adjectival and not sentence.tokens[m.i].word.cases]):
        k = state.j
        while k < len(sentence.tokens) and (sentence.tokens[k].word.text == "," or sentence.has(k, "and")):
            k += 1
        following = sentence.cover[k] if state.j < k < len(sentence.tokens) else None
        if following in heads and following.i == k and following.state != state.state:
            state.adjectival = False
            heads.append(state)
