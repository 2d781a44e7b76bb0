"""Names that no pack knows: capitalised sequences, told apart by the words beside them."""

import re
from collections.abc import Sequence

from wektor.mentions.events import EXERCISE, yeared_drill
from wektor.mentions.mention import VARIANT_MARKS, Mention
from wektor.mentions.quotation import CLOSING_NAMES, OPENING_NAMES
from wektor.mentions.sentence import Sentence
from wektor.text.vocabulary import Vocabulary
from wektor.text.words import NAME, NOUN, PPAS, Word

_INNER = re.compile(r"([^\W\d_]{1,5})-(?:[^\W\d_]{1,4})-(\d\w*)")
_YEARED = re.compile(r"[^\W\d_]{3,}-(?:19|20)\d\d")
_JOIN = frozenset({"&", "-", "of", "de", "al", "el", "der", "van", "und", "for"})



def find_names(sentence: Sentence, vocabulary: Vocabulary) -> None:
    """Add designations ("XR-7") and names (kind ``name``; ``org`` where a firm's word or legal form stands in them)."""
    n, i = len(sentence.tokens), 0
    types = tuple(w for w in vocabulary.compiled.grammar.words.get("typeword", ()) if w.startswith("-")) or ("\0",)
    numbered = sentence.held([x.span for x in sentence.numbers])  # type: ignore[attr-defined]
    told = {k for m in sentence.matches.frames if m.entry.name == "noun" for k in range(m.i, m.j)}
    drills = {m.i for m in sentence.matches.frames if m.entry.id == "exercise" and m.entry.name == "noun" and m.j - m.i == 1}
    events, tokens, cover = _events(sentence), sentence.tokens, sentence.cover
    while i < n:
        if tokens[i].word.cap and cover[i] is None and i not in numbered and i not in sentence.blocked and _opens(sentence, i):
            j = _extent(sentence, i)
            drill = j - 1 > i and j - 1 in drills
            j -= drill  # "Maritime Partnership Exercise": the noun tells what bears the name, whatever firms' words stand in it
            if not drill and not any(t.word.tags & {"firmword", "legal"} for t in sentence.tokens[i:j]):
                if i in told:  # "MoU", "Exercise Flintlock", "Memorandum of Understanding" tell something: no names
                    i += 1
                    continue
                j = next((k for k in range(i + 1, j) if k in told), j)
            mention = _classify(sentence, i, j, types)
            if mention and drill and mention.kind == "org":
                mention.kind = "name"
            if mention and mention.kind == "item" and (i in events or j in events):
                mention.kind, mention.designated, mention.id = "name", False, mention.id.replace("eq:", "org:")
            if mention and mention.kind == "name" and j - i == 1 and yeared_drill(tokens[i].word.text, vocabulary):
                mention.cls = EXERCISE
            if mention and mention.kind == "name" and _settled(sentence, i, j):
                mention.kind = "place"
            if mention:
                sentence.add(mention)
            i = j
        else:
            i += 1
    sentence.mentions.sort(key=lambda m: m.i)


def _settled(sentence: Sentence, i: int, j: int) -> bool:
    """Whether a word for a town or a district stands beside the name: "w prowincji Bataan", "the town of Aksay", "Bataan province"."""
    before = i - 2 if sentence.has(i - 1, "ofwords") else i - 1
    if sentence.has(before, "settlement") and sentence.cover[before] is None:
        return True
    shown = any(t.word.cases for t in sentence.tokens[i:j]) and not sentence.head_final
    return not shown and j < len(sentence.tokens) and sentence.has(j, "settlement") and not sentence.closed(j) and sentence.tokens[j].word.text.islower()


def _events(sentence: Sentence) -> set[int]:
    """Tokens where the name of an exercise may begin or have ended: beside the noun, quotation marks apart ("exercise Saber Strike 22")."""
    found: set[int] = set()
    for match in sentence.matches.frames:
        if match.entry.id == "exercise" and match.entry.name == "noun":
            found |= {match.i, match.j}
            if match.j < len(sentence.tokens) and sentence.tokens[match.j].word.text in OPENING_NAMES:
                found.add(match.j + 1)
    return found


