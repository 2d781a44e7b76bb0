"""Why a claim was made, and why another was not: frame, trigger, each slot's candidates and scores."""

from collections.abc import Iterator

from wektor.app.composing import Written
from wektor.app.pipeline import Reading
from wektor.engines.grammar import explain_document


def explain(reading: Reading) -> Iterator[str]:
    """Lines for a person, document by document."""
    yield f"{reading.document.id}: {len(reading.claims)} claims, {len(reading.rejected)} refused by grounding"
    written = Written(reading.document)
    for trial in explain_document(written.document):
        yield f"  {trial.frame} at {written.place(trial.start)}: “{trial.trigger}”: {trial.outcome}"
        for role, text, score, relation in trial.candidates:
            yield f"      {role:<15} {score:5.2f}  {relation:<12} {text}"
    for refused in reading.rejected:
        yield f"  refused: {refused.draft.kind} ({refused.draft.frame}): {refused.reason}"
