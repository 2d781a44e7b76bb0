"""Names in quotation marks that stand for things: what is counted, numbered, or several of one nation's."""

from wektor.mentions.mention import Mention
from wektor.mentions.quotation import CLOSING_NAMES, OPENING_NAMES
from wektor.mentions.sentence import Sentence
from wektor.text.words import PL


def adopt_quoted(sentence: Sentence) -> None:
    """ "вісім американських «Кіова»", "третій «Мечник»", "братиславські «МіГи»": unknown names, and firms' that stand for what they make."""
    if sentence.head_final:
        return
    for mention in [m for m in sentence.mentions if (m.kind == "name" or (m.kind == "org" and m.cls == "firm")) and _quoted(sentence, m)]:
        nation = sentence.cover[mention.i - 2]
        nation = nation if nation is not None and nation.adjectival and nation.kind == "state" else None
        first = mention.i - 1 if nation is None else nation.i
        if _counted(sentence, first - 1) or (nation is not None and _several(sentence, mention, nation)):
            mention.kind, mention.cls, mention.designated, mention.state = "item", None, True, None
            mention.name = sentence.written(mention.i, mention.j)
            mention.id = "eq:" + "-".join(mention.name.lower().split())


def _quoted(sentence: Sentence, mention: Mention) -> bool:
    """Whether it stands in quotation marks of its own."""
    tokens, i, j = sentence.tokens, mention.i, mention.j
    return i > 1 and j < len(tokens) and tokens[i - 1].word.text in OPENING_NAMES and tokens[j].word.text in CLOSING_NAMES


def _counted(sentence: Sentence, k: int) -> bool:
    """Whether a number above one ends at token ``k``, or a word such as "third"."""
    if k < 0:
        return False
    token = sentence.tokens[k]
    numbers = [n.value for n in sentence.numbers if n.span.end == token.end]  # type: ignore[attr-defined]
    return any(isinstance(n, tuple) or n > 1 for n in numbers) or bool(token.word.tags & {"first", "more"} and token.word.cases)


def _several(sentence: Sentence, mention: Mention, nation: Mention) -> bool:
    """Whether a nation's adjective in the plural stands before it alone: two names after one are as often firms or papers."""
    tokens, j = sentence.tokens, mention.j + 1
    listed = j + 1 < len(tokens) and (tokens[j].word.text == "," or "and" in tokens[j].word.tags) and tokens[j + 1].word.text in OPENING_NAMES
    plural = tokens[nation.head].word.number == PL and (mention.kind == "name" or tokens[mention.i].word.number == PL)
    return plural and not listed
