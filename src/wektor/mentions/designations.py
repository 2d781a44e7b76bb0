"""Designations: names that no pack knows and that words around show to be those of things."""

from wektor.mentions.events import EXERCISE
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import LOC, PL

_OWNER = ("'s", "’s", "'", "’", "-")
_NEAR_CLASS = 3  # tokens between "class" and the word for what is of it
_SUFFIX = 2  # letters of an ending after a hyphen
TYPE_TAG = "typeword"
_NAMELESS = frozenset({"raw material", "fuel", "uniform", "parts", "spare parts", "component", "licence", "documentation", "medical equipment", "service", "explosive"})


def adopt_names(sentence: Sentence) -> None:
    """An unknown name beside a class word is a designation ("karabinki X", "X carriers", "okręty typu X")."""
    for mention in [m for m in sentence.mentions if m.kind in ("name", "place", "state") and m.j - m.i <= 3]:
        if _styled(mention.name) or mention.cls == EXERCISE:
            continue
        classed = _of_class(sentence, mention)
        if mention.kind != "name" and not classed and not (mention.kind == "place" and sentence.has(mention.i - 1, TYPE_TAG)):
            continue  # "frigates of the type Adelaide" are called after it
        left, right = _neighbour(sentence, mention.i - 1, -1), _neighbour(sentence, mention.j, 1)
        if classed or (left and _lends(sentence, left)) or (right and _lends(sentence, right) and not _capitals(sentence, right)):
            mention.name = mention.name if mention.kind == "name" else sentence.written(mention.i, mention.j)
            mention.kind, mention.designated, mention.state = "item", True, None
            mention.id = "eq:" + "-".join(mention.name.lower().split())


def _of_class(sentence: Sentence, mention: Mention) -> bool:
    """ "Dakar sınıfı", "Dakar sınıfından üç denizaltı": where heads stand last, what stands bare before "class" and near a class word names a class of ships."""
    word = sentence.tokens[mention.j].word if mention.j < len(sentence.tokens) else None
    if word is None or not sentence.head_final or mention.adjectival or not {TYPE_TAG, "grade"} <= word.tags or not word.owned:
        return False
    near = (sentence.cover[k] for k in range(mention.j + 1, min(mention.j + 1 + _NEAR_CLASS, len(sentence.tokens))))
    return any(m is not None and m.kind == "item" and not m.designated for m in near)


def adopt_makes(sentence: Sentence) -> None:
    """ "four Antonovs", "the old Sikorskys": a firm's name in the plural, where its own has none, stands for what it makes."""
    for mention in [m for m in sentence.mentions if m.kind == "org" and m.cls == "firm" and m.j - m.i == 1]:
        text = sentence.tokens[mention.i].word.text
        following = sentence.tokens[mention.j].word if mention.j < len(sentence.tokens) else None
        if sentence.head_final or sentence.tokens[mention.i].word.cases or not text.endswith("s") or not _plural_of(text, mention.name):
            continue
        if following is None or not (following.cap or following.text in _OWNER[:4]):
            mention.kind, mention.designated, mention.id, mention.cls = "item", True, "eq:" + text[:-1].lower(), None
            mention.name, mention.state = text[:-1], None


def _plural_of(text: str, name: str) -> bool:
    """Whether the word is no form of the firm's own name: "Airbus" is, "Airbuses" and "Antonovs" are not."""
    return len(text) > _SUFFIX + 1 and text.lower() not in name.lower().split() and text[:-1].isalpha() and text[:-1].lower().removesuffix("e") in name.lower()


def adopt_counted(sentence: Sentence) -> None:
    """ "six Shadowcats", "its Irish Shadowcats": where nouns show no case, a name in the plural behind a number or a nationality is of things."""
    tokens = sentence.tokens
    starts = {n.span.end for n in sentence.numbers}  # type: ignore[attr-defined]
    if sentence.head_final:
        _adopt_counted_singular(sentence, starts)
        return
    for mention in [m for m in sentence.mentions if m.kind == "name" and m.j - m.i == 1 and m.i]:
        word, before = tokens[mention.i].word, sentence.cover[mention.i - 1]
        plural = word.number == PL and not word.cases and word.text.endswith("s") and not word.upper
        alone = mention.j >= len(tokens) or not (tokens[mention.j].word.cap or tokens[mention.j].word.text in _OWNER)
        origin = before if before is not None and before.adjectival and before.kind == "state" and before.i else None
        first = mention.i if origin is None else origin.i
        if plural and alone and (tokens[first - 1].end in starts or (origin and sentence.has(first - 1, "their"))):
            single = word.text[:-1]
            mention.kind, mention.designated, mention.name, mention.id = "item", True, single, "eq:" + single.lower()


