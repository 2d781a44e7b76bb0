"""What a person says of documents that do not say it themselves."""

from collections.abc import Iterable, Iterator

import msgspec

from wektor.sources.digests import document_digest
from wektor.sources.results import Loaded, Result


class Defaults(msgspec.Struct, frozen=True, kw_only=True):
    """Day of publication, language and publisher of documents that state none."""

    published: str | None = None
    lang: str | None = None
    publisher: str | None = None


def fill(results: Iterable[Result], defaults: Defaults) -> Iterator[Result]:
    """Results whose documents say what they left out."""
    for result in results:
        yield _filled(result, defaults) if isinstance(result, Loaded) else result


def _filled(loaded: Loaded, defaults: Defaults) -> Loaded:
    held = loaded.document
    missing = {name: value for name in defaults.__struct_fields__ if (value := getattr(defaults, name)) and getattr(held, name) is None}
    if not missing:
        return loaded
    document = msgspec.structs.replace(held, **missing)
    return msgspec.structs.replace(loaded, document=document, digest=document_digest(document))
