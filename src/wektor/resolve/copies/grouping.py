"""Groups of near-copies, kept up to date document by document."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from wektor.resolve.copies.likeness import compare
from wektor.resolve.copies.sketch import Sketch, bands_of, decode_sketch, encode_sketch, make_sketch


class Shelf(Protocol):
    """Where sketches stand, found by their bands, and the groups that documents are in."""

    def near(self, bands: Iterable[str]) -> set[str]:
        """Documents that share a band of their sketch."""

    def sketches(self, documents: Iterable[str]) -> Mapping[str, bytes]:
        """The sketches of documents."""

    def group_of(self, document: str) -> str:
        """The document's group: its own digest where it stands alone."""

    def members_of(self, group: str) -> set[str]:
        """The documents of a group."""


def join(document: str, sketch: Sketch, bands: Iterable[str], shelf: Shelf) -> dict[str, str]:
    """The documents that a new one brings into another group, itself included, with that group; empty where it stands alone."""
    near = shelf.near(bands) - {document}
    alike = [d for d, data in shelf.sketches(sorted(near)).items() if compare(sketch, decode_sketch(data)).copies]
    if not alike:
        return {}
    groups = {shelf.group_of(each) for each in alike}
    everyone = {document}.union(*(shelf.members_of(group) for group in groups))
    name = min(everyone)
    return {each: name for each in sorted(everyone) if each == document or shelf.group_of(each) != name}


class MemoryShelf:
    """A shelf in memory, for trials and tests; ``put`` lays a document down and groups it."""

    def __init__(self) -> None:
        self.groups: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}
        self._sketches: dict[str, bytes] = {}
        self._bands: dict[str, set[str]] = {}

    def put(self, document: str, text: str) -> None:
        """Lay a document down."""
        sketch = make_sketch(text)
        bands = bands_of(sketch)
        for each, group in ({document: document} | join(document, sketch, bands, self)).items():
            self._members.get(self.groups.get(each, ""), set()).discard(each)
            self._members.setdefault(group, set()).add(each)
            self.groups[each] = group
        self._sketches[document] = encode_sketch(sketch)
        for band in bands:
            self._bands.setdefault(band, set()).add(document)

    def near(self, bands: Iterable[str]) -> set[str]:
        """Documents that share a band of their sketch."""
        return set().union(*(self._bands.get(band, ()) for band in bands))

    def sketches(self, documents: Iterable[str]) -> dict[str, bytes]:
        """The sketches of documents."""
        return {document: self._sketches[document] for document in documents}

    def group_of(self, document: str) -> str:
        """The document's group: its own digest where it stands alone."""
        return self.groups[document]

    def members_of(self, group: str) -> set[str]:
        """The documents of a group."""
        return self._members[group]
