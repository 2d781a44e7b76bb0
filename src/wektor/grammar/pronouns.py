"""Pronouns that are subjects, within a sentence: "Baku buys from Israel, and in May it ordered jets from Minsk"."""

from collections.abc import Sequence

from wektor.grammar.verbs import Verb
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import PL, SG


def resume(sentence: Sentence, verbs: Sequence[Verb], starts: Sequence[int]) -> None:
    """Give a verb whose subject is a pronoun the subject of the clause before instead, where the two agree.

    Where pronouns have gender, which readings do not tell, a clause of what is said may speak of somebody else.
    """
    for verb in verbs:
        if len(verb.subject) == 1 and verb.subject[0].kind == "pron" and verb.model is None:
            if sentence.tokens[verb.subject[0].head].word.cases and any(sentence.has(k, "subord") for k in range(starts[verb.clause], verb.subject[0].i)):
                continue
            meant = _meant(sentence, verb, verb.subject[0], verbs)
            if meant:
                verb.subject = list(meant)


def _meant(sentence: Sentence, verb: Verb, pronoun: Mention, verbs: Sequence[Verb]) -> Sequence[Mention]:
    """The last subject before the pronoun that stands in another clause and names somebody or something."""
    for earlier in reversed([v for v in verbs if v.i < pronoun.i and v.clause != verb.clause and not v.infinitive]):
        subject = earlier.subject
        if subject and subject[0].i < pronoun.i and all(m.kind != "pron" and (m.actor or m.kind == "item") for m in subject):
            return subject if _agree(sentence.tokens[pronoun.head].word.number, subject) else ()
    return ()


def _agree(number: int, subject: Sequence[Mention]) -> bool:
    """Whether the pronoun's number goes with the subject; a list is plural."""
    if len(subject) > 1:
        return not number or bool(number & PL)
    return not number or not subject[0].number or bool(subject[0].number & number) or (number == SG and subject[0].kind in ("state", "org"))
