"""Verb groups: auxiliaries, adverbs and the main verb together; how infinitives hang on them."""

import itertools

from wektor.grammar.cased_verbs import cased_verbs
from wektor.grammar.main_verbs import is_adverb, is_helped, is_main_verb, marked_infinitive, may_be_verb
from wektor.grammar.verbs import Verb
from wektor.mentions.sentence import Sentence
from wektor.text.words import FIN, PACT, PAST, PPAS


def find_verbs(sentence: Sentence, cased: bool) -> list[Verb]:
    """Verb groups in order."""
    return cased_verbs(sentence) if cased else _positional_verbs(sentence)


def _positional_verbs(sentence: Sentence) -> list[Verb]:
    """English: auxiliaries, adverbs and the main verb make one group."""
    found: list[Verb] = []
    n, k = len(sentence.tokens), 0
    while k < n:
        if sentence.cover[k] is None and k not in sentence.blocked and _starts_group(sentence, k):
            verb = _group(sentence, k)
            found.append(verb)
            k = verb.j
        else:
            k += 1
    _link_infinitives(sentence, found)
    return found


def _starts_group(sentence: Sentence, k: int) -> bool:
    tags = sentence.tokens[k].word.tags
    if tags & {"be", "have", "do", "future", "modal"}:
        return not ("future" in tags and sentence.has(k - 1, "det"))
    return is_main_verb(sentence, k)


def _group(sentence: Sentence, k: int) -> Verb:
    tokens, n, start = sentence.tokens, len(sentence.tokens), k
    seen: set[str] = set()
    head = k
    j = k
    while j < n and sentence.cover[j] is None:
        tags = tokens[j].word.tags
        aux = tags & {"be", "have", "do", "future", "modal"}
        if aux and (head == k or j <= head + 1 or all(m in sentence.blocked for m in range(head + 1, j))):
            seen |= aux
            head, j = j, j + 1
        elif tags & {"not"}:
            seen.add("not")
            j += 1
        elif j in sentence.blocked and seen & {"be", "have"}:
            j += 1  # "had by May been sold"
        elif is_adverb(sentence, j) and not may_be_verb(sentence, j):
            j += 1
        elif seen & {"be", "have", "modal", "future", "do"} and "to" in tags and j + 1 < n and head == j - 1:
            if not (may_be_verb(sentence, j + 1) or "be" in tokens[j + 1].word.tags or "have" in tokens[j + 1].word.tags):
                break
            seen.add("modal")
            j += 1
        elif may_be_verb(sentence, j) and (seen or j == k):
            head, j = j, j + 1
            break
        elif seen and all("not" in t.word.tags for t in tokens[head + 1 : j]) and (past := _past_aside(sentence, j) or _past_phrase(sentence, j)):
            j = past
        else:
            break
    while j - 1 > head and (j - 1 in sentence.blocked or not tokens[j - 1].word.tags & {"not"}):
        j -= 1
    verb = Verb(start, j, head)
    form, word = tokens[head].word.form, tokens[head].word
    verb.negated = "not" in seen or sentence.has(start - 1, "not")
    verb.future, verb.modal = "future" in seen, "modal" in seen
    verb.perfect = "have" in seen
    be = "be" in seen and head > start
    verb.passive = be and bool(form & PPAS) and "be" not in word.tags
    helpers = [t.word for t in tokens[start:head]]
    verb.progressive = be and (bool(form & PACT) or any("be" in w.tags and w.form & PACT for w in helpers))
    alone = not any(w.tags & {"be", "have", "do", "future", "modal"} for w in helpers)  # "is delivered", "will be sold" are not past
    verb.past = any(w.lower in ("was", "were", "had", "did", "been") for w in helpers) or (alone and bool(form & PAST)) or verb.perfect
    if verb.future:  # "will have received by 2030"
        verb.past = False
    if head == start:
        _bare(sentence, verb, form)
    return verb


