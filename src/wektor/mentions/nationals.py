"""Nationals: a state's adjective or genitive joins the noun it stands beside ("Nigerian Air Force", "wojska Peru")."""

from wektor.mentions.mention import Mention
from wektor.mentions.owners import man
from wektor.mentions.sentence import Sentence

_OWNED = frozenset({"force", "ministry", "agency", "government", "people", "office", "side", "firm", "org"})


def _between(sentence: Sentence, j: int, i: int) -> bool:
    """Whether the tokens between are only modifiers: no preposition, verb, comma or conjunction."""
    for k in range(j, i):
        word = sentence.tokens[k].word
        if word.text == "-" and k == j:
            continue  # "Israeli-made drones"
        if not word.text[0].isalnum() or word.tags & {"and", "relative", "subord", "be", "have", "not", "modal"}:
            return False
        if word.preps:
            return False
        if word.cases and word.pos & 1 and not word.pos & 4:  # a plain noun of a case language
            return False
    return True


def join_adjective(sentence: Sentence, state: Mention) -> None:
    """ "Nigerian Air Force", "siły powietrzne nigeryjskie": the noun that an adjective of a state describes takes the state."""
    following = next((m for m in sentence.mentions if m.i >= state.j and m.kind not in ("pron", "we") and m.i - state.j <= 3 and m is not state), None)
    if following and following.adjectival:
        further = [m for m in sentence.mentions if m.i >= following.j and m.i - following.j <= 2]
        following = further[0] if further and following.i == state.j else following
    manned = following is not None and following.i == state.j and not sentence.tokens[state.i].word.cases and man(sentence, state, following)
    if manned or (following and _between(sentence, state.j, following.i) and _take(sentence, state, following)):
        return
    before = next((m for m in sentence.mentions if m.j == state.i and m.kind in _OWNED and not m.state), None)
    if before and sentence.tokens[state.i].word.cases & sentence.tokens[before.head].word.cases:
        _take(sentence, state, before)


def _take(sentence: Sentence, state: Mention, noun: Mention) -> bool:
    """Let the noun take the state; True if the state's own mention is used up."""
    if noun.kind == "item":
        noun.origin = noun.origin or state.state
        noun.origin_span = (state.i, state.j)
        return False
    if noun.kind not in _OWNED and noun.kind != "name":
        return False
    if noun.kind == "name":
        if noun.i - state.j > 0:
            return False
        noun.kind = "org"  # "hiszpańska Navantia"
    if noun.state and noun.state != state.state and noun.kind != "org":
        return False
    if noun.kind == "org":
        noun.state = noun.state or state.state
        sentence.drop(state)
        sentence.widen(noun, noun.i, noun.j)
        noun.np = state.i
        return True
    noun.state = state.state
    sentence.drop(state)
    head, state.i = noun.head, _honoured(sentence, state.i)
    sentence.widen(noun, state.i, state.j)
    for k in range(noun.i, noun.j):
        sentence.cover[k] = noun
    noun.head = head
    return True


def _honoured(sentence: Sentence, i: int) -> int:
    """ "Royal Danish Air Force": the honour before the nation belongs to the name."""
    return i - 1 if sentence.has(i - 1, "honour") and sentence.cover[i - 1] is None else i


def join_genitive(sentence: Sentence, state: Mention) -> None:
    """ "Ghana's defence minister", "navy of Peru", "siły powietrzne Nigerii"."""
    tokens = sentence.tokens
    if sentence.has(state.j, "possessive"):
        state.possessive = True
        owned = next((m for m in sentence.mentions if m.i > state.j and m.i - state.j <= 3), None)
        if owned and owned.kind in _OWNED - {"org"} and not owned.state and _between(sentence, state.j + 1, owned.i):
            _take(sentence, state, owned)
        elif owned and owned.kind == "item" and _between(sentence, state.j + 1, owned.i):
            owned.origin = owned.origin
        elif owned and owned.kind == "org" and not owned.state and _between(sentence, state.j + 1, owned.i):
            owned.state = state.state
        return
    compound = sentence.cover[state.j] if state.j < len(tokens) else None
    if compound and not tokens[state.i].word.cases and compound.kind in _OWNED - {"org", "side"} and not compound.state:
        _take(sentence, state, compound)  # "US Coast Guard"
        return
    k = state.i - 1
    if k >= 0 and sentence.has(k, "det"):
        k -= 1
    seat = k >= 1 and sentence.has(k, "placeword")
    whence = k >= 1 and sentence.has(k, "fromword")
    if whence and (people := sentence.cover[k - 1]) and people.kind == "people" and not people.state:
        _take(sentence, state, people)
        return
    linked = k >= 0 and (sentence.has(k, "ofwords") or seat or bool(tokens[state.i].word.cases & 2))
    if k >= 0 and (sentence.has(k, "ofwords") or seat):
        k -= 1
    before = sentence.cover[k] if linked and k >= 0 else None
    if before and before.kind in _OWNED and not before.state:
        if before.kind == "org":
            before.state = state.state
        else:
            _take(sentence, state, before)
