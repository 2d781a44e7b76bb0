"""Printed lines made running text: every character leads back to where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wektor.model import Document
from wektor.sources.mending import mend
from wektor.sources.results import Loaded

LINES = st.lists(
    st.lists(st.sampled_from(["boat", "anti-", "co-", "operate", "T-", "72", "Nor\u00ad", "way", "łódź", "–", "12.", "\u2010", "ends.", "A"]), max_size=9).map(" ".join),
    max_size=6,
).map("\n".join)  # fmt: skip


@given(st.lists(LINES, min_size=1, max_size=5))
def test_every_character_leads_back_to_its_place(pages: list[str]) -> None:
    mended, raw = mend(pages), "\n".join(pages)
    loaded = Loaded(document=Document(id="x", text=mended.text), digest="", source="", place="", media="", pages=mended.pages, edits=mended.edits)
    for offset, letter in enumerate(mended.text):
        stood = raw[loaded.original(offset)]
        assert stood == letter or (stood == "\n" and letter == " ") or (letter == "-" and stood in "-\u00ad\u2010\ufffe")


@given(st.lists(LINES, min_size=1, max_size=5))
def test_pages_begin_in_order(pages: list[str]) -> None:
    mended = mend(pages)
    assert len(mended.pages) == len(pages) and mended.pages[0] == 0
    assert list(mended.pages) == sorted(mended.pages) and mended.pages[-1] <= len(mended.text)


WIDE = "This line of the paper is long enough to be a full one, it is"


@pytest.mark.parametrize(("printed", "text"), [
    (f"{WIDE} about boats\n{WIDE} the end.", f"{WIDE} about boats {WIDE} the end."),
    (f"{WIDE} the ship-\nyard of {WIDE}", f"{WIDE} the shipyard of {WIDE}"),
    (f"{WIDE} the T-\n72 and {WIDE}", f"{WIDE} the T-72 and {WIDE}"),
    (f"{WIDE} the anti-\nmine and anti-mine {WIDE}", f"{WIDE} the anti-mine and anti-mine {WIDE}"),
    (f"{WIDE} long\nShort title\n{WIDE} long", f"{WIDE} long Short title\n{WIDE} long"),
    (f"{WIDE}\n\n{WIDE}", f"{WIDE}\n\n{WIDE}"), (f"{WIDE}\n- a point\n- more", f"{WIDE}\n- a point\n- more"),
    ("sof\u00adter", "softer"), ("", ""),
])  # fmt: skip
def test_line_ends(printed: str, text: str) -> None:
    assert mend([printed]).text == text


def test_running_heads_and_page_numbers_are_dropped() -> None:
    pages = [f"Report on boats {n}\nWords of page {n} stand here\nand here.\n{n}" for n in range(1, 5)]
    text = mend(pages).text
    assert "Report" not in text and "Words of page 3" in text
