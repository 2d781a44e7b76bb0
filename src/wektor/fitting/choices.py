"""A choice to learn from, and a draft in the form in which it is scored."""

import msgspec

from wektor.grammar.weighing import Features
from wektor.model import Claim, Draft, Evidence


class ChoiceCase(msgspec.Struct, frozen=True):
    """One choice: the features of every option, and which of them are right."""

    options: list[Features]
    right: list[int]


def as_claim(found: Draft, text: str) -> Claim:
    """The draft in a claim's form, for scoring."""
    quotes = [Evidence(s.start, s.end, s.cut(text)) for s in found.evidence]
    return Claim(
        doc="",
        kind=found.kind,
        attribute=found.attribute,
        status=found.status,
        date=found.date,
        roles=found.roles,
        evidence=quotes[0],
    )