def _past_aside(sentence: Sentence, j: int) -> int | None:
    """The token after an aside between commas that parts an auxiliary from its verb: "will, however, train"."""
    if sentence.tokens[j].word.text != ",":
        return None
    said = sentence.has(j + 1, "aside")  # "was, it is said, sold"
    for m in range(j + 1, min(j + 10, len(sentence.tokens) - 1)):
        word = sentence.tokens[m].word
        if word.text == ",":
            return m + 1 if may_be_verb(sentence, m + 1) and sentence.cover[m + 1] is None else None
        if word.text in ".;:" or word.tags & {"modal", "future", "relative"} or (word.tags & {"be", "have"} and not said):
            return None
    return None


_ASIDE = 3  # tokens of a phrase between an auxiliary and its verb


def _past_phrase(sentence: Sentence, j: int) -> int | None:
    """The token after a short phrase that parts an auxiliary from its verb: "are at present going", "has in turn sold"."""
    if not sentence.tokens[j].word.preps:
        return None
    sayings = [*sentence.matches.cues, *sentence.matches.idioms]
    for m in range(j + 1, min(j + 1 + _ASIDE, len(sentence.tokens))):
        word = sentence.tokens[m].word
        if sentence.cover[m] is not None or not word.text.isalpha() or word.tags & {"be", "have", "modal", "future", "relative", "to"}:
            return None
        if may_be_verb(sentence, m) and word.form & (PPAS | PACT) and m > j + 1:
            return m
        if word.tags & {"frame", "domain", "facility", "verb"} and not any(c.i <= m < c.j and c.j - c.i > 1 for c in sayings):
            return None
    return None


def _bare(sentence: Sentence, verb: Verb, form: int) -> None:
    """A lone main verb: infinitive after "to", participle, or finite."""
    k = verb.head
    if marked_infinitive(sentence, k) or (k and is_helped(sentence, k)):
        verb.infinitive = True
    elif form & PACT:
        verb.participle = True
    elif (form & PPAS and not form & FIN) or (form & PPAS and _reduced(sentence, k)):
        verb.participle = verb.passive = True


def _reduced(sentence: Sentence, k: int) -> bool:
    """A form that is both past and participle stands as a reduced relative before "by", or a preposition after a noun."""
    if k + 1 >= len(sentence.tokens):
        return True
    before = sentence.cover[k - 1] if k else None
    word = sentence.tokens[k + 1].word
    if word.lower == "by":
        return True
    prepositional = bool(word.preps) or word.text in ",.;)"
    comma = k > 0 and sentence.tokens[k - 1].word.text == ","
    noun_before = (before is not None and before.kind == "item") or comma
    return prepositional and noun_before and word.lower not in ("to", "on")


def _link_infinitives(sentence: Sentence, verbs: list[Verb]) -> None:
    if verbs and verbs[0].infinitive and _announced(sentence, verbs[0].i):
        verbs[0].infinitive, verbs[0].future = False, True
    for left, right in itertools.pairwise(verbs):
        if right.infinitive:
            gap = sentence.tokens[left.j : right.i]
            if len(gap) <= 12 and not any(t.word.text in ".;:" or "relative" in t.word.tags for t in gap):
                right.governor = left
            if _announced(sentence, right.i):
                right.governor, right.infinitive, right.future = None, False, True
        elif right.participle and not right.passive and right.i - left.j <= 1 and not sentence.cover[right.i - 1]:
            right.governor = left


_HEADLINE = 4  # tokens of the name and its adjectives that open a headline


def _announced(sentence: Sentence, i: int) -> bool:
    """ "Senegal to assemble lorries": an infinitive right behind whoever opens the line or the clause tells what will be."""
    actor = sentence.cover[i - 2] if i > 1 and sentence.has(i - 1, "to") else None
    if actor is None or not (actor.actor or actor.kind in ("name", "item", "people")) or actor.adjectival:
        return False
    for k in range(actor.i - 1, actor.i - 1 - _HEADLINE, -1):
        if k < 0 or sentence.tokens[k].word.text in ";:–—":
            return True
        if sentence.tokens[k].word.preps or sentence.tokens[k].word.text == "," or sentence.cover[k] is not None:
            return False
    return False
