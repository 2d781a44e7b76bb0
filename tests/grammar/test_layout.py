"""Which stretches of a sentence belong together."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.grammar.layout import Layout
from wektor.model import Document


def lay(text: str, lang: str) -> tuple[Layout, dict[str, int]]:
    """The layout, and where each word stands (the last, if it comes again)."""
    analysis = Analysis(Document(id="x", text=text, lang=lang, published="2024-01-01"))
    parse, _ = analysis.opened(analysis.sentences[0])
    return Layout(parse), {t.word.text: n for n, t in enumerate(parse.sentence.tokens)}


@pytest.mark.parametrize(
    ("lang", "text", "first", "last", "inner"),
    [
        ("en", "The boats, which it ordered in 2017, were handed over in May.", "boats", "handed", "ordered"),
        ("pl", "Kontrakt wart 12 mln pesos, obejmujący też szkolenie, strony zawarły w maju.", "Kontrakt", "zawarły", "obejmujący"),
        ("ru", "Контракт 2006 года на истребители, заключённый с корпорацией «МиГ», алжирцы расторгли.", "Контракт", "расторгли", "заключённый"),
        ("uk", "Транспортник A400M, який Казахстан замовив у Airbus, приземлився в Жетигені.", "Транспортник", "приземлився", "замовив"),
    ],
)
def test_a_clause_goes_on_behind_what_is_set_between(lang: str, text: str, first: str, last: str, inner: str) -> None:
    layout, at = lay(text, lang)
    assert layout.of[at[first]] == layout.of[at[last]] != layout.of[at[inner]]
    assert layout.verbs[layout.of[at[first]]].head == at[last]
    assert layout.relation(at[first], at[last]) == "same"
    assert layout.relation(at[first], at[inner]) in ("over-relative", "over-participle")
    assert layout.relation(at[inner], at[last]) in ("under-relative", "under-participle")


def test_clauses_side_by_side_hang_on_nothing() -> None:
    layout, at = lay("Chile ordered tanks in 2017; Peru bought ships in 2019.", "en")
    assert layout.relation(at["2017"], at["bought"]) == "beside"


def test_where_heads_stand_last_a_participle_hangs_on_what_follows() -> None:
    layout, at = lay("Şili, 2017'de sipariş ettiği tankları mayısta teslim aldı.", "tr")
    assert layout.relation(at["ettiği"], at["aldı"]) == "under-participle"
