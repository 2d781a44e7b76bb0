"""Clauses: which tokens belong to which verb, and how a clause hangs on another."""

import itertools

from wektor.grammar.finite import (
    bearer,
    behind_attribute,
    is_noun,
    opens_phrase,
    stands_alone,
    stands_as_verb,
    takes_object,
)
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import ADJ, ADVP, FIN, FUT, GER, IMPS, INF, LONG, PACT, PAST, PPAS, PRON, SHORT

_COMPOUND = 4


_OWNED = frozenset({"ours", "theirs", "hers", "mine", "yours"})  # "a team of ours flew": they determine nothing
_SHOWN = ("passive", "negated", "future", "modal", "past", "perfect", "progressive")


class Verb:
    """A verb group: tokens ``[i, j)`` with its head; how it stands (active, passive, participle, infinitive)."""

    __slots__ = ("antecedent", "clause", "future", "governor", "head", "i", "impersonal", "infinitive", "j", "link", "modal", "model", "negated",
                 "object_relative", "opens", "participle", "passive", "past", "perfect", "progressive", "relative", "subject")  # fmt: skip

    def __init__(self, i: int, j: int, head: int) -> None:
        self.i, self.j, self.head = i, j, head
        self.passive = self.negated = self.future = self.modal = self.past = False
        self.infinitive = self.participle = self.progressive = self.perfect = self.impersonal = False
        self.relative = self.object_relative = False
        self.governor: Verb | None = None
        self.model: Verb | None = None  # of a dash: the verb that it stands for, and the token with which its clause opens
        self.opens = -1
        self.antecedent: Mention | None = None
        self.subject: list[Mention] = []
        self.link: list[tuple[str, float]] = []  # relations of the antecedent, where the relative pronoun shows them
        self.clause = 0

    def repeated(self, i: int, j: int, head: int, opens: int, *traits: str) -> "Verb":
        """A verb that is left out at ``[i, j)``, of a clause that ``opens`` there: this one said again, with what every verb shows and ``traits``."""
        gap = Verb(i, j, head)
        for trait in (*_SHOWN, *traits):
            setattr(gap, trait, getattr(self, trait))
        gap.model, gap.opens = self, opens
        return gap

    def __repr__(self) -> str:
        flags = [f for f in ("passive", "negated", "future", "modal", "past", "infinitive", "participle", "relative") if getattr(self, f)]
        return f"V{self.i}:{self.j}@{self.head}{flags}"


def find_verbs(sentence: Sentence, cased: bool) -> list[Verb]:
    """Verb groups in order."""
    return _cased_verbs(sentence) if cased else _positional_verbs(sentence)


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
    return _main_verb(sentence, k)


def _is_verb(sentence: Sentence, k: int) -> bool:
    word = sentence.tokens[k].word
    return "verb" in word.tags


def _main_verb(sentence: Sentence, k: int) -> bool:
    """Whether an ambiguous word is a verb here, by its left neighbour and its form."""
    if not _is_verb(sentence, k):
        return False
    word = sentence.tokens[k].word
    if word.cap and k > 0 and sentence.tokens[k - 1].word.text not in ".:\"“":
        return False
    before = sentence.tokens[k - 1].word if k else None
    if before is None:
        return bool(word.form & (PPAS | PACT))
    if "to" in before.tags and word.form & INF:
        return True
    if before.text == "-" and sentence.tokens[k - 1].end == sentence.tokens[k].start:
        return False  # "US-based", "Israeli-made drones": it says what something is, and does nothing
    if _helped(sentence, k):
        return True
    if _after_date(sentence, k):  # "that it ordered in 2013 stay with their maker"
        return bool(word.form & (FIN | PAST)) and opens_phrase(sentence, k + 1)
    if _determined(sentence, k):
        return False
    cover = sentence.cover[k - 1]
    if cover is not None and cover.adjectival:
        return False
    if word.form & PACT and before.preps and is_noun(sentence, k) and not takes_object(sentence, k + 1):
        return False  # "go to Turkey for training in May"
    if word.form & PACT and not word.form & PPAS:
        following = sentence.cover[k + 1] if k + 1 < len(sentence.tokens) else None
        return not (following is not None and following.kind == "item" and before.preps)
    if before.preps:
        return False
    if word.form & PAST or word.form & PPAS:
        return not _attributive(sentence, k)
    if cover is not None and (cover.kind in ("pron", "we") or cover.voice):
        return bool(word.form & FIN)
    if cover is not None:
        if cover.kind == "item" and word.number != 2 and is_noun(sentence, k):
            return False  # "the arms purchase"
        several = sentence.tokens[bearer(sentence, cover)].word.number == 2 or cover.coord is not None
        if several and cover.coord is None and cover.kind in ("org", "state", "name") and word.number == 2:
            return bool(word.form & FIN) and opens_phrase(sentence, k + 1)  # "the United States sells", "Corvane Systems makes": names are one
        return (word.number == 2) != several or behind_attribute(sentence, k)
    if bool(before.tags & {"pron", "we", "relative", "adverb", "not"}) or (word.number == 2 and "verb" not in before.tags and before.text.isalpha() and before.number != 2):
        return True
    return stands_as_verb(sentence, k)


