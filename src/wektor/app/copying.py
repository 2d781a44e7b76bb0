"""Near-copies among new documents and those of a register, told while they are written."""

from collections.abc import Iterable

import msgspec

from wektor.resolve.copies import Sketch, bands_of, encode_sketch, join, make_sketch
from wektor.stores import Writer


class Sketched(msgspec.Struct, frozen=True):
    """A document's sketch and its bands."""

    document: str
    sketch: Sketch
    bands: tuple[str, ...]


def sketch_document(digest: str, text: str) -> Sketched:
    """The sketch of a document."""
    sketch = make_sketch(text)
    return Sketched(digest, sketch, tuple(bands_of(sketch)))


def join_copies(writer: Writer, run: int, fresh: Iterable[Sketched]) -> dict[str, str]:
    """Lay down sketches; the documents, new and old, that are in another group now, with that group."""
    moved: dict[str, str] = {}
    for each in fresh:
        groups = join(each.document, each.sketch, each.bands, writer)
        if groups:
            writer.put_groups(run, groups)
            moved |= groups
        if each.bands:
            writer.put_sketch(each.document, encode_sketch(each.sketch), each.bands)
    return moved
