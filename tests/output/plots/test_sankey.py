"""Bands keep what flows: a node is as tall as its bands, nothing lies outside or upon another."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from wektor.output.plots.sankey import lay_out

LINKS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("vwxyz"), st.floats(0.1, 100)), max_size=12, unique_by=lambda k: k[:2])


@given(LINKS)
def test_layout(links):
    nodes, bands = lay_out(links, 300)
    assert len(bands) == len(links)
    for node in nodes:
        own = [b for b in bands if (b.left, b.right)[node.side] == node.name]
        assert abs(sum(b.thickness for b in own) - (node.bottom - node.top)) < 1e-6
        assert all(node.top - 1e-6 <= b.tops[node.side] and b.tops[node.side] + b.thickness <= node.bottom + 1e-6 for b in own)
        edges = sorted((b.tops[node.side], b.tops[node.side] + b.thickness) for b in own)
        assert all(one[1] <= next_[0] + 1e-6 for one, next_ in pairwise(edges))
    for side in (0, 1):
        column = [n for n in nodes if n.side == side]
        assert all(-1e-6 <= n.top <= n.bottom <= 300 + 1e-6 for n in column)
        assert all(one.bottom <= next_.top + 1e-6 for one, next_ in pairwise(column))
