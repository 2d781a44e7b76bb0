"""Short names: an organisation named in full lends its first word and its initials to the rest of the document."""

from collections.abc import Sequence

from wektor.mentions.learning import initials_given
from wektor.mentions.mention import Mention
from wektor.mentions.rivals import settle_rivals
from wektor.mentions.sentence import Sentence

_NAMED = frozenset({"org", "ministry", "force", "agency"})
_SHORTEST = 4


def resolve_short_names(sentences: Sequence[Sentence]) -> None:
    """Give short names what they stand for: what any sentence of the document names in full, or what the states that it names tell of shared initials."""
    known: dict[str, Mention] = {}
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention.kind in _NAMED and mention.id:
                _learn(known, sentence, mention)
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention.j - mention.i == 1 and (mention.kind == "name" or (mention.kind == "org" and mention.weak)):
                _adopt(known, sentence, mention)
    settle_rivals(sentences)


def _adopt(known: dict[str, Mention], sentence: Sentence, mention: Mention) -> None:
    full = next((known[k] for k in sentence.tokens[mention.i].word.keys if k in known), None)
    if full is not None:
        mention.stand_for(full)


def _learn(known: dict[str, Mention], sentence: Sentence, mention: Mention) -> None:
    words = [t.word for t in sentence.tokens[mention.i : mention.j]]
    names = [w for w in words if w.cap]
    if mention.kind == "org" and len(names) > 1 and len(names[0].text) >= _SHORTEST and not names[0].tags:
        _keep(known, names[0].keys, mention)
    if len(names) > 2:
        _keep(known, ("".join(w.lower[0] for w in names),), mention)
    short = initials_given(sentence, mention)
    if short is not None:
        _keep(known, short.keys, mention)


def _keep(known: dict[str, Mention], keys: tuple[str, ...], mention: Mention) -> None:
    for key in keys:
        known.setdefault(key, mention)
