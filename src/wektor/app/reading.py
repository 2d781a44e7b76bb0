"""The public way to read one text."""

from functools import cache

import msgspec

from wektor.app.engines import DEFAULT, open_pipeline
from wektor.app.pipeline import Pipeline
from wektor.engines.protocol import Engine
from wektor.model import Claim, Document, InputError
from wektor.sources.days import parse_day


@cache
def _pipeline(engine: str) -> Pipeline:
    return open_pipeline(engine)


def read(text_or_document: str | Document, *, published: str | None = None, lang: str | None = None, engine: str | Engine = DEFAULT) -> list[Claim]:
    """The claims that a text makes, in its order.

    ``published`` is the ISO day of publication, by which "on Monday" is resolved; ``lang`` the ISO 639-1 code of the
    language, else it is identified; ``engine`` is who reads, or its name. Raises InputError for a day that is none, a
    language without a pack, or an engine that is not there.

    >>> [claim.kind for claim in read("Polska kupiła od Turcji 24 drony Bayraktar TB2.", lang="pl")]
    ['order']
    """
    document = text_or_document if isinstance(text_or_document, Document) else Document(id="text", text=text_or_document)
    changes = {k: v for k, v in (("published", published), ("lang", lang)) if v is not None}
    document = msgspec.structs.replace(document, **changes) if changes else document
    if document.published is not None:
        parse_day(document.published, document.id)
    if not document.text.strip():
        raise InputError(f"{document.id}: the text is empty; give an article")
    pipeline = _pipeline(engine) if isinstance(engine, str) else Pipeline(engine)
    return list(pipeline.read(document).claims)
