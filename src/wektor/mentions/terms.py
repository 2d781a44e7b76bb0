"""Terms: what a contract calls its parties, from where it says so (`Elta Systems ("the Seller")`, `именуемый далее «Продавец»`) to its end."""

from collections.abc import Iterator, Sequence

from wektor.mentions.mention import Mention
from wektor.mentions.quotation import CLOSING_NAMES, OPENING_NAMES
from wektor.mentions.sentence import Sentence

_PARTIES = frozenset({"org", "ministry", "force", "agency"})
_SEATS = frozenset({"state", "government", "firm"})
_CALLED = frozenset({"name", "firm", "buyer", "partner", "side"})
_REACH, _WITHIN = 8, 8  # tokens between a party and its bracket, and within that
_CALLS = 30  # tokens between a party and "hereinafter": who signs for it, and by which right, may be told between


def resolve_terms(sentences: Sequence[Sentence]) -> None:
    """Give every term of a contract the party that it was said to stand for."""
    known: dict[str, Mention] = {}
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention.j - mention.i == 1 and mention.kind in _CALLED:
                party = next((known[k] for k in sentence.tokens[mention.i].word.keys if k in known), None)
                if party is not None and _capital(sentence, mention.i):
                    mention.stand_for(party)
                    mention.anaphor = False
        for term, party in _defined(sentence):
            known.update(dict.fromkeys(sentence.tokens[term].word.keys, party))


def may_define(sentence: Sentence) -> bool:
    """Whether the sentence may bring in a term: it has quotation marks, and a bracket or a word such as "hereinafter"."""
    texts = {t.word.text for t in sentence.tokens}
    return not OPENING_NAMES.isdisjoint(texts) and ("(" in texts or any("called" in t.word.tags for t in sentence.tokens))


def _defined(sentence: Sentence) -> Iterator[tuple[int, Mention]]:
    """The token of each term that the sentence brings in, and whom it stands for."""
    texts = [t.word.text for t in sentence.tokens]
    for at in (k for k, text in enumerate(texts) if text == "("):
        end = next((k for k in range(at + 1, min(at + _WITHIN, len(texts))) if texts[k] == ")"), at)
        term, party = _term(sentence, at, end), _party(sentence, at, _REACH)
        if term is not None and party is not None:
            yield term, party
    yield from _called(sentence, texts)


def _called(sentence: Sentence, texts: Sequence[str]) -> Iterator[tuple[int, Mention]]:
    """Terms behind a word such as "hereinafter", outside brackets; of two parties each takes those named since the term before."""
    since = 0
    for at in (k for k in range(len(texts)) if sentence.has(k, "called")):
        opened = next((k for k in range(at, min(at + _WITHIN, len(texts) - 2)) if texts[k] in OPENING_NAMES), None)
        party = _party(sentence, at, min(_CALLS, at - since))
        if opened is None or texts[opened + 2] not in CLOSING_NAMES or not _capital(sentence, opened + 1) or party is None:
            continue
        since = opened + 2
        yield opened + 1, party


def _term(sentence: Sentence, at: int, end: int) -> int | None:
    """The one word with a capital that the bracket holds, in quotation marks."""
    texts = [t.word.text for t in sentence.tokens[at:end]]
    opened = next((at + k for k, text in enumerate(texts) if text in OPENING_NAMES), None)
    if opened is None or not end or sentence.tokens[end - 1].word.text not in CLOSING_NAMES:
        return None
    words = [k for k in range(opened + 1, end - 1) if _capital(sentence, k)]
    return words[0] if len(words) == 1 and words[0] == end - 2 else None


def _capital(sentence: Sentence, k: int) -> bool:
    """Whether the word is written with a capital, though it be read without one, as in a headline."""
    return sentence.text[sentence.tokens[k].start].isupper()


def _party(sentence: Sentence, at: int, reach: int) -> Mention | None:
    """The last body named right before the bracket; if none is, the last state, or firm that is only described."""
    near = [m for m in sentence.mentions if m.j <= at and at - m.j <= reach and not m.anaphor]
    named = [m for m in near if m.kind in _PARTIES and m.id]
    return named[-1] if named else next((m for m in reversed(near) if m.kind in _SEATS and m.state), None)
