"""Firms told by their form: capitals with a legal form or a word that heads a firm's name, whatever stands between."""

from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import ADJ, Word

_JOINS = frozenset({"&", "-", "–", "and"})
_LONGEST = 7
_QUALIFIERS = 3  # adjectives between the number of a works and its noun
_OF_STATES = ("adjective", "state", "place", "capital", "org")
_TRUSTED = ("equipment", "state", "adjective", "people", "capital")


def claim_firms(sentence: Sentence) -> None:
    """Take in the firms among the capitals ("Global Munition Limited", "Fabryka Broni Łucznik"), before their words are read as things."""
    _claim_numbered(sentence)
    known = {k for m in sentence.matches.named if m.entry.kind == "org" and m.j > m.i + 1 for k in range(m.i, m.j)}
    if not sentence.head_final:
        _claim_heads(sentence, known)
    _claim_houses(sentence, known)


def _claim_heads(sentence: Sentence, known: set[int]) -> None:
    """Those with a legal form, or a word that heads a firm's name."""
    for k, token in enumerate(sentence.tokens):
        tags = token.word.tags
        if not token.word.cap or not tags & {"legal", "firmhead"} or sentence.cover[k] is not None or k in known:
            continue
        i, j = _beginning(sentence, k), k + 1
        while sentence.has(j, "legal") and sentence.tokens[j].word.cap:
            j += 1
        if "firmhead" in tags and token.word.cases:  # "Zakłady Mechaniczne Tarnów": the head comes first
            j = _end(sentence, k)
            i = k
        if j - i > 1 and not known & set(range(i, j)) and not any(sentence.cover[i:j]) and not (i == k and "actor" in tags and _known_firm(sentence, k + 1, j)):
            _add(sentence, i, j)


def _known_firm(sentence: Sentence, i: int, j: int) -> bool:
    """Whether behind its noun stands the whole name of a firm that the packs know: "Koncern Rheinmetall" is that firm."""
    return any(m.i == i and m.j == j and m.entry.kind == "org" for m in sentence.matches.named)


def _claim_houses(sentence: Sentence, known: set[int]) -> None:
    """ "Corvane Systems", "Delta Optronics": a trade's word with a capital ends the name that stands before it, unless it is a word of a language with cases."""
    trusted = {k for m in sentence.matches.named if m.entry.kind in _TRUSTED for k in range(m.i, m.j)} | known
    things = {m.j - 1 for m in sentence.matches.named if m.entry.kind == "equipment"}  # "Apache Attack Helicopters" are no firm
    for k, token in enumerate(sentence.tokens):
        word = token.word
        if not word.cap or word.upper or (word.cases and word.common) or "firmword" not in word.tags or (k + 1 < len(sentence.tokens) and _capital(sentence, k + 1)):
            continue
        i = k
        while i and k - i < 3 and i - 1 not in trusted and _capital(sentence, i - 1) and not _spoken(sentence.tokens[i - 1].word) and not _parted(sentence, i - 1):
            i -= 1
        named = any(not t.word.common for t in sentence.tokens[i:k])
        if named and i - 1 not in things and not ("class" in word.tags and _counted(sentence, i)) and k not in known and not any(sentence.cover[i : k + 1]):
            _add(sentence, i, k + 1)


def _counted(sentence: Sentence, i: int) -> bool:
    """ "12 Light Tactical Vehicles", "the Close Combat Vehicles": what bears an article or a number is a thing."""
    before = sentence.tokens[i - 1].word if i else None
    return before is not None and (before.digit or bool(before.tags & {"det", "their", "counting"}) or any(n.span.end == sentence.tokens[i - 1].end for n in sentence.numbers))  # type: ignore[attr-defined]


def _spoken(word: Word) -> bool:
    """Whether a word is no name: a word of the language, or one with a part to play."""
    return (word.common and "firmword" not in word.tags) or bool(word.tags & {"det", "adverb", "and", "subord", "stopname", "honour", "month"})


def _parted(sentence: Sentence, k: int) -> bool:
    """ "Otokar'ın Kaskelen'de Semey Mühendislik": where endings follow an apostrophe, a name is over that bears one."""
    return sentence.head_final and any(mark in sentence.tokens[k].word.text for mark in "'’")


def _claim_numbered(sentence: Sentence) -> None:
    """ "558-й авиаремонтный завод": in languages with case a number, what a works does, and its noun are its name."""
    tokens = sentence.tokens
    for k, token in enumerate(tokens):
        number, dash, ending = token.word.text.partition("-")
        if not (number.isdigit() and len(number) < 4 and dash and ending.isalpha()):
            continue
        j = k + 1
        while j < len(tokens) and j - k <= _QUALIFIERS and tokens[j].word.pos & ADJ and not tokens[j].word.cap:
            j += 1
        if sentence.has(j, "facility") and sentence.has(j, "firmword") and tokens[j].word.nom_cases and not any(sentence.cover[k : j + 1]):
            _add(sentence, k, j + 1)


def _add(sentence: Sentence, i: int, j: int) -> None:
    state = next((m.entry.state for m in sentence.matches.named if m.i == i and m.j < j and m.entry.kind in _OF_STATES and not m.entry.weak), None)
    text = sentence.written(i, j)
    sentence.add(Mention(i, j, "org", "org:" + "-".join(text.lower().split()), text, state))


def _beginning(sentence: Sentence, k: int) -> int:
    """Where the capitals before token ``k`` begin; ``k`` itself where it ends no name."""
    if k + 1 < len(sentence.tokens) and _capital(sentence, k + 1) and "legal" not in sentence.tokens[k + 1].word.tags:
        return k
    i = k
    while i and k - i < _LONGEST:
        if _capital(sentence, i - 1):
            i -= 1
        elif i < k and i > 1 and sentence.tokens[i - 1].word.text in _JOINS and _capital(sentence, i - 2) and _trade(sentence, i - 2):
            i -= 2
        else:
            break
    while i < k and sentence.tokens[i].word.tags & {"det", "adverb", "and", "subord", "stopname"}:
        i += 1
    return i


def _end(sentence: Sentence, k: int) -> int:
    """Past the capitals that follow token ``k``."""
    j, n = k + 1, len(sentence.tokens)
    while j < n and j - k < _LONGEST:
        if _capital(sentence, j):
            j += 1
        elif j + 1 < n and sentence.tokens[j].word.text in _JOINS and _capital(sentence, j + 1) and sentence.tokens[j].end == sentence.tokens[j + 1].start:
            j += 2
        else:
            break
    return j


def _capital(sentence: Sentence, k: int) -> bool:
    word = sentence.tokens[k].word
    return word.cap and len(word.text) > 1 and k not in sentence.blocked and not word.tags & {"stopname", "month"}


def _trade(sentence: Sentence, k: int) -> bool:
    """Whether the word says what is made: "Ordnance and Maritime Limited" is one firm."""
    tags = sentence.tokens[k].word.tags
    return bool(tags & {"firmword", "class", "domain"}) and not tags & {"firmhead", "actor"}
