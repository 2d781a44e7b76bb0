"""Initials that organisations of several states share: whose they are, the states say that the text names."""

from collections import Counter
from collections.abc import Sequence

from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.vocabulary import Match


def rivals(matches: Sequence[Match], match: Match) -> list[Match]:
    """The organisations that the same initials mean, where they are of several states; else none."""
    if match.entry.kind != "org" or not match.entry.weak:
        return []
    alike = [m for m in matches if (m.i, m.j) == (match.i, match.j) and m.entry.kind == "org"]
    return alike if len({m.entry.state for m in alike}) > 1 else []


def settle_rivals(sentences: Sequence[Sentence]) -> None:
    """Give shared initials to the organisation whose state the text names most, its own sentence counting twice."""
    spoken = [_states(s) for s in sentences]
    whole: Counter[str | None] = sum(spoken, Counter())
    for sentence, near in zip(sentences, spoken, strict=True):
        for mention in sentence.mentions:
            if mention.kind == "name" and mention.j - mention.i == 1:
                _settle(sentence, mention, whole + near)


def _settle(sentence: Sentence, mention: Mention, spoken: Counter[str | None]) -> None:
    of_name = next((m for m in sentence.matches.named if (m.i, m.j) == (mention.i, mention.j) and m.entry.weak), None)
    found = [] if of_name is None else sorted(rivals(sentence.matches.named, of_name), key=lambda m: -spoken[m.entry.state])
    if found and spoken[found[0].entry.state] > spoken[found[1].entry.state]:
        entry = found[0].entry
        mention.kind, mention.id, mention.name, mention.state, mention.cls = "org", entry.id, entry.name, entry.state, entry.cls


def _states(sentence: Sentence) -> Counter[str | None]:
    """How often the sentence names each state; behind a preposition it counts half: it may be the other side."""
    return Counter(m.state for m in sentence.mentions for _ in range(1 + (m.prep is None)) if m.state and m.kind != "item")
