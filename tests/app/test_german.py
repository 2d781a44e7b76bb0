"""A small pack, of data alone: German."""

import pytest

from wektor.app.reading import read

TEXT = """Die Türkei hat Polen im Mai 2022 die ersten Drohnen vom Typ Bayraktar TB2 geliefert.
Finnland hat bei Lockheed Martin Kampfflugzeuge vom Typ F-35 bestellt.
Norwegen und Schweden unterzeichneten am 5. März 2023 ein Memorandum über den Bau einer Fregatte.
Kasachstan und die Türkei gründen ein Gemeinschaftsunternehmen zur Fertigung gepanzerter Fahrzeuge.
In Ungarn werden Schützenpanzer vom Typ Lynx produziert."""


@pytest.mark.parametrize(
    ("words", "kind", "date", "states"),
    [
        ("geliefert", "delivery", "2022-05", {"TUR", "POL"}),
        ("bestellt", "order", None, {"FIN"}),
        ("Memorandum", "agreement", "2023-03-05", {"NOR", "SWE"}),
        ("gründen", "venture", None, {"KAZ", "TUR"}),
        ("produziert", "production", None, {"HUN"}),
    ],
)
def test_claim(words: str, kind: str, date: str | None, states: set[str]) -> None:
    claims = [c for c in read(TEXT, lang="de", published="2023-05-16") if words in c.evidence.text and c.kind == kind]
    assert claims, f"no {kind} in the sentence with “{words}”"
    assert claims[0].date == date
    assert states <= {getattr(f, "state", None) for fillers in claims[0].roles.values() for f in fillers}
