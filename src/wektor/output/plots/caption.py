"""The line below a plot: how it is read, where it comes from, what it rests on and leaves out."""

from wektor.model.answers import Coverage
from wektor.model.plots import Speech


def caption(coverage: Coverage, speech: Speech, *keys: str) -> str:
    """What its signs mean (``keys``), source, days of publication, coverage, and how much is left out."""
    counts = speech.say("coverage", deals=speech.count("deal", coverage.deals), claims=speech.count("claim", coverage.claims),
                        documents=speech.count("document", coverage.documents))  # fmt: skip
    left = len({id for ids in coverage.left_out.values() for id in ids})
    words = counts + (" " + speech.say("left out", deals=speech.count("deal", left)) if left else "")
    days = speech.between(coverage.first, coverage.last) if coverage.first and coverage.last else ""
    source = speech.say("source", days=days, coverage=words) if days else speech.say("undated source", coverage=words)
    return " ".join([*(key for key in keys if key), source])


def shown(some: int, whole: int, speech: Speech) -> str:
    """How much of the whole is drawn, where it is not all."""
    return speech.draw("shown", shown=speech.number(some), all=speech.number(whole)) if some < whole else ""


def some(rows: list[str], most: int = 12) -> str:
    """The first rows of a text alternative, and how many more there are."""
    return "; ".join(rows[:most]) + (f"; … (+{len(rows) - most})" if len(rows) > most else "")
