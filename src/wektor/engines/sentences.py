"""A text cut into sentences, each read in the language of its passage, with its dates, figures and mentions."""

from collections.abc import Sequence
from typing import Any

from wektor.engines.languages import language
from wektor.lexicon.loading import language_codes
from wektor.mentions.aliases import resolve_short_names
from wektor.mentions.dates import resolve
from wektor.mentions.finder import find_mentions
from wektor.mentions.learning import Learned
from wektor.mentions.money import settle as settle_money
from wektor.mentions.sentence import Sentence
from wektor.mentions.terms import resolve_terms
from wektor.model import Document, Span
from wektor.text.compounds import split_compounds
from wektor.text.headlines import calm_headline
from wektor.text.passages import passages
from wektor.text.sentences import split_sentences
from wektor.text.tokens import tokenize


def cut_sentences(text: str, main: str) -> list[Sentence]:
    """Sentences, each read in the language of its passage."""
    found: list[Sentence] = []
    for start, end, lang in passages(text, main, language(main).closed, language_codes()):
        own = language(lang)
        for lo, hi in split_sentences(text[start:end], own.inner, own.final, own.openers, own.numbered, own.joiners):
            lo, hi = start + lo, start + hi
            word = own.vocabulary.word
            tokens = tokenize(text, lo, hi, word)
            if text.find("-", lo, hi) >= 0:
                tokens = split_compounds(tokens, word, own.compiled.language.links)
            tokens = calm_headline(tokens, word)
            sentence = Sentence(text, lo, hi, len(found), tokens, own.vocabulary.find(tokens))
            sentence.head_final, sentence.lang = own.compiled.grammar.head_final, lang
            found.append(sentence)
    return found


def find_dates(document: Document, sentences: Sequence[Sentence]) -> list[Any]:
    exprs = [e for s in sentences for e in language(s.lang).dates.find(document.text, s.lo, s.hi) if not _of_a_type(s, e.span)]
    return list(resolve(exprs, document.published))


def _of_a_type(sentence: Sentence, span: Span) -> bool:
    """Whether a date is but the number of a type: the "2000s" of "twelve Mirage 2000s"."""
    types = (m for m in sentence.matches.named if m.entry.kind == "equipment" and m.j - m.i > 1)
    return any(sentence.tokens[m.i].start < span.start and span.end <= sentence.tokens[m.j - 1].end for m in types)


def mention_all(sentences: list[Sentence], dates: Sequence[Any]) -> None:
    at, known, learned = 0, _known_names(sentences), Learned()
    for s in sentences:
        s.known, own = known, language(s.lang)
        mine = []
        while at < len(dates) and dates[at].span.start < s.hi:
            mine.append(dates[at])
            at += 1
        s.dates = mine
        figures = own.numbers.find_all(s.text, s.lo, s.hi)
        amounts = own.money.among(figures, s.text, s.lo, s.hi)
        taken = [d.span for d in mine] + [m.span for m in amounts]
        s.blocked = s.held(taken)
        s.matches.cues[:] = [m for m in s.matches.cues if not (m.j - m.i == 1 and m.i in s.blocked and s.has(m.i, "month"))]  # "in May" is no "may"
        figures = [n for n in figures if not any(n.span.overlaps(t) for t in taken)]
        s.numbers, s.ordinals = [n for n in figures if n.counts], [n for n in figures if n.ordinal and n.unit is None]
        find_mentions(s, own.vocabulary, learned)
        s.matches.cues[:] = [m for m in s.matches.cues if not _names(s, m.i, m.j)]
        states = {m.state for m in s.mentions if m.state}
        s.money = [settle_money(m, states) for m in amounts if not m.each]
    resolve_short_names(sentences)
    resolve_terms(sentences)


def _names(sentence: Sentence, i: int, j: int) -> bool:
    """Whether the words are part of somebody's name: "the United States" state nothing."""
    held = sentence.cover[i]
    return held is not None and j <= held.j and j - i < held.j - held.i and (held.actor or held.kind == "name")


_NAMING = frozenset({"equipment"})  # tags of names that packs know


def _known_names(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Words that bear a capital inside a sentence, and are never written without: at its start they are names too."""
    names = {w.text: w.lower for s in sentences for t in s.tokens[1:] if (w := t.word).cap and w.tags <= _NAMING}
    small = {t.word.text for s in sentences for t in s.tokens if not t.word.cap} if names else set()
    return frozenset(name for name, lower in names.items() if lower not in small)
