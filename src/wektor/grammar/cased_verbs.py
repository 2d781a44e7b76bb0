"""Cased verbs: verb groups of a language whose forms show what they are."""

from wektor.grammar.verbs import Verb
from wektor.mentions.sentence import Sentence
from wektor.text.words import ADJ, ADVP, FIN, FUT, GER, IMPS, INF, LONG, NUM, PACT, PAST, PPAS, PRON, SHORT

_COMPOUND = 4


def cased_verbs(sentence: Sentence) -> list[Verb]:
    """A language with rich verb forms: each finite verb, infinitive or participle is a group; auxiliaries join."""
    found: list[Verb] = []
    pending: tuple[int, set[str]] | None = None
    for k, token in enumerate(sentence.tokens):
        word = token.word
        if sentence.cover[k] is not None or k in sentence.blocked or not (word.form & (FIN | INF | PPAS | PACT | ADVP)) or (word.form & GER and not word.form & (FIN | INF | PPAS)):
            continue
        if word.pos & 1 and not word.pos & 2 and not word.form & PPAS | PACT:
            continue
        if word.tags & {"det", "and", "subord", "relative"} or word.preps or _nominal(sentence, k):
            continue
        if word.tags & {"be", "have", "modal"}:
            pending = (k, set(word.tags & {"be", "have", "modal"}) | ({"future"} if word.form & FUT or "będzie" in word.lower or "będą" in word.lower else set()))
            verb = Verb(k, k + 1, k)
            verb.past, verb.modal = bool(word.form & PAST), "modal" in word.tags
            verb.future = "future" in pending[1]
            verb.negated = sentence.has(k - 1, "not")
            found.append(verb)
            continue
        verb = Verb(k, k + 1, k)
        verb.negated = sentence.has(k - 1, "not")
        verb.past = bool(word.form & PAST)
        verb.impersonal = bool(word.form & IMPS)
        verb.future = bool(word.form & FUT) and not word.form & PAST
        verb.infinitive = bool(word.form & INF) and not word.form & FIN
        aux = found[-1] if found and pending and found[-1].head == pending[0] and k - pending[0] <= 10 else None
        clear = aux is not None and not any(t.word.tags & {"subord", "relative"} or t.word.text in ";:" for t in sentence.tokens[aux.j : k])
        if word.form & PPAS and not word.form & FIN:
            verb.passive = True
            attributive = bool(word.form & LONG and not word.form & SHORT) or _stands_before_noun(sentence, k)
            after = _auxiliary_after(sentence, k) if not (aux and clear) and not word.form & LONG else None
            if aux and clear and not attributive:
                found.pop()
                verb.i, verb.past, verb.future, verb.modal, verb.negated = aux.i, aux.past, aux.future, aux.modal, aux.negated or verb.negated
                if pending and "have" in pending[1]:  # "hat … bestellt": who has done it, not what was done
                    verb.passive, verb.past = False, True
                pending = None
            elif after is not None:
                verb.past = bool(sentence.tokens[after].word.form & PAST)
                verb.future = bool(sentence.tokens[after].word.form & FUT)
            elif word.form & SHORT:  # a predicate that needs no auxiliary
                verb.past = True
            else:
                verb.participle = True
        elif (word.form & PACT and not word.form & FIN) or word.form & ADVP:
            verb.participle = True
        elif verb.infinitive and aux is not None and clear:
            found.pop()
            verb.i, verb.modal, verb.past, verb.negated = aux.i, True, aux.past, aux.negated or verb.negated
            verb.infinitive, verb.future = False, verb.future or aux.future
            pending = None
        elif verb.infinitive:
            verb.governor = next((v for v in reversed(found) if not v.participle), None)
        elif aux is not None and clear and aux.future and (not verb.past or k - aux.head <= _COMPOUND):
            found.pop()  # "będzie dostarczał": the past form tells no past
            verb.i, verb.future, verb.past, verb.negated = aux.i, True, False, aux.negated
            pending = None
        found.append(verb)
    return list(found)


def _nominal(sentence: Sentence, k: int) -> bool:
    """Whether a word that may be verb or noun stands as a noun: behind a preposition or a word that agrees ("od lata", "w tym sklepie")."""
    word = sentence.tokens[k].word
    if not word.nom_cases or not word.form & FIN or sentence.head_final:
        return False
    if _numbered(sentence, k):
        return True
    m = k - 1
    while m >= 0 and sentence.cover[m] is None and ((other := sentence.tokens[m].word).digit or (other.pos & (ADJ | PRON) and other.cases & word.nom_cases and not other.preps)):
        m -= 1
    if m >= 0 and sentence.cover[m] is None and sentence.tokens[m].word.preps:
        return True
    return m < k - 1 and (m < 0 or not sentence.tokens[m].word.nom_cases)


def _numbered(sentence: Sentence, k: int) -> bool:
    """ "trzy lata": what a numeral counts in its own case is a noun."""
    before = sentence.tokens[k - 1].word if k and sentence.cover[k - 1] is None else None
    return before is not None and bool(before.pos & NUM and before.cases & sentence.tokens[k].word.nom_cases)


def _stands_before_noun(sentence: Sentence, k: int) -> bool:
    word = sentence.tokens[k].word
    if k + 1 >= len(sentence.tokens):
        return False
    following = sentence.tokens[k + 1].word
    return bool(following.nom_cases & word.cases) and following.pos & 1 != 0 and k > 0 and not sentence.has(k - 1, "be")


def _auxiliary_after(sentence: Sentence, k: int) -> int | None:
    """ "Zamówionych zostało dwanaście": the auxiliary may follow."""
    for m in range(k + 1, min(k + 6, len(sentence.tokens))):
        word = sentence.tokens[m].word
        if word.text in ",.;:" or word.tags & {"subord", "relative"}:
            return None
        if "be" in word.tags and word.form & FIN:
            return m
    return None
