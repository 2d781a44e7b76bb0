"""Negation that stands with a verb's subject: "no weapon of theirs has been given", "none of the frigates", "neither of them", "nobody"."""

from collections.abc import Sequence, Set

from wektor.grammar.verbs import Verb
from wektor.mentions.sentence import Sentence
from wektor.text.words import NOM

_REACH = 4  # tokens between the "no" and the subject's noun


def told_of_none(sentence: Sentence, verb: Verb, heads: Set[int], clause_of: Sequence[int]) -> bool:
    """Whether a finite verb's subject (``heads`` are the sentence's verbs) opens with a "no", so that what the verb tells is told of nobody and nothing.

    A subject that names nobody stands right before the verb: "no contract has been signed".
    """
    if verb.participle or verb.infinitive:
        return False
    first = min(m.i for m in verb.subject) if verb.subject else verb.i
    if verb.relative and clause_of[first] != clause_of[verb.head]:
        return False  # whom the clause describes
    return first < verb.head and any(clause_of[k] == clause_of[first] and _denies(sentence, k, first, heads) for k in range(max(0, first - _REACH), first))


def _denies(sentence: Sentence, k: int, end: int, heads: Set[int]) -> bool:
    """Whether a "no" at ``k`` reaches up to ``end``: not so "not only", "no fewer than"; a comma or another verb ends it."""
    if not sentence.has(k, "not") or sentence.has(k + 1, "bound"):
        return False
    return not any(n in heads or sentence.tokens[n].word.text in ",;:" for n in range(k + 1, end))


def is_nobodys(sentence: Sentence, verb: Verb, heads: Set[int], clause_of: Sequence[int]) -> bool:
    """Whether a finite verb tells what nobody does: "nobody else in Asia makes them". Not so of "nobody but Norway"."""
    if verb.participle or verb.infinitive:
        return False
    for k in range(verb.i - 1, -1, -1):
        word = sentence.tokens[k].word
        if k in heads or word.text in ",;:" or clause_of[k] != clause_of[verb.head]:
            return False
        if sentence.has(k, "nobody") or (sentence.has(k, "pron") and sentence.has(k - 1, "not") and sentence.has(k - 1, "det")):  # "no one"
            return (not word.cases or bool(word.cases & NOM)) and not _excepted(sentence, k, verb.i)
    return False


def _excepted(sentence: Sentence, k: int, end: int) -> bool:
    """Whether somebody is named right behind whom the "nobody" leaves out."""
    return any(m.actor and k < m.i < end and (m.prep is None or m.prep_at == k + 1) for m in sentence.mentions)