def _adopt_counted_singular(sentence: Sentence, starts: set[int]) -> None:
    """ "altı Gölgekedi", "76 adet AMV": where what is counted stands in the singular, a name right behind its number, or behind "pieces" of it, is of things."""
    tokens = sentence.tokens
    for mention in [m for m in sentence.mentions if m.i and _nameless(m) and not _styled(m.name)]:
        origin = sentence.cover[mention.i - 1]
        first = origin.i if origin is not None and origin.adjectival and origin.kind == "state" and origin.i else mention.i
        counted = first - 1 - sentence.has(first - 1, "piece")
        number = counted >= 0 and tokens[counted].end in starts and counted not in sentence.blocked and not sentence.has(counted, "article")
        word = tokens[mention.j - 1].word
        several = word.upper and word.number == PL and word.bare < len(word.text) and mention.kind == "name"  # "ZKV'ler"
        if several or (number and not word.cases & LOC and not _made_up(sentence, mention)):
            mention.name = mention.name if mention.kind == "name" else tokens[mention.i].word.text[: tokens[mention.i].word.bare]
            mention.kind, mention.designated, mention.cls, mention.state = "item", True, None, None
            mention.id = "eq:" + "-".join(mention.name.lower().split())


def _nameless(mention: Mention) -> bool:
    """A name of nothing known, or the short name of a firm, which stands for what it makes where it is counted ("altı Dornier")."""
    return mention.kind == "name" or (mention.kind == "org" and mention.cls == "firm" and mention.j - mention.i == 1)


def _made_up(sentence: Sentence, mention: Mention) -> bool:
    """Whether the name goes on with a noun that says what it is of ("üç Shell istasyonu"), or with a class word that takes it up anyway."""
    if mention.j >= len(sentence.tokens) or sentence.tokens[mention.j - 1].word.bare < len(sentence.tokens[mention.j - 1].word.text):
        return False
    following = sentence.tokens[mention.j].word
    return sentence.cover[mention.j] is not None or bool(following.common and following.owned and not following.form)


def _styled(name: str) -> bool:
    """ "Soviet-era", "Nato-standard": a name with a word behind its hyphen says of what sort a thing is, not which."""
    rest = name.rpartition("-")[2]
    return rest != name and len(rest) > _SUFFIX and rest.islower() and rest.isalpha()


def _lends(sentence: Sentence, item: Mention) -> bool:
    """Whether a class word makes a name beside it a designation: fuel, parts and papers bear none."""
    return item.kind == "item" and not item.designated and item.cls not in _NAMELESS


def _capitals(sentence: Sentence, item: Mention) -> bool:
    """ "Ocean Patrol Vessel", "Otis Ferry": a class word with a capital goes on a name or a title."""
    word = sentence.tokens[item.i].word
    return word.cap and not word.upper and not word.cases


def adopt_listed(sentence: Sentence) -> None:
    """ "Russian Orlan-10, Israeli X and American RQ-11": a name under a nationality in a list of items is one of them."""
    plain = [m for m in sorted(sentence.mentions, key=lambda m: m.i) if not m.adjectival]
    for left, name, right in zip(plain, plain[1:], plain[2:], strict=False):
        origin = sentence.cover[name.i - 1] if name.i else None
        if name.kind == "name" and origin is not None and origin.adjectival and left.kind == right.kind == "item":
            name.kind, name.designated, name.id = "item", True, "eq:" + "-".join(name.name.lower().split())


def _neighbour(sentence: Sentence, k: int, step: int) -> Mention | None:
    """The mention at token ``k``, stepping over quotes and words such as "type"."""
    for _ in range(3):
        if not 0 <= k < len(sentence.tokens):
            return None
        mention = sentence.cover[k]
        word = sentence.tokens[k].word
        if mention or not (word.text in "\"“”„«»'" or TYPE_TAG in word.tags):
            return mention
        k += step
    return None
