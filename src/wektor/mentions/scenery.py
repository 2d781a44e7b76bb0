"""Scenery: states that only say where something lies or who makes war, alliances that only say whose member somebody is."""

from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import PACT

_REACH = 2
_FOES = frozenset({"state", "name", "org"})


def _at_war(sentence: Sentence, foe: Mention) -> bool:
    """Whether it is said to wage war, or war is waged on it: an adjective or genitive before the word, or behind it and a preposition at most."""
    k = foe.j + sentence.has(foe.j, "possessive")
    if foe.adjectival or k > foe.j:
        if sentence.has(k + 1, "war") and sentence.cover[k] is None and not sentence.closed(k):
            k += 1  # "Russia's full invasion"
        return _bare(sentence, k, "war")
    if sentence.head_final:
        return False
    return _behind(sentence, foe, "war")


def mark_scenery(sentence: Sentence) -> None:
    """Take out of the play what stands by: "at the border with X", "X's border", "a member of NATO", "the NATO summit", "X's invasion of Y"."""
    for mention in sentence.mentions:
        if mention.kind in _FOES and _at_war(sentence, mention):
            mention.anaphor = True
        if (mention.kind == "state" and (_borders(sentence, mention) or (mention.coord is not None and mention.coord.anaphor))) or (mention.cls == "alliance" and (_membership(sentence, mention) or _gathers(sentence, mention))):
            mention.anaphor = True
            if mention.cls == "alliance" and sentence.head_final and _abbreviated(sentence, mention):
                sentence.cover[mention.j + 1].anaphor = True  # type: ignore[union-attr]


def _borders(sentence: Sentence, state: Mention) -> bool:
    """Whether the state lies at a border that the text speaks of: right before the word, or after it and a preposition at most."""
    if _bare(sentence, state.j, "border"):
        return True
    if sentence.head_final:
        return False
    return _behind(sentence, state, "border")


def _behind(sentence: Sentence, mention: Mention, tag: str) -> bool:
    """Whether the word stands before the mention, small words at most between."""
    k = mention.i - 1
    while k > mention.i - 1 - _REACH and sentence.cover[max(k, 0)] is None and sentence.closed(max(k, 0)):
        k -= 1
    return _bare(sentence, k, tag)


def _gathers(sentence: Sentence, alliance: Mention) -> bool:
    """ "ahead of the NATO summit": an alliance that only names where others gather."""
    return _bare(sentence, alliance.j, "gathering") or (not sentence.head_final and _behind(sentence, alliance, "gathering"))


def _membership(sentence: Sentence, alliance: Mention) -> bool:
    """Whether a word for members, countries or allies stands beside it, a preposition at most between."""
    if _bare(sentence, alliance.j, "member") or _country(sentence, alliance.j):
        return not _becomes(sentence, alliance.j + 1)
    if sentence.head_final and _abbreviated(sentence, alliance) and _bare(sentence, alliance.j + 3, "member"):
        return True
    k = alliance.i - 1
    if k > 0 and sentence.cover[k] is None and sentence.closed(k):
        k -= 1
    return not sentence.head_final and (_bare(sentence, k, "member") or _country(sentence, k))


def _abbreviated(sentence: Sentence, alliance: Mention) -> bool:
    """Whether its own short form stands behind it in parentheses."""
    short = sentence.cover[alliance.j + 1] if alliance.j + 2 < len(sentence.tokens) else None
    return short is not None and short.id == alliance.id and sentence.tokens[alliance.j].word.text == "("


def _becomes(sentence: Sentence, k: int) -> bool:
    """ "became a member": where verbs stand last, whether the word behind the member is the verb that makes somebody one."""
    return sentence.head_final and sentence.has(k, "be") and not sentence.tokens[k].word.form & PACT


def _bare(sentence: Sentence, k: int, tag: str) -> bool:
    return sentence.has(k, tag) and (sentence.cover[k] is None or sentence.cover[k].kind == "people")  # type: ignore[union-attr]


def _country(sentence: Sentence, k: int) -> bool:
    mention = sentence.cover[k] if 0 <= k < len(sentence.tokens) else None
    return mention is not None and mention.kind in ("country", "partner")
