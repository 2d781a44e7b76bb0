"""A letter and its mark may be written as two: the reading is the same, its offsets and words those of the text as written."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wektor.app.composing import Written
from wektor.app.explaining import explain
from wektor.app.pipeline import Pipeline
from wektor.model import Claim, Document
from wektor.text.composing import compose

EVALS = Path(__file__).parents[2] / "evals"
TEXTS = {
    "pl": "Turcja dostarczyła Kazachstanowi trzy drony Anka w październiku 2021 roku za pięć milionów złotych.",
    "tr": "Türkiye, Kazakistan'a Ekim 2021'de üç Anka İHA teslim etti.",
    "uk": "Україна замовила в Туреччини шість дронів Байрактар ТБ2 у грудні 2021 року за п'ять мільйонів доларів. Її країни.",
    "whole": (EVALS / "pl-analiza.txt").read_text(encoding="utf-8"),
}


def values(claim: Claim) -> tuple[object, ...]:
    """What it says, whatever the letters are made of."""
    said = [(role, getattr(f, "id", None) or getattr(f, "value", None) or getattr(f, "amount", None)) for role, fs in claim.roles.items() for f in fs]
    return claim.kind, claim.status, claim.date, said, unicodedata.normalize("NFC", claim.evidence.text)


@pytest.mark.parametrize("lang", ["pl", "tr", "uk"])
def test_a_decomposed_text_tells_the_same(lang: str) -> None:
    pipeline, parted = Pipeline(), unicodedata.normalize("NFD", TEXTS[lang])
    whole, reading = pipeline.read(Document(id="x", text=TEXTS[lang])), pipeline.read(Document(id="x", text=parted))
    assert [values(c) for c in whole.claims] == [values(c) for c in reading.claims] and reading.claims
    assert reading.document.text == parted and reading.document.lang == lang
    for claim in reading.claims:
        for span in (claim.evidence, *claim.more_evidence, *(f for fs in claim.roles.values() for f in fs)):
            assert parted[span.start : span.end] == span.text
    assert len(list(explain(reading))) == len(list(explain(whole)))


def test_a_text_written_so_already_is_left_alone() -> None:
    document = Document(id="x", text=TEXTS["whole"] + " 1\u0338 x\u0338 за\u0301мок")
    assert compose(document.text) is None and Written(document).document is document


@given(st.text(alphabet="aeżźИіłŁ \n.1" + "\u0301\u0306\u0307\u0308\u0328\u0338\u0323", max_size=40))
def test_every_letter_knows_its_place(text: str) -> None:
    found = compose(text)
    if found is None:
        return
    assert len(found.places) == len(found.text) + 1 and found.places == sorted(found.places) and found.places[-1] == len(text)
    parts = [text[a:b] for a, b in zip([0, *found.places[1:-1]], found.places[1:], strict=True)]
    assert "".join(parts) == text
    assert unicodedata.normalize("NFC", text) == unicodedata.normalize("NFC", found.text)
