"""Items: a designation with its class word, variant and calibre becomes one mention, with its number."""

import itertools
import re
from collections.abc import Sequence

from wektor.mentions.events import EXERCISE
from wektor.mentions.mention import VARIANT_MARKS, Mention
from wektor.mentions.numbers import NumberMention
from wektor.mentions.quoted import adopt_quoted
from wektor.mentions.sentence import Sentence
from wektor.model import Span
from wektor.text.words import ABL, GEN, LOC, PL, SG, Token

_VARIANT = frozenset({"ii", "iii", "iv", "v", "vi", "mk", "mod", "block", "er", "ng", "plus", "light", "lite"})
_ENDING = re.compile(r"['’ʼ-][a-ząęó]{1,3}$")  # "Spike’ów", "NSM-y"
_OWNER = ("'s", "’s", "'", "’", "-")
_NEAR_CLASS = 3  # tokens between "class" and the word for what is of it
_SUFFIX = 2  # letters of an ending after a hyphen
_TYPE_TAG = "typeword"
_NAMELESS = frozenset({"raw material", "fuel", "uniform", "parts", "spare parts", "component", "licence", "documentation", "medical equipment", "service", "explosive"})


def build_items(sentence: Sentence) -> None:
    """Merge what belongs to one item and attach quantities."""
    _adopt_makes(sentence)
    for mention in [m for m in sentence.mentions if m.kind == "item"]:
        if mention.designated:
            _name_variant(sentence, mention)
            _take_variant(sentence, mention)
    _adopt_names(sentence)
    _adopt_counted(sentence)
    adopt_quoted(sentence)
    _adopt_listed(sentence)
    _merge(sentence)
    for mention in sentence.mentions:
        if mention.kind == "item":
            _take_calibre(sentence, mention)
    _quantities(sentence)
    _pieces(sentence)
    _counts(sentence)
    _ordinals(sentence)


def _name_variant(sentence: Sentence, mention: Mention) -> None:
    """ "Mi-35Ms": the family's name with letters after it names the variant; the plural's ending is no part of it."""
    text = sentence.written(mention.i, mention.j)
    text = _ENDING.sub("", text)
    single = text[:-1] if text.endswith("s") and (text[-2:-1].isupper() or text[-2:-1].isdigit()) else text
    rest = single[len(mention.name):] if mention.name and single.lower().startswith(mention.name.lower()) else ""
    ending = rest.islower() and rest.isalpha() and mention.name[-1:].isalpha()  # "Kfiry", "Gripenów": a case is no variant
    if mention.j - mention.i == 1 and rest and not ending:
        mention.name, mention.id = single, "eq:" + single.lower()


def _take_variant(sentence: Sentence, mention: Mention) -> None:
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


def _adopt_names(sentence: Sentence) -> None:
    """An unknown name beside a class word is a designation ("karabinki X", "X carriers", "okręty typu X")."""
    for mention in [m for m in sentence.mentions if m.kind in ("name", "place", "state") and m.j - m.i <= 3]:
        if _styled(mention.name) or mention.cls == EXERCISE:
            continue
        classed = _of_class(sentence, mention)
        if mention.kind != "name" and not classed and not (mention.kind == "place" and sentence.has(mention.i - 1, _TYPE_TAG)):
            continue  # "frigates of the type Adelaide" are called after it
        left, right = _neighbour(sentence, mention.i - 1, -1), _neighbour(sentence, mention.j, 1)
        if classed or (left and _lends(sentence, left)) or (right and _lends(sentence, right) and not _capitals(sentence, right)):
            mention.name = mention.name if mention.kind == "name" else sentence.written(mention.i, mention.j)
            mention.kind, mention.designated, mention.state = "item", True, None
            mention.id = "eq:" + "-".join(mention.name.lower().split())


def _of_class(sentence: Sentence, mention: Mention) -> bool:
    """ "Dakar sınıfı", "Dakar sınıfından üç denizaltı": where heads stand last, what stands bare before "class" and near a class word names a class of ships."""
    word = sentence.tokens[mention.j].word if mention.j < len(sentence.tokens) else None
    if word is None or not sentence.head_final or mention.adjectival or not {_TYPE_TAG, "grade"} <= word.tags or not word.owned:
        return False
    near = (sentence.cover[k] for k in range(mention.j + 1, min(mention.j + 1 + _NEAR_CLASS, len(sentence.tokens))))
    return any(m is not None and m.kind == "item" and not m.designated for m in near)


