"""The grammar of mentions where heads stand last: case suffixes and postpositions, lists whose last member bears the case."""

from collections.abc import Sequence

from wektor.lexicon.packs import Preposition
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import ACC, ADVP, CASES, FIN, GEN, NOM, Word

_QUOTES = "\"”’»')"


def mark_before_heads(sentence: Sentence, prepositions: Sequence[Preposition]) -> None:
    """Set case, coordination, postposition and words of every mention."""
    for mention in sentence.mentions:
        mention.start, mention.text = sentence.tokens[mention.i].start, sentence.written(mention.i, mention.j)
        mention.end = mention.start + len(mention.text)
        mention.cases, mention.number = _cases(sentence, mention), sentence.tokens[mention.head].word.number
        mention.definite = _definite(sentence, mention)
    after = {m.i: (int(m.entry.id), m.j) for m in reversed(sentence.matches.preps)}
    made = {k for k, (number, _) in after.items() if "origin" in prepositions[number].relations}
    _join_lists(sentence, [m for m in sentence.mentions if not m.adjectival and m.j not in made])
    for mention in sentence.mentions:
        _mark_relation(sentence, mention, prepositions, after)
        mention.possessive = mention.prep is None and _modifies_noun(sentence, mention)
    for mention in reversed(sentence.mentions):
        if (first := mention.coord) is not None and first.prep is None:
            first.prep, first.prep_at, first.possessive = mention.prep, mention.prep_at, mention.possessive
            if first.cases & NOM:
                first.cases = mention.cases


def _definite(sentence: Sentence, mention: Mention) -> bool:
    """Whether a demonstrative stands before it; a name in quotation marks is that of one thing."""
    if mention.kind == "name" and sentence.titled(mention.i, mention.j):
        return True
    return any(sentence.has(k, "definite") for k in range(max(0, mention.i - 3), mention.i + 1) if sentence.cover[k] in (None, mention))


def _cases(sentence: Sentence, mention: Mention) -> int:
    """The head's cases; "-i" is "its" after an owner or a bare noun, else the object's ending."""
    word = sentence.tokens[mention.head].word
    cases = word.nom_cases or word.cases or NOM
    if word.owned and cases & NOM and cases & ACC:
        return cases & ~ACC if _owned(sentence, mention) else cases & ~NOM
    return cases


def _owned(sentence: Sentence, mention: Mention) -> bool:
    """Whether a bare noun stands right before the head, or an owner in the genitive a little before."""
    head = mention.head
    if mention.kind in ("force", "ministry", "agency", "org") and head > mention.i:
        return True  # "Kara Kuvvetleri"
    before = sentence.tokens[head - 1].word if head else None
    word = sentence.tokens[head].word
    if word.bare < len(word.text):  # "X'i": a name bears no owner's suffix
        before = None
    if before is not None and before.text[0].isalnum() and _bare_noun(before) and not before.digit:
        return True
    return any(sentence.tokens[k].word.cases == GEN for k in range(max(0, head - 5), head))


def _bare_noun(word: Word) -> bool:
    return bool((word.nom_cases or (word.pos & 256 and word.cases)) & NOM) and not word.pos & 4 and not word.form


def _mark_relation(sentence: Sentence, mention: Mention, prepositions: Sequence[Preposition], after: dict[int, tuple[int, int]]) -> None:
    """The postposition that follows, else the relation of a case that says as much by itself."""
    k = _after_aside(sentence, mention.j)
    found = after.get(k)
    if found is not None and mention.kind == "item" and "origin" in prepositions[found[0]].relations:
        found = None  # "tank yapımı": what is made, not who made it
    governed = sum(CASES[c] for c in prepositions[found[0]].cases) if found is not None else 0
    if found is not None and sentence.cover[k] is None and prepositions[found[0]].after and (not governed or governed & mention.cases) and not (mention.coord is None and _linked(sentence, mention, k)):
        mention.prep, mention.prep_at = found[0], k
        return
    if mention.cases & (NOM | ACC | GEN):
        return
    for number, entry in enumerate(prepositions):
        if not entry.words and any(mention.cases & CASES[c] for c in entry.cases):
            mention.prep, mention.prep_at = number, mention.head
            return


def _after_aside(sentence: Sentence, k: int) -> int:
    """The token after closing quotes and a short aside in parentheses ("(TUSAŞ)")."""
    tokens = sentence.tokens
    if k < len(tokens) and tokens[k].word.text == "(":
        k = next((m + 1 for m in range(k, min(k + 6, len(tokens))) if tokens[m].word.text == ")"), k)
    while k < len(tokens) and tokens[k].word.text in _QUOTES:
        k += 1
    return k


def _linked(sentence: Sentence, mention: Mention, k: int) -> bool:
    """Whether the word at ``k`` joins the mention to its conjunct."""
    return any(m.coord is mention and m.i > k for m in sentence.mentions) and sentence.has(k, "and")


def _modifies_noun(sentence: Sentence, mention: Mention) -> bool:
    """Whether the mention describes the noun after it: a bare one before a possessed noun."""
    if not mention.cases & NOM or mention.adjectival or mention.j >= len(sentence.tokens) or mention.j in sentence.blocked:
        return False
    word = sentence.tokens[mention.j].word
    other = sentence.cover[mention.j]
    return bool(word.owned) and not word.form and not word.tags & {"adverb", "and"} and (other is None or other.j == mention.j + 1) and word.text[0].isalpha()


def _join_lists(sentence: Sentence, plain: Sequence[Mention]) -> None:
    """ "A, B ve C'ye": the members of a list, told from a subject's comma by the "and" that closes it."""
    for n in range(len(plain) - 1, 0, -1):
        left, right = plain[n - 1], plain[n]
        gap = range(left.j, right.i)
        joined = any(sentence.has(k, "and") for k in gap)
        listed = n + 1 < len(plain) and plain[n + 1].coord is right and any(sentence.tokens[k].word.text == "," for k in gap)
        if (joined or listed) and _alike(sentence, left, right) and all(_fits(sentence, k) for k in gap) and not _with(sentence, plain, n, gap):
            right.coord = left


def _alike(sentence: Sentence, left: Mention, right: Mention) -> bool:
    """Two actors or two items; the left one bare, or in the right one's case."""
    kinds = all(m.actor or m.kind in ("name", "item", "place") for m in (left, right)) and (left.kind == "item") == (right.kind == "item")
    return kinds and right.i - left.j <= 7 and bool(left.cases & (right.cases | NOM))


def _fits(sentence: Sentence, k: int) -> bool:
    word = sentence.tokens[k].word
    if (mention := sentence.cover[k]) is not None:  # an adjective, or who made it ("X yapımı")
        return mention.adjectival or (mention.actor and sentence.closed(mention.j))
    if sentence.closed(k) and not word.tags & {"and"}:
        return sentence.cover[k - 1] is not None
    return word.text in ",\"“”«»" or bool(word.tags & {"and", "det", "their", "counting", "piece"}) or word.digit or (
        bool(word.pos & 12) and not word.form & (FIN | ADVP))  # fmt: skip


def _with(sentence: Sentence, plain: Sequence[Mention], n: int, gap: range) -> bool:
    """ "X, A ile B'de …": after a subject with its comma the word that may mean "with" does."""
    partner = [k for k in gap if sentence.has(k, "and") and sentence.tokens[k].word.preps]
    before = plain[n - 2] if n > 1 else None
    return bool(partner) and before is not None and before.actor and bool(before.cases & NOM) and sentence.tokens[before.j].word.text == ","
