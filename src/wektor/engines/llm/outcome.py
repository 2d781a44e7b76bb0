"""What became of a part: its claims, and what of it was not read."""

import msgspec

from wektor.engines.llm.alignment import Text
from wektor.engines.llm.answer import Answer, Quoted
from wektor.engines.llm.calls.said import Said
from wektor.engines.protocol import Missed

UNFINISHED = "the answer was cut off"


class Outcome(msgspec.Struct, frozen=True):
    """The claims that were quoted, and the stretches of the text that nobody read."""

    claims: tuple[Quoted, ...] = ()
    missed: tuple[Missed, ...] = ()


def fault_of(said: Said, answer: Answer, text: Text) -> str | None:
    """What is wrong with an answer as a whole; None if nothing is."""
    if said.refusal:
        return f"the model refused: {' '.join(said.refusal.split())[:200]}"
    if said.finish == "content_filter":
        return "the provider's filter held the answer back"
    if not said.content.strip():
        return "the answer is empty"
    if answer.claims and not any(text.evidence(quote) for claim in answer.claims for quote in claim.evidence):
        return "no quote of the answer stands in the text"
    if said.finish == "length" or (answer.found and not answer.whole):
        return UNFINISHED
    return None if answer.found else "the answer lists no claims"
