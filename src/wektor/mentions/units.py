"""Units by name: capitals that a word such as "Squadron" or "Brygada" heads are troops, whatever arms stand in the name."""

from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence

_LONGEST = 6


def claim_units(sentence: Sentence) -> None:
    """Take in the units among the capitals ("Carrier Strike Group 5", "13. Dywizjonu Trałowców") before their words are read as things."""
    if sentence.head_final:
        return
    for k, token in enumerate(sentence.tokens):
        word = token.word
        if not word.cap or word.upper or "unithead" not in word.tags or sentence.cover[k] is not None or k in sentence.blocked:
            continue
        i, j = (k, _end(sentence, k)) if word.cases else (_beginning(sentence, k), k + 1)
        j = j + 1 if j < len(sentence.tokens) and sentence.tokens[j].word.text.isdigit() and not word.cases else j
        if (j - i > 1 or _numbered(sentence, i)) and not any(sentence.cover[i:j]):
            mention = Mention(i, j, "people", "", "", None)
            mention.head = k
            sentence.add(mention)


def _numbered(sentence: Sentence, i: int) -> bool:
    """Whether an ordinal stands before: "the 45th Squadron", "21. Brygada"."""
    before = sentence.tokens[i - 1].word if i else None
    return before is not None and (before.digit or (before.text == "." and i > 1 and sentence.tokens[i - 2].word.digit))


def _beginning(sentence: Sentence, k: int) -> int:
    """Where the capitals before the head begin; a state or force that owns the unit stays outside."""
    i = k
    while i and k - i < _LONGEST and _part(sentence, i - 1):
        i -= 1
    owner = max((m.j for m in sentence.matches.named if i <= m.i and m.j <= k and m.entry.kind in ("org", "adjective", "state", "actor") and m.entry.id not in ("people", "firm")), default=i)
    return owner if owner > i else i


def _end(sentence: Sentence, k: int) -> int:
    j = k + 1
    while j < len(sentence.tokens) and j - k < _LONGEST and _part(sentence, j):
        j += 1
    return j


def _part(sentence: Sentence, k: int) -> bool:
    word = sentence.tokens[k].word
    return word.cap and len(word.text) > 1 and sentence.cover[k] is None and not word.tags & {"stopname", "month", "det", "legal"} and k not in sentence.blocked
