"""A number that belongs to a name counts nothing."""

from wektor.engines.grammar import Analysis
from wektor.model import Document


def test_the_number_of_a_designation_is_no_quantity() -> None:
    text = "The Finnish Army operates about 120 RBS 70 launchers. Sweden ordered RBS 70 missiles."
    analysis = Analysis(Document(id="t", text=text, lang="en"))
    counts = [m.qty.value if m.qty is not None else None for s in analysis.sentences for m in s.mentions if m.kind == "item"]  # type: ignore[attr-defined]
    assert counts[0] == 120
    assert 70 not in counts
