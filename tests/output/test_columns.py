"""Columns of printed tables: no word is broken where there is room for it."""

import pytest

from wektor.output.briefs.columns import widths


def test_words_have_room_and_the_whole_is_filled():
    rows = [("When", "What", "Who"), ("2011", "przedsiębiorstwo", "Turkish Aerospace Industries and many others of them")]
    found = widths(rows, 17)
    assert sum(found) == pytest.approx(17) and found[1] > 2.25 + 0.26 and found[2] > found[0]


def test_where_words_must_be_broken_the_longest_are():
    found = widths([("Zamówiono", "Stan", ""), ("3", "x" * 80, "y" * 40)], 10)
    assert sum(found) == pytest.approx(10) and found[0] > 1.67 + 0.26
    assert found[1] == found[2] > found[0]
