"""The grammar of a mention: the preposition over it, its case, the coordination it stands in, its words."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from wektor.lexicon.packs import Preposition
from wektor.mentions.heads import mark_before_heads
from wektor.mentions.mention import Mention, list_head
from wektor.mentions.quotation import OPENING
from wektor.mentions.sentence import Sentence
from wektor.text.vocabulary import Vocabulary
from wektor.text.words import ACC, ADJ, ANY_CASE, GEN, NOM, NOUN, NUM, PL, PRON, VERB, Word

_REACH = 6
_MARKS = ",\"“”„«»‘’'"  # what may stand between the members of a list
_MEMBER = 4  # tokens of a list's member behind its name


def mark_grammar(sentence: Sentence, vocabulary: Vocabulary) -> None:
    """Set preposition, case, coordination and words of every mention."""
    if sentence.head_final:
        mark_before_heads(sentence, vocabulary.compiled.grammar.prepositions)
        return
    governed = vocabulary.governed
    phrases = _preposition_phrases(sentence)
    previous: Mention | None = None
    before: Mention | None = None
    for mention in sentence.mentions:
        mention.start, mention.text = sentence.tokens[mention.i].start, sentence.written(mention.i, mention.j)
        mention.end = mention.start + len(mention.text)
        _mark_case(sentence, mention)
        mention.definite = _definite(sentence, mention)
        _mark_preposition(sentence, mention, governed, phrases)
        mention.possessive = mention.possessive or sentence.has(mention.j, "possessive")
        owned = mention.possessive and mention.state is not None and _owns_next(sentence, mention)
        if owned:
            _introduce(sentence, mention)
        for left in (previous, before):
            joined = left and not owned and (_coordinated(sentence, left, mention) if mention.prep is None else _repeated(sentence, left, mention))
            if left and joined and _agrees(left, mention, governed):
                mention.coord = left
                if left.prep is not None:
                    mention.prep, mention.prep_at = left.prep, left.prep_at
                break
            if left is None or left.prep is None:
                break
        if not mention.adjectival and not owned:
            previous, before = mention, previous
    _mark_apposition(sentence)
    _mark_people(sentence)
    _mark_origins(sentence, vocabulary.compiled.grammar.prepositions)


def _agrees(left: Mention, right: Mention, governed: Sequence[int]) -> bool:
    """Whether the right name can hang on the preposition of the left: "from Brazil, and not from Chile, Peru bought" has no list of three.

    Only states are sure to be declined; types and firms often keep their form.
    """
    if right.kind != "state":
        return True
    cases = governed[left.prep] if left.prep is not None else 0
    return not cases or not right.cases or bool(cases & right.cases)


def _owns_next(sentence: Sentence, owner: Mention) -> bool:
    """ "Norway's Kongsberg": who stands right behind the possessive is whom the phrase names."""
    following = sentence.cover[owner.j + 1] if owner.j + 1 < len(sentence.tokens) else None
    return following is not None and (following.actor or following.kind in ("item", "name")) and not following.adjectival


def _introduce(sentence: Sentence, owner: Mention) -> None:
    """ "Norway's Kongsberg": a state that only says whose firm it is takes no part itself."""
    firm = sentence.cover[owner.j + 1]
    if firm is not None and firm.kind in ("org", "name") and owner.kind == "state" and firm.state in (None, owner.state):
        firm.state, owner.anaphor = owner.state, True


_OWNERS = frozenset({"org", "force", "ministry", "agency", "government", "firm", "country", "state"})


def _mark_people(sentence: Sentence) -> None:
    """ "instructors of the Home Guard": whose people they are stands where they stand."""
    for people, owner in pairwise(sentence.mentions):
        if people.kind == "people" and people.cls == "trainer" and not people.state and not people.id and _owned_by(sentence, people, owner):
            owner.prep, owner.prep_at, owner.cases, owner.number = people.prep, people.prep_at, people.cases, people.number
            people.anaphor = True


def _owned_by(sentence: Sentence, people: Mention, owner: Mention) -> bool:
    """Whether the next mention is an owner in the genitive, or behind "of", with nothing but its own adjectives between."""
    if owner.kind not in _OWNERS or owner.adjectival or owner.possessive:
        return False
    start = people.j + 1 if sentence.has(people.j, "ofwords") else people.j
    if start == people.j and (not owner.cases & GEN or owner.prep is not None):
        return False
    return all(sentence.has(k, "det") or sentence.tokens[k].word.pos & ADJ for k in range(start, min(owner.i, owner.np)))


def _mark_origins(sentence: Sentence, prepositions: Sequence[Preposition]) -> None:
    """ "Su-30 from Russia, C-295 from Spain": in a list whose members each say whence, the states are origins."""
    pairs = [(item, state) for item, state in pairwise(m for m in sentence.mentions if m.kind == "item" or m.state)
             if item.kind == "item" and state.kind == "state" and not state.adjectival and not state.possessive and state.prep is not None
             and state.prep_at == item.j and "source" in prepositions[state.prep].relations]  # fmt: skip
    listed = [(item, state) for item, state in pairs if any(_of_one_list(item, other) for other, _ in pairs if other is not item)]
    for item, state in listed:
        item.origin, item.origin_span = state.state, (state.i, state.j)
        state.adjectival, state.prep = True, None


def _of_one_list(one: Mention, other: Mention) -> bool:
    return list_head(one) is list_head(other)


def _definite(sentence: Sentence, mention: Mention) -> bool:
    """Whether an article or demonstrative stands before it or opens it; a name in quotation marks is that of one thing."""
    if mention.kind == "name" and sentence.titled(mention.i, mention.j):
        return True
    tokens, cover = sentence.tokens, sentence.cover
    for k in range(max(0, mention.i - 3), mention.i + 1):
        if "definite" in tokens[k].word.tags and cover[k] in (None, mention):
            return True
    return False


def _mark_apposition(sentence: Sentence) -> None:
    """ "with two firms, A and B": the names stand where the common noun stands."""
    for noun in [m for m in sentence.mentions if m.kind == "firm" and not m.id]:
        for name in sentence.mentions:
            comma = 0 < name.i - noun.j <= 12 and sentence.tokens[name.i - 1].word.text in ",:("
            if comma and name.kind in ("org", "name") and name.prep is None and name.coord is None:
                name.prep, name.prep_at, name.cases, noun.anaphor = noun.prep, noun.prep_at, noun.cases, True
                name.kind = "org"
                break


def _mark_case(sentence: Sentence, mention: Mention) -> None:
    word = sentence.tokens[mention.head].word
    cases = word.nom_cases or word.cases
    for k in range(mention.i, mention.j):  # agreement with the adjectives narrows it
        other = sentence.tokens[k].word
        if other.cases and other.pos == 4 and cases & other.cases:
            cases &= other.cases
    cases = _as_described(sentence, mention, cases)
    if mention.qty is not None and cases & GEN:
        cases |= NOM | ACC
    mention.cases, mention.number = cases, word.number


def _as_described(sentence: Sentence, mention: Mention, cases: int) -> int:
    """ "французская Thales", "российской «Ижмаш»": a name that shows no case, or stands in quotation marks as it is called, stands in that of its adjective."""
    quoted = mention.kind in ("org", "name") and mention.i > 1 and sentence.tokens[mention.i - 1].word.text in OPENING
    at = mention.i - 1 - quoted
    before = sentence.tokens[at].word if at >= 0 else None
    if before is None or before.pos != ADJ or not before.cases or not (cases == ANY_CASE or (quoted and cases and not cases & before.cases)):
        return cases
    return before.cases


def _mark_preposition(sentence: Sentence, mention: Mention, governed: Sequence[int], phrases: dict[int, tuple[int, int]]) -> None:
    """The preposition to the left, past modifiers and a noun of place ("at the base of X"); ``phrases`` are those of several words."""
    tokens, cover = sentence.tokens, sentence.cover
    k, steps, cases, head = mention.i - 1, 0, mention.cases, tokens[mention.head].word.cases
    while k >= 0 and steps < _REACH:
        word = tokens[k].word
        if ("ofwords" in word.tags or (head and "fromword" in word.tags)) and _partitive(sentence, k):
            mention.cases = cases = tokens[k - 1].word.cases or cases
            k, steps = k - 2, steps + 1
            continue
        if k in sentence.blocked:
            return
        covered, phrase = cover[k] is not None, phrases.get(k)
        numbers = (phrase[1],) if phrase is not None and not covered else word.preps
        if numbers and not covered:
            suits = [p for p in numbers if not governed[p] or not cases or governed[p] & cases]
            if suits:
                mention.prep, mention.prep_at = suits[0], phrase[0] if phrase else k
                mention.cases = mention.cases & governed[suits[0]] or mention.cases
            return
        if "seated" in word.tags and k > 1 and tokens[k - 1].word.text == "-":
            k, steps = k - 3, steps + 1  # "from US-based X"
            continue
        owner = cover[k]
        if owner is not None and owner is not mention and not head and sentence.has(owner.j, "possessive"):
            k, steps = owner.i - 1, steps + 1  # "with Norway's Kongsberg"
            continue
        if owner is not None and owner.adjectival and owner is not mention and word.cases & cases:
            k, steps = owner.i - 1, steps + 1  # "instead of Soviet tanks"
            continue
        if not covered and head & GEN and "seat" in word.tags:
            cases = word.cases
        elif covered or not _modifies(sentence, k, cases):
            return
        k, steps = k - 1, steps + 1


def _preposition_phrases(sentence: Sentence) -> dict[int, tuple[int, int]]:
    """Prepositions of several words: last token -> (first token, number), the longest at each place."""
    found: dict[int, tuple[int, int]] = {}
    for match in sentence.matches.preps:
        if match.j - match.i > 1 and match.i < found.get(match.j - 1, (match.j, 0))[0]:
            found[match.j - 1] = (match.i, int(match.entry.id))
    return found


def _partitive(sentence: Sentence, k: int) -> bool:
    """ "the first of four radars", "two of these": the phrase before "of" only counts."""
    if k == 0 or sentence.cover[k - 1] is not None:
        return False
    word = sentence.tokens[k - 1].word
    return bool(word.tags & {"first", "more", "counting"}) or word.digit or any(
        n.span.start <= sentence.tokens[k - 1].start < n.span.end for n in sentence.numbers  # type: ignore[attr-defined]
    )


def _modifies(sentence: Sentence, k: int, cases: int) -> bool:
    """Whether the word at ``k`` can stand inside the noun phrase of a mention in ``cases``; an adjective agrees."""
    word = sentence.tokens[k].word
    if word.pos & (ADJ | PRON) and not word.pos & NUM and "their" not in word.tags and word.cases and cases and not word.cases & cases:
        return False
    if word.pos & PRON and not word.pos & (ADJ | NUM) and not word.tags & {"det", "their"}:
        return False  # "bierze na siebie": a pronoun is a phrase of its own
    if word.tags & {"det", "their"} or word.digit or word.tags & {"possessive"}:
        return True
    if not word.text[0].isalnum() or word.tags & {"and", "relative", "subord", "be", "have", "not", "modal", "future"}:
        return word.text in "\"“„«'"
    if word.pos & VERB and not word.pos & NOUN and not word.cases:
        return False
    if word.cases:
        return bool(word.pos & (4 | 8 | 128)) or not word.pos or word.tags & {"typeword"} != set()
    return "verb" not in word.tags or word.form & 16 != 0 or word.lower.endswith("ing")


def _embedded(sentence: Sentence, k: int, left: Mention, right: Mention) -> bool:
    """Whether token ``k`` belongs to a prepositional phrase of the left conjunct ("X z Gdyni i Y")."""
    return any(m is not left and m is not right and m.prep is not None and m.prep_at >= left.j and m.prep_at <= k < m.j
               for m in sentence.mentions if left.i < m.i < right.i)  # fmt: skip


def _counted_plural(left: Mention, word: Word) -> bool:
    """ "two King Air transports": after a counted designation a plural is its head, though it might be a verb elsewhere."""
    return left.kind == "item" and left.qty is not None and not word.cases and word.number == PL and bool(word.pos & NOUN)


def _goes_on(sentence: Sentence, last: Mention) -> bool:
    """Whether the list may go on behind the mention, which order must tell where words show no case."""
    if sentence.tokens[last.head].word.cases:
        return True
    behind = (t.word for t in sentence.tokens[last.j : last.j + _MEMBER])
    return any(w.text == "," or "and" in w.tags for w in takewhile(lambda w: not w.preps, behind))


def _opening(sentence: Sentence, left: Mention, right: Mention) -> int:
    """The first token of the right phrase: that of its owner, where one stands right before ("Poland's PGZ")."""
    owner = sentence.cover[right.i - 2] if right.i > 1 and sentence.has(right.i - 1, "possessive") else None
    return owner.i if owner is not None and owner.i > left.j else right.i


def _closes(sentence: Sentence, last: Mention) -> bool:
    """Whether the mention ends its list: "and" stands before it."""
    return last.coord is not None and any(sentence.has(k, "and") for k in range(last.coord.j, last.i))


def _repeated(sentence: Sentence, left: Mention, right: Mention) -> bool:
    """ "by Kongsberg of Norway and by Nammo": a list whose preposition is said again."""
    if left.prep != right.prep or left.kind == "item" or not (left.actor and right.actor) or not left.j < right.prep_at <= left.j + _MEMBER:
        return False
    gap = range(left.j, right.prep_at - 1)
    return sentence.has(right.prep_at - 1, "and") and all(sentence.cover[k] is not None or sentence.has(k, "ofwords") for k in gap)


def _coordinated(sentence: Sentence, left: Mention, right: Mention) -> bool:
    if (left.kind == "item") != (right.kind == "item") or not all(m.actor or m.kind in ("name", "item", "place") for m in (left, right)):
        return False
    gap = [t.word for k, t in enumerate(sentence.tokens[left.j : _opening(sentence, left, right)], left.j) if not _embedded(sentence, k, left, right)]
    if (left.coord is None or _closes(sentence, left)) and any(a.text == "," and "and" in b.tags for a, b in pairwise(gap)):
        return False  # ", and" joins clauses, not two names
    parts = [w for w in gap if w.text == "," or "and" in w.tags]
    if len(parts) > 1 and parts[-1].text == "," and "and" in parts[-2].tags:
        return False  # "at Lydd and elsewhere, the army": the list is closed
    if left.prep is not None and left.coord is None and not any("and" in w.tags for w in gap) and not _goes_on(sentence, right):
        return False  # "In France, Dassault sold": a phrase in front, no list
    if not gap or len(gap) > 7 or not any(w.text == "," or "and" in w.tags for w in gap):
        return False
    if gap and _counted_plural(left, gap[0]):
        gap = gap[1:]
    return all(w.text in _MARKS or "and" in w.tags or "det" in w.tags or w.digit or "their" in w.tags
               or (bool(w.text[0].isalpha()) and not w.tags & {"relative", "subord", "be", "have", "modal", "verb", "but"}
                   and not w.preps and not w.form & 64
                   and not (w.pos & VERB and not w.pos & NOUN and not w.cases)
                   and (not w.cases or w.pos & 12)) for w in gap)  # fmt: skip