def _adopt_makes(sentence: Sentence) -> None:
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


def _adopt_counted(sentence: Sentence) -> None:
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


def _adopt_listed(sentence: Sentence) -> None:
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
        if mention or not (word.text in "\"“”„«»'" or _TYPE_TAG in word.tags):
            return mention
        k += step
    return None


def _merge(sentence: Sentence) -> None:
    """Class word and designation side by side are one item; so are two class words ("tank ammunition")."""
    _drop_short_forms(sentence)
    items = sorted((m for m in sentence.mentions if m.kind == "item"), key=lambda m: m.i)
    for left, right in itertools.pairwise(items):
        gap = sentence.tokens[left.j : right.i]
        if left not in sentence.mentions or len(gap) > 3 or not all(_inner(t, right) or _of_type(t, n) for t, n in itertools.zip_longest(gap, gap[1:])):
            continue
        if sum(t.word.text == "(" for t in gap) < sum(t.word.text == ")" for t in gap):
            continue  # an aside ends between them
        if left.designated and right.designated:
            continue
        keep, other = (left, right) if left.designated else (right, left)
        _absorb(sentence, keep, other, head=left if sentence.tokens[left.head].word.cases and not sentence.head_final else right)


def _drop_short_forms(sentence: Sentence) -> None:
    """ "bezzałogowe statki powietrzne (BSP)": the same class again in brackets names nothing new."""
    for short in [m for m in sentence.mentions if m.kind == "item" and not m.designated and m.j - m.i == 1]:
        i, j = short.i - 1, short.j
        long = sentence.cover[i - 1] if i > 0 and j < len(sentence.tokens) else None
        if long is not None and long.kind == "item" and long.cls == short.cls and sentence.tokens[i].word.text == "(" and sentence.tokens[j].word.text == ")":
            head = long.head
            sentence.drop(short)
            sentence.widen(long, long.i, j + 1)
            long.head = head


def _inner(token: Token, right: Mention) -> bool:
    """What may stand between a class word and its designation: quotes, "type", parentheses, an adjective that follows its noun."""
    word = token.word
    return word.text in "\"“”„«»'()" or _TYPE_TAG in word.tags or (right.designated and bool(word.cases) and word.pos & 5 == 4)


def _of_type(token: Token, following: Token | None) -> bool:
    """Whether a preposition leads to a word for a type: "drones of type TB2", "Drohnen vom Typ TB2"."""
    return following is not None and bool(token.word.preps) and _TYPE_TAG in following.word.tags and "det" not in following.word.tags


def _absorb(sentence: Sentence, keep: Mention, other: Mention, head: Mention) -> None:
    if not keep.designated:
        if sentence.tokens[other.head].word.cases and not sentence.head_final:  # Polish: "silniki czołgów": the first word is the head
            return
        keep.name = f"{other.name} {keep.name}" if not (keep.weak or other.weak) else keep.name
    head_token = head.head
    if keep.cls is None or (keep.designated and not other.weak and keep.id.startswith("eq:") and keep.cls is None):
        keep.cls = other.cls
    sentence.drop(other)
    sentence.widen(keep, other.i, other.j)
    keep.head, keep.weak = head_token, False


def _take_calibre(sentence: Sentence, mention: Mention) -> None:
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


def _ordinals(sentence: Sentence) -> None:
    """ "The first reached …", "ostatni odleciał": an ordinal with no noun stands for one of what was spoken of."""
    for k, token in enumerate(sentence.tokens[:-1]):
        if "first" in token.word.tags and sentence.cover[k] is None and k not in sentence.blocked:
            word = sentence.tokens[k + 1].word
            if word.tags & {"be", "have", "modal", "future"} or ("verb" in word.tags and word.form & 2) or (word.pos & 2 and word.form & 1 and not word.pos & 1) or (
                    token.word.cases and _stands_alone(sentence, k)):  # fmt: skip
                mention = Mention(k, k + 1, "pron", "", "", None)
                if token.word.number in (0, SG) and not token.word.tags & {"article"}:
                    mention.qty = NumberMention(1, Span(token.start, token.end))
                sentence.add(mention)


