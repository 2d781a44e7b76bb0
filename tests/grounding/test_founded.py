"""What is founded is grounded by its name, though a common noun stands before it."""

from wektor.engines.grammar import GrammarEngine
from wektor.model import Document, Span, Thing

TEXT = "Leonardo i Romaero zaprezentowały zakład Romaero Helicopters w Braszowie."


def test_the_works_named_behind_a_common_noun_can_be_what_is_founded() -> None:
    at = TEXT.index("zakład")
    readings = GrammarEngine().fillers(Document(id="t", text=TEXT, lang="pl"), Span(at, at + len("zakład Romaero Helicopters")))
    assert "Romaero Helicopters" in {r.name for r in readings if isinstance(r, Thing)}
