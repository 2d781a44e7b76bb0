"""Tenses: how a verb stands in time, in one word for all languages."""

from wektor.grammar.relations import Parse
from wektor.grammar.verbs import Verb
from wektor.text.words import PERF


def tense_of(parse: Parse, verb: Verb | None) -> str:
    """The verb's tense, mood and voice; of an infinitive what governs it."""
    if verb is None:
        return "none"
    if verb.infinitive:
        return "infinitive" if verb.governor is None or verb.governor.infinitive else f"infinitive-of-{tense_of(parse, verb.governor)}"
    return f"{'not-' if verb.negated else ''}{_mood(parse, verb)}{'-past' if verb.past and _timeless(verb) else ''}"


def _timeless(verb: Verb) -> bool:
    """Whether its mood leaves open when it was."""
    return verb.future or verb.modal or verb.participle or verb.progressive


def _mood(parse: Parse, verb: Verb) -> str:
    if verb.future:
        return "future"
    if verb.modal:
        return "modal"
    if verb.participle:
        return "passive-participle" if verb.passive else "participle"
    if verb.progressive:
        return "progressive"
    if verb.perfect:
        return "perfect"
    return f"{_past(parse, verb) if verb.past else 'present'}{'-passive' if verb.passive else ''}"


def _past(parse: Parse, verb: Verb) -> str:
    """What went on, where the language has a form for it ("отдавал"), or what came to its end."""
    lasting = parse.cased and not parse.sentence.head_final and not verb.passive and not parse.sentence.tokens[verb.head].word.form & PERF
    return "past-lasting" if lasting else "past"
