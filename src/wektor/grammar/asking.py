"""Questions of a language where order tells who does what: the auxiliary stands before whoever is asked about, "did Poland buy them?"; and "nor did it buy them"."""

from wektor.grammar.verbs import Verb
from wektor.mentions.sentence import Sentence
from wektor.text.words import INF, PACT, PPAS

_AUXILIARIES = frozenset({"be", "have", "do", "future", "modal"})
_REACH = 14  # tokens from the auxiliary to its verb
_ASKED = 6  # tokens of what is asked for: "how many tanks did …"
_STOPS = frozenset(',;:()–—"“”?')


def join_asked(sentence: Sentence, verbs: list[Verb]) -> list[Verb]:
    """The verb groups of a sentence; of a question, auxiliary and verb are one group, at the place of the verb."""
    if not sentence.tokens or (sentence.tokens[-1].word.text != "?" and not any(_turned(sentence, v.i) for v in verbs)):
        return verbs
    for one in verbs:
        if (at := _asked_verb(sentence, one)) is not None:
            start = next((v.i for v in verbs if v is not one and v.i <= at < v.j), at)
            rest = [v for v in verbs if v is not one and not v.i <= at < v.j]
            return sorted([*rest, _joined(sentence, one, start, at)], key=lambda v: v.i)
    return verbs


def _asked_verb(sentence: Sentence, helper: Verb) -> int | None:
    """Where the verb of an auxiliary stands that is parted from it by its subject."""
    tags = sentence.tokens[helper.head].word.tags & _AUXILIARIES
    asked = sentence.tokens[-1].word.text == "?" and _opens(sentence, helper.i)
    if not tags or not (asked or _turned(sentence, helper.i)):
        return None
    for k in range(helper.j + 1, min(helper.j + _REACH, len(sentence.tokens))):
        word = sentence.tokens[k].word
        if word.text in _STOPS or word.tags & {"relative"}:
            return None
        if (
            sentence.cover[k] is None
            and "verb" in word.tags
            and not word.tags & _AUXILIARIES
            and _fits(sentence, k, tags)
            and not _described(sentence, k)
        ):
            return k
    return None


def _turned(sentence: Sentence, i: int) -> bool:
    """Whether a word stands before that turns auxiliary and subject round: "nor", "neither"."""
    return i > 0 and sentence.has(i - 1, "turns")


def _opens(sentence: Sentence, i: int) -> bool:
    """Whether nothing but a question word (with what it counts), a speaker's label or an opening mark stands before."""
    before = [t.word for t in sentence.tokens[max(0, i - _ASKED) : i] if len(t.word.text) > 1 and t.word.text.isalpha()]
    return i <= _ASKED and (
        not before or "asks" in before[0].tags or (len(before) < 2 and bool(before[0].tags & {"relative"}))
    )


def _fits(sentence: Sentence, k: int, tags: frozenset[str]) -> bool:
    word = sentence.tokens[k].word
    if tags & {"do", "future", "modal"} and "be" not in sentence.tokens[k - 1].word.tags:
        return bool(word.form & INF) and word.number != 2
    return bool(word.form & PPAS) or ("be" in tags and bool(word.form & PACT))


def _described(sentence: Sentence, k: int) -> bool:
    """Whether the word belongs to a noun: "the planned purchase", "the order"."""
    before = sentence.tokens[k - 1].word
    return bool(before.tags & {"det", "their", "possessive"}) or bool(before.preps) or before.lower in ("'s", "’s")


def _joined(sentence: Sentence, helper: Verb, i: int, k: int) -> Verb:
    """One group of both, with what each of them shows."""
    verb, word = Verb(i, k + 1, k), sentence.tokens[k].word
    tags = sentence.tokens[helper.head].word.tags
    between = [t.word for t in sentence.tokens[helper.j : k]]
    been = any("be" in w.tags for w in between)
    verb.negated = helper.negated
    verb.future, verb.modal, verb.perfect = "future" in tags, "modal" in tags, "have" in tags
    verb.past = helper.past or "have" in tags
    verb.passive = ("be" in tags or been) and bool(word.form & PPAS)
    verb.progressive = "be" in tags and not verb.passive
    return verb
