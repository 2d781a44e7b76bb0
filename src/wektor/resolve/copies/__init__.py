"""Near-copies: texts that were syndicated, cut, reordered, retitled or lightly edited, found by MinHash and LSH.

Independence counts groups of copies, not pages. A group is a component of pairs that are alike, named after its least
digest, so that the order in which documents come changes nothing; a new document joins groups without looking at more
than the documents that share a band with it.
"""

from wektor.resolve.copies.grouping import MemoryShelf, Shelf, join
from wektor.resolve.copies.likeness import Likeness, compare
from wektor.resolve.copies.sketch import Sketch, bands_of, decode_sketch, encode_sketch, make_sketch

__all__ = [
    "Likeness", "MemoryShelf", "Shelf", "Sketch", "bands_of", "compare", "decode_sketch", "encode_sketch", "join", "make_sketch",
]  # fmt: skip