def _opens(sentence: Sentence, i: int) -> bool:
    word = sentence.tokens[i].word
    if not word.cap or len(word.text) < 2 or word.tags & {"stopname", "month", "honour"} or _marks_variant(sentence, i):
        return False
    if word.digit:
        return True
    initial = i == 0 or sentence.tokens[i - 1].word.text in "\"'“”„«»–—-:•("
    if not initial:
        return True
    if _bears(sentence, i):
        return True
    following = sentence.tokens[i + 1].word if i + 1 < len(sentence.tokens) else None
    known = bool(word.tags) or bool(word.pos and not word.pos & 256)
    if known and word.common and not word.tags & {"firmword", "legal"}:
        return _housed(sentence, i) or (word.upper and not any(t.word.text.islower() for t in sentence.tokens))
    named = _quoted(sentence, i) if word.guessed else bool(word.cases) and not known
    return word.text in sentence.known or bool(following and following.cap and not word.tags) or named or word.upper


def _marks_variant(sentence: Sentence, i: int) -> bool:
    """ "F-16 Block 70", "Typhoon Tranche 4": a mark and its number right behind a designation belong to it."""
    before = sentence.cover[i - 1] if i else None
    if before is None or before.kind != "item" or i + 1 >= len(sentence.tokens):
        return False
    return sentence.tokens[i].word.lower in VARIANT_MARKS and sentence.tokens[i + 1].word.digit


def _bears(sentence: Sentence, i: int) -> bool:
    """Whether a class word stands before the quotation marks that open here: "the corvette «Guarding»" bears a name, whatever its words mean."""
    k = i - 2
    while k > 0 and sentence.cover[k] is None and "typeword" in sentence.tokens[k].word.tags:
        k -= 1
    before = sentence.cover[k] if k >= 0 else None
    return before is not None and (before.kind == "firm" or (before.kind == "item" and not before.designated)) and _quoted(sentence, i)


def _quoted(sentence: Sentence, i: int) -> bool:
    """Whether the word stands first in quotation marks that hold three words at most: a name, not a speech."""
    if i == 0 or sentence.tokens[i - 1].word.text not in OPENING_NAMES:
        return False
    return any(t.word.text in CLOSING_NAMES for t in sentence.tokens[i + 1 : i + 4])


def _housed(sentence: Sentence, i: int) -> bool:
    """ "завод «Маяк»": a common noun in quotation marks right behind a firm's noun is its name."""
    house = sentence.cover[i - 2] if i > 1 and _quoted(sentence, i) else None
    return house is not None and house.kind in ("firm", "agency")


def _extent(sentence: Sentence, i: int) -> int:
    tokens, j = sentence.tokens, i + 1
    if _bears(sentence, i):
        return next(k for k in range(i + 1, i + 4) if tokens[k].word.text in CLOSING_NAMES)
    while j < len(tokens) and sentence.cover[j] is None:
        word = tokens[j].word
        joined = word.lower in _JOIN and j + 1 < len(tokens) and tokens[j + 1].word.cap and word.lower not in ("for",)
        if word.lower == "of" and not any("firmword" in t.word.tags for t in tokens[i:j]):
            break
        ended = j in sentence.blocked or tokens[j - 1].word.bare < len(tokens[j - 1].word.text)  # a date; a case after an apostrophe
        if word.text == "." and len(tokens[j - 1].word.text) == 1 and tokens[j - 1].word.cap and j + 1 < len(tokens) and tokens[j + 1].word.cap:
            j += 1  # an initial
            continue
        if ended or not (word.cap or joined or (word.digit and j - i < 4 and tokens[j - 1].word.cap and word.bare < 5)):
            break
        j += 1
    while j > i + 1 and tokens[j - 1].word.lower in _JOIN:
        j -= 1
    return j


