"""Verbs where they close their clause: finite ones, and participles, converbs and verbal nouns with clauses of their own."""

import itertools

from wektor.grammar.verbs import Verb
from wektor.mentions.sentence import Sentence
from wektor.text.words import (  # fmt: skip
    ABLE,
    ACC,
    ADVP,
    DAT,
    FIN,
    FUT,
    GER,
    INF,
    NEG,
    NOM,
    NOUN,
    PACT,
    PASS,
    PAST,
    PROG,
    VERB,
    Word,
)

_STOPS = frozenset(".,;:!?…”\"»)–—")


def find_final_verbs(sentence: Sentence) -> list[Verb]:
    """Verb groups in order; a verbal noun hangs on the verb right after it."""
    found: list[Verb] = []
    for k in range(len(sentence.tokens)):
        if _is_verb(sentence, k):
            verb = _verb(sentence, k)
            if found and _auxiliary(sentence, found[-1], k):
                _join(found[-1], verb)
            else:
                found.append(verb)
    _hang(sentence, found)
    return found


def _hang(sentence: Sentence, verbs: list[Verb]) -> None:
    """Verbal nouns on what governs them; "X'in imzalanması, Y'nin gelmesi bekleniyor": both on one verb."""
    for left, right in itertools.pairwise(verbs):
        if left.infinitive and _close(sentence, left, right):
            left.governor = right
    for left, right in reversed(list(itertools.pairwise(verbs))):
        if left.infinitive and left.governor is None and right.infinitive and sentence.tokens[left.j].word.text == ",":
            left.governor = right.governor


def _is_verb(sentence: Sentence, k: int) -> bool:
    word = sentence.tokens[k].word
    if sentence.cover[k] is not None or k in sentence.blocked or not word.form & (FIN | PACT | ADVP | GER) or not word.verb_keys:
        return False
    if word.preps or word.tags & {"and", "but", "det", "subord", "their", "adverb"}:
        return False
    if word.pos & NOUN and word.common and not word.form & PAST:  # "alacak", "gelir": nouns too
        return _deed(sentence, k) if word.form & (GER | PACT) == GER or (word.lower in word.base and not word.form & (FIN | FUT)) else _closes(sentence, k) or bool(word.form & PACT)
    return True


def _deed(sentence: Sentence, k: int) -> bool:
    """Whether a word that is a noun too is a deed here: it ends the phrase of a verb, or takes an object and has a verb
    or postposition for its governor, or a noun to describe ("uçağı geliştirmeyi planlıyor", "ihaleyi kazanan firma")."""
    if any(m.j == k + 1 and m.i < k and m.entry.name == "verb" for m in sentence.matches.frames):
        return True
    if k == 0 or k + 1 >= len(sentence.tokens):
        return False
    thing, before, following = sentence.cover[k - 1], sentence.tokens[k - 1].word, sentence.tokens[k + 1].word
    taken = thing.cases if thing is not None and thing.kind == "item" and thing.prep is None else before.nom_cases & (ACC | DAT)
    if not taken & (ACC | DAT | NOM) or (sentence.tokens[k].word.form & PACT and not taken & (ACC | DAT)):
        return False
    return bool(following.pos & VERB or following.preps) or bool(sentence.tokens[k].word.form & PACT)


def _closes(sentence: Sentence, k: int) -> bool:
    """Whether the clause ends here."""
    if k + 1 >= len(sentence.tokens):
        return True
    following = sentence.tokens[k + 1].word
    return following.text[0] in _STOPS or bool(following.tags & {"and", "but", "subord"})


def _verb(sentence: Sentence, k: int) -> Verb:
    word = sentence.tokens[k].word
    verb = Verb(k, k + 1, k)
    verb.passive, verb.negated, verb.modal = bool(word.form & PASS), bool(word.form & NEG), bool(word.form & ABLE) or "modal" in word.tags
    verb.past, verb.future, verb.progressive = bool(word.form & PAST), bool(word.form & FUT), bool(word.form & PROG)
    if not word.form & FIN or (word.form & (PACT | PAST) and not _closes(sentence, k) and _before_noun(sentence, k) and _attributive(word)):
        verb.participle = bool(word.form & (PACT | ADVP | FIN)) and not word.form & GER
        verb.infinitive = bool(word.form & GER) and not verb.participle
    verb.negated = verb.negated or sentence.has(k + 1, "not")
    return verb


def _attributive(word: Word) -> bool:
    """Forms that are a predicate or stand before a noun: "-ecek", "-miş"; "-di" is a predicate."""
    return bool(word.form & PACT) or word.lower.endswith(("miş", "müş", "muş"))


def _before_noun(sentence: Sentence, k: int) -> bool:
    following = sentence.tokens[k + 1].word if k + 1 < len(sentence.tokens) else None
    return following is not None and following.text[0].isalnum() and not (following.pos & VERB and not following.pos & NOUN)


def _auxiliary(sentence: Sentence, last: Verb, k: int) -> bool:
    """ "almış oldu", "alıyor olacak": a form of "be" right after a verb."""
    return last.j == k and not last.infinitive and "be" in sentence.tokens[k].word.tags and bool(sentence.tokens[last.head].word.form & FIN)


def _join(verb: Verb, auxiliary: Verb) -> None:
    verb.j = auxiliary.j
    verb.future, verb.past, verb.negated = verb.future or auxiliary.future, verb.past or auxiliary.past, verb.negated or auxiliary.negated
    verb.participle, verb.infinitive = auxiliary.participle, auxiliary.infinitive


def _close(sentence: Sentence, left: Verb, right: Verb) -> bool:
    """Nothing but a word or two, and no comma, between a verbal noun and what governs it."""
    gap = [t.word for t in sentence.tokens[left.j : right.i]]
    return len(gap) <= 3 and not any(w.text in ",;:" or w.tags & {"but", "subord"} for w in gap) and not right.infinitive | bool(sentence.tokens[left.head].word.form & INF and len(gap) > 2)
