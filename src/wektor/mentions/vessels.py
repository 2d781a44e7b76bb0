"""Ships by name: the prefix of a navy, the name, and the hull's number ("USS Olympia (SSN 717)", "ORP „Orzeł”")."""

from wektor.mentions.mention import Mention
from wektor.mentions.quotation import CLOSING_ANY, OPENING_ANY
from wektor.mentions.sentence import Sentence
from wektor.text.words import Word

_LONGEST = 6


def name_ships(sentence: Sentence) -> None:
    """Take in the ships that the sentence names."""
    for match in sentence.matches.named:
        if match.entry.kind == "prefix" and sentence.cover[match.i] is None:
            i, j = _name(sentence, match.j)
            if j > i and not _known(sentence, match.i, j):
                text = f"{sentence.written(match.i, match.j)} {sentence.written(i, j)}"
                mention = Mention(match.i, _hull(sentence, _closed(sentence, j)), "item", "eq:" + "-".join(text.lower().split()), text, None)
                mention.designated = True
                sentence.add(mention)


def number_hulls(sentence: Sentence) -> None:
    """Take the hull's number into a ship that a pack names ("TCG Anadolu (L-400)")."""
    for mention in [m for m in sentence.mentions if m.kind == "item" and any(x.entry.kind == "prefix" and x.i == m.i for x in sentence.matches.named)]:
        j = _hull(sentence, mention.j)
        if j > mention.j and not any(sentence.cover[mention.j : j]):
            head = mention.head
            sentence.widen(mention, mention.i, j)
            mention.head = head


def class_ships(sentence: Sentence) -> None:
    """A ship that nothing else describes is a warship."""
    for mention in sentence.mentions:
        if mention.designated and mention.cls is None and any(m.entry.kind == "prefix" and mention.i <= m.i < mention.j for m in sentence.matches.named):
            mention.cls = "warship"


def _known(sentence: Sentence, i: int, j: int) -> bool:
    """Whether a pack names these words, prefix and all, and so knows the type."""
    return any(m.i == i and m.j >= j and m.entry.kind == "equipment" for m in sentence.matches.named)


def _name(sentence: Sentence, k: int) -> tuple[int, int]:
    """The tokens of the name that begins at ``k``, its quotation marks apart."""
    tokens = sentence.tokens
    if k < len(tokens) and tokens[k].word.text in OPENING_ANY:
        end = next((j for j in range(k + 1, min(len(tokens), k + 1 + _LONGEST)) if tokens[j].word.text in CLOSING_ANY), k)
        return k + 1, max(k + 1, end)
    j, kinds = k, {m.i for m in sentence.matches.named if m.entry.kind == "class"}
    while j < len(tokens) and j - k < _LONGEST and (_part(sentence, j) or _initial(sentence, k, j)):
        if j > k and (j in kinds or tokens[j - 1].word.bare < len(tokens[j - 1].word.text)):
            break  # "TCG Türkeli Karakol Gemisi"; a case after an apostrophe
        j += 1
    return k, j


def _part(sentence: Sentence, j: int) -> bool:
    word = sentence.tokens[j].word
    return word.cap and j not in sentence.blocked and not word.tags & {"legal", "month"}


def _initial(sentence: Sentence, k: int, j: int) -> bool:
    """The full stop of an initial inside the name ("Wayne E. Meyer"), or a particle ("Sir Galahad de …")."""
    tokens = sentence.tokens
    inside = k < j < len(tokens) - 1 and tokens[j + 1].word.cap
    return inside and ((tokens[j].word.text == "." and len(tokens[j - 1].word.text) == 1) or tokens[j].word.lower in ("de", "of", "el", "al", "y"))


def _closed(sentence: Sentence, j: int) -> int:
    return j + 1 if j < len(sentence.tokens) and sentence.tokens[j].word.text in CLOSING_ANY else j


def _hull(sentence: Sentence, j: int) -> int:
    """Past the hull's number in brackets."""
    words = [t.word for t in sentence.tokens[j : j + 4]]
    if len(words) == 4 and words[0].text == "(" and words[1].upper and words[2].text.isdigit() and words[3].text == ")":
        return j + 4
    return j + 3 if len(words) > 2 and words[0].text == "(" and _pennant(words[1]) and words[2].text == ")" else j


def _pennant(word: Word) -> bool:
    """ "L-400", "321": what is painted on the hull."""
    return word.digit and (word.cap or (word.text.isdecimal() and 1 < len(word.text) < 5))