def _classify(sentence: Sentence, i: int, j: int, types: tuple[str, ...]) -> Mention | None:
    words = [t.word for t in sentence.tokens[i:j]]
    text = sentence.written(i, j)
    kind = "name"
    if len(words) == 1 and words[0].tags & {"legal"}:
        return None
    if len(words) > 1 and "press" in words[-1].tags:
        return None  # "The Miami Herald": who writes of a deal is no part of it
    if any(w.tags & {"firmword", "legal"} for w in words) and len(words) > 1:
        kind = "org"
    elif (len(words) == 1 and _designation(_uninflected(words[0].text[: words[0].bare]))) or _numbered(words) or words[-1].lower.endswith(types):
        kind = "item"
    if kind == "name" and len(words) == 1 and not words[0].cases and words[0].form & PPAS and j < len(sentence.tokens) and sentence.cover[j]:
        return None  # "Integrated Air Defence": a participle with a capital
    if kind == "name" and len(words) == 1 and words[0].common and not words[0].pos & 1 and not _bears(sentence, i):
        return None  # an adjective with a capital
    if sentence.head_final and "frame" in words[-1].tags and words[-1].common:
        return None  # "İş Birliği Anlaşması": what it is called tells what happened
    if sentence.head_final and kind == "name" and len(words) == 1 and words[0].common and words[0].bare == len(words[0].text) and not words[0].upper:
        return None  # a common noun with the capital of a title
    if kind == "name" and len(words) == 1 and i and _plain_noun(words[0]) and not _quoted(sentence, i) and not _behind_class(sentence, i):
        return None  # "Закон", "Совет": the capital is honour's
    state = None
    before = sentence.cover[i - 1] if i else None
    if before is not None and before.kind in ("state", "place", "org") and any("firmword" in w.tags for w in words) and (before.kind != "state" or before.j - before.i == 1):
        kind = "org"
    if kind == "org" and before is not None and before.kind in ("state", "place", "org") and before.j == i and sentence.tokens[before.i].word.cap:
        sentence.drop(before)  # "Turkish Aerospace Industries": the adjective is part of the name
        i, state = before.i, before.state
        text = sentence.written(i, j)
    mention = Mention(i, j, kind, "org:" + "-".join(text.lower().split()), text, state)
    if kind == "item":
        name = _uninflected(text)
        mention.id, mention.designated = "eq:" + name.lower(), True
        mention.name = name.rstrip("s") if name[-2:-1].isupper() or name[-2:-1].isdigit() else name
    return mention


def _uninflected(text: str) -> str:
    """ "MiG-ów-29M": a designation without the case that stands inside it."""
    inner = _INNER.fullmatch(text)
    return "-".join(inner.groups()) if inner is not None and text[len(inner[1]) + 1].islower() else text


def _behind_class(sentence: Sentence, i: int) -> bool:
    """Whether a class word stands right before ("haubice Nora"): what bears a capital there is a designation."""
    before = sentence.cover[i - 1]
    return before is not None and before.kind == "item" and not before.designated and not sentence.head_final


def _plain_noun(word: Word) -> bool:
    """A noun of the dictionary that no reading makes a name."""
    return word.common and not word.guessed and not word.upper and bool(word.nom_cases) and word.pos & (NOUN | NAME) == NOUN


def _numbered(words: Sequence[Word]) -> bool:
    """A name with a number of two or three figures in or after it: "Agusta 109 Power", "Hermes 900"."""
    return len(words) > 1 and words[0].text.isalpha() and any(w.text[: w.bare].isdigit() and 1 < w.bare < 4 for w in words[1:])


def _designation(text: str) -> bool:
    """Letters and digits joined, as in "Mi-35M": one to five letters first, at most four digits; a fair or an exercise bears a year ("IDEX-2023")."""
    if _YEARED.fullmatch(text):
        return False
    head = text.rstrip("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZs/-")
    digits = sum(c.isdigit() for c in text)
    return bool(digits) and digits <= 4 and len(head) <= 4 and text[0].isupper() and len(text) >= 3
