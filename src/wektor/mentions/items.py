"""Items: a designation with its class word, variant and calibre becomes one mention, with its number."""

import itertools

from wektor.mentions.bare_numbers import stand_numbers, stand_ordinals
from wektor.mentions.designations import TYPE_TAG, adopt_counted, adopt_listed, adopt_makes, adopt_names
from wektor.mentions.mention import Mention
from wektor.mentions.quantities import count_things, take_pieces
from wektor.mentions.quoted import adopt_quoted
from wektor.mentions.sentence import Sentence
from wektor.mentions.variants import name_variant, take_calibre, take_variant
from wektor.text.words import FIN, PL, Token


def build_items(sentence: Sentence) -> None:
    """Merge what belongs to one item and attach quantities."""
    _drop_deeds(sentence)
    adopt_makes(sentence)
    for mention in [m for m in sentence.mentions if m.kind == "item"]:
        if mention.designated:
            name_variant(sentence, mention)
            take_variant(sentence, mention)
    adopt_names(sentence)
    adopt_counted(sentence)
    adopt_quoted(sentence)
    adopt_listed(sentence)
    _join_makes(sentence)
    _merge(sentence)
    for mention in sentence.mentions:
        if mention.kind == "item":
            take_calibre(sentence, mention)
    count_things(sentence)
    take_pieces(sentence)
    stand_numbers(sentence)
    stand_ordinals(sentence)


def _drop_deeds(sentence: Sentence) -> None:
    """ "Saab ships the radars", "India arms Nepal": a class word between who acts and a new phrase is a verb, where order alone tells."""
    for item in [m for m in sentence.mentions if m.kind == "item" and not m.designated and m.j - m.i == 1 and m.i]:
        word, actor = sentence.tokens[item.i].word, sentence.cover[item.i - 1]
        if word.cases or sentence.head_final or "verb" not in word.tags or word.number != PL or not word.form & FIN:
            continue
        acts = sentence.has(item.i - 1, "relative") or (actor is not None and actor.actor and not (actor.adjectival or actor.possessive))
        if acts and _opens(sentence, item.j):
            sentence.drop(item)


def _opens(sentence: Sentence, k: int) -> bool:
    """Whether an article or an owner stands there, or somebody else."""
    following = sentence.cover[k] if k < len(sentence.tokens) else None
    return sentence.has(k, "det") or sentence.has(k, "their") or (following is not None and following.actor and not following.adjectival)


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


def _join_makes(sentence: Sentence) -> None:
    """ "drony produkcji tureckiej Anka": whose make it is may stand between a class word and its designation; the state goes on standing there."""
    for state in [m for m in sentence.mentions if m.adjectival and m.kind == "state" and m.i]:
        made = state.j if sentence.has(state.j, "made") else state.i - 1
        lo, hi = min(state.i, made), max(state.j, made + 1)
        left, right = (sentence.cover[lo - 1] if lo else None), (sentence.cover[hi] if hi < len(sentence.tokens) else None)
        if not sentence.has(made, "made") or not _classes(left, right) or left is None or right is None:
            continue
        cls = left.cls
        left.stand_for(right)
        left.cls, left.designated, left.weak = left.cls or cls, True, False
        left.origin, left.origin_span = state.state, (state.i, state.j)
        sentence.drop(right)
        sentence.widen(left, left.i, right.j)
        sentence.cover[state.i : state.j] = [state] * (state.j - state.i)


def _classes(left: Mention | None, right: Mention | None) -> bool:
    """Whether a class word and a designation."""
    return left is not None and right is not None and left.kind == right.kind == "item" and right.designated and not left.designated


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
    return word.text in "\"“”„«»'()" or TYPE_TAG in word.tags or (right.designated and bool(word.cases) and word.pos & 5 == 4)


def _of_type(token: Token, following: Token | None) -> bool:
    """Whether a preposition leads to a word for a type: "drones of type TB2", "Drohnen vom Typ TB2"."""
    return following is not None and bool(token.word.preps) and TYPE_TAG in following.word.tags and "det" not in following.word.tags


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