def _stands_alone(sentence: Sentence, k: int) -> bool:
    """Whether an ordinal has no noun, where nouns follow their ordinals: "drugi, na który …", "trzeci zaś …"; not "po pierwsze"."""
    own, word, before = sentence.tokens[k].word, sentence.tokens[k + 1].word, sentence.tokens[k - 1].word if k else None
    if sentence.head_final or (before is not None and (before.nom_cases & own.cases or before.lower == "po")):
        return False
    cover = sentence.cover[k + 1]
    agrees = word.nom_cases & own.cases and (word.number & own.number or not word.number)
    if word.nom_cases and (not agrees or (cover is not None and cover.kind == "state" and not cover.adjectival)):
        return True  # "pierwszą marynarze przejmą", "drugi Hanoi odebrało"
    relative = word.text == "," and any(t.word.tags & {"relative"} for t in sentence.tokens[k + 2 : k + 4])
    return relative or bool(word.tags & {"but", "adverb"} and not word.cases)


def _counts(sentence: Sentence) -> None:
    """ "another two", "the first 46": a number with no noun stands for what was spoken of."""
    counted = {id(m.qty) for m in sentence.mentions if m.qty is not None}
    for number in sentence.numbers:
        if id(number) in counted or isinstance(number.value, tuple) or _article(sentence, number):  # type: ignore[attr-defined]
            continue
        held = [k for k, t in enumerate(sentence.tokens) if number.span.start <= t.start < number.span.end]  # type: ignore[attr-defined]
        if not held or any(sentence.cover[k] for k in held) or number.value > 5000 or _year(sentence, held):  # type: ignore[attr-defined]
            _count_pronoun(sentence, held, number)
            continue
        after = held[-1] + 1
        while sentence.has(after, "piece") or (sentence.has(after, "more") and not sentence.tokens[after].word.cases and not sentence.head_final):
            after += 1
        if _apposed(sentence, held[0], after, number) or _of_more(sentence, after, number):
            continue
        word = sentence.tokens[after].word if after < len(sentence.tokens) else None
        if word is None or word.text in ",.;:)–—" or word.tags & {"be", "have", "and", "relative", "adverb", "modal", "future", "not"} or (
            word.preps or ("but" in word.tags and sentence.head_final) or (bool(word.cases == 0 and word.form & 1) and bool(word.verb_keys) and "verb" in word.tags)
            or bool(word.pos & 2 and word.form & 1 and not word.pos & 1) or (sentence.head_final and sentence.tokens[held[-1]].word.owned and held[-1] not in sentence.blocked)
        ):
            mention = Mention(held[0], after, "pron", "", "", None)
            mention.qty = number
            sentence.add(mention)


def _count_pronoun(sentence: Sentence, held: Sequence[int], number: object) -> None:
    """ "ikisi": a pronoun that is a number counts what it stands for."""
    pronoun = sentence.cover[held[0]] if held else None
    if pronoun is not None and pronoun.kind == "pron" and pronoun.qty is None and (pronoun.i, pronoun.j) == (held[0], held[-1] + 1):
        pronoun.qty = number


def _year(sentence: Sentence, held: Sequence[int]) -> bool:
    """Four figures from 1950 to 2059 alone: "for 2026" counts nothing."""
    figure = sentence.tokens[held[0]].word.text.partition("'")[0]
    return len(held) == 1 and len(figure) == 4 and figure.isdecimal() and 1950 <= int(figure) < 2060


def _pieces(sentence: Sentence) -> None:
    """ "howitzers, 48 pieces", "(19 sztuk)": a counted word for pieces right behind a thing counts that thing."""
    for piece in [m for m in sentence.mentions if m.kind == "item" and m.qty is not None and m.j - m.i == 1 and sentence.has(m.i, "piece")]:
        k = next((k for k in range(piece.i, -1, -1) if sentence.tokens[k].start <= piece.qty.span.start), piece.i)  # type: ignore[attr-defined]
        if _apposed(sentence, k, piece.j, piece.qty):
            sentence.drop(piece)