def _helped(sentence: Sentence, k: int) -> bool:
    """ "help Armenia train its officers": a bare infinitive behind whoever is helped or let do it."""
    actor, word = sentence.cover[k - 1], sentence.tokens[k].word
    if actor is None or actor.kind == "item" or actor.adjectival or not word.form & INF or not opens_phrase(sentence, k + 1):
        return False
    start = actor.i - 1 if not sentence.has(actor.i - 1, "det") else actor.i - 2
    return sentence.has(start, "letting")


def _determined(sentence: Sentence, k: int) -> bool:
    """Whether the word before makes a noun of it; "that came", "that makes" are no nouns."""
    before, word = sentence.tokens[k - 1].word, sentence.tokens[k].word
    if "relative" in before.tags and (word.form & PAST or word.number == 2):
        return False
    if before.lower in _OWNED or stands_alone(sentence, k):
        return False
    return bool(before.tags & {"det", "their", "possessive", "anaphoric"}) or (before.digit and sentence.cover[k - 1] is None)  # "two F-16s bought in May"


def _after_date(sentence: Sentence, k: int) -> bool:
    """Whether a date with its preposition stands right before."""
    start = k
    while start and start - 1 in sentence.blocked:
        start -= 1
    return start < k and start > 0 and (bool(sentence.tokens[start - 1].word.preps) or bool(sentence.tokens[start].word.preps))


def _attributive(sentence: Sentence, k: int) -> bool:
    """A participle between a determiner or preposition and a noun: "the ordered jets"."""
    before = sentence.tokens[k - 1].word
    if k + 1 >= len(sentence.tokens):
        return False
    nxt = sentence.cover[k + 1]
    return nxt is not None and nxt.kind == "item" and bool(before.tags & {"det", "their", "adverb"}) and not sentence.cover[k - 1] and k > 1 and bool(sentence.tokens[k - 2].word.tags & {"det"})


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
        elif (tags & {"adverb"} or tokens[j].word.lower.endswith("ly")) and not _is_verb(sentence, j):
            j += 1
        elif seen & {"be", "have", "modal", "future", "do"} and "to" in tags and j + 1 < n and head == j - 1:
            if not (_is_verb(sentence, j + 1) or "be" in tokens[j + 1].word.tags or "have" in tokens[j + 1].word.tags):
                break
            seen.add("modal")
            j += 1
        elif _is_verb(sentence, j) and (seen or j == k):
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
            return m + 1 if _is_verb(sentence, m + 1) and sentence.cover[m + 1] is None else None
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
        if _is_verb(sentence, m) and word.form & (PPAS | PACT) and m > j + 1:
            return m
        if word.tags & {"frame", "domain", "facility", "verb"} and not any(c.i <= m < c.j and c.j - c.i > 1 for c in sayings):
            return None
    return None


def _bare(sentence: Sentence, verb: Verb, form: int) -> None:
    """A lone main verb: infinitive after "to", participle, or finite."""
    k = verb.head
    if sentence.has(k - 1, "to") or (k and _helped(sentence, k)):
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


def _cased_verbs(sentence: Sentence) -> list[Verb]:
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
    m = k - 1
    while m >= 0 and sentence.cover[m] is None and (other := sentence.tokens[m].word).pos & (ADJ | PRON) and other.cases & word.nom_cases and not other.preps:
        m -= 1
    if m >= 0 and sentence.cover[m] is None and sentence.tokens[m].word.preps:
        return True
    return m < k - 1 and (m < 0 or not sentence.tokens[m].word.nom_cases)


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
