"""Variants: what a designation or a class word says of its version: letters, blocks, calibres."""

import re

from wektor.mentions.mention import VARIANT_MARKS, Mention
from wektor.mentions.sentence import Sentence

_VARIANT = frozenset({"ii", "iii", "iv", "v", "vi", "mk", "mod", "block", "er", "ng", "plus", "light", "lite"})
_ENDING = re.compile(r"['’ʼ-][a-ząęó]{1,3}$")  # "Spike’ów", "NSM-y"


def name_variant(sentence: Sentence, mention: Mention) -> None:
    """ "Mi-35Ms": the family's name with letters after it names the variant; the plural's ending is no part of it."""
    text = sentence.written(mention.i, mention.j)
    text = _ENDING.sub("", text)
    single = text[:-1] if text.endswith("s") and (text[-2:-1].isupper() or text[-2:-1].isdigit()) else text
    rest = single[len(mention.name):] if mention.name and single.lower().startswith(mention.name.lower()) else ""
    ending = rest.islower() and rest.isalpha() and mention.name[-1:].isalpha()  # "Kfiry", "Gripenów": a case is no variant
    if mention.j - mention.i == 1 and rest and not ending:
        mention.name, mention.id = single, "eq:" + single.lower()


def take_variant(sentence: Sentence, mention: Mention) -> None:
    """ "F-16 Block 70", "Gripen E/F", "Wing Loong II": the designation as written follows the family's name."""
    tokens, j = sentence.tokens, mention.j
    while j < len(tokens) and sentence.cover[j] in (None,) and j - mention.j < 3:
        word = tokens[j].word
        marks = word.lower in VARIANT_MARKS and word.cap and j + 1 < len(tokens) and tokens[j + 1].word.digit
        after = tokens[j - 1].word.lower in VARIANT_MARKS
        slash = word.text == "/" and j + 1 < len(tokens) and len(tokens[j + 1].word.text) <= 2
        short = word.cap and len(word.text) <= 2 and tokens[j - 1].word.text != "/" and word.upper | word.text.isupper()
        if not (marks or (word.lower in _VARIANT and word.cap) or (after and word.digit) or slash or short
                or (tokens[j - 1].word.text == "/" and word.cap and len(word.text) <= 2)):  # fmt: skip
            break
        if short and word.text in ("A", "I") and mention.j == j and not slash:
            break
        j += 1
    if j > mention.j:
        text = sentence.written(mention.i, j)
        sentence.widen(mention, mention.i, j)
        mention.name = text
        mention.id = "eq:" + "-".join(text.lower().split())


def take_calibre(sentence: Sentence, mention: Mention) -> None:
    """ "155 mm shells", "pociski kalibru 155 mm", "155-milimetrowe pociski" name the item "155 mm shell"."""
    tokens = sentence.tokens
    if mention.designated:
        return
    i, j = mention.i, mention.j
    if i >= 2 and tokens[i - 1].word.lower == "mm" and tokens[i - 2].word.digit:
        calibre, i = tokens[i - 2].word.text, i - 2
    elif i >= 1 and tokens[i - 1].word.lower.endswith(("-mm", "mm")) and tokens[i - 1].word.digit:
        calibre, i = tokens[i - 1].word.lower.removesuffix("mm").rstrip("-"), i - 1
    else:
        k = j + 1 if j < len(tokens) and sentence.has(j, "calibre") else j
        k += 1 if k < len(tokens) and tokens[k].word.text == "." else 0
        if k + 1 >= len(tokens) or not tokens[k].word.digit or tokens[k + 1].word.lower != "mm":
            return
        calibre, j = tokens[k].word.text, k + 2
    mention.name = f"{calibre} mm {mention.name}"
    mention.id = "class:" + mention.name.replace(" ", "-")
    mention.weak = False
    sentence.widen(mention, i, j)