def _apposed(sentence: Sentence, i: int, j: int, number: object) -> bool:
    """Whether a count ``[i, j)`` set off by commas or brackets follows a thing that bears none: it is the thing's."""
    tokens, k = sentence.tokens, i - 1
    if sentence.head_final or k < 1 or tokens[k].word.text not in ",(–—:" or (j < len(tokens) and tokens[j].word.text not in ",;.)–—"):
        return False
    thing = sentence.cover[k - 1]
    if thing is None or thing.kind != "item" or thing.qty is not None:
        return False
    thing.qty = number
    return True


def _of_more(sentence: Sentence, j: int, number: object) -> bool:
    """ "18 of the 118 vehicles": those are spoken of that are counted first."""
    if sentence.head_final or not 0 < j < len(sentence.tokens) or not sentence.tokens[j].word.tags & {"ofwords", "fromword"}:
        return False
    thing = next((m for m in sentence.mentions if m.i > j), None)
    whole = getattr(thing.qty, "value", None) if thing is not None and thing.kind == "item" else None
    if thing is None or not isinstance(whole, int) or whole <= number.value or thing.i - j > 5:  # type: ignore[attr-defined]
        return False
    thing.qty = number
    return True


def _parts(sentence: Sentence, number: object) -> bool:
    """ "tankların onu", "araçlardan 194'ü": where heads stand last, a number with an owner's suffix counts a part of what stands before."""
    if not sentence.head_final:
        return False
    held = [k for k, t in enumerate(sentence.tokens) if number.span.start <= t.start < number.span.end]  # type: ignore[attr-defined]
    if not held or not sentence.tokens[held[-1]].word.owned:
        return False
    for k in range(held[0] - 1, max(-1, held[0] - 4), -1):
        whole = sentence.cover[k]
        if whole is not None:
            of = sentence.tokens[whole.head].word.cases & (GEN | ABL)
            if whole.kind in ("item", "people") and of:
                whole.qty = number
                return True
            return False
    return False


def _article(sentence: Sentence, number: object) -> bool:
    """Whether the number is a lone word that also is an article ("bir")."""
    span = number.span  # type: ignore[attr-defined]
    return any(t.start == span.start and t.end == span.end and "article" in t.word.tags for t in sentence.tokens)


def _named(sentence: Sentence, number: object) -> bool:
    """Whether the number belongs to a name ("RBS 70 launchers")."""
    start = number.span.start  # type: ignore[attr-defined]
    return any(m.i < k for k, t in enumerate(sentence.tokens) if t.start == start and (m := sentence.cover[k]) is not None)


def _names_maker(sentence: Sentence, mention: Mention) -> bool:
    """ "84 Patria vehicles": where nouns stand before nouns, a name right before a thing says whose make it is."""
    thing = sentence.cover[mention.j] if mention.j < len(sentence.tokens) else None
    named = mention.kind in ("org", "name", "state") and not sentence.tokens[mention.head].word.cases and not sentence.head_final
    return named and thing is not None and thing.kind == "item"


def _quantities(sentence: Sentence) -> None:
    """A number that stands right before an item or people (only adjectives between) counts them."""
    for number in sentence.numbers:
        if number.value == 0 or _article(sentence, number) or _parts(sentence, number) or _named(sentence, number):  # type: ignore[attr-defined]
            continue  # "sıfır uçaklar" are new, and no aircraft are not counted
        k = next((k for k, t in enumerate(sentence.tokens) if t.start >= number.span.end), None)  # type: ignore[attr-defined]
        if k is not None and sentence.has(k, "grade"):
            continue  # "of the 4.5 generation"
        steps, counted = 0, k is not None and sentence.head_final and sentence.has(k, "piece")
        while k is not None and k < len(sentence.tokens) and steps < 5:
            mention = sentence.cover[k]
            word = sentence.tokens[k].word
            if counted and mention is None and word.preps:
                k, steps = k + 1, steps + 1
                continue  # "30 adet Çin yapımı J-10"
            if mention and not mention.adjectival:
                if _names_maker(sentence, mention) or (counted and mention.kind in ("org", "name", "state", "place")):
                    k, steps = mention.j, steps + 1
                    continue
                if mention.kind in ("item", "people", "office") and mention.qty is None:
                    mention.qty = number
                break
            if word.text in ",.;:()–—" or word.tags & {"and", "relative", "subord", "be", "have"} or (
                word.preps and "ofwords" not in word.tags
            ):
                break
            k, steps = k + 1, steps + 1
