"""Read every gold document of a directory with an engine and score what it says."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from wektor.evaluation.gold import load_gold
from wektor.evaluation.scoring import Scores, score
from wektor.model import Claim, Document


def evaluate_directory(
    directory: Path,
    reader: Callable[[Document], Sequence[Claim]],
    languages: Iterable[str] = (),
    documents: Iterable[str] = (),
) -> Scores:
    """Score ``reader`` on the gold documents of a directory, on some languages or documents only where given."""
    gold = load_gold(directory, languages=languages, documents=documents)
    return score(gold, {document.id: reader(document.document) for document in gold})
