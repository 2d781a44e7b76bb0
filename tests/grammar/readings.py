"""What the grammar makes of a sentence, short enough to be written into a test."""

from wektor.engines.grammar import Analysis
from wektor.grammar.roles import relations_to
from wektor.model import Document

_COMPLEMENT = {"source", "goal"}


def roles_of_triggers(text: str, *, verbs: bool = False) -> set[tuple[str, str]]:
    """Of each clause with a trigger: its subject, and whom its "from" or "to" names; with ``verbs`` its verb in place of that (empty where it has none)."""
    analysis, found = Analysis(Document(id="d", text=text, lang="en")), set[tuple[str, str]]()
    for sentence in analysis.sentences:
        parse, triggers = analysis.opened(sentence)
        for trigger in [t for t in triggers if t.verb is not None and t.pos == "verb"]:
            told = {m.text: {r for r, sure in relations_to(parse, trigger, m) if sure > 0.7} for m in sentence.mentions}
            subject = next((text for text, relations in told.items() if relations & {"subj", "psubj"}), "")
            goal = next((text for text, relations in told.items() if relations & _COMPLEMENT), "")
            own = trigger.verb is not None and trigger.verb.model is None
            found.add((subject, "verb" if own else "")) if verbs else found.add((subject, goal))
    return found
