"""Saying: where a clause begins that tells what is said and that no word opens: "the minister said Poland had bought tanks"."""

from collections.abc import Sequence

from wektor.grammar.verbs import Verb
from wektor.mentions.mention import list_head
from wektor.mentions.sentence import Sentence

_SAID = ("cue:reported", "cue:denied")
_BOUNDS = frozenset(",;:–—()\"“”")


def said_clause(sentence: Sentence, verbs: Sequence[Verb], lo: int, verb: Verb) -> int | None:
    """The token with which the subject of ``verb`` opens a clause behind a verb of saying that ends at ``lo``; None where none does."""
    if verb.participle or verb.infinitive or not _says(sentence, verbs, lo):
        return None
    if any(sentence.tokens[k].word.text in _BOUNDS for k in range(lo, verb.i)):
        return None
    subject = next((m for m in reversed(sentence.mentions) if lo <= m.i and m.j <= verb.i and m.prep is None and not m.adjectival and not m.possessive), None)
    start = list_head(subject).i if subject is not None else _first_noun(sentence, lo, verb.i)
    return _with_determiner(sentence, start, lo) if start is not None else None


def _says(sentence: Sentence, verbs: Sequence[Verb], lo: int) -> bool:
    said = next((v for v in verbs if v.j == lo), None)
    return said is not None and not (said.participle or said.passive) and any(sentence.has(said.head, cue) for cue in _SAID)


def _first_noun(sentence: Sentence, lo: int, hi: int) -> int | None:
    """The first word behind the verb of saying that no preposition brings in: "said the deal had been signed", not "said in Rome had"."""
    k = lo
    while k < hi and (k in sentence.blocked or sentence.tokens[k].word.preps or sentence.has(k, "adverb") or ((held := sentence.cover[k]) is not None and held.prep is not None)):
        k += 1
    return k if k < hi else None


def _with_determiner(sentence: Sentence, start: int, lo: int) -> int:
    """Back over what belongs to the subject: "no", "the", "four", an adjective; a date or a preposition is the clause's before."""
    while start > lo and start - 1 not in sentence.blocked and sentence.cover[start - 1] is None and not sentence.tokens[start - 1].word.preps:
        start -= 1
    return start
