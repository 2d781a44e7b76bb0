"""Where heads bear their modifier's mark: a pack's "hava aracı" is found in the plural and in every case."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.model import Document


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Türkiye insansız hava araçları satın aldı.", "UAV"),
        ("Türkiye'nin insansız hava araçlarını Kenya aldı.", "UAV"),
        ("Zırhlı muharebe araçlarının teslimatı sürüyor.", "armoured vehicle"),
        ("Bir insansız hava aracı düştü.", "UAV"),
    ],
)
def test_heads_of_compounds_in_all_forms(text: str, name: str) -> None:
    items = [m for s in Analysis(Document(id="t", text=text, lang="tr")).sentences for m in s.mentions if m.kind == "item"]
    assert [m.name for m in items] == [name]
